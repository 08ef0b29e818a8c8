package io.fairlead.app.people;

import io.fairlead.app.platform.words.Words;

/// What is wrong with a row, as a sentence, and why a step stopped.
public final class ImportWords {
  private ImportWords() {}

  static String sentence(Words words, ImportProblem problem) {
    String reason = words.text("import.problem." + problem.code(), problem.parameters().toArray());
    return problem.column().isEmpty() ? reason : problem.column() + ": " + reason;
  }

  /// Why the last step of a run stopped. What an import says of a change since somebody looked, a
  /// sync says of its file, since nobody looked.
  public static String stopped(Words words, ImportRun run) {
    String ofSync = "import.stopped.sync." + run.stoppedBy();
    boolean sync = run.sync() && words.has(ofSync);
    return words.text(
        sync ? ofSync : "import.stopped." + run.stoppedBy(), run.problemRows(), run.leaving());
  }
}
