package io.fairlead.app.feedback;

import io.fairlead.app.instruments.Instruments;
import io.fairlead.methods.rehearsal.DutySource;
import io.fairlead.methods.rehearsal.FeedbackAssumptions;
import io.fairlead.methods.rehearsal.FeedbackDuties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What rounds of feedback ask of people, for the rehearsal of a framework.
@Configuration(proxyBeanMethods = false)
class FeedbackEffort {
  @Bean
  DutySource feedbackDuties(Instruments instruments) {
    return FeedbackDuties.with(FeedbackAssumptions.USUAL, instruments::published);
  }
}
