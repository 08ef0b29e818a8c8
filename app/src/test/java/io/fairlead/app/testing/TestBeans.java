package io.fairlead.app.testing;

import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/// What tests replace: time, which they set, and nothing else.
@TestConfiguration(proxyBeanMethods = false)
@Import({ApiClient.class, Company.class, Visitors.class, Goals.class})
class TestBeans {
  @Bean
  static Statements statements() {
    return new Statements();
  }

  @Bean
  @Primary
  TestClock testClock() {
    return new TestClock(Instant.parse("2026-05-13T09:00:00Z"));
  }
}
