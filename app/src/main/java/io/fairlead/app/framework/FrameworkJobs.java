package io.fairlead.app.framework;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A planned change comes into force soon after its day begins.
@Configuration(proxyBeanMethods = false)
class FrameworkJobs {
  @Bean
  RecurringTask<Void> puttingPlannedFrameworksInForce(PlannedChanges changes) {
    return Tasks.recurring("framework.planned-changes", FixedDelay.ofMinutes(1))
        .execute((instance, context) -> changes.keepUp());
  }
}
