package io.fairlead.app.testing;

import io.fairlead.app.access.Sessions;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/// Lets people of the company visit the running server, signed in or not.
public final class Visitors {
  private final Sessions sessions;
  private final Environment environment;

  Visitors(Sessions sessions, ApplicationContext context) {
    this.sessions = sessions;
    this.environment = context.getEnvironment();
  }

  public String address() {
    return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
  }

  /// The value of a session cookie (`fairlead`) of the person, for a real browser.
  public String cookie(Person person) {
    return cookie(person.id());
  }

  /// The same for somebody of another company.
  public String cookie(UUID person) {
    return sessions.open(person, "test", null);
  }

  public Visitor as(Person person) {
    return new Visitor(address(), cookie(person));
  }

  /// A browser that sends this as its session cookie, whatever it is.
  public Visitor with(String cookie) {
    return new Visitor(address(), cookie);
  }

  public Visitor stranger() {
    return new Visitor(address(), null);
  }
}
