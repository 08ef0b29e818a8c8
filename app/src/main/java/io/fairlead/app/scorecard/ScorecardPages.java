package io.fairlead.app.scorecard;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Choice;
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
  private final CardPeriods periods;
  private final Policy policy;
  private final Pages pages;

  ScorecardPages(
      Scorecards scorecards, CardScores scores, CardPeriods periods, Policy policy, Pages pages) {
    this.scorecards = scorecards;
    this.scores = scores;
    this.periods = periods;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param mayDefine whether the viewer may make one
  public record ListPage(List<ScoredCard> cards, boolean mayDefine) {}

  /// One card.
  ///
  /// @param standing when the card had its score, and what it had before, in sentences
  /// @param periods the usual ones to read it by
  /// @param beside the periods before and after the chosen one
  /// @param goals titles of linked goals that the viewer may see
  /// @param report what the card lacks, in sentences
  /// @param lines by measure that the viewer may see its values in small
  public record CardPage(
      CardView view,
      String standing,
      List<Choice> periods,
      List<Choice> beside,
      Map<UUID, String> goals,
      List<String> report,
      Map<UUID, Sparkline> lines) {
    public ScoredCard scored() {
      return view.scored();
    }
  }

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
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String period) {
    Words words = pages.words();
    Scorecard card =
        scorecards.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    CardView view = periods.view(viewer, card, day(day), period);
    ScoredCard scored = view.scored();
    CardPeriod chosen = view.period();
    return pages.show(
        "scorecard/card",
        periods.title(words, view),
        Place.MEASURES,
        policy.seenBy(words, ScorecardRules.RECORD, ScorecardRules.CARD),
        new CardPage(
            view,
            periods.standing(words, view),
            periods.choices(words, view),
            chosen == null ? List.of() : periods.beside(words, card, chosen),
            scorecards.goals(viewer, card),
            CardWords.report(words, scored),
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
