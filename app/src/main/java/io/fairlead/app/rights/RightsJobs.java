package io.fairlead.app.rights;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is older than the organisation keeps it is deleted, day by day.
@Configuration(proxyBeanMethods = false)
class RightsJobs {
  @Bean
  RecurringTask<Void> deletingWhatIsDue(Retention retention) {
    return Tasks.recurring("rights.delete-due", FixedDelay.ofHours(24))
        .execute((instance, context) ->
            retention.deleteDue(context.getSchedulerState()::isShuttingDown));
  }
}
