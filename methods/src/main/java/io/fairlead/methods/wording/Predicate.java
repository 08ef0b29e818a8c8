package io.fairlead.methods.wording;

/// What kind of thing a sentence says, and where.
///
/// @param kind what it says
/// @param at the token that says it
/// @param subject whether people stand before it as its subject
record Predicate(Kind kind, int at, boolean subject) {

  enum Kind {
    /// Something will be done: `launch the portal`.
    TASK,
    /// Something is done: `the portal is launched`, `portal launched`.
    DONE,
    /// Something can be done with it: `customers can pay by card`.
    CAPABILITY,
    /// A thing, and no more: `launch of the portal`.
    THING,
    /// A figure moves: `reduce churn`, `churn falls`.
    CHANGE,
    /// It gets better: `improve onboarding`.
    IMPROVE,
    /// A state or figure is attained: `reach 500 members`.
    REACH,
    /// Others are won: `close 12 deals`.
    WIN,
    /// It stays: `keep churn below 2 %`.
    KEEP,
    /// It is so: `customers trust us`.
    STATE
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isWork() {
    return kind == Kind.TASK || kind == Kind.DONE;
  }
}
