package io.fairlead.app.goals;

import io.fairlead.app.platform.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key result with its series so far, as one row of a page needs it.
///
/// @param baselineDue the day by which an unknown baseline is to be measured
/// @param track what was checked in; null before the first check-in
/// @param said what is said of its status instead of the figures
public record KeyResultRow(
    KeyResultDefinition asked,
    @Nullable LocalDate baselineDue,
    boolean settledLater,
    String guardrail,
    @Nullable UUID owner,
    @Nullable String ownerName,
    @Nullable SaidStatus said,
    @Nullable Track track) {

  /// In a line: `First reading in 24 h, 40 to 60 %`.
  public String sentence(Words words) {
    String unit = asked.unit().isEmpty() ? "" : " " + asked.unit();
    return switch (asked.kind()) {
      case INCREASE, DECREASE ->
          asked.baseline() == null || asked.target() == null
              ? asked.title()
              : words.text(
                  "goals.way",
                  asked.title(),
                  figure(words, asked.baseline()),
                  figure(words, asked.target()),
                  unit);
      case BAND ->
          asked.low() == null || asked.high() == null
              ? asked.title()
              : words.text(
                  "goals.band",
                  asked.title(),
                  figure(words, asked.low()),
                  figure(words, asked.high()),
                  unit);
      case MILESTONES, YES_NO -> asked.title();
    };
  }

  /// The figure at a point of its history, where it has a scale.
  public String at(Words words, Track.Point point) {
    return asked.baseline() == null || asked.target() == null
        ? "–"
        : words.number(asked.atProgress(point.progress()), 4);
  }

  private static String figure(Words words, BigDecimal figure) {
    return words.number(figure.doubleValue(), 6);
  }

  boolean isBand() {
    return asked.kind() == KeyResultKind.BAND;
  }

  boolean isReached() {
    Double score = track == null ? null : track.score();
    return score != null && score >= 1 && !isBand();
  }
}
