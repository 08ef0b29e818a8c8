package io.fairlead.app.platform.words;

import java.time.ZoneId;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The settings before a framework document is in force.
@Configuration(proxyBeanMethods = false)
class DefaultOrganisation {
  @Bean
  @ConditionalOnMissingBean
  OrganisationSettings organisationSettings() {
    return () ->
        new OrganisationSettings.Organisation(
            "Fairlead", ZoneId.of("UTC"), Locale.ENGLISH, Vocabulary.STANDARD);
  }
}
