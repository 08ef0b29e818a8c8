package io.fairlead.app.cycles;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Time passes: the next cycles are made before anybody needs them.
@Configuration(proxyBeanMethods = false)
class CycleJobs {
  @Bean
  RecurringTask<Void> keepingUpWithTheCalendar(CycleCalendar calendar) {
    return Tasks.recurring("cycles.keep-up", FixedDelay.ofHours(1))
        .execute((instance, context) -> calendar.keepUp());
  }
}
