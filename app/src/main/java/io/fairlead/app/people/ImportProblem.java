package io.fairlead.app.people;

import java.util.List;

/// Something wrong in a row.
///
/// @param row number in the file, the header being 1
/// @param column as the file's header names it; empty for the whole row
/// @param code message key `import.problem.<code>`
public record ImportProblem(
    int row, long line, String column, String code, List<String> parameters) {
  public ImportProblem {
    parameters = List.copyOf(parameters);
  }
}
