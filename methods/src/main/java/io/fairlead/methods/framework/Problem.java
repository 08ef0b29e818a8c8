package io.fairlead.methods.framework;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a document cannot be read, at one place of it.
///
/// @param code stable, for programs: `unknown-key`, `wrong-type`, …
/// @param line from 1
/// @param column from 1, in characters
/// @param path where in the document, `goals.limits.objectives-per-owner`; empty for the whole
/// @param remedy what was probably meant, null if nothing can be guessed
public record Problem(
    String code, int line, int column, String path, String message, @Nullable String remedy) {

  public Optional<String> suggestion() {
    return Optional.ofNullable(remedy);
  }

  /// One line for people: `line 3, column 1: unknown key 'candence' (did you mean 'cadence'?)`.
  @Override
  public String toString() {
    String place = "line " + line + ", column " + column + ": " + message;
    return remedy == null ? place : place + " (" + remedy + ")";
  }
}
