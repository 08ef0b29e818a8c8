package io.fairlead.app.scorecard;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Sparkline;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Scorecards as pages to read.
@Controller
public class ScorecardPages {
  private final Scorecards scorecards;
  private final CardScores scores;
  private final Policy policy;
  private final Pages pages;

  ScorecardPages(Scorecards scorecards, CardScores scores, Policy policy, Pages pages) {
    this.scorecards = scorecards;
    this.scores = scores;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param mayDefine whether the viewer may make one
  public record ListPage(List<ScoredCard> cards, boolean mayDefine) {}

  /// One card.
  ///
  /// @param goals titles of linked goals that the viewer may see
  /// @param report what the card lacks, in sentences
  /// @param past whether another day than today was asked for
  /// @param lines by measure that the viewer may see its values in small
  public record CardPage(
      ScoredCard scored,
      Map<UUID, String> goals,
      List<String> report,
      boolean past,
      Map<UUID, Sparkline> lines) {}

  @GetMapping("/scorecards")
  @Guarded(record = "scorecard", act = "read", fields = "card")
  ModelAndView list(@AuthenticationPrincipal Viewer viewer) {
    Words words = pages.words();
    return pages.show(
        "scorecard/list",
        words.text("scorecards.title"),
        Place.MEASURES,
        policy.seenBy(words, ScorecardRules.RECORD, ScorecardRules.CARD),
        new ListPage(
            scores.all(viewer, scorecards.all(viewer), viewer.today()),
            scorecards.mayDefine(viewer)));
  }

  @GetMapping("/scorecards/{id}")
  @Guarded(record = "scorecard", act = "read", fields = "card")
  ModelAndView one(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String day) {
    Words words = pages.words();
    Scorecard card =
        scorecards.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    LocalDate asked = day(day);
    ScoredCard scored = scores.of(viewer, card, asked == null ? viewer.today() : asked);
    return pages.show(
        "scorecard/card",
        card.title(),
        Place.MEASURES,
        policy.seenBy(words, ScorecardRules.RECORD, ScorecardRules.CARD),
        new CardPage(
            scored,
            scorecards.goals(viewer, card),
            CardWords.report(words, scored),
            asked != null && !asked.equals(viewer.today()),
            lines(scores.small(viewer, card, scored.day()))));
  }

  private static Map<UUID, Sparkline> lines(Map<UUID, List<Double>> values) {
    Map<UUID, Sparkline> lines = new HashMap<>();
    values.forEach((measure, each) -> lines.put(measure, Sparkline.of(each)));
    return lines;
  }

  static @Nullable LocalDate day(String text) {
    try {
      return text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException _) {
      throw new RefusedException(Reason.invalid("day", "scorecards.not-a-day"));
    }
  }
}
