package io.fairlead.app.people.intake;

import java.util.List;

/// Something wrong with one cell or row.
///
/// @param column as the file's header names it; empty when the whole row is meant
/// @param code message key `import.problem.<code>`
public record RowProblem(String column, String code, List<String> parameters) {
  public RowProblem {
    parameters = List.copyOf(parameters);
  }

  static RowProblem of(String column, String code, String... parameters) {
    return new RowProblem(column, code, List.of(parameters));
  }
}
