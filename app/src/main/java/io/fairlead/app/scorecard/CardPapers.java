package io.fairlead.app.scorecard;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Pdf;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A scorecard with its map as PDF, made on the server: what the page shows whoever asks, and
/// nothing else.
@Controller
public class CardPapers {
  private final Scorecards scorecards;
  private final CardPeriods periods;
  private final StrategyMaps maps;
  private final Pages pages;
  private final Pdf pdf;

  CardPapers(Scorecards scorecards, CardPeriods periods, StrategyMaps maps, Pages pages, Pdf pdf) {
    this.scorecards = scorecards;
    this.periods = periods;
    this.maps = maps;
    this.pages = pages;
    this.pdf = pdf;
  }

  /// @param standing when the card had its score, and what it had before, in sentences
  /// @param report what the card lacks, in sentences
  public record Paper(
      CardView view,
      String title,
      String standing,
      List<String> report,
      List<StrategyMapPages.ArrowRow> arrows) {
    public ScoredCard scored() {
      return view.scored();
    }

    /// By which face a score is printed.
    public String tone(OptionalDouble score) {
      return switch (CardWords.status(score)) {
        case ON_TRACK -> "good";
        case AT_RISK -> "partly";
        case OFF_TRACK -> "behind";
        default -> "none";
      };
    }
  }

  /// @param day where it stood then; today unless said
  /// @param period instead of a day: the card at its end, held against the one before
  @GetMapping("/scorecards/{id}/paper.pdf")
  @Guarded(record = "scorecard", act = "read", fields = "card")
  ResponseEntity<byte[]> page(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String period) {
    return paper(viewer, id, day, period);
  }

  /// @param day where it stood then; today unless said
  /// @param period instead of a day: the card at its end, held against the one before
  @GetMapping("/api/v1/scorecards/{id}/pdf")
  @Guarded(record = "scorecard", act = "read", fields = "card", scope = "scorecards:read")
  ResponseEntity<byte[]> api(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String period) {
    return paper(viewer, id, day, period);
  }

  private ResponseEntity<byte[]> paper(Viewer viewer, UUID id, String day, String period) {
    Words words = pages.words();
    Scorecard card =
        scorecards.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    CardView view = periods.view(viewer, card, ScorecardPages.day(day), period);
    String title = periods.title(words, view);
    return pdf.answer(
        title,
        "scorecard/paper",
        words,
        new Paper(
            view,
            title,
            periods.standing(words, view),
            CardWords.report(words, view.scored()),
            StrategyMapPages.ArrowRow.of(words, card, maps.of(viewer, card))));
  }
}
