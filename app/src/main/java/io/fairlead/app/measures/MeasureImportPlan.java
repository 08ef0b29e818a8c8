package io.fairlead.app.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a file of values would do, against what stands now.
///
/// @param missing measures that are not there, which may be defined
/// @param faults what cannot be taken, by row
public record MeasureImportPlan(List<Change> changes, List<Missing> missing, List<Fault> faults) {
  private static final int ROWS_SHOWN = 12;

  public MeasureImportPlan {
    changes = List.copyOf(changes);
    missing = List.copyOf(missing);
    faults = List.copyOf(faults);
  }

  /// What would become of one measure.
  ///
  /// @param corrections the first few
  /// @param targets what it should be from which days on, where that is not what stands
  public record Change(
      UUID id,
      String name,
      Entered counts,
      List<Correction> corrections,
      List<NewValue> values,
      List<Target> targets) {
    public Change {
      corrections = List.copyOf(corrections);
      values = List.copyOf(values);
      targets = List.copyOf(targets);
    }
  }

  public record Correction(LocalDate day, String slice, double before, double now) {}

  /// @param target the latest that the file names
  public record Missing(
      String name,
      Frequency frequency,
      int decimals,
      @Nullable Double target,
      List<NewValue> values) {}

  /// Something in the file that cannot be taken.
  ///
  /// @param column empty where it is about the whole row
  /// @param shown what a reader is told beside the cause; may be empty
  public record Fault(int row, String column, String code, String shown) {}

  /// Faults of one kind.
  ///
  /// @param rows the first that have it
  public record Cause(String code, int count, List<Integer> rows, String example) {
    public boolean hasMore() {
      return count > rows.size();
    }
  }

  /// The most frequent first.
  public List<Cause> causes() {
    Map<String, List<Fault>> byCode = new LinkedHashMap<>();
    faults.forEach(
        fault -> byCode.computeIfAbsent(fault.code(), _ -> new ArrayList<>()).add(fault));
    return byCode.entrySet().stream()
        .map(each ->
            new Cause(
                each.getKey(),
                each.getValue().size(),
                each.getValue().stream().map(Fault::row).distinct().limit(ROWS_SHOWN).toList(),
                each.getValue().getFirst().shown()))
        .sorted(Comparator.comparingInt(Cause::count).reversed())
        .toList();
  }

  public int added() {
    return changes.stream().mapToInt(each -> each.counts().added()).sum();
  }

  public int corrected() {
    return changes.stream().mapToInt(each -> each.counts().corrected()).sum();
  }

  public int unchanged() {
    return changes.stream().mapToInt(each -> each.counts().unchanged()).sum();
  }

  /// Whether anything would be written if the missing ones were defined.
  public boolean hasSomething() {
    return Stream.concat(
            changes.stream().map(Change::values), missing.stream().map(Missing::values))
        .anyMatch(values -> !values.isEmpty());
  }
}
