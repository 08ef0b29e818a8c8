package io.fairlead.app.platform.personal;

import java.util.Map;

/// How long records are kept, for modules that have to tell people about it.
public interface RetentionPeriods {
  /// Months after which records of a kind go, by its code ([RetainedRecord]); without those of
  /// which nobody said how long.
  Map<String, Integer> months();
}
