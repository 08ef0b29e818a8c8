package io.fairlead.app.messages;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is old is thrown away.
@Configuration(proxyBeanMethods = false)
class MessageJobs {
  @Bean
  RecurringTask<Void> forgettingNotices(Inbox inbox) {
    return Tasks.recurring("messages.forget-notices", FixedDelay.ofHours(24))
        .execute((instance, context) -> inbox.forgetOld());
  }
}
