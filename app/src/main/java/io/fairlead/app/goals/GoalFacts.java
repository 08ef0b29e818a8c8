package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.goals.GoalFindingStore.Measured;
import io.fairlead.app.measures.DayValue;
import io.fairlead.app.measures.Leads;
import io.fairlead.app.measures.MeasureReader;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.measures.LeadLag;
import io.fairlead.methods.measures.Trend;
import io.fairlead.methods.wording.GoalFinding;
import io.fairlead.methods.wording.GoalRule;
import io.fairlead.methods.wording.LintedKeyResult.Facts;
import io.fairlead.methods.wording.LintedKeyResult.Indicator;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the goal linter is told beside words: from the measures that feed the key results, as far
/// as whoever asks may see them. What they may not see makes no finding.
@Component
class GoalFacts {
  /// Of fewer values before the cycle there is no best to speak of.
  private static final int FEWEST = 6;

  /// What was long ago is no standard for today.
  private static final int YEARS = 3;

  private final GoalFindingStore store;
  private final MeasureReader measures;
  private final Leads leads;

  GoalFacts(GoalFindingStore store, MeasureReader measures, Leads leads) {
    this.store = store;
    this.measures = measures;
    this.leads = leads;
  }

  /// What is known of one key result.
  private record Of(Measured measured, OptionalDouble trend, OptionalDouble best, Indicator how) {}

  /// What is known of an objective.
  static final class Known {
    private final ObjectivePlan plan;
    private final int objectivesOfOwner;
    private final Map<UUID, Of> byKeyResult;

    private Known(ObjectivePlan plan, int objectivesOfOwner, Map<UUID, Of> byKeyResult) {
      this.plan = plan;
      this.objectivesOfOwner = objectivesOfOwner;
      this.byKeyResult = byKeyResult;
    }

    int objectivesOfOwner() {
      return objectivesOfOwner;
    }

    /// The facts of a key result with these added.
    Facts with(KeyResultPlan keyResult, Facts facts) {
      Of known = byKeyResult.get(keyResult.id());
      return known == null
          ? facts
          : facts
              .against(known.trend(), known.best())
              .measuredBy(
                  known.how(),
                  known.measured().elsewhere(),
                  known.measured().pays(),
                  known.measured().guarded());
    }

    /// The figure that a finding of ambition speaks of, in the key result's unit; empty for others.
    String figure(GoalFinding finding, Words words) {
      if (finding.rule() != GoalRule.NOT_AMBITIOUS || finding.isOfObjective()) {
        return "";
      }
      KeyResultPlan keyResult = plan.keyResults().get(finding.keyResult());
      Of known = byKeyResult.get(keyResult.id());
      if (known == null) {
        return "";
      }
      OptionalDouble figure = finding.part().equals("trend") ? known.trend() : known.best();
      String number = words.number(figure.orElse(0), 2);
      return keyResult.unit().isEmpty() ? number : number + " " + keyResult.unit();
    }
  }

  Known of(Viewer viewer, Objective objective, Cycle cycle) {
    ObjectivePlan plan = objective.plan();
    List<Measured> measured = store.measured(viewer, objective.id());
    Map<UUID, List<DayValue>> values =
        measures.values(measured.stream().map(Measured::series).distinct().toList());
    Map<UUID, Of> known = new HashMap<>();
    for (Measured each : measured) {
      Optional<KeyResultPlan> keyResult =
          plan.keyResults().stream()
              .filter(one -> each.keyResult().equals(one.id()) && one.kind().isWay())
              .findFirst();
      List<DayValue> before =
          values.getOrDefault(each.series(), List.of()).stream()
              .filter(value -> value.day().isBefore(cycle.starts()))
              .filter(value -> value.day().isAfter(cycle.starts().minusYears(YEARS)))
              .toList();
      known.put(
          each.keyResult(),
          new Of(
              each,
              keyResult.isEmpty() ? OptionalDouble.empty() : trend(keyResult.get(), before, cycle),
              keyResult.isEmpty() ? OptionalDouble.empty() : best(keyResult.get(), before),
              indicator(viewer, each, measured)));
    }
    return new Known(plan, store.objectivesOfOwner(viewer, objective.id()), known);
  }

  /// Where the values before the cycle lead to by the due day, if they lead anywhere.
  private static OptionalDouble trend(KeyResultPlan keyResult, List<DayValue> before, Cycle cycle) {
    LocalDate due = Objects.requireNonNullElse(keyResult.due(), cycle.ends());
    return Trend.of(
            before.stream().map(DayValue::day).toList(),
            before.stream().mapToDouble(DayValue::value).toArray())
        .filter(Trend::isThere)
        .map(trend -> OptionalDouble.of(trend.at(due)))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble best(KeyResultPlan keyResult, List<DayValue> before) {
    if (before.size() < FEWEST) {
      return OptionalDouble.empty();
    }
    var figures = before.stream().mapToDouble(DayValue::value);
    return keyResult.kind() == KeyResultKind.DECREASE ? figures.min() : figures.max();
  }

  /// A leading measure that, by its values, leads none of the lagging ones beside it does not lead.
  private Indicator indicator(Viewer viewer, Measured one, List<Measured> all) {
    if (one.tense().equals("lagging")) {
      return Indicator.LAGGING;
    }
    if (!one.tense().equals("leading")) {
      return Indicator.UNSAID;
    }
    List<LeadLag.Verdict> verdicts =
        all.stream()
            .filter(other -> other.tense().equals("lagging") && other.whole() && one.whole())
            .map(other -> leads.of(viewer, one.measure(), other.measure()))
            .flatMap(Optional::stream)
            .map(LeadLag::verdict)
            .filter(verdict -> verdict != LeadLag.Verdict.TOO_LITTLE_DATA)
            .toList();
    return !verdicts.isEmpty() && !verdicts.contains(LeadLag.Verdict.LEADS)
        ? Indicator.NOT_LEADING
        : Indicator.LEADING;
  }
}
