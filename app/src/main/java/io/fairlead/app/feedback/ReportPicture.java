package io.fairlead.app.feedback;

import io.fairlead.methods.disclosure.Scale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Where figures lie on the scale, as a drawing 340 wide and 28 high: others' as a dot or a bar,
/// one's own as a diamond.
///
/// @param others null where nothing is shown
/// @param likely what lies around it; null where that is not known
public record ReportPicture(
    Scale scale,
    @Nullable BigDecimal self,
    @Nullable ReportSpan others,
    @Nullable ReportSpan likely) {
  private static final double LEFT = 10;
  private static final double WIDTH = 320;

  /// The whole points of the scale, for its ticks.
  public List<String> ticks() {
    return IntStream.rangeClosed(scale.low(), scale.high())
        .mapToObj(point -> x(BigDecimal.valueOf(point)))
        .toList();
  }

  public String x(BigDecimal value) {
    return number(LEFT + WIDTH * (value.doubleValue() - scale.low()) / scale.span());
  }

  /// How long a bar is; never too short to be seen.
  public String width(ReportSpan span) {
    double points = span.high().subtract(span.low()).doubleValue();
    return number(Math.max(2, WIDTH * points / scale.span()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /// Both ends of a span, as the drawing on paper takes them; null of none.
  public @Nullable String ends(@Nullable ReportSpan span) {
    return span == null ? null : span.low().toPlainString() + " " + span.high().toPlainString();
  }
}
