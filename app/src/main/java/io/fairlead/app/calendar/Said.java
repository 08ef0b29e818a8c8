package io.fairlead.app.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a feed last said of one event. Calendar programs take a change only from a higher sequence,
/// and whatever moved a day (a calendar, somebody by hand, a renamed noun) shows here alike.
///
/// @param print of what was shown
/// @param sequence how often it changed
/// @param at when it last did, to the second
record Said(String print, int sequence, Instant at) {

  /// What is said of these events now, after what was said before.
  static Map<String, Said> next(Map<String, Said> before, List<CalendarEvent> events, Instant now) {
    Map<String, Said> next = new TreeMap<>();
    for (CalendarEvent event : events) {
      String print = print(event.shown());
      Said last = before.get(event.code());
      if (last == null) {
        next.put(event.code(), new Said(print, 0, now.truncatedTo(ChronoUnit.SECONDS)));
      } else if (last.print().equals(print)) {
        next.put(event.code(), last);
      } else {
        next.put(
            event.code(),
            new Said(print, last.sequence() + 1, now.truncatedTo(ChronoUnit.SECONDS)));
      }
    }
    return next;
  }

  /// A short hash of a text.
  static String print(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
