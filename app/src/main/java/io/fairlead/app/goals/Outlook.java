package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.goals.Forecast;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a key result's people say of how it will end, and what its figures say.
final class Outlook {
  private Outlook() {}

  /// The sentences that the viewer may read: confidence only where the policy gave it, a
  /// disagreement to whoever stated the confidence first.
  static List<String> sentences(
      Words words, KeyResultRow row, Cycle cycle, LocalDate today, Viewer viewer) {
    Track track = row.track();
    if (track == null) {
      return List.of();
    }
    Standing standing = Standing.of(row.asked(), track, cycle, today);
    return Stream.of(
            confidence(words, track),
            forecast(words, row.asked(), standing.forecast()),
            disagreement(words, row, cycle, today, viewer))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable String confidence(Words words, Track track) {
    if (track.confidence() == null) {
      return null;
    }
    return track.previousConfidence() == null
        ? words.text("goals.confidence", track.confidence())
        : words.text("goals.confidence.before", track.confidence(), track.previousConfidence());
  }

  private static @Nullable String disagreement(
      Words words, KeyResultRow row, Cycle cycle, LocalDate today, Viewer viewer) {
    Track track = row.track();
    Integer confidence = track == null ? null : track.confidence();
    if (track == null || confidence == null) {
      return null;
    }
    boolean own = track.lastBy().equals(viewer.person());
    return Standing.disagreementShownFrom(row.asked(), track, cycle, today)
        .filter(from -> own || !today.isBefore(from))
        .map(from ->
            own
                ? toItsOwner(words, confidence, from, today)
                : words.text("goals.disagrees", confidence))
        .orElse(null);
  }

  /// "The forecast disagrees with your 8 of 10. Only you see this until 20 May."
  static String toItsOwner(Words words, int confidence, LocalDate from, LocalDate today) {
    return today.isBefore(from)
        ? words.text("check-in.disagrees", confidence, words.plainDate(from))
        : words.text("check-in.disagrees.shown", confidence);
  }

  /// "Forecast: 55 to 61 %", where there is a trend.
  static @Nullable String forecast(
      Words words, KeyResultDefinition keyResult, @Nullable Forecast forecast) {
    if (!(forecast instanceof Forecast.Trend trend)) {
      return null;
    }
    if (keyResult.kind() == KeyResultKind.MILESTONES) {
      return words.text(
          "check-in.forecast",
          words.number(Math.clamp(trend.interval().low(), 0, 1) * 100, 0),
          words.percent(Math.clamp(trend.interval().high(), 0, 1)));
    }
    double one = keyResult.atProgress(trend.interval().low());
    double other = keyResult.atProgress(trend.interval().high());
    int digits = digits(Math.abs(other - one));
    return words.text(
        "check-in.forecast",
        words.number(Math.min(one, other), digits),
        UpdateRow.figure(
            words,
            keyResult,
            BigDecimal.valueOf(Math.max(one, other)).setScale(digits, RoundingMode.HALF_UP)));
  }

  /// As many digits as the width of the interval can bear.
  private static int digits(double width) {
    return width >= 10 ? 0 : width >= 1 ? 1 : width >= 0.1 ? 2 : 3;
  }
}
