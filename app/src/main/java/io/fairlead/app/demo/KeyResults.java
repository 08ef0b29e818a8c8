package io.fairlead.app.demo;

import io.fairlead.app.demo.DemoCompany.KeyResult;
import io.fairlead.app.demo.DemoCompany.Milestone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes an objective's key results from its template; for one that is carried over, from where
/// the cycle before left them.
final class KeyResults {
  private static final double OWNED_BY_A_HELPER = 0.45;
  private static final double WEIGHTED = 0.15;
  private static final double WITH_DUE = 0.75;

  private final Dice dice;
  private final Goal goal;
  private final Instant at;

  private final boolean running;

  /// @param running whether its cycle has not ended yet, so that something may be unknown
  KeyResults(Dice dice, Goal goal, boolean running) {
    this.dice = dice;
    this.running = running;
    this.goal = goal;
    this.at = goal.createdAt;
  }

  List<KeyResult> written() {
    List<KeyResult> written = new ArrayList<>();
    boolean weighted = dice.chance(WEIGHTED);
    for (Measure measure : goal.template.measures()) {
      @Nullable KeyResult last = last(measure);
      Goal.@Nullable Score score =
          last == null || goal.carriedFrom == null ? null : goal.carriedFrom.scores.get(last.id());
      if (score == null || score.value() < 1) {
        written.add(one(measure, written.size(), weighted && written.isEmpty(), last, score));
      }
    }
    return written;
  }

  private @Nullable KeyResult last(Measure measure) {
    return goal.carriedFrom == null
        ? null
        : goal.carriedFrom.keyResults.stream()
            .filter(each -> each.title().equals(filled(measure.title())))
            .findFirst()
            .orElse(null);
  }

  private KeyResult one(
      Measure measure,
      int position,
      boolean heavy,
      @Nullable KeyResult last,
      Goal.@Nullable Score score) {
    boolean band = measure.kind().equals("band");
    BigDecimal from =
        measure.isWay() && score != null && score.figure() != null
            ? score.figure()
            : measure.isWay() ? measure.from() : null;
    boolean relative = measure.change() != null && score == null;
    boolean unknown = running && measure.mayBeUnknown() && score == null;
    return new KeyResult(
        dice.id(at),
        goal.id,
        position,
        filled(measure.title()),
        measure.kind(),
        unknown ? null : from,
        unknown ? goal.cycle.starts().plusDays(dice.between(64, 80)) : null,
        relative ? "percent-of-baseline" : "absolute",
        unknown || !measure.isWay() ? null : plain(measure.to()),
        relative ? measure.change() : null,
        band ? measure.from() : null,
        band ? measure.to() : null,
        measure.tolerance(),
        measure.unit(),
        BigDecimal.valueOf(heavy ? 2 : 1),
        owner(),
        due(measure),
        false,
        measure.guardrail(),
        milestones(measure, last, score));
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal figure) {
    if (figure == null) {
      return null;
    }
    BigDecimal plain = figure.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private @Nullable UUID owner() {
    return goal.seat.helpers().isEmpty() || !dice.chance(OWNED_BY_A_HELPER)
        ? null
        : dice.of(goal.seat.helpers());
  }

  /// The end of the cycle, mostly said; steps are sometimes wanted earlier.
  private @Nullable LocalDate due(Measure measure) {
    if (measure.kind().equals("milestones") && dice.chance(0.25)) {
      return goal.cycle.ends().minusDays(dice.between(7, 20));
    }
    return dice.chance(WITH_DUE) ? goal.cycle.ends() : null;
  }

  /// Carried over are the steps that were not done.
  private List<Milestone> milestones(
      Measure measure, @Nullable KeyResult last, Goal.@Nullable Score score) {
    Set<String> done = new HashSet<>();
    if (last != null && score != null) {
      last.milestones().stream()
          .filter(step -> score.done().contains(step.id()))
          .forEach(step -> done.add(step.name()));
    }
    List<Milestone> milestones = new ArrayList<>();
    for (String name : measure.milestones()) {
      if (!done.contains(filled(name))) {
        boolean large = measure.milestones().indexOf(name) == measure.milestones().size() - 1;
        milestones.add(
            new Milestone(
                dice.id(at), filled(name), BigDecimal.valueOf(large && dice.chance(0.3) ? 2 : 1)));
      }
    }
    return milestones;
  }

  private String filled(String text) {
    return Phrases.filled(text, goal.around, () -> "");
  }
}
