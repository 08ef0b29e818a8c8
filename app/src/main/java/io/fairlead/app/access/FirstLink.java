package io.fairlead.app.access;

import java.io.PrintStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Prints the first administrator's link at each start for as long as nobody can sign in. It goes
/// to the terminal and not into the log, which may travel further.
@Component
class FirstLink {
  private final Starting starting;
  private final Environment environment;
  private final boolean quiet;
  private final PrintStream out = System.out;

  FirstLink(
      Starting starting,
      Environment environment,
      @Value("${fairlead.demo:false}") boolean demo,
      @Value("${fairlead.testing:false}") boolean testing) {
    this.starting = starting;
    this.environment = environment;
    this.quiet = demo || testing;
  }

  @EventListener(ApplicationReadyEvent.class)
  void print() {
    if (quiet) {
      return;
    }
    starting
        .firstLink()
        .ifPresent(path ->
            out.println(
                """

                Nobody can sign in yet. Open this link within a day to become the first administrator:
                  %s%s
                """
                    .formatted(address(), path)));
  }

  /// Where browsers reach this server: `fairlead.url`, or this machine.
  private String address() {
    return environment.getProperty(
        "fairlead.url", "http://localhost:" + environment.getProperty("local.server.port", "8480"));
  }
}
