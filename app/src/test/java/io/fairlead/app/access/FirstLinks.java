package io.fairlead.app.access;

import org.springframework.context.ApplicationContext;

/// The link that a server prints when nobody can sign in, for tests of other modules.
public final class FirstLinks {
  private FirstLinks() {}

  public static String print(ApplicationContext context) {
    return context.getBean(Starting.class).firstLink().orElseThrow();
  }
}
