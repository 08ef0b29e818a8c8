package io.fairlead.app.measures;

import java.util.List;
import java.util.UUID;

/// Whoever keeps something that comes of a series' values. Told in the transaction that changes
/// them, so that the two never disagree.
public interface MeasureFollower {
  /// @param values what stands for each day now, by day
  void changed(UUID measure, UUID series, List<DayValue> values);
}
