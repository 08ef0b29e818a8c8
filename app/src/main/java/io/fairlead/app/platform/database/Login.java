package io.fairlead.app.platform.database;

/// A role of the database that can sign in, and its password, which [#toString] keeps to itself.
public record Login(String user, String password) {
  @Override
  public String toString() {
    return user;
  }
}
