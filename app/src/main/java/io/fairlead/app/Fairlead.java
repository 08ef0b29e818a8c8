package io.fairlead.app;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// The product's server.
@SpringBootApplication
public class Fairlead {

  /// Starts the server; `fairlead.db.*` properties say where its database is.
  public static void main(String[] arguments) {
    SpringApplication.run(Fairlead.class, arguments);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
