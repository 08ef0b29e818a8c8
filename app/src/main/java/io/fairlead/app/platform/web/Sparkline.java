package io.fairlead.app.platform.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A small series without axes, 96 by 24 pixels; the words beside it say what it is. Equal steps
/// between values, lowest at the bottom; a series that never moves is a level line.
public record Sparkline(String points, String endX, String endY) {
  private static final double WIDTH = 92;
  private static final double HEIGHT = 18;

  public static Sparkline of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a sparkline needs a value");
    }
    double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    List<String> points =
        IntStream.range(0, values.size())
            .mapToObj(i -> x(i, values.size()) + "," + y(values.get(i), low, high))
            .toList();
    String[] end = points.getLast().split(",");
    return new Sparkline(points.stream().collect(Collectors.joining(" ")), end[0], end[1]);
  }

  private static String x(int i, int count) {
    return text(2 + (count == 1 ? WIDTH : WIDTH * i / (count - 1)));
  }

  private static String y(double value, double low, double high) {
    return text(high == low ? 12 : 3 + HEIGHT * (high - value) / (high - low));
  }

  private static String text(double pixels) {
    return Double.toString(Math.round(pixels * 10) / 10.0);
  }
}
