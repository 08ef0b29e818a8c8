package io.fairlead.app.scorecard;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Choice;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.scorecard.CardComparison.Change;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A scorecard beside itself on another day, and beside the cards above and below.
@Controller
public class ComparePages {
  private static final int USUAL_MONTHS = 3;

  private final Scorecards scorecards;
  private final CardScores scores;
  private final Cascades cascades;
  private final Policy policy;
  private final Pages pages;

  ComparePages(
      Scorecards scorecards, CardScores scores, Cascades cascades, Policy policy, Pages pages) {
    this.scorecards = scorecards;
    this.scores = scores;
    this.cascades = cascades;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param periods the usual ones to compare
  public record ComparisonPage(
      Scorecard card, LocalDate from, LocalDate to, List<Choice> periods, List<ChangeRow> rows) {}

  /// @param perspective whether the row is one; else it is an objective
  /// @param by how the score changed, in words
  public record ChangeRow(String name, boolean perspective, Change change, String by) {}

  @GetMapping("/scorecards/{id}/comparison")
  @Guarded(record = "scorecard", act = "read", fields = "card")
  ModelAndView compare(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to) {
    Words words = pages.words();
    Scorecard card = card(viewer, id);
    LocalDate last = Objects.requireNonNullElse(ScorecardPages.day(to), viewer.today());
    LocalDate first =
        Objects.requireNonNullElse(ScorecardPages.day(from), last.minusMonths(USUAL_MONTHS));
    Compared compared = scores.compare(viewer, card, first, last);
    List<ChangeRow> rows = new ArrayList<>();
    rows.add(row(words, card.title(), true, compared.comparison().card()));
    for (Scorecard.Perspective perspective : card.perspectives()) {
      rows.add(
          row(
              words,
              perspective.name(),
              true,
              Objects.requireNonNull(
                  compared.comparison().perspectives().get(perspective.id().toString()))));
      for (Scorecard.Objective objective : perspective.objectives()) {
        rows.add(
            row(
                words,
                objective.title(),
                false,
                Objects.requireNonNull(
                    compared.comparison().objectives().get(objective.id().toString()))));
      }
    }
    return pages.show(
        "scorecard/comparison",
        words.text("scorecards.comparison", card.title()),
        Place.MEASURES,
        policy.seenBy(words, ScorecardRules.RECORD, ScorecardRules.CARD),
        new ComparisonPage(card, first, last, periods(words, card, first, last), rows));
  }

  /// A month, a quarter, a year and this year: each day held against the end of the period before.
  private static List<Choice> periods(Words words, Scorecard card, LocalDate from, LocalDate to) {
    LocalDate today = words.today();
    Map<String, LocalDate> ends = new LinkedHashMap<>();
    ends.put("month", today.withDayOfMonth(1).minusDays(1));
    ends.put("quarter", today.with(IsoFields.DAY_OF_QUARTER, 1).minusDays(1));
    ends.put("year", today.withDayOfYear(1).minusDays(1));
    ends.put("twelve-months", today.minusYears(1));
    return ends.entrySet().stream()
        .map(each ->
            Choice.of(
                words.text("scorecards.period." + each.getKey()),
                "/scorecards/%s/comparison?from=%s&to=%s"
                    .formatted(card.id(), each.getValue(), today),
                from.equals(each.getValue()) && to.equals(today)))
        .toList();
  }

  private static ChangeRow row(Words words, String name, boolean perspective, Change change) {
    return new ChangeRow(name, perspective, change, CardWords.change(words, change.by()));
  }

  public record CascadePage(Scorecard card, List<CascadeRow> rows) {}

  /// @param counted how many support it, in words
  public record CascadeRow(
      String title, String score, List<Beside> above, List<Beside> below, String counted) {}

  /// An objective of another card.
  public record Beside(UUID card, String words) {}

  @GetMapping("/scorecards/{id}/cascade")
  @Guarded(record = "scorecard", act = "read", fields = "card")
  ModelAndView cascade(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Words words = pages.words();
    Scorecard card = card(viewer, id);
    return pages.show(
        "scorecard/cascade",
        words.text("scorecards.cascade", card.title()),
        Place.MEASURES,
        policy.seenBy(words, ScorecardRules.RECORD, ScorecardRules.CARD),
        new CascadePage(
            card,
            cascades.of(viewer, card, viewer.today()).stream()
                .map(each ->
                    new CascadeRow(
                        each.objective().title(),
                        CardWords.score(words, each.score().value()),
                        beside(words, each.above()),
                        beside(words, each.below()),
                        words.text("scorecards.cascade.counted", each.allBelow(), each.measures())))
                .toList()));
  }

  private static List<Beside> beside(Words words, List<Cascades.Placed> placed) {
    return placed.stream()
        .map(each ->
            new Beside(
                each.card().id(),
                words.text(
                    "scorecards.cascade.beside",
                    each.objective().title(),
                    each.card().title(),
                    CardWords.score(words, each.score().value()))))
        .toList();
  }

  private Scorecard card(Viewer viewer, UUID id) {
    return scorecards.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }
}
