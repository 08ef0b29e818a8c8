package io.fairlead.app.platform.web;

import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Progress as a line against the line it should follow. The dashed level is what was expected;
/// height is days ahead (up) or behind (down); the line is solid up to the last point, a thin drop
/// leads from the expected level to the mark, a pale wedge is the forecast for the end.
///
/// Points are in the order of their days. The last one belongs to `today`, unless the status is
/// `STALE` or `DONE`: then the line stops where it was last touched.
///
/// @param forecast days ahead at the end, lowest and highest; null where nothing is forecast
public record PaceLine(
    LocalDate from,
    LocalDate to,
    LocalDate today,
    List<Point> points,
    @Nullable Forecast forecast,
    Status status) {

  /// @param daysAhead negative when behind
  public record Point(LocalDate day, double daysAhead) {}

  public record Forecast(double low, double high) {}

  public PaceLine {
    points = List.copyOf(points);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a course needs days: " + from + " to " + to);
    }
  }

  /// For a 56-px row: a day is a pixel.
  public PaceDrawing row(Words words) {
    return drawing(words, 132, 56, 4, 1, 20);
  }

  /// For a 48-px row of a tree.
  public PaceDrawing tree(Words words) {
    return drawing(words, 108, 48, 4, 48 / 56.0, 17);
  }

  /// For a 36-px row.
  public PaceDrawing dense(Words words) {
    return drawing(words, 108, 36, 4, 48 / 56.0, 12);
  }

  /// For a drawer: as wide as it gets, with the band it is drawn in.
  public PaceDrawing large(Words words) {
    return drawing(words, 366, 134, 2, 51.0 / (weeks() * 7), 54);
  }

  /// How it stands against pace, in words: `behind by 6 days`, `ahead by 1 day`, `on pace`.
  public static String words(Words words, double daysAhead) {
    long days = Math.round(Math.abs(daysAhead));
    if (days == 0) {
      return words.text("pace.even");
    }
    return words.text(daysAhead < 0 ? "pace.behind" : "pace.ahead", days);
  }

  private int weeks() {
    double widest =
        points.stream().mapToDouble(point -> Math.abs(point.daysAhead())).max().orElse(0);
    return DoubleStream.of(2, 4, 8, 16, 26, 52)
        .filter(weeks -> weeks * 7 >= widest)
        .mapToInt(weeks -> (int) weeks)
        .findFirst()
        .orElse(104);
  }

  private PaceDrawing drawing(
      Words words, int width, int height, int edge, double pixelsADay, double reach) {
    Scale scale = new Scale(2, width - edge, height / 2.0, pixelsADay, reach);
    double now = scale.x(today);
    boolean rests = status == Status.STALE || status == Status.DONE;
    boolean drawn = !points.isEmpty() && status != Status.NO_DATA;
    double markX = drawn && rests ? scale.x(points.getLast().day()) : now;
    double markY = drawn ? scale.y(points.getLast().daysAhead()) : scale.middle();
    return new PaceDrawing(
        width,
        height,
        text(scale.left()),
        text(scale.right()),
        text(scale.middle()),
        text(now),
        drawn ? polyline(scale, rests) : null,
        drawn && markY != scale.middle()
            ? "M" + text(markX) + " " + text(scale.middle()) + "V" + text(markY)
            : null,
        drawn && !rests && forecast != null ? wedge(scale, markX, markY, forecast) : null,
        points.stream()
            .map(point ->
                new PaceDrawing.Dot(text(scale.x(point.day())), text(scale.y(point.daysAhead()))))
            .toList(),
        text(markX),
        text(markY),
        status,
        status == Status.STALE,
        words.shortDate(from),
        words.shortDate(to),
        now > 56,
        now < width - 58,
        weeks());
  }

  private String polyline(Scale scale, boolean rests) {
    String line =
        points.stream()
            .map(point -> text(scale.x(point.day())) + "," + text(scale.y(point.daysAhead())))
            .collect(Collectors.joining(" "));
    PaceLine.Point last = points.getLast();
    return rests || !last.day().isBefore(today)
        ? line
        : line + " " + text(scale.x(today)) + "," + text(scale.y(last.daysAhead()));
  }

  private String wedge(Scale scale, double markX, double markY, Forecast range) {
    return "M%s %sL%s %sV%sZ"
        .formatted(
            text(markX),
            text(markY),
            text(scale.right()),
            text(scale.y(range.high())),
            text(scale.y(range.low())));
  }

  private static String text(double pixels) {
    double rounded = Math.round(pixels * 10) / 10.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  /// Days to pixels; what would leave the row is held at its edge, the words say the figure.
  private final class Scale {
    private final double left;
    private final double right;
    private final double middle;
    private final double pixelsADay;
    private final double reach;

    Scale(double left, double right, double middle, double pixelsADay, double reach) {
      this.left = left;
      this.right = right;
      this.middle = middle;
      this.pixelsADay = pixelsADay;
      this.reach = reach;
    }

    double left() {
      return left;
    }

    double right() {
      return right;
    }

    double middle() {
      return middle;
    }

    double x(LocalDate day) {
      double share =
          ChronoUnit.DAYS.between(from, day) / (double) ChronoUnit.DAYS.between(from, to);
      return left + (right - left) * Math.clamp(share, 0, 1);
    }

    double y(double daysAhead) {
      return middle - Math.clamp(daysAhead * pixelsADay, -reach, reach);
    }
  }
}
