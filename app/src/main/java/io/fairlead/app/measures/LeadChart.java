package io.fairlead.app.measures;

import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.measures.LeadLag;
import java.util.ArrayList;
import java.util.List;

/// How two measures go together at each lag, drawn as bars: to the right of the middle the first
/// moves first. What chance alone stays within lies behind them.
///
/// @param bandTop upper edge of what chance stays within, in pixels
public record LeadChart(
    int width,
    int height,
    String zero,
    String bandTop,
    String bandHeight,
    List<Bar> bars,
    List<Label> labels) {
  private static final int TOP = 12;
  private static final int FOOT = 36;
  private static final int RIGHT = 56;
  private static final double GAP = 0.3;
  private static final int TICK = 5;

  /// @param shape `before` where the second moves first or both at once, `best` at the lag that the
  ///   verdict is of, else `after`
  public record Bar(String x, String y, String width, String height, String shape, String says) {}

  public record Label(String x, String y, String words, boolean centred) {}

  static LeadChart of(Words words, LeadLag found, int width, int height) {
    List<Double> all = found.correlations();
    int most = all.size() / 2;
    double highest =
        Math.max(found.band(), all.stream().mapToDouble(Math::abs).max().orElse(0)) * 1.05;
    Scale y = new Scale(-highest, highest, height - FOOT, TOP);
    double step = (width - RIGHT) / (double) all.size();
    List<Bar> bars = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    for (int lag = -most; lag <= most; lag++) {
      double value = all.get(lag + most);
      double left = (lag + most + GAP / 2) * step;
      bars.add(
          new Bar(
              Scale.text(left),
              y.at(Math.max(0, value)),
              Scale.text(step * (1 - GAP)),
              Scale.text(Math.abs(y.pixel(value) - y.pixel(0))),
              lag <= 0 ? "before" : lag == found.bestLag() ? "best" : "after",
              words.text("measures.lead-bar", words.number(lag), words.number(value, 2))));
      if (lag % TICK == 0) {
        labels.add(
            new Label(
                Scale.text(left + step * (1 - GAP) / 2),
                Integer.toString(height - 12),
                words.number(lag),
                true));
      }
    }
    String edge = Integer.toString(width - RIGHT + 8);
    for (double value : List.of(found.band(), -found.band())) {
      labels.add(new Label(edge, Scale.text(y.pixel(value) + 4), words.number(value, 2), false));
    }
    return new LeadChart(
        width,
        height,
        y.at(0),
        y.at(found.band()),
        Scale.text(y.pixel(-found.band()) - y.pixel(found.band())),
        bars,
        labels);
  }
}
