package io.fairlead.app.measures;

import io.fairlead.methods.rehearsal.DutySource;
import io.fairlead.methods.rehearsal.MeasureDuties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What measures and scorecards ask of people, for the rehearsal of a framework.
@Configuration(proxyBeanMethods = false)
class MeasureEffort {
  @Bean
  DutySource measureDuties() {
    return MeasureDuties.usual();
  }
}
