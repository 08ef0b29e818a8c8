package io.fairlead.app.goals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A key result of the goal library.
///
/// @param today where it often stands before anybody works on it, in words: a hint and never a
///   baseline
/// @param from the baseline, only where it is the same for everybody, such as the customers of
///   something that does not exist yet
/// @param to the typical target; null for one said as a change
/// @param by the typical change, in per cent of today's value or in points; null for a target said
///   as a figure
/// @param guardrail what must not get worse meanwhile
/// @param watch what is worth looking at beside it
public record ExampleKeyResult(
    String id,
    String title,
    KeyResultKind kind,
    String unit,
    String today,
    @Nullable BigDecimal from,
    @Nullable BigDecimal to,
    @Nullable BigDecimal by,
    TargetMode mode,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    List<String> milestones,
    String guardrail,
    String watch) {

  public ExampleKeyResult {
    milestones = List.copyOf(milestones);
  }

  /// As a sentence of the editor. Where a way has no baseline, it is to be measured.
  EditorRow row(LocalDate measuredBy) {
    return EditorRow.EMPTY
        .with("shape", shape())
        .with("title", title)
        .with("unit", unit)
        .with("baseline", plain(from))
        .with("baselineDue", kind.isWay() && from == null ? measuredBy.toString() : "")
        .with("target", plain(to))
        .with("change", plain(by))
        .with("mode", mode == TargetMode.POINTS ? "points" : "percent-of-baseline")
        .with("low", plain(low))
        .with("high", plain(high))
        .with("milestones", String.join("\n", milestones))
        .with("guardrail", guardrail);
  }

  /// The sentence of the editor that it takes.
  public String shape() {
    return switch (kind) {
      case INCREASE -> by == null ? "move" : "raise";
      case DECREASE -> by == null ? "move" : "reduce";
      case BAND -> "keep";
      case MILESTONES -> "reach";
      case YES_NO -> "answer";
    };
  }

  private static String plain(@Nullable BigDecimal figure) {
    return figure == null ? "" : Figures.plain(figure);
  }
}
