package io.fairlead.app.measures;

import io.fairlead.app.platform.words.OrganisationSettings;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings along what follows from measures and values that came in bulk rather than one act at a
/// time: the first wording kept of each, values of scored samples, where each series stands and
/// what its owner should look at.
@Component
public class MeasureFigures {
  private final MeasureStore store;
  private final Standings standings;
  private final RubricValues rubrics;
  private final OrganisationSettings organisation;
  private final Clock clock;

  MeasureFigures(
      MeasureStore store,
      Standings standings,
      RubricValues rubrics,
      OrganisationSettings organisation,
      Clock clock) {
    this.store = store;
    this.standings = standings;
    this.rubrics = rubrics;
    this.organisation = organisation;
    this.clock = clock;
  }

  /// Finds them for everything there is.
  @Transactional
  public void recomputeAll() {
    store.keepMissingWordings(
        LocalDate.ofInstant(clock.instant(), organisation.organisation().zone()));
    store.all().forEach(standings::refreshAll);
    rubrics.recomputeAll();
  }
}
