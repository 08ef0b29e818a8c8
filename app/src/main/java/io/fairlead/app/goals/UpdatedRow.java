package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.platform.web.PaceDrawing;
import io.fairlead.app.platform.web.PaceLine;
import io.fairlead.app.platform.web.Status;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.goals.Agreement;
import io.fairlead.methods.goals.Forecast;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// A key result right after its check-in, in words and as a pace line: what may be shown only now
/// that confidence was said.
public record UpdatedRow(CheckIns.Updated updated, Words words) {

  /// "49 % now".
  public String now() {
    KeyResultDefinition keyResult = updated.keyResult();
    if (keyResult.kind() == KeyResultKind.MILESTONES) {
      return words.text(
          "check-in.now",
          words.percent(updated.track().score() == null ? 0 : updated.track().score()));
    }
    if (keyResult.kind() == KeyResultKind.YES_NO) {
      boolean yes = updated.track().value() != null && updated.track().value().signum() != 0;
      return words.text("check-in.now", words.text("check-in.answer." + (yes ? "1" : "0")));
    }
    return words.text("check-in.now", UpdateRow.figure(words, keyResult, updated.track().value()));
  }

  public Status status() {
    return Status.of(updated.standing().status().code());
  }

  /// "on track, behind by 2 days".
  public String standing() {
    String status = words.text(status().key());
    if (updated.standing().pace() == null || status() == Status.DONE) {
      return status;
    }
    return words.text(
        "check-in.standing", status, PaceLine.words(words, updated.standing().pace().daysAhead()));
  }

  public @Nullable PaceDrawing drawing() {
    PaceLine line = line();
    return line == null ? null : line.row(words);
  }

  private @Nullable PaceLine line() {
    if (updated.standing().pace() == null) {
      return null;
    }
    KeyResultRow row =
        new KeyResultRow(updated.keyResult(), null, false, "", null, null, null, updated.track());
    return Drift.of(row, updated.cycle(), words.today()).drawn(updated.cycle(), words.today());
  }

  /// "Forecast: 55 to 61 %", where there is a trend.
  public String forecast() {
    if (!(updated.standing().forecast() instanceof Forecast.Trend trend)) {
      return words.text("check-in.no-forecast");
    }
    KeyResultDefinition keyResult = updated.keyResult();
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

  /// "The forecast disagrees with your 8 of 10. Only you see this until 20 May."
  public @Nullable String disagreement() {
    Agreement agreement = updated.standing().agreement();
    Integer confidence = updated.track().confidence();
    if (!agreement.disagrees() || confidence == null) {
      return null;
    }
    Cycle cycle = updated.cycle();
    return words.text(
        "check-in.disagrees",
        confidence,
        words.plainDate(words.today().plusDays(cycle.checkInEveryDays())));
  }
}
