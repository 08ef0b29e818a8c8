package io.fairlead.methods.goals;

import io.fairlead.methods.table.TableProblem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The cells of a row read as what they mean. A cell that cannot be read leaves a problem and
/// counts as empty.
public final class GoalCells {
  /// Beyond this a double no longer tells two neighbouring integers apart.
  private static final double LARGEST = 1e15;

  private static final int LONGEST_NUMBER = 40;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern PARTS = Pattern.compile(";");

  private final GoalRow row;
  private final List<TableProblem> problems;

  GoalCells(GoalRow row, List<TableProblem> problems) {
    this.row = row;
    this.problems = problems;
  }

  public @Nullable Double number(GoalColumn column) {
    return row.has(column) ? number(column, row.text(column)) : null;
  }

  private @Nullable Double number(GoalColumn column, String text) {
    if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
      problem(column, "not-a-number", "“" + shortened(text) + "” is not a number such as 1234.5.");
      return null;
    }
    double value = Double.parseDouble(text);
    if (Math.abs(value) > LARGEST) {
      problem(
          column,
          "number-out-of-range",
          shortened(text) + " is too large: at most 10^15 either way.");
      return null;
    }
    return value;
  }

  /// The weight, 1 if the cell is empty; as written even if it is not above 0, which is a problem.
  public double weight() {
    Double weight = number(GoalColumn.WEIGHT);
    if (weight == null) {
      return 1;
    }
    if (weight <= 0) {
      problem(GoalColumn.WEIGHT, "weight-not-positive", "A weight must be above 0.");
    }
    return weight;
  }

  public @Nullable Double confidence() {
    Double confidence = number(GoalColumn.CONFIDENCE);
    if (confidence != null && (confidence < 0 || confidence > 10)) {
      problem(GoalColumn.CONFIDENCE, "confidence-out-of-range", "Confidence is 0 to 10.");
      return null;
    }
    return confidence;
  }

  public @Nullable LocalDate due() {
    if (!row.has(GoalColumn.DUE)) {
      return null;
    }
    try {
      return LocalDate.parse(row.text(GoalColumn.DUE));
    } catch (DateTimeParseException _) {
      String text = shortened(row.text(GoalColumn.DUE));
      problem(GoalColumn.DUE, "not-a-date", "“" + text + "” is not a date such as 2026-03-31.");
      return null;
    }
  }

  public Optional<ObjectiveKind> kind() {
    return word(
        GoalColumn.KIND,
        ObjectiveKind.find(lower(GoalColumn.KIND)),
        "aspirational, committed, learning");
  }

  public Optional<GoalState> state() {
    return word(
        GoalColumn.STATUS,
        GoalState.find(lower(GoalColumn.STATUS)),
        "draft, proposed, active, graded, closed, dropped");
  }

  private <T> Optional<T> word(GoalColumn column, Optional<T> found, String words) {
    if (found.isEmpty() && row.has(column)) {
      problem(
          column,
          "unknown-word",
          "“" + shortened(row.text(column)) + "” is none of " + words + ".");
    }
    return found;
  }

  /// The contributions; those that cannot be read are left out.
  public List<Contribution> contributions() {
    var found = new ArrayList<Contribution>();
    for (String part : parts(GoalColumn.CONTRIBUTES_TO)) {
      int colon = part.lastIndexOf(':');
      if (colon <= 0) {
        problem(
            GoalColumn.CONTRIBUTES_TO,
            "contribution-malformed",
            "“" + shortened(part) + "” is not written id:share, such as O12:0.3.");
        continue;
      }
      Double share = number(GoalColumn.CONTRIBUTES_TO, part.substring(colon + 1).strip());
      if (share == null) {
        continue;
      }
      if (!(share > 0 && share <= 1)) {
        problem(
            GoalColumn.CONTRIBUTES_TO,
            "share-out-of-range",
            "The share of “" + shortened(part) + "” must be above 0 and at most 1.");
        continue;
      }
      found.add(new Contribution(part.substring(0, colon).strip(), share));
    }
    return List.copyOf(found);
  }

  /// What the key result asks for; empty if its kind is missing or unknown.
  public Optional<KeyResult> keyResult() {
    return switch (lower(GoalColumn.KR_KIND)) {
      case "increase" ->
          Optional.of(
              new KeyResult.Increase(number(GoalColumn.BASELINE), number(GoalColumn.TARGET)));
      case "decrease" ->
          Optional.of(
              new KeyResult.Decrease(number(GoalColumn.BASELINE), number(GoalColumn.TARGET)));
      case "band" ->
          Optional.of(
              new KeyResult.Band(
                  number(GoalColumn.LOW), number(GoalColumn.HIGH), number(GoalColumn.TOLERANCE)));
      case "milestones" -> Optional.of(new KeyResult.Milestones(milestones()));
      case "yes-no" -> Optional.of(new KeyResult.YesNo());
      case "" -> unknownKind("kr-kind-missing", "The kind of key result is missing: ");
      default ->
          unknownKind(
              "kr-kind-unknown",
              "“" + shortened(row.text(GoalColumn.KR_KIND)) + "” is no kind of key result: ");
    };
  }

  private Optional<KeyResult> unknownKind(String code, String message) {
    problem(GoalColumn.KR_KIND, code, message + "increase, decrease, band, milestones or yes-no.");
    return Optional.empty();
  }

  private Map<String, Double> milestones() {
    var weights = new LinkedHashMap<String, Double>();
    for (String part : parts(GoalColumn.TARGET)) {
      int colon = part.lastIndexOf(':');
      String name = colon < 0 ? part : part.substring(0, colon).strip();
      Double weight =
          colon < 0
              ? Double.valueOf(1)
              : number(GoalColumn.TARGET, part.substring(colon + 1).strip());
      if (weights.putIfAbsent(name, weight == null ? Double.NaN : weight) != null) {
        problem(
            GoalColumn.TARGET,
            "duplicate-milestone",
            "There are two milestones “" + shortened(name) + "”.");
      }
    }
    return weights;
  }

  /// What the newest check-in says; empty if the cell cannot be read.
  public Optional<Reading> reading(KeyResult keyResult) {
    if (!row.has(GoalColumn.CURRENT)) {
      return Optional.of(Reading.nothing());
    }
    return switch (keyResult) {
      case KeyResult.Milestones _ -> Optional.of(new Reading.Done(done()));
      case KeyResult.YesNo _ -> answer();
      case KeyResult.Increase _, KeyResult.Decrease _, KeyResult.Band _ ->
          Optional.ofNullable(number(GoalColumn.CURRENT)).map(Reading::of);
    };
  }

  private Set<String> done() {
    return new LinkedHashSet<>(parts(GoalColumn.CURRENT));
  }

  private Optional<Reading> answer() {
    return switch (lower(GoalColumn.CURRENT)) {
      case "yes" -> Optional.of(Reading.answer(true));
      case "no" -> Optional.of(Reading.answer(false));
      default -> {
        problem(GoalColumn.CURRENT, "not-yes-or-no", "A yes-or-no key result says yes or no.");
        yield Optional.empty();
      }
    };
  }

  private List<String> parts(GoalColumn column) {
    return PARTS
        .splitAsStream(row.text(column))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private String lower(GoalColumn column) {
    return row.text(column).toLowerCase(Locale.ROOT);
  }

  private void problem(GoalColumn column, String code, String message) {
    problems.add(TableProblem.error(row.number(), column.header(), code, message));
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 39) + "…";
  }
}
