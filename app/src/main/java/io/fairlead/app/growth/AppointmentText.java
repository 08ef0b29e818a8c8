package io.fairlead.app.growth;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Status;
import io.fairlead.app.platform.web.CalendarLines;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/// One appointment as iCalendar (RFC 5545), to be opened by a calendar: when, with whom and where,
/// and nothing of what it is about.
final class AppointmentText {
  private AppointmentText() {}

  /// @param changedAt when it was last said, so that the same appointment gives the same text
  static String of(
      UUID id,
      Instant begins,
      int minutes,
      String title,
      String place,
      Instant changedAt,
      long version) {
    VEvent event = new VEvent();
    event.setUid("conversation." + id + "@fairlead");
    event.setDateTimeStamp(Date.from(changedAt));
    event.setSequence((int) Math.min(version - 1, Integer.MAX_VALUE));
    event.setDateStart(Date.from(begins), true);
    event.setDateEnd(Date.from(begins.plus(Duration.ofMinutes(minutes))), true);
    event.setSummary(title);
    if (!place.isEmpty()) {
      event.setLocation(place);
    }
    event.setStatus(Status.confirmed());
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Fairlead//Conversation//EN");
    calendar.addEvent(event);
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return CalendarLines.folded(text.toString());
  }
}
