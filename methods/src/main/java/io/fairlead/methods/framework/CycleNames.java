package io.fairlead.methods.framework;

/// How cycles are named: `Q2 2026` or `FY26 Q2`.
public enum CycleNames {
  CALENDAR,
  FISCAL
}
