package io.fairlead.app.measures;

import io.fairlead.app.measures.ScoreStore.Counted;
import io.fairlead.methods.agreement.GroupMean;
import io.fairlead.methods.agreement.RubricMarks;
import io.fairlead.methods.agreement.RubricResult;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The values that come of scored samples: one a period, on its first day, written as any other
/// value is, so that what stood before stays in the record.
@Component
class RubricValues {
  private final RubricStore rubrics;
  private final ScoreStore scores;
  private final MeasureStore measures;
  private final ValueStore values;
  private final Standings standings;
  private final Computing computing;
  private final Clock clock;

  RubricValues(
      RubricStore rubrics,
      ScoreStore scores,
      MeasureStore measures,
      ValueStore values,
      Standings standings,
      Computing computing,
      Clock clock) {
    this.rubrics = rubrics;
    this.scores = scores;
    this.measures = measures;
    this.values = values;
    this.standings = standings;
    this.computing = computing;
    this.clock = clock;
  }

  /// The same for every measure that is scored.
  void recomputeAll() {
    rubrics.all().forEach((measure, frequency) -> recompute(measure, frequency));
  }

  /// Finds all values of a measure anew, in the transaction that changes what they come from.
  void recompute(UUID measure, Frequency frequency) {
    rubrics.find(measure).ifPresent(rubric -> recompute(rubric, frequency));
  }

  private void recompute(Rubric rubric, Frequency frequency) {
    UUID measure = rubric.measure();
    Map<UUID, Slice> slices = new LinkedHashMap<>();
    values.series(measure).forEach(each -> slices.put(each.id(), each.slice()));
    Map<UUID, Map<LocalDate, Double>> wanted = new HashMap<>();
    bySlice(scores.counted(measure))
        .forEach((slice, counted) -> {
          UUID series = measures.series(measure, slice.dimension(), slice.name(), null);
          slices.put(series, slice);
          wanted.put(series, byPeriod(rubric, frequency, counted));
        });
    Instant now = clock.instant();
    List<UUID> changed = new ArrayList<>();
    slices.forEach((series, slice) -> {
      List<NewValue> found = found(series, slice, wanted.getOrDefault(series, Map.of()));
      Entered entered = values.write(series, found, null, now, Source.RUBRIC.code());
      if (entered.added() + entered.corrected() > 0) {
        changed.add(series);
      }
    });
    if (!changed.isEmpty()) {
      standings.refresh(measure, changed);
      computing.follow(measure);
    }
  }

  private static Map<Slice, List<Counted>> bySlice(List<Counted> counted) {
    Map<Slice, List<Counted>> bySlice = new LinkedHashMap<>();
    counted.forEach(each ->
        Stream.of(Slice.WHOLE, each.slice())
            .distinct()
            .forEach(slice -> bySlice.computeIfAbsent(slice, _ -> new ArrayList<>()).add(each)));
    return bySlice;
  }

  private static Map<LocalDate, Double> byPeriod(
      Rubric rubric, Frequency frequency, List<Counted> counted) {
    Map<LocalDate, List<Counted>> byPeriod = new TreeMap<>();
    counted.forEach(each ->
        byPeriod.computeIfAbsent(frequency.first(each.day()), _ -> new ArrayList<>()).add(each));
    Map<LocalDate, Double> values = new TreeMap<>();
    byPeriod.forEach(
        (first, samples) -> value(rubric, samples).ifPresent(value -> values.put(first, value)));
    return values;
  }

  private static Optional<Double> value(Rubric rubric, List<Counted> samples) {
    List<Counted> comparable = comparable(rubric, samples);
    int points = rubric.on(comparable.getFirst().day()).points();
    return RubricResult.of(marks(comparable), points).value().map(GroupMean::mean);
  }

  /// Those that were scored by the newest of their versions: a version begins with a period, but
  /// how often the measure is taken may have changed since.
  static List<Counted> comparable(Rubric rubric, List<Counted> samples) {
    return samples.stream()
        .filter(each -> rubric.on(each.day()).equals(rubric.on(samples.getLast().day())))
        .toList();
  }

  static List<List<RubricMarks>> marks(Collection<Counted> samples) {
    return samples.stream().map(each -> List.copyOf(each.marks().values())).toList();
  }

  /// What is to be written; what came of scores that are gone is taken back.
  private List<NewValue> found(UUID series, Slice slice, Map<LocalDate, Double> wanted) {
    Stream<NewValue> gone =
        values.days(series, Source.RUBRIC.code()).stream()
            .filter(day -> !wanted.containsKey(day))
            .map(day -> new NewValue(slice, day, null));
    Stream<NewValue> there =
        wanted.entrySet().stream().map(each -> new NewValue(slice, each.getKey(), each.getValue()));
    return Stream.concat(gone, there).toList();
  }
}
