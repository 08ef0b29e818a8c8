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

/// Compares what is read from real key results with what a person read from them. The texts are not
/// part of the project; the labels are, by id. Run with the path of the file of texts and, to see
/// every disagreement, `development` or `held-out`.
public final class GoalReaderEvaluation {
  static final List<String> QUESTIONS =
      List.of("task", "measure", "baseline", "target", "objective_number", "kpi");

  private GoalReaderEvaluation() {}

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
    Table labels = table("real-labels.csv");
    var tallies = new HashMap<String, Tally>();
    var mistakes = new ArrayList<String>();
    for (Table.Row label : labels.rows()) {
      Table.Row row = rows.get(cell(labels, label, "kr_id"));
      if (row == null) {
        throw new IOException("No text for " + cell(labels, label, "kr_id"));
      }
      String half = cell(labels, label, "half");
      String text = cell(texts, row, "key_result");
      var given =
          new GivenFigures(
              cell(texts, row, "start_value"),
              cell(texts, row, "target_value"),
              cell(texts, row, "unit"));
      Map<String, Boolean> answers = answers(cell(texts, row, "objective"), text, given);
      for (String question : QUESTIONS) {
        boolean labelled = cell(labels, label, question).equals("1");
        boolean read = Boolean.TRUE.equals(answers.get(question));
        tallies.computeIfAbsent(half + " " + question, _ -> new Tally()).count(read, labelled);
        if (read != labelled && half.equals(shown)) {
          mistakes.add(question + (read ? " too many: " : " missed: ") + text);
        }
      }
    }
    mistakes.stream().sorted().forEach(System.out::println);
    for (String half : List.of("development", "held-out")) {
      for (String question : QUESTIONS) {
        System.out.printf("%-12s %-17s %s%n", half, question, tallies.get(half + " " + question));
      }
    }
  }
}
