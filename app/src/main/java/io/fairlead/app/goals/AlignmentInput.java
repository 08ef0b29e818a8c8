package io.fairlead.app.goals;

import static java.util.Objects.requireNonNullElse;

/// A step of a negotiation as it comes in from a form or as JSON.
///
/// @param parent the objective to move, for a proposal
/// @param move `proposed`, `discussed`, `countered`, `agreed`, `declined`, `withdrawn` or `ended`
/// @param primary `true` for the primary parent
/// @param share of a contribution, between 0 and 1, or in per cent with a `%`
/// @param key lets it take effect once, however often it is sent
public record AlignmentInput(
    String parent, String move, String primary, String share, String note, String key) {
  public AlignmentInput {
    parent = requireNonNullElse(parent, "").strip();
    move = requireNonNullElse(move, "").strip();
    primary = requireNonNullElse(primary, "").strip();
    share = requireNonNullElse(share, "").strip();
    note = requireNonNullElse(note, "").strip();
    key = requireNonNullElse(key, "").strip();
  }

  boolean isPrimary() {
    return primary.equals("true") || primary.equals("on");
  }
}
