package io.fairlead.app.feedback;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Keeps requests by which people answer out of the metrics, which are read without signing in and
/// kept for weeks: a count of them, looked at often, says when somebody answered, and in a small
/// round that somebody declined. Failures of the server stay counted.
@Configuration(proxyBeanMethods = false)
class AnswerMetrics {
  private static boolean tellsOfAnswers(Meter.Id meter) {
    String address = Objects.requireNonNullElse(meter.getTag("uri"), "");
    String status = Objects.requireNonNullElse(meter.getTag("status"), "");
    return !status.startsWith("5")
        && Stream.of("/feedback/give", "/give", "/api/v1/feedback/invitations")
            .anyMatch(address::startsWith);
  }

  @Bean
  static MeterFilter withoutAnswers() {
    return MeterFilter.deny(AnswerMetrics::tellsOfAnswers);
  }
}
