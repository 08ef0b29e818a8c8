package io.fairlead.app.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Whoever keeps something that comes of a series' values. Told in the transaction that changes
/// them, so that the two never disagree.
public interface MeasureFollower {
  /// @param values what stands for each day now, by day
  void changed(UUID measure, UUID series, List<DayValue> values);

  /// A value of the series says that it moved the wrong way, or moved where neither way is right.
  ///
  /// @param day of the value
  void warned(UUID series, LocalDate day);
}
