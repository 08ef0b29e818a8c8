package io.fairlead.app.scorecard;

import io.fairlead.app.measures.DayValue;
import io.fairlead.app.measures.Measure;
import io.fairlead.app.scorecard.Scorecard.Weighed;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A measure on a card, as a viewer may see it.
///
/// @param measure null where it is not the viewer's to see
/// @param value null where there is none, or it is not the viewer's
public record ScoredMeasure(
    Weighed weighed,
    @Nullable Measure measure,
    @Nullable DayValue value,
    OptionalDouble score,
    State state) {

  /// Whether there is a score, or why not.
  public enum State {
    SCORED,
    /// It is not the viewer's to see.
    NOT_VISIBLE,
    NO_VALUE,
    /// Its latest value is so old that another one was due twice since.
    TOO_OLD,
    /// Nobody said which value scores 0, or there is no target.
    NO_YARDSTICK;

    /// As it is sent and read: `no-value`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
