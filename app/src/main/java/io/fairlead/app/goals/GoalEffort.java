package io.fairlead.app.goals;

import io.fairlead.methods.rehearsal.DutySource;
import io.fairlead.methods.rehearsal.GoalDuties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What goals ask of people, for the rehearsal of a framework.
@Configuration(proxyBeanMethods = false)
class GoalEffort {
  @Bean
  DutySource goalDuties() {
    return GoalDuties.usual();
  }
}
