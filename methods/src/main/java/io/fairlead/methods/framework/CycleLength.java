package io.fairlead.methods.framework;

/// How long a cycle lasts.
public enum CycleLength {
  QUARTER,
  HALF_YEAR,
  YEAR,
  CUSTOM
}
