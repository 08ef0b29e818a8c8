package io.fairlead.app.goals;

import io.fairlead.app.goals.ObjectiveInput.KeyResultInput;
import io.fairlead.app.goals.ObjectiveInput.MilestoneInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One key result as a sentence in the editor: its fields as text. `shape` is the sentence: `move`
/// from … to …, `raise` or `reduce` by …, `keep` between …, `reach` milestones, `answer` yes or no.
public record EditorRow(Map<String, String> fields) {
  static final List<String> SHAPES = List.of("move", "raise", "reduce", "keep", "reach", "answer");
  static final List<String> FIELDS =
      List.of(
          "id",
          "shape",
          "title",
          "baseline",
          "target",
          "mode",
          "change",
          "low",
          "high",
          "tolerance",
          "unit",
          "milestones",
          "weight",
          "owner",
          "due",
          "settledLater",
          "baselineDue",
          "guardrail");
  private static final Set<String> NOT_WRITTEN = Set.of("shape", "mode", "id", "weight");
  static final EditorRow EMPTY = new EditorRow(Map.of());

  public EditorRow {
    fields = Map.copyOf(fields);
  }

  public String value(String field) {
    return fields.getOrDefault(field, "");
  }

  public String shape() {
    return SHAPES.contains(value("shape")) ? value("shape") : "move";
  }

  /// How a change is meant: of today's value, unless points were chosen.
  public String mode() {
    return value("mode").equals("points") ? "points" : "percent-of-baseline";
  }

  EditorRow with(String field, String value) {
    Map<String, String> changed = new HashMap<>(fields);
    changed.put(field, value);
    return new EditorRow(changed);
  }

  boolean isBlank() {
    return FIELDS.stream()
        .filter(field -> !NOT_WRITTEN.contains(field))
        .allMatch(field -> value(field).isBlank());
  }

  /// Whether one of the less usual fields is in use, so that they stand open.
  public boolean isDetailed() {
    return Set.of("owner", "due", "settledLater", "baselineDue", "guardrail", "tolerance").stream()
            .anyMatch(field -> !value(field).isBlank())
        || !Set.of("", "1").contains(value("weight"));
  }

  /// @param owner the id of the person who owns it, found from what was typed
  KeyResultInput input(String owner) {
    String shape = shape();
    boolean byChange = shape.equals("raise") || shape.equals("reduce");
    return new KeyResultInput(
        value("id"),
        value("title"),
        kind(),
        shape.equals("move") || byChange ? value("baseline") : "",
        value("baselineDue"),
        byChange ? mode() : "absolute",
        shape.equals("move") ? value("target") : "",
        byChange ? value("change") : "",
        shape.equals("keep") ? low() : "",
        shape.equals("keep") ? value("high") : "",
        shape.equals("keep") ? value("tolerance") : "",
        shape.equals("reach") || shape.equals("answer") ? "" : value("unit"),
        value("weight"),
        owner,
        value("due"),
        value("settledLater"),
        value("guardrail"),
        shape.equals("reach") ? milestones() : List.of());
  }

  private String kind() {
    return switch (shape()) {
      case "raise" -> "increase";
      case "reduce" -> "decrease";
      case "keep" -> "band";
      case "reach" -> "milestones";
      case "answer" -> "yes-no";
      default -> falls() ? "decrease" : "increase";
    };
  }

  private boolean falls() {
    Optional<BigDecimal> from = Figures.parse(value("baseline"));
    Optional<BigDecimal> to = Figures.parse(value("target"));
    return from.isPresent() && to.isPresent() && to.get().compareTo(from.get()) < 0;
  }

  /// "Under 60" leaves the lower end open: for what cannot be negative it is 0.
  private String low() {
    return value("low").isBlank()
            && Figures.parse(value("high")).filter(high -> high.signum() >= 0).isPresent()
        ? "0"
        : value("low");
  }

  /// One a line; a weight after a colon; the id of a stored one after a bar.
  private List<MilestoneInput> milestones() {
    List<MilestoneInput> steps = new ArrayList<>();
    Map<String, String> ids = milestoneIds();
    for (String line : value("milestones").lines().map(String::strip).toList()) {
      if (line.isEmpty()) {
        continue;
      }
      int colon = line.lastIndexOf(':');
      boolean weighed = colon > 0 && Figures.parse(line.substring(colon + 1)).isPresent();
      String name = weighed ? line.substring(0, colon).strip() : line;
      steps.add(
          new MilestoneInput(
              ids.getOrDefault(name, ""), name, weighed ? line.substring(colon + 1).strip() : ""));
    }
    return steps;
  }

  /// Ids of stored milestones by their names, carried along in a hidden field: `id=name` a line.
  private Map<String, String> milestoneIds() {
    return value("milestoneIds")
        .lines()
        .filter(line -> line.length() > 37)
        .collect(
            Collectors.toMap(
                line -> line.substring(37), line -> line.substring(0, 36), (first, _) -> first));
  }

  /// A stored key result as its sentence.
  ///
  /// @param owner the name of the person who owns it
  static EditorRow of(KeyResultPlan one, String owner) {
    Map<String, String> fields = new HashMap<>();
    fields.put("id", one.id() == null ? "" : one.id().toString());
    fields.put("shape", shape(one));
    fields.put("title", one.title());
    fields.put("baseline", plain(one.baseline()));
    fields.put("target", one.targetMode() == TargetMode.ABSOLUTE ? plain(one.target()) : "");
    fields.put("mode", one.targetMode() == TargetMode.POINTS ? "points" : "percent-of-baseline");
    fields.put("change", plain(one.change()));
    fields.put("low", plain(one.low()));
    fields.put("high", plain(one.high()));
    fields.put("tolerance", plain(one.tolerance()));
    fields.put("unit", one.unit());
    fields.put(
        "milestones",
        one.milestones().stream()
            .map(step ->
                step.weight().compareTo(BigDecimal.ONE) == 0
                    ? step.name()
                    : step.name() + ": " + plain(step.weight()))
            .collect(Collectors.joining("\n")));
    fields.put(
        "milestoneIds",
        one.milestones().stream()
            .map(step -> step.id() + "=" + step.name())
            .collect(Collectors.joining("\n")));
    fields.put("weight", plain(one.weight()));
    fields.put("owner", owner);
    fields.put("due", one.due() == null ? "" : one.due().toString());
    fields.put("settledLater", one.settledLater() ? "true" : "");
    fields.put("baselineDue", one.baselineDue() == null ? "" : one.baselineDue().toString());
    fields.put("guardrail", one.guardrail());
    return new EditorRow(fields);
  }

  /// A key result as it came in as JSON, as its sentence; the owner stays an id.
  static EditorRow of(KeyResultInput one) {
    Map<String, String> fields = new HashMap<>();
    boolean byChange = !one.change().isEmpty();
    fields.put(
        "shape",
        switch (one.kind()) {
          case "increase" -> byChange ? "raise" : "move";
          case "decrease" -> byChange ? "reduce" : "move";
          case "band" -> "keep";
          case "milestones" -> "reach";
          case "yes-no" -> "answer";
          default -> "move";
        });
    fields.put("title", one.title());
    fields.put("baseline", one.baseline());
    fields.put("baselineDue", one.baselineDue());
    fields.put("target", one.target());
    fields.put("mode", one.targetMode());
    fields.put("change", one.change());
    fields.put("low", one.low());
    fields.put("high", one.high());
    fields.put("tolerance", one.tolerance());
    fields.put("unit", one.unit());
    fields.put(
        "milestones",
        one.milestones().stream()
            .map(step -> step.weight().isEmpty() ? step.name() : step.name() + ": " + step.weight())
            .collect(Collectors.joining("\n")));
    fields.put("weight", one.weight());
    fields.put("owner", one.owner());
    fields.put("due", one.due());
    fields.put("settledLater", one.settledLater());
    fields.put("guardrail", one.guardrail());
    return new EditorRow(fields);
  }

  private static String shape(KeyResultPlan one) {
    return switch (one.kind()) {
      case INCREASE -> one.targetMode() == TargetMode.ABSOLUTE ? "move" : "raise";
      case DECREASE -> one.targetMode() == TargetMode.ABSOLUTE ? "move" : "reduce";
      case BAND -> "keep";
      case MILESTONES -> "reach";
      case YES_NO -> "answer";
    };
  }

  private static String plain(@Nullable BigDecimal figure) {
    return figure == null ? "" : Figures.plain(figure);
  }
}
