package io.fairlead.app.measures;

import java.time.LocalDate;
import java.util.UUID;

/// Whoever is to know when a series goes the wrong way. Told in the transaction that shows it, each
/// time its values are looked at while it lasts.
public interface MeasureWatcher {
  /// @param kind whether it stands beyond its alarm or left what it does by itself
  /// @param since the day on which it began to: as long as it lasts, the same
  void goesWrong(UUID measure, UUID series, Alert.Kind kind, LocalDate since);
}
