package io.fairlead.methods.framework;

/// What people work with. What is switched off does not appear, asks nothing of anybody, and keeps
/// what stands in it.
///
/// @param goals objectives, key results, check-ins and grading
/// @param talk comments and reactions on goals, and their activity; nothing without goals
public record Places(boolean goals, boolean talk) {
  public Places {
    talk = talk && goals;
  }
}
