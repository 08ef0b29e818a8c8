package io.fairlead.app.goals;

import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.GoalRules;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the framework in force says of goals.
public interface GoalSettings {
  GoalRules inForce();

  /// The default framework, until the organisation has put one of its own in force.
  @Configuration(proxyBeanMethods = false)
  class Standard {
    @Bean
    @ConditionalOnMissingBean
    GoalSettings goalSettings() {
      GoalRules standard = DefaultFramework.document().framework().goals();
      return () -> standard;
    }
  }
}
