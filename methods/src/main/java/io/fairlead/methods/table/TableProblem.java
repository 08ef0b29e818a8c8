package io.fairlead.methods.table;

/// Something about a table that its author should know.
///
/// @param row as a spreadsheet counts: the header is row 1; 0 for the file as a whole
/// @param column its name; empty where it is about the row or the file
/// @param code stable, such as `not-a-number`
/// @param message an English sentence for the author
public record TableProblem(int row, String column, String code, String message, Severity severity) {

  /// How much it matters.
  public enum Severity {
    /// Worth knowing; nothing is lost.
    NOTE,
    /// Something in this row cannot be used.
    ERROR,
    /// The file cannot be used at all.
    FATAL
  }

  public static TableProblem note(int row, String column, String code, String message) {
    return new TableProblem(row, column, code, message, Severity.NOTE);
  }

  public static TableProblem error(int row, String column, String code, String message) {
    return new TableProblem(row, column, code, message, Severity.ERROR);
  }

  public static TableProblem fatal(String code, String message) {
    return new TableProblem(0, "", code, message, Severity.FATAL);
  }
}
