package io.fairlead.app.messages;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is old is thrown away.
@Configuration(proxyBeanMethods = false)
class MessageJobs {
  /// How long it is known what became of a mail.
  private static final Duration MAIL_KEPT = Duration.ofDays(90);

  @Bean
  RecurringTask<Void> forgettingNotices(Inbox inbox) {
    return Tasks.recurring("messages.forget-notices", FixedDelay.ofHours(24))
        .execute((instance, context) -> inbox.forgetOld());
  }

  @Bean
  RecurringTask<Void> gatheringNotices(Gathering gathering) {
    return Tasks.recurring("messages.gather", FixedDelay.ofSeconds(15))
        .execute((instance, context) -> gathering.gather());
  }

  @Bean
  RecurringTask<Void> reminding(Reminders reminders) {
    return Tasks.recurring("messages.remind", FixedDelay.ofMinutes(15))
        .execute((instance, context) -> reminders.remind());
  }

  @Bean
  RecurringTask<Void> sendingDigests(Digests digests) {
    return Tasks.recurring("messages.digests", FixedDelay.ofMinutes(15))
        .execute((instance, context) -> digests.send());
  }

  @Bean
  RecurringTask<Void> forgettingMail(MailStore mails, Clock clock) {
    return Tasks.recurring("messages.forget-mail", FixedDelay.ofHours(24))
        .execute((instance, context) -> mails.forget(clock.instant().minus(MAIL_KEPT)));
  }
}
