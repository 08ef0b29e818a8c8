package io.fairlead.app.demo;

import io.fairlead.app.cycles.CycleCalendar;
import io.fairlead.app.goals.DerivedFigures;
import io.fairlead.app.people.Lines;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// With `fairlead.demo=true`, fills an empty database before the first page can be asked for: all
/// of it in one transaction, or nothing.
@Component
@ConditionalOnProperty("fairlead.demo")
class DemoStart implements SmartLifecycle {
  private final DemoStore store;
  private final Lines lines;
  private final CycleCalendar calendar;
  private final DerivedFigures figures;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final PrintStream out = System.out;
  private volatile boolean running;

  DemoStart(
      DemoStore store,
      Lines lines,
      CycleCalendar calendar,
      DerivedFigures figures,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.lines = lines;
    this.calendar = calendar;
    this.figures = figures;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    transaction.executeWithoutResult(_ -> {
      if (store.isEmpty()) {
        fill(LocalDate.ofInstant(clock.instant(), Rulebook.ZONE));
      }
    });
  }

  private void fill(LocalDate today) {
    say("Making up Brightwell Instruments: two years, up to yesterday.");
    DemoCompany company = DemoSimulation.of(DemoSimulation.SEED, today);
    say(
        "Writing %d people, %d objectives, %d key results, %d check-ins."
            .formatted(
                company.people().stream().filter(person -> person.isHere(today)).count(),
                company.objectives().size(),
                company.keyResults().size(),
                company.checkIns().size()));
    store.fill(company);
    lines.bringToToday();
    store.analyse();
    say("Working out scores and roll-ups.");
    figures.recomputeAll();
    calendar.keepUp();
  }

  private void say(String sentence) {
    out.println("         " + sentence);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Before the server listens and before anything works in the background.
  @Override
  public int getPhase() {
    return 0;
  }
}
