package io.fairlead.app.platform.web;

import java.util.ArrayList;
import java.util.List;

/// Where a thing's contributions go: one stroke each from the left to its receiver, as wide as its
/// share (100 % is 20 pixels), in the order given.
public record Flows(int height, List<Stroke> strokes, String trunkTop, String trunkBottom) {
  private static final double WHOLE = 20;
  private static final int ROW = 48;

  /// @param share of 0 to 1
  /// @param primary whether it is the primary parent
  /// @param agreed whether the receiver agreed; otherwise the stroke is dashed
  public record Flow(
      String title, String detail, String href, double share, boolean primary, boolean agreed) {}

  /// One stroke, drawn.
  public record Stroke(
      Flow flow, String path, String width, int titleY, int detailY, String kind) {}

  public static Flows of(List<Flow> flows) {
    int height = Math.max(1, flows.size()) * ROW;
    double whole = WHOLE * Math.min(1, flows.stream().mapToDouble(Flow::share).sum());
    double from = (height - whole) / 2.0;
    String top = text(from);
    List<Stroke> strokes = new ArrayList<>();
    for (int i = 0; i < flows.size(); i++) {
      Flow flow = flows.get(i);
      double width = Math.max(1, WHOLE * flow.share());
      double start = from + width / 2;
      double end = i * ROW + ROW / 2.0;
      strokes.add(
          new Stroke(
              flow,
              "M6 %s C60 %s 60 %s 110 %s".formatted(text(start), text(start), text(end), text(end)),
              text(width),
              i * ROW + 20,
              i * ROW + 36,
              flow.agreed() ? flow.primary() ? "primary" : "" : "asked"));
      from += width;
    }
    return new Flows(height, strokes, top, text(from));
  }

  private static String text(double pixels) {
    return Double.toString(Math.round(pixels * 10) / 10.0);
  }
}
