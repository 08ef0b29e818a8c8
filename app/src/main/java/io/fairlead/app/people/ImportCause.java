package io.fairlead.app.people;

import java.util.List;

/// Everything wrong for one cause.
///
/// @param code message key `import.cause.<code>`
/// @param examples the first few
public record ImportCause(String code, int rows, List<ImportProblem> examples) {
  public ImportCause {
    examples = List.copyOf(examples);
  }
}
