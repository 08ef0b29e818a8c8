package io.fairlead.methods.table;

/// Looks for a quote that is never closed: it swallows the rest of the file into one cell.
final class Quotes {
  private Quotes() {}

  /// The line on which the open quote begins, counted from 1; 0 if all are closed.
  static int openAtLine(String text, char separator) {
    int line = 1;
    int opened = 0;
    boolean cellBegins = true;
    for (int i = 0; i < text.length(); i++) {
      char now = text.charAt(i);
      if (now == '"' && opened > 0) {
        boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == '"';
        i += doubled ? 1 : 0;
        opened = doubled ? opened : 0;
        cellBegins = false;
        continue;
      }
      if (now == '"' && cellBegins) {
        opened = line;
      }
      boolean lineEnds = now == '\n' || now == '\r';
      cellBegins = opened == 0 && (now == separator || lineEnds);
      line += now == '\n' ? 1 : 0;
    }
    return opened;
  }
}
