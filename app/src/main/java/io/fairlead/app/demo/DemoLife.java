package io.fairlead.app.demo;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.fairlead.app.goals.CheckIn;
import io.fairlead.app.goals.CheckIns;
import io.fairlead.app.goals.CheckIns.ToUpdate;
import io.fairlead.app.goals.Track;
import io.fairlead.app.platform.Viewer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Goes on with the demo company while it runs: now and then somebody whose check-in is due makes
/// it, by the same act as on the page.
@Component
class DemoLife {
  private static final double FARTHEST_STEP = 0.15;
  private static final int USUAL_CONFIDENCE = 6;

  private final DemoStore store;
  private final CheckIns checkIns;
  private final Clock clock;
  private final Phrases phrases = new Phrases();

  DemoLife(DemoStore store, CheckIns checkIns, Clock clock) {
    this.store = store;
    this.checkIns = checkIns;
    this.clock = clock;
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty("fairlead.demo")
  static class Job {
    @Bean
    RecurringTask<Void> demoGoesOn(DemoLife life) {
      return Tasks.recurring("demo.goes-on", FixedDelay.ofMinutes(2))
          .execute((instance, context) -> life.goOn());
    }
  }

  void goOn() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Rulebook.ZONE);
    Dice dice = new Dice(clock.millis());
    for (Viewer person : store.due(today)) {
      List<CheckIn> said =
          checkIns.mine(person).stream().flatMap(open -> said(open, today, dice)).toList();
      if (!said.isEmpty()) {
        checkIns.save(person, said, null).orThrow();
      }
    }
  }

  /// A figure moves a little towards its target; everything else stays as it was.
  private Stream<CheckIn> said(ToUpdate open, LocalDate today, Dice dice) {
    Track track = open.track();
    if (track == null || !track.lastDay().isBefore(today)) {
      return Stream.empty();
    }
    BigDecimal value = track.value();
    BigDecimal target = open.keyResult().target();
    int confidence = track.confidence() == null ? USUAL_CONFIDENCE : track.confidence();
    if (value == null || target == null || !open.keyResult().hasCourse()) {
      return Stream.of(new CheckIn(open.keyResult().id(), null, Set.of(), confidence, "", true));
    }
    BigDecimal step =
        target.subtract(value).multiply(BigDecimal.valueOf(dice.between(0, FARTHEST_STEP)));
    int digits = Math.max(Math.max(value.scale(), target.scale()), 0);
    String note = dice.chance(0.3) ? phrases.say(dice, "on course", () -> "Mara") : "";
    return Stream.of(
        new CheckIn(
            open.keyResult().id(),
            value.add(step).setScale(digits, RoundingMode.HALF_UP),
            Set.of(),
            confidence,
            note,
            false));
  }
}
