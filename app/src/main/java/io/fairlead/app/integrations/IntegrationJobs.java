package io.fairlead.app.integrations;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What happened is sent to whoever wants it, and forgotten after a month.
@Configuration(proxyBeanMethods = false)
class IntegrationJobs {
  @Bean
  RecurringTask<Void> sendingEvents(Deliveries deliveries) {
    return Tasks.recurring("integrations.send", FixedDelay.ofSeconds(5))
        .execute((instance, context) -> {
          while (deliveries.run() > 0 && !context.getSchedulerState().isShuttingDown()) {
            // until nothing is due
          }
        });
  }

  @Bean
  RecurringTask<Void> forgettingEvents(Events events, Deliveries deliveries) {
    return Tasks.recurring("integrations.forget", FixedDelay.ofHours(1))
        .execute((instance, context) -> {
          events.forgetOld();
          deliveries.forgetOld();
        });
  }
}
