package io.fairlead.methods.instruments;

import java.util.List;

/// What is known about an instrument, for whoever has to defend its use.
///
/// @param purpose what its results are for
/// @param content why these items, and where they come from
/// @param reliability what is known so far
/// @param notFor what it must not be used for, at least one thing
public record Validity(
    Validation status,
    LocalText purpose,
    LocalText content,
    LocalText reliability,
    List<LocalText> notFor) {
  public Validity {
    notFor = List.copyOf(notFor);
  }
}
