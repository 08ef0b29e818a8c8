package io.fairlead.app.talk;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.fairlead.app.platform.web.Limits;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is done about talk by itself.
@Configuration(proxyBeanMethods = false)
class TalkJobs {
  @Bean
  OneTimeTask<Telling.Said> tellingOfComments(Telling telling) {
    return Tasks.oneTime("talk.tell", Telling.Said.class)
        .execute((instance, context) -> telling.tell(instance.getData()));
  }

  @Bean
  RecurringTask<Void> forgettingWithdrawnComments(CommentStore comments, Clock clock) {
    return Tasks.recurring("talk.forget-withdrawn", FixedDelay.ofHours(1))
        .execute(
            (instance, context) -> comments.forgetWithdrawn(clock.instant().minus(Limits.UNDO)));
  }
}
