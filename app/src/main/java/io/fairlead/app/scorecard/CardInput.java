package io.fairlead.app.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A whole scorecard as somebody says it. What has the id of a part of the card stays that part,
/// with its arrows; what has none is new; what is left out goes.
///
/// @param ofUnit whose card it is; null: the whole organisation's
/// @param owner null: whoever writes it
public record CardInput(
    @Nullable String title,
    @Nullable UUID ofUnit,
    @Nullable UUID owner,
    @Nullable List<PerspectiveInput> perspectives) {

  /// @param weight a share; 0.25 for a quarter
  public record PerspectiveInput(
      @Nullable UUID id,
      @Nullable String name,
      @Nullable BigDecimal weight,
      @Nullable List<ObjectiveInput> objectives) {}

  /// @param weight in relation to the others of the perspective; null: 1
  /// @param goals that it is worked at by
  /// @param supports objectives of other cards
  public record ObjectiveInput(
      @Nullable UUID id,
      @Nullable String title,
      @Nullable BigDecimal weight,
      @Nullable List<MeasureInput> measures,
      @Nullable List<InitiativeInput> initiatives,
      @Nullable List<UUID> goals,
      @Nullable List<UUID> supports) {}

  /// @param id of its row; with it alone what the writer cannot see stays as it is
  /// @param measure its code
  /// @param weight in relation to the others of the objective; null: 1
  /// @param floor the value that scores 0
  /// @param target the value that scores 1; null: the measure's own
  /// @param stretch the value that scores 1.2; null: nothing above 1 is reached
  public record MeasureInput(
      @Nullable UUID id,
      @Nullable String measure,
      @Nullable BigDecimal weight,
      @Nullable BigDecimal floor,
      @Nullable BigDecimal target,
      @Nullable BigDecimal stretch) {}

  public record InitiativeInput(
      @Nullable UUID id,
      @Nullable String name,
      @Nullable UUID owner,
      @Nullable LocalDate due,
      @Nullable String state) {}
}
