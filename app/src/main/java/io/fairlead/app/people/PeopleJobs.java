package io.fairlead.app.people;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What happens soon after the organisation's midnight: changes dated ahead take effect. It asks
/// what day it is every few minutes, so that a node that slept, or another zone, needs no care.
@Configuration(proxyBeanMethods = false)
class PeopleJobs {
  @Bean
  RecurringTask<Void> linesTurn(Lines lines, People people) {
    return Tasks.recurring("people.midnight", FixedDelay.ofMinutes(5))
        .execute((instance, context) -> {
          lines.bringToToday();
          people.tellDepartures();
        });
  }

  @Bean
  OneTimeTask<PeopleImport.Step> importStep(PeopleImport imports) {
    return Tasks.oneTime("people.import", PeopleImport.Step.class)
        .execute((instance, context) -> imports.proceed(instance.getData().run()));
  }

  @Bean
  RecurringTask<Void> forgettingImports(PeopleImport imports) {
    return Tasks.recurring("people.forget-imports", FixedDelay.ofHours(1))
        .execute((instance, context) -> imports.forgetOld());
  }
}
