package io.fairlead.app.people;

import io.fairlead.app.platform.words.OrganisationSettings;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// What day it is in the organisation's zone; lines and employments change at its midnight.
@Component
class OrganisationDate {
  private final Clock clock;
  private final OrganisationSettings settings;

  OrganisationDate(Clock clock, OrganisationSettings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.organisation().zone());
  }
}
