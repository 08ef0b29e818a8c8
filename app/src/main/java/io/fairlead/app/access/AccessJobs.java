package io.fairlead.app.access;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What nobody can use any more is not kept: sessions that are over, and tries at signing in that
/// no longer slow anybody down, and composed roles whose last day is past.
@Configuration(proxyBeanMethods = false)
class AccessJobs {
  @Bean
  RecurringTask<Void> forgettingSessions(Sessions sessions) {
    return Tasks.recurring("access.forget-sessions", FixedDelay.ofHours(1))
        .execute((instance, context) -> sessions.forgetExpired());
  }

  @Bean
  RecurringTask<Void> forgettingTries(Throttle throttle) {
    return Tasks.recurring("access.forget-tries", FixedDelay.ofHours(1))
        .execute((instance, context) -> throttle.forgetCalm());
  }

  @Bean
  RecurringTask<Void> endingCustomRoles(CustomRoleGrants grants) {
    return Tasks.recurring("access.end-custom-roles", FixedDelay.ofHours(1))
        .execute((instance, context) -> grants.clearEnded());
  }

  @Bean
  OneTimeTask<MailedLinks.Asked> mailingLinks(MailedLinks links) {
    return Tasks.oneTime(MailedLinks.JOB, MailedLinks.Asked.class)
        .execute((instance, context) -> links.send(instance.getData()));
  }
}
