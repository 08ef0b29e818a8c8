package io.fairlead.app.measures;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Between the fields of a form and samples: one by one, or a line each as `title; day; author;
/// where it is found`, of which a title is enough; tabs, as a spreadsheet copies them, do as well.
@Component
class SampleForm {
  private static final Pattern OF_SAMPLE = Pattern.compile("samples\\[(\\d+)]\\.(\\w+)");
  private static final int CELLS = 4;

  private final RubricForm people;

  SampleForm(RubricForm people) {
    this.people = people;
  }

  /// What was sent, and what of it cannot be read.
  ///
  /// @param pasted whether it was a line each
  record Sent(List<SampleInput> samples, boolean pasted, List<Reason> wrong) {}

  Sent read(Viewer viewer, Map<String, String> form) {
    String lines = form.getOrDefault("lines", "");
    List<Reason> wrong = new ArrayList<>();
    List<UUID> raters = raters(viewer, form, wrong);
    if (lines.isBlank()) {
      SampleInput sample =
          sample(
              viewer,
              List.of(
                  form.getOrDefault("title", ""),
                  form.getOrDefault("day", ""),
                  form.getOrDefault("author", ""),
                  form.getOrDefault("reference", "")),
              raters,
              0,
              wrong);
      return new Sent(
          List.of(
              new SampleInput(
                  sample.title(),
                  sample.day(),
                  sample.reference(),
                  sample.author(),
                  raters,
                  form.get("dimension"),
                  form.get("slice"))),
          false,
          wrong);
    }
    List<SampleInput> samples = new ArrayList<>();
    for (String line : lines.lines().filter(each -> !each.isBlank()).toList()) {
      List<String> cells = List.of(line.split(line.indexOf('\t') < 0 ? ";" : "\t", CELLS));
      samples.add(sample(viewer, cells, raters, samples.size(), wrong));
    }
    return new Sent(samples, true, wrong);
  }

  private SampleInput sample(
      Viewer viewer, List<String> cells, List<UUID> raters, int number, List<Reason> wrong) {
    String at = "samples[" + number + "].";
    String day = cell(cells, 1);
    LocalDate read = MeasureActPages.day(day);
    if (read == null && !day.isEmpty()) {
      wrong.add(Reason.invalid(at + "day", "measures.not-a-day"));
    }
    String name = cell(cells, 2);
    UUID author = name.isEmpty() ? null : people.one(viewer, name);
    if (author == null && !name.isEmpty()) {
      wrong.add(Reason.invalid(at + "author", "measures.nobody", name));
    }
    return new SampleInput(cell(cells, 0), read, cell(cells, 3), author, raters, null, null);
  }

  private static String cell(List<String> cells, int number) {
    return number < cells.size() ? cells.get(number).strip() : "";
  }

  /// Whom the form names to score, one a line.
  List<UUID> raters(Viewer viewer, Map<String, String> form, List<Reason> wrong) {
    return people.named(viewer, form, "raters", wrong);
  }

  /// A reason beside the field that shows it; of lines, above the form with the line's number.
  static Reason shown(Words words, Reason reason, boolean pasted) {
    Matcher of = OF_SAMPLE.matcher(String.valueOf(reason.fieldName()));
    if (!of.matches()) {
      return reason;
    }
    return pasted
        ? Reason.of(
            reason.kind(),
            "measures.sample-line",
            Integer.parseInt(of.group(1)) + 1,
            words.refusal(reason))
        : new Reason(reason.kind(), reason.code(), reason.parameters(), of.group(2));
  }
}
