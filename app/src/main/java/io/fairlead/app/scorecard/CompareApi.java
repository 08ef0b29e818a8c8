package io.fairlead.app.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.scorecard.ScorecardApi.ScoreJson;
import io.fairlead.methods.scorecard.CardComparison.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A scorecard beside itself on another day, and beside the cards above and below, as JSON.
@RestController
@RequestMapping("/api/v1/scorecards/{id}")
class CompareApi {
  private final Scorecards scorecards;
  private final CardScores scores;
  private final Cascades cascades;

  CompareApi(Scorecards scorecards, CardScores scores, Cascades cascades) {
    this.scorecards = scorecards;
    this.scores = scores;
    this.cascades = cascades;
  }

  /// @param by how much the score changed; missing unless both have one
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ScoreChangeJson(String id, ScoreJson before, ScoreJson after, @Nullable Double by) {
    static ScoreChangeJson of(String id, Change change) {
      return new ScoreChangeJson(
          id,
          ScoreJson.of(change.before()),
          ScoreJson.of(change.after()),
          ScorecardApi.number(change.by()));
    }

    static List<ScoreChangeJson> of(Map<String, Change> changes) {
      return changes.entrySet().stream().map(each -> of(each.getKey(), each.getValue())).toList();
    }
  }

  record ComparisonJson(
      LocalDate from,
      LocalDate to,
      ScoreChangeJson card,
      List<ScoreChangeJson> perspectives,
      List<ScoreChangeJson> objectives) {}

  @GetMapping("/comparison")
  @Guarded(record = "scorecard", act = "read", fields = "card", scope = "scorecards:read")
  ComparisonJson compare(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
    Compared compared = scores.compare(viewer, card(viewer, id), from, to);
    return new ComparisonJson(
        from,
        to,
        ScoreChangeJson.of(id.toString(), compared.comparison().card()),
        ScoreChangeJson.of(compared.comparison().perspectives()),
        ScoreChangeJson.of(compared.comparison().objectives()));
  }

  record PlacedJson(UUID card, String cardTitle, UUID objective, String title, ScoreJson score) {
    static List<PlacedJson> of(List<Cascades.Placed> all) {
      return all.stream()
          .map(each ->
              new PlacedJson(
                  each.card().id(),
                  each.card().title(),
                  each.objective().id(),
                  each.objective().title(),
                  ScoreJson.of(each.score())))
          .toList();
    }
  }

  /// @param allBelow how many different objectives support it, also through others
  /// @param measures how many different measures stand under it and all of them
  record CascadeRowJson(
      UUID objective,
      String title,
      ScoreJson score,
      List<PlacedJson> above,
      List<PlacedJson> below,
      int allBelow,
      int measures) {}

  record CascadeJson(List<CascadeRowJson> objectives) {}

  @GetMapping("/cascade")
  @Guarded(record = "scorecard", act = "read", fields = "card", scope = "scorecards:read")
  CascadeJson cascade(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return new CascadeJson(
        cascades.of(viewer, card(viewer, id), viewer.today()).stream()
            .map(each ->
                new CascadeRowJson(
                    each.objective().id(),
                    each.objective().title(),
                    ScoreJson.of(each.score()),
                    PlacedJson.of(each.above()),
                    PlacedJson.of(each.below()),
                    each.allBelow(),
                    each.measures()))
            .toList());
  }

  private Scorecard card(Viewer viewer, UUID id) {
    return scorecards.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }
}
