package io.fairlead.methods.disclosure.attack;

/// What an attacker found.
///
/// @param where the reviewee, competency and block, or the counts it was about
/// @param detail an English sentence
public record Violation(Kind kind, String where, String detail) {

  /// What the promise rules out.
  public enum Kind {
    /// V1: only one value is possible.
    EXACT,
    /// V2: no run of w + 1 neighbouring points is possible, or a mean lies in less than w.
    NARROW,
    /// V3: fewer raters than the threshold are singled out over several publications.
    SINGLED_OUT,
    /// V4: one value has a probability above .9 where all were equally likely before.
    LIKELY,
    /// What is published is not so.
    UNTRUE,
    /// Comments are labelled with fewer possible authors than their threshold.
    FEW_AUTHORS,
    /// The rule never publishes this.
    NOT_BY_THE_RULE
  }
}
