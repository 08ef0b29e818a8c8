package io.fairlead.app.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pace line in pixels, ready for its template; made by `PaceLine`.
///
/// @param today where the hairline of today stands, the same in every row of a list
/// @param actual the points of the solid line; null while there is no data
/// @param drop from the expected level to the mark; null when there is no distance
/// @param wedge the forecast; null where there is none
/// @param faded whether the line is old
/// @param band how many weeks above and below a large drawing shows
public record PaceDrawing(
    int width,
    int height,
    String left,
    String right,
    String middle,
    String today,
    @Nullable String actual,
    @Nullable String drop,
    @Nullable String wedge,
    List<Dot> points,
    String markX,
    String markY,
    Status status,
    boolean faded,
    String from,
    String to,
    boolean labelsStart,
    boolean labelsEnd,
    int band) {

  /// One check-in on the line.
  public record Dot(String x, String y) {}
}
