package io.fairlead.methods.framework;

/// How often check-ins are due.
public enum Rhythm {
  WEEKLY,
  EVERY_TWO_WEEKS,
  MONTHLY
}
