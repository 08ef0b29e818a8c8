package io.fairlead.app.platform.web;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What every controller stands behind. `fairlead.limits.writes-a-minute` and
/// `fairlead.limits.requests-a-minute` change the rates (0: none), as a load test does; those of an
/// address are `AddressRates`'.
@Configuration(proxyBeanMethods = false)
class WebSettings implements WebMvcConfigurer {
  private final Rates rates;

  WebSettings(
      Clock clock,
      @Value("${fairlead.limits.writes-a-minute:" + Limits.WRITES_A_MINUTE + "}") int writes,
      @Value("${fairlead.limits.requests-a-minute:" + Limits.REQUESTS_A_MINUTE + "}")
          int requests) {
    this.rates = new Rates(clock, writes, requests);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(rates).excludePathPatterns("/assets/**", "/actuator/**", "/error");
  }
}
