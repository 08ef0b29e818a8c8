package io.fairlead.app.goals;

import io.fairlead.app.platform.words.Words;
import org.jspecify.annotations.Nullable;

/// What people and owners are called on a page. An empty name is that of somebody whose name was
/// erased: they are still somebody, neither nobody nor the organisation.
public final class Called {
  private Called() {}

  /// @param name empty or null for somebody whose name was erased
  public static String person(Words words, @Nullable String name) {
    return name == null || name.isEmpty() ? words.text("goals.somebody") : name;
  }

  /// @param name of the person, team or unit; null for the organisation itself
  public static String owner(Words words, @Nullable String name) {
    return name == null ? words.organisation() : person(words, name);
  }
}
