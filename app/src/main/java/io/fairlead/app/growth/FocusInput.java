package io.fairlead.app.growth;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody wants to work on, as a form or a program says it.
///
/// @param behaviour an id of the library, for an own sentence missing
/// @param doing missing where it is the library's sentence
/// @param success missing where it is the library's
/// @param starts missing for today
public record FocusInput(
    @Nullable String behaviour,
    @Nullable String doing,
    @Nullable String support,
    @Nullable String success,
    @Nullable LocalDate starts,
    @Nullable LocalDate review,
    @Nullable List<@Nullable ActionInput> actions) {
  /// @param doneOn missing while it is still to do
  public record ActionInput(
      @Nullable String text, @Nullable LocalDate due, @Nullable LocalDate doneOn) {}
}
