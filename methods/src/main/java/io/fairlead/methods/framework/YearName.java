package io.fairlead.methods.framework;

/// Which of its two calendar years a fiscal year is named after.
public enum YearName {
  START,
  END
}
