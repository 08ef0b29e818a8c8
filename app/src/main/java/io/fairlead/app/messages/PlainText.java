package io.fairlead.app.messages;

import java.util.regex.Pattern;

/// What people wrote, made fit for a line of a mail: one line, without what ends a header, hides
/// text or turns its direction, and with single spaces. Everything else stays as they wrote it.
final class PlainText {
  private static final Pattern UNFIT =
      Pattern.compile(
          "[\\p{Cc}\\u2028\\u2029\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]+");

  private PlainText() {}

  static String line(String text) {
    return UNFIT.matcher(text).replaceAll(" ").replaceAll(" {2,}", " ").strip();
  }
}
