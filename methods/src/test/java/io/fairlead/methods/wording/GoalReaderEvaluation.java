package io.fairlead.methods.wording;

import io.fairlead.methods.table.Table;
import io.fairlead.methods.table.TableText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Compares what is read from real key results with what a person read from them. The texts are not
/// part of the project; the labels are, by id. Run with the path of the file of texts and, to see
/// every disagreement, `development`, `held-out` or `fresh`.
public final class GoalReaderEvaluation {
  static final List<String> QUESTIONS =
      List.of("task", "measure", "baseline", "target", "objective_number", "kpi");

  private GoalReaderEvaluation() {}

  /// Rules that were labelled in the set drawn last only.
  static final Map<String, GoalRule> RULES =
      Map.of("vague", GoalRule.VAGUE, "compound", GoalRule.COMPOUND);

  /// How often a question was answered as the person did.
  static final class Tally {
    int both;
    int onlyRead;
    int onlyLabelled;
    int neither;

    void count(boolean read, boolean labelled) {
      both += read && labelled ? 1 : 0;
      onlyRead += read && !labelled ? 1 : 0;
      onlyLabelled += !read && labelled ? 1 : 0;
      neither += !read && !labelled ? 1 : 0;
    }

    double precision() {
      return both + onlyRead == 0 ? 1 : both / (double) (both + onlyRead);
    }

    double recall() {
      return both + onlyLabelled == 0 ? 1 : both / (double) (both + onlyLabelled);
    }

    @Override
    public String toString() {
      return "precision %.2f  recall %.2f  (%d right, %d too many, %d missed, %d rightly silent)"
          .formatted(precision(), recall(), both, onlyRead, onlyLabelled, neither);
    }
  }

  /// Answers of the reader to the six questions.
  static Map<String, Boolean> answers(String objective, String keyResult, GivenFigures given) {
    var reader = new GoalReader(Language.ENGLISH);
    ReadKeyResult read = reader.keyResult(keyResult, given);
    return Map.of(
        "task", read.task(),
        "measure", read.measure(),
        "baseline", read.baseline(),
        "target", read.target(),
        "objective_number", reader.objective(objective).hasNumber(),
        "kpi", read.kpiInDisguise());
  }

  /// Whether the linter finds what the rules say.
  static Map<String, Boolean> found(String objective, String keyResult, GivenFigures given) {
    var one =
        new LintedKeyResult(
            keyResult, given, LintedKeyResult.Kind.UNSAID, LintedKeyResult.Facts.NONE);
    var goal = new LintedObjective(objective, List.of(one), null, null, 0);
    List<GoalFinding> findings =
        new GoalLint(Language.ENGLISH, LintSettings.STANDARD).findings(goal);
    var found = new HashMap<String, Boolean>();
    RULES.forEach((question, rule) ->
        found.put(question, findings.stream().anyMatch(each -> each.rule() == rule)));
    return found;
  }

  static Table table(String resource) throws IOException {
    try (InputStream stream = GoalReaderEvaluation.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IOException("There is no " + resource);
      }
      return Table.parse(TableText.decoded(stream.readAllBytes()), _ -> true);
    }
  }

  static String cell(Table table, Table.Row row, String column) {
    int at = table.header().indexOf(column);
    return at < 0 ? "" : row.cells().get(at);
  }

  public static void main(String... arguments) throws IOException {
    Table texts =
        Table.parse(TableText.decoded(Files.readAllBytes(Path.of(arguments[0]))), _ -> true);
    String shown = arguments.length > 1 ? arguments[1] : "";
    var rows = new HashMap<String, Table.Row>();
    texts.rows().forEach(row -> rows.put(cell(texts, row, "kr_id"), row));
    var tallies = new TreeMap<String, Tally>();
    var mistakes = new ArrayList<String>();
    for (String file : List.of("real-labels.csv", "fresh-labels.csv")) {
      Table labels = table(file);
      for (Table.Row label : labels.rows()) {
        Table.Row row = rows.get(cell(labels, label, "kr_id"));
        if (row == null) {
          throw new IOException("No text for " + cell(labels, label, "kr_id"));
        }
        String set = cell(labels, label, "set");
        String objective = cell(texts, row, "objective");
        String text = cell(texts, row, "key_result");
        var given =
            new GivenFigures(
                cell(texts, row, "start_value"),
                cell(texts, row, "target_value"),
                cell(texts, row, "unit"));
        var answers = new TreeMap<>(answers(objective, text, given));
        answers.putAll(found(objective, text, given));
        answers.keySet().removeIf(question -> cell(labels, label, question).isEmpty());
        answers.forEach((question, read) -> {
          boolean labelled = cell(labels, label, question).equals("1");
          tallies.computeIfAbsent(set + " " + question, _ -> new Tally()).count(read, labelled);
          if (read != labelled && set.equals(shown)) {
            mistakes.add(question + (read ? " too many: " : " missed: ") + text);
          }
        });
      }
    }
    mistakes.stream().sorted().forEach(System.out::println);
    tallies.forEach((question, tally) -> System.out.printf("%-28s %s%n", question, tally));
  }
}
