package io.fairlead.app.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A scorecard as it stands, without any value.
///
/// @param unitName of the unit it belongs to; null for the organisation's
/// @param ownerName null when it is known no longer
/// @param mayChange whether the viewer may
public record Scorecard(
    UUID id,
    String title,
    @Nullable UUID ofUnit,
    @Nullable String unitName,
    UUID owner,
    @Nullable String ownerName,
    long version,
    boolean mayChange,
    List<Perspective> perspectives) {

  public Scorecard {
    perspectives = List.copyOf(perspectives);
  }

  /// @param weight a share
  public record Perspective(UUID id, String name, BigDecimal weight, List<Objective> objectives) {
    public Perspective {
      objectives = List.copyOf(objectives);
    }
  }

  /// @param supports objectives of other cards
  public record Objective(
      UUID id,
      String title,
      BigDecimal weight,
      List<Weighed> measures,
      List<Initiative> initiatives,
      List<UUID> goals,
      List<UUID> supports) {
    public Objective {
      measures = List.copyOf(measures);
      initiatives = List.copyOf(initiatives);
      goals = List.copyOf(goals);
      supports = List.copyOf(supports);
    }
  }

  /// A measure on the card.
  ///
  /// @param floor the value that scores 0; null: not said yet
  /// @param target null: the measure's own
  public record Weighed(
      UUID id,
      UUID measure,
      BigDecimal weight,
      @Nullable BigDecimal floor,
      @Nullable BigDecimal target,
      @Nullable BigDecimal stretch) {}

  /// @param ownerName null when there is none, or it is known no longer
  public record Initiative(
      UUID id,
      String name,
      @Nullable UUID owner,
      @Nullable String ownerName,
      @Nullable LocalDate due,
      InitiativeState state) {}

  Stream<Objective> objectives() {
    return perspectives.stream().flatMap(each -> each.objectives().stream());
  }

  List<UUID> measures() {
    return objectives()
        .flatMap(each -> each.measures().stream())
        .map(Weighed::measure)
        .distinct()
        .toList();
  }
}
