package io.fairlead.app.feedback;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.fairlead.app.disclosure.Escrows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Rounds open and close by their days, and how far they are is counted now and then.
@Configuration(proxyBeanMethods = false)
class RoundJobs {
  @Bean
  RecurringTask<Void> keepingRoundsOnTime(RoundOpening opening, RoundClosing closing) {
    return Tasks.recurring("feedback.rounds", FixedDelay.ofMinutes(10))
        .execute((instance, context) -> {
          opening.openDue();
          closing.closeDue();
        });
  }

  @Bean
  RecurringTask<Void> endingEscrows(Escrows escrows) {
    return Tasks.recurring("feedback.escrows", FixedDelay.ofHours(1))
        .execute((instance, context) -> escrows.expire());
  }

  @Bean
  RecurringTask<Void> countingParticipation(Participation participation) {
    return Tasks.recurring("feedback.participation", FixedDelay.ofHours(6))
        .execute((instance, context) -> participation.count());
  }
}
