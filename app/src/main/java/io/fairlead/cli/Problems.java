package io.fairlead.cli;

import io.fairlead.methods.table.TableProblem;
import java.nio.file.Path;
import java.util.List;

/// What is wrong with a file, on the terminal, row by row.
final class Problems {
  /// Problems that are shown; a file of a million rows may have as many.
  private static final int SHOWN = 20;

  private Problems() {}

  static void print(Terminal terminal, Path file, List<TableProblem> problems) {
    problems.stream().limit(SHOWN).forEach(problem -> print(terminal, file, problem));
    if (problems.size() > SHOWN) {
      terminal.err().println("and %,d more".formatted(problems.size() - SHOWN));
    }
  }

  private static void print(Terminal terminal, Path file, TableProblem problem) {
    String where = problem.row() == 0 ? "" : ", row " + problem.row();
    String column = problem.column().isEmpty() ? "" : ", " + problem.column();
    String note = problem.severity() == TableProblem.Severity.NOTE ? "note: " : "";
    terminal
        .err()
        .println(
            Columns.plain(file.getFileName() + where + column + ": " + note + problem.message()));
  }
}
