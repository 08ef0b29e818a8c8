package io.fairlead.app.goals;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Large cycles are counted before anybody asks.
@Configuration(proxyBeanMethods = false)
class SummaryJobs {
  @Bean
  RecurringTask<Void> countingLargeCycles(CycleSummaries summaries) {
    return Tasks.recurring("goals.count-large-cycles", FixedDelay.ofMinutes(1))
        .execute((instance, context) ->
            summaries.countLarge(context.getSchedulerState()::isShuttingDown));
  }
}
