package io.fairlead.app.goals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an import would do: the objectives it would write, the cycles it would make, and all that
/// is wrong, row by row.
///
/// @param rows how many rows the file has
/// @param known objectives that are here already and stay as they are
/// @param withoutCycle how many objectives are in a cycle that is not here and not decided
/// @param unknownOwners how often each owner is named that nobody here is called
/// @param unknownCycles the cycles named that are not here
public record ImportPlan(
    int rows,
    List<String> columns,
    List<Planned> objectives,
    int known,
    int withoutCycle,
    List<NewCycle> newCycles,
    Map<String, Integer> unknownOwners,
    Map<String, Integer> unknownCycles,
    List<Problem> problems) {

  /// An objective to be written.
  ///
  /// @param line its numbers in the file
  public record Planned(
      UUID id,
      String external,
      ObjectivePlan plan,
      List<PlannedPart> parts,
      ObjectiveState state,
      String parent,
      Map<String, Double> contributions,
      Map<String, String> attributes,
      List<Integer> lines,
      boolean good) {
    String title() {
      return plan.title();
    }
  }

  /// What a key result brings beside its plan.
  ///
  /// @param value the newest figure, 1 or 0 for an answer; null for none
  /// @param done the names of the milestones done; null for none
  public record PlannedPart(
      UUID id,
      String external,
      java.math.@Nullable BigDecimal value,
      @Nullable List<String> done,
      @Nullable Integer confidence,
      Map<String, String> attributes) {
    boolean saysSomething() {
      return value != null || done != null || confidence != null;
    }
  }

  public record NewCycle(UUID id, String name, LocalDate starts, LocalDate ends) {}

  /// @param stops whether its row cannot be used as it is
  public record Problem(int row, String column, String code, String shown, boolean stops) {}

  /// Problems of one cause.
  public record Cause(
      String code, String column, String example, boolean stops, int count, List<Integer> rows) {}

  List<Planned> good() {
    return objectives.stream().filter(Planned::good).toList();
  }

  public int goodCount() {
    return good().size();
  }

  public int keyResultCount() {
    return good().stream().mapToInt(planned -> planned.parts().size()).sum();
  }

  public int parked() {
    return objectives.size() - good().size() + withoutCycle;
  }

  public boolean hasStops() {
    return problems.stream().anyMatch(Problem::stops);
  }

  /// The problems by cause, those that stop first, then the most frequent.
  public List<Cause> causes() {
    Map<List<String>, List<Problem>> byCause = new LinkedHashMap<>();
    for (Problem problem : problems) {
      byCause
          .computeIfAbsent(
              List.of(problem.code(), problem.column(), String.valueOf(problem.stops())),
              _ -> new ArrayList<>())
          .add(problem);
    }
    return byCause.values().stream()
        .map(each -> {
          Problem first = each.getFirst();
          return new Cause(
              first.code(),
              first.column(),
              first.shown(),
              first.stops(),
              each.size(),
              each.stream().map(Problem::row).distinct().limit(12).toList());
        })
        .sorted(
            java.util.Comparator.comparing(Cause::stops).thenComparingInt(Cause::count).reversed())
        .toList();
  }
}
