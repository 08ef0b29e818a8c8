package io.fairlead.app.people;

import io.fairlead.app.platform.words.Words;

/// What is wrong with a row, as a sentence.
final class ImportWords {
  private ImportWords() {}

  static String sentence(Words words, ImportProblem problem) {
    String reason = words.text("import.problem." + problem.code(), problem.parameters().toArray());
    return problem.column().isEmpty() ? reason : problem.column() + ": " + reason;
  }
}
