package io.fairlead.app.measures;

import java.util.ArrayList;
import java.util.List;

/// A series in few points, for a small picture: of each stretch of time its lowest and its highest
/// value, so that nothing that stands out is lost.
final class Picture {
  private Picture() {}

  /// @param most points, an even number; the latest value may come on top
  static List<DayValue> of(List<DayValue> values, int most) {
    if (values.size() <= most) {
      return values;
    }
    int buckets = most / 2;
    List<DayValue> kept = new ArrayList<>(most);
    for (int bucket = 0; bucket < buckets; bucket++) {
      int from = (int) ((long) bucket * values.size() / buckets);
      int to = (int) ((long) (bucket + 1) * values.size() / buckets);
      ends(values.subList(from, to), bucket == buckets - 1, kept);
    }
    return kept;
  }

  /// The last bucket keeps the latest value, by which everybody looks first.
  private static void ends(List<DayValue> values, boolean last, List<DayValue> kept) {
    DayValue low = values.getFirst();
    DayValue high = values.getFirst();
    for (DayValue each : values) {
      low = each.value() < low.value() ? each : low;
      high = each.value() > high.value() ? each : high;
    }
    DayValue first = low.day().isBefore(high.day()) ? low : high;
    DayValue second = first.equals(low) ? high : low;
    kept.add(first);
    if (!second.equals(first)) {
      kept.add(second);
    }
    if (last && !values.getLast().equals(kept.getLast())) {
      kept.add(values.getLast());
    }
  }
}
