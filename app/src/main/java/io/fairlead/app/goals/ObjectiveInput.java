package io.fairlead.app.goals;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An objective as it comes in from a form or as JSON: text that nobody has looked at yet. Figures
/// may be JSON numbers, dates are `2026-06-30`, kinds and states are their codes. What is missing
/// is empty.
///
/// @param ownerKind `person`, `team`, `unit` or `organisation`; empty means oneself
public record ObjectiveInput(
    String cycle,
    String title,
    String why,
    String kind,
    String question,
    String ownerKind,
    String owner,
    String accountable,
    String delegate,
    String visibility,
    List<String> readers,
    String standsAloneBecause,
    List<KeyResultInput> keyResults,
    List<WatchedInput> watched) {

  public ObjectiveInput {
    cycle = orEmpty(cycle);
    title = orEmpty(title);
    why = orEmpty(why);
    kind = orEmpty(kind);
    question = orEmpty(question);
    ownerKind = orEmpty(ownerKind);
    owner = orEmpty(owner);
    accountable = orEmpty(accountable);
    delegate = orEmpty(delegate);
    visibility = orEmpty(visibility);
    readers = List.copyOf(requireNonNullElse(readers, List.of()));
    standsAloneBecause = orEmpty(standsAloneBecause);
    keyResults = List.copyOf(requireNonNullElse(keyResults, List.of()));
    watched = List.copyOf(requireNonNullElse(watched, List.of()));
  }

  /// A key result as it comes in.
  public record KeyResultInput(
      String id,
      String title,
      String kind,
      String baseline,
      String baselineDue,
      String targetMode,
      String target,
      String change,
      String low,
      String high,
      String tolerance,
      String unit,
      String weight,
      String owner,
      String due,
      String settledLater,
      String guardrail,
      List<MilestoneInput> milestones) {

    public KeyResultInput {
      id = orEmpty(id);
      title = orEmpty(title);
      kind = orEmpty(kind);
      baseline = orEmpty(baseline);
      baselineDue = orEmpty(baselineDue);
      targetMode = orEmpty(targetMode);
      target = orEmpty(target);
      change = orEmpty(change);
      low = orEmpty(low);
      high = orEmpty(high);
      tolerance = orEmpty(tolerance);
      unit = orEmpty(unit);
      weight = orEmpty(weight);
      owner = orEmpty(owner);
      due = orEmpty(due);
      settledLater = orEmpty(settledLater);
      guardrail = orEmpty(guardrail);
      milestones = List.copyOf(requireNonNullElse(milestones, List.of()));
    }
  }

  /// A milestone as it comes in; without a weight it weighs 1.
  public record MilestoneInput(String id, String name, String weight) {
    public MilestoneInput {
      id = orEmpty(id);
      name = orEmpty(name);
      weight = orEmpty(weight);
    }
  }

  public record WatchedInput(String id, String name, String note) {
    public WatchedInput {
      id = orEmpty(id);
      name = orEmpty(name);
      note = orEmpty(note);
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
