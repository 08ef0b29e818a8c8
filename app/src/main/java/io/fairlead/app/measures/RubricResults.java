package io.fairlead.app.measures;

import io.fairlead.app.measures.ScoreStore.Counted;
import io.fairlead.app.platform.Viewer;
import io.fairlead.methods.agreement.RubricResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the scores of a measure come to, for all who read the measure: figures over samples, never
/// what one person marked.
@Component
public class RubricResults {
  private final Measures measures;
  private final RubricStore rubrics;
  private final SampleStore samples;
  private final ScoreStore scores;

  RubricResults(Measures measures, RubricStore rubrics, SampleStore samples, ScoreStore scores) {
    this.measures = measures;
    this.rubrics = rubrics;
    this.samples = samples;
    this.scores = scores;
  }

  /// What a period's scores come to, and all of the same rubric.
  ///
  /// @param version by which the period's samples are scored
  /// @param from the period's first day
  /// @param added its samples
  /// @param complete those of them that count
  /// @param raters how many people scored these
  /// @param all of every sample that counts and was scored by the same version
  public record Report(
      Rubric rubric,
      RubricVersion version,
      LocalDate from,
      LocalDate to,
      int added,
      int complete,
      int raters,
      RubricResult period,
      RubricResult all) {}

  /// What is known of the period that has this day; without one, of the latest that has samples.
  /// Empty where nobody said how samples are scored, or the viewer may not read the measure.
  public Optional<Report> of(Viewer viewer, UUID measure, @Nullable LocalDate day) {
    return measures
        .find(viewer, measure)
        .flatMap(found -> rubrics.find(measure).map(rubric -> report(viewer, found, rubric, day)));
  }

  private Report report(Viewer viewer, Measure measure, Rubric rubric, @Nullable LocalDate asked) {
    Frequency frequency = measure.plan().frequency();
    LocalDate day = asked == null ? samples.lastDay(measure.id()).orElse(viewer.today()) : asked;
    LocalDate from = frequency.first(day);
    LocalDate to = frequency.last(day);
    List<Counted> counted = scores.counted(measure.id());
    List<Counted> period =
        RubricValues.comparable(
            rubric,
            counted.stream()
                .filter(each -> !each.day().isBefore(from) && !each.day().isAfter(to))
                .toList());
    RubricVersion version = rubric.on(period.isEmpty() ? to : period.getLast().day());
    List<Counted> all =
        counted.stream().filter(each -> rubric.on(each.day()).equals(version)).toList();
    Set<UUID> raters =
        period.stream().flatMap(each -> each.marks().keySet().stream()).collect(Collectors.toSet());
    return new Report(
        rubric,
        version,
        from,
        to,
        samples.count(measure.id(), from, to),
        period.size(),
        raters.size(),
        RubricResult.of(RubricValues.marks(period), version.points()),
        RubricResult.of(RubricValues.marks(all), version.points()));
  }
}
