package io.fairlead.app.platform.web;

/// The lines of a calendar file: none longer than the standard's 75 bytes, nor a letter cut apart
/// (RFC 5545, 3.1). The library that writes them counts letters.
public final class FoldedLines {
  private static final int LONGEST_LINE = 75;

  private FoldedLines() {}

  public static String of(String text) {
    StringBuilder folded = new StringBuilder();
    int[] bytes = {0};
    text.codePoints()
        .forEach(letter -> {
          int size = letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
          boolean ends = letter == '\r' || letter == '\n';
          if (!ends && bytes[0] + size > LONGEST_LINE) {
            folded.append("\r\n ");
            bytes[0] = 1;
          }
          folded.appendCodePoint(letter);
          bytes[0] = ends ? 0 : bytes[0] + size;
        });
    return folded.toString();
  }
}
