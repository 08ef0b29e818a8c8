package io.fairlead.app.framework;

/// Lets a test of another module begin with the framework as it is in the database.
public final class Forgetting {
  private Forgetting() {}

  public static void of(Frameworks frameworks) {
    frameworks.forget();
  }
}
