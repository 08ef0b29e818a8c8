package io.fairlead.app.platform.web;

/// Lines of iCalendar (RFC 5545).
public final class CalendarLines {
  private static final int LONGEST = 75;

  private CalendarLines() {}

  /// No line longer than the standard's 75 bytes, nor a letter cut apart; the library that writes
  /// them counts letters.
  public static String folded(String text) {
    StringBuilder folded = new StringBuilder();
    int[] bytes = {0};
    text.codePoints()
        .forEach(letter -> {
          int size = letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
          boolean ends = letter == '\r' || letter == '\n';
          if (!ends && bytes[0] + size > LONGEST) {
            folded.append("\r\n ");
            bytes[0] = 1;
          }
          folded.appendCodePoint(letter);
          bytes[0] = ends ? 0 : bytes[0] + size;
        });
    return folded.toString();
  }
}
