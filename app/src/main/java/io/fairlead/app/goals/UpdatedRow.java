package io.fairlead.app.goals;

import io.fairlead.app.platform.web.PaceDrawing;
import io.fairlead.app.platform.web.PaceLine;
import io.fairlead.app.platform.web.Status;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
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
    String said = Outlook.forecast(words, updated.keyResult(), updated.standing().forecast());
    return said == null ? words.text("check-in.no-forecast") : said;
  }

  /// "The forecast disagrees with your 8 of 10. Only you see this until 20 May."
  public @Nullable String disagreement() {
    LocalDate today = words.today();
    Integer confidence = updated.track().confidence();
    if (confidence == null) {
      return null;
    }
    return Standing.disagreementShownFrom(
            updated.keyResult(), updated.track(), updated.cycle(), today)
        .map(from -> Outlook.toItsOwner(words, confidence, from, today))
        .orElse(null);
  }
}
