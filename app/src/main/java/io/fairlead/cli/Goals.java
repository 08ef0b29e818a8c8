package io.fairlead.cli;

import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.goals.GoalFile;
import io.fairlead.methods.goals.GoalFileScore;
import io.fairlead.methods.table.TableProblem;
import io.fairlead.methods.table.TableText;
import io.fairlead.methods.wording.GoalSentences;
import io.fairlead.methods.wording.GoalSheet;
import io.fairlead.methods.wording.GoalSheetLint;
import io.fairlead.methods.wording.Language;
import io.fairlead.methods.wording.LintSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `fairlead goals …`
@Command(name = "goals", description = "Work with a goals file, without a server.")
final class Goals {
  private final Terminal terminal;

  Goals(Terminal terminal) {
    this.terminal = terminal;
  }

  @Command(
      name = "score",
      description = "Score the key results and objectives of a goals file, with both roll-ups.",
      footer = {
        "",
        "One row a key result; columns:",
        "  objective_id, parent_id, contributes_to (id:share;id:share), cycle, level,",
        "  owner, objective, kind, kr_id, key_result, kr_kind, baseline, target, low,",
        "  high, tolerance, unit, weight, current, confidence, due, status",
        "Exit code 0 if all is well, 1 if there are problems, 2 if it is no goals file."
      })
  int score(
      @Parameters(paramLabel = "GOALS.csv", description = "The goals file.") Path file,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    GoalFile goals = GoalFile.parse(TableText.decoded(TextFile.bytes(file)));
    if (goals.isUnreadable()) {
      throw new BadInput(file + ": " + goals.problems().getLast().message());
    }
    GoalFileScore score = goals.score();
    if (json) {
      Json.write(terminal.out(), document -> GoalScoreJson.write(document, score));
    } else {
      GoalScoreTable.print(terminal.out(), score);
      score.problems().forEach(problem -> complain(file, problem));
    }
    return score.hasErrors() ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  @Command(
      name = "lint",
      description = "Explain what is unwise in how goals are worded and measured.",
      footer = {
        "",
        "One row a key result. Columns: objective, key_result, and as far as there are any",
        "  objective_id, kr_id, kr_kind, baseline or start_value, target or target_value,",
        "  unit, weight, due, owner or team, cycle or period, period_start, period_end",
        "With --framework, its section lint says which rules speak and how, and its limits of",
        "  goals count where they are narrower.",
        "Exit code 0 if no error was found, 1 if one was, 2 if it is no sheet of goals, or no",
        "  framework document."
      })
  int lint(
      @Parameters(paramLabel = "GOALS.csv", description = "The goals.") Path file,
      @Option(names = "--json", description = "Print one JSON document.") boolean json,
      @Option(
              names = "--reading",
              description = "Print what is read from each key result instead, as JSON.")
          boolean reading,
      @Option(
              names = "--framework",
              paramLabel = "FRAMEWORK.yaml",
              description = "Lint as this framework document says.")
          @Nullable Path framework) {
    Optional<LintSettings> settings = settings(framework, json);
    if (settings.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    return lint(file, json, reading, settings.get());
  }

  /// Nothing after the problems of the document were printed.
  private Optional<LintSettings> settings(@Nullable Path framework, boolean json) {
    return framework == null
        ? Optional.of(LintSettings.STANDARD)
        : FrameworkFile.read(terminal, framework, json)
            .map(FrameworkDocument::framework)
            .map(read -> read.goals().within(read.lint()));
  }

  private int lint(Path file, boolean json, boolean reading, LintSettings settings) {
    GoalSheet sheet = GoalSheet.parse(TableText.decoded(TextFile.bytes(file)));
    if (sheet.isUnreadable()) {
      throw new BadInput(file + ": " + sheet.problems().getLast().message());
    }
    GoalSheetLint lint = GoalSheetLint.of(sheet, Language.ENGLISH, settings);
    var sentences = new GoalSentences(Language.ENGLISH, settings);
    if (reading) {
      Json.write(terminal.out(), document -> GoalLintJson.readings(document, lint));
      return ExitCode.FINE;
    }
    sheet.problems().forEach(problem -> complain(file, problem));
    if (json) {
      Json.write(terminal.out(), document -> GoalLintJson.findings(document, lint, sentences));
    } else {
      GoalLintTable.print(terminal.out(), file, lint, sentences);
    }
    return lint.hasErrors() ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  private void complain(Path file, TableProblem problem) {
    String where = problem.row() == 0 ? "" : ", row " + problem.row();
    String column = problem.column().isEmpty() ? "" : ", " + problem.column();
    String note = problem.severity() == TableProblem.Severity.NOTE ? "note: " : "";
    terminal.err().println(file.getFileName() + where + column + ": " + note + problem.message());
  }
}
