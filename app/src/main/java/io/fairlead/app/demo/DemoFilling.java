package io.fairlead.app.demo;

import io.fairlead.app.goals.DerivedFigures;
import io.fairlead.app.measures.MeasureFigures;
import io.fairlead.app.people.Lines;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills an empty database with the demo company: all of it in one transaction, or nothing.
@Component
class DemoFilling {
  private final DemoStore store;
  private final Lines lines;
  private final DerivedFigures figures;
  private final MeasureFigures measures;
  private final DemoCards cards;
  private final DemoFeedback feedback;
  private final Clock clock;

  DemoFilling(
      DemoStore store,
      Lines lines,
      DerivedFigures figures,
      MeasureFigures measures,
      DemoCards cards,
      DemoFeedback feedback,
      Clock clock) {
    this.store = store;
    this.lines = lines;
    this.figures = figures;
    this.measures = measures;
    this.cards = cards;
    this.feedback = feedback;
    this.clock = clock;
  }

  /// Leaves a database alone in which there is anybody.
  ///
  /// @param say told each step
  @Transactional
  public void fillIfEmpty(Consumer<String> say) {
    if (!store.isEmpty()) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), Rulebook.ZONE);
    DemoCompany company = DemoSimulation.of(DemoSimulation.SEED, today);
    say.accept(
        "Writing two years of a made-up company: %d people, %d objectives, %d check-ins, %d measures."
            .formatted(
                company.people().stream().filter(person -> person.isHere(today)).count(),
                company.objectives().size(),
                company.checkIns().size(),
                company.measured().size()));
    store.fill(company);
    lines.bringToToday();
    store.analyse();
    figures.recomputeAll();
    measures.recomputeAll();
    store.answerAlerts(company, clock.instant());
    cards.make(company);
    feedback.make(company);
  }
}
