package io.fairlead.app.platform.web;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What every controller stands behind. `fairlead.limits.writes-a-minute` and
/// `fairlead.limits.requests-a-minute` change the rates (0: none), as a load test does; those of an
/// address are `AddressRates`'.
@Configuration(proxyBeanMethods = false)
class WebSettings implements WebMvcConfigurer {
  private final Rates rates;
  private final JsonMapper json;

  WebSettings(
      Clock clock,
      JsonMapper json,
      @Value("${fairlead.limits.writes-a-minute:" + Limits.WRITES_A_MINUTE + "}") int writes,
      @Value("${fairlead.limits.requests-a-minute:" + Limits.REQUESTS_A_MINUTE + "}")
          int requests) {
    this.json = json;
    this.rates = new Rates(clock, writes, requests);
  }

  /// What was sent has no member that nobody knows: a word mistyped would otherwise leave what it
  /// was meant to set as it usually is. What was stored is read by a mapper that minds no such
  /// thing.
  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    converters.withJsonConverter(
        new JacksonJsonHttpMessageConverter(
            json.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build()));
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(rates).excludePathPatterns("/assets/**", "/actuator/**", "/error");
  }
}
