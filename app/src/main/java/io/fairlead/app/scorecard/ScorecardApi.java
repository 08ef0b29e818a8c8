package io.fairlead.app.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.measures.Measure;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.methods.scorecard.CardReport;
import io.fairlead.methods.scorecard.Score;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Scorecards, as JSON.
@RestController
@RequestMapping("/api/v1/scorecards")
class ScorecardApi {
  private final Scorecards scorecards;
  private final CardScores scores;

  ScorecardApi(Scorecards scorecards, CardScores scores) {
    this.scorecards = scorecards;
    this.scores = scores;
  }

  /// @param score from 0 to 1.2; missing where nothing has data
  /// @param coverage how much of the weight has data, from 0 to 1
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ScoreJson(@Nullable Double score, double coverage) {
    static ScoreJson of(Score score) {
      return new ScoreJson(number(score.value()), score.coverage());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CardJson(
      UUID id,
      String title,
      @Nullable UUID ofUnit,
      UUID owner,
      long version,
      boolean mayChange,
      LocalDate day,
      ScoreJson score,
      List<PerspectiveJson> perspectives,
      ReportJson report) {
    static CardJson of(ScoredCard scored) {
      Scorecard card = scored.card();
      return new CardJson(
          card.id(),
          card.title(),
          card.ofUnit(),
          card.owner(),
          card.version(),
          card.mayChange(),
          scored.day(),
          ScoreJson.of(scored.score().card()),
          card.perspectives().stream()
              .map(each ->
                  new PerspectiveJson(
                      each.id(),
                      each.name(),
                      each.weight(),
                      ScoreJson.of(scored.of(each)),
                      each.objectives().stream()
                          .map(objective -> ObjectiveJson.of(scored, objective))
                          .toList()))
              .toList(),
          ReportJson.of(scored.report()));
    }
  }

  record PerspectiveJson(
      UUID id, String name, BigDecimal weight, ScoreJson score, List<ObjectiveJson> objectives) {}

  record ObjectiveJson(
      UUID id,
      String title,
      BigDecimal weight,
      ScoreJson score,
      List<MeasureJson> measures,
      List<InitiativeJson> initiatives,
      List<UUID> goals,
      List<UUID> supports) {
    static ObjectiveJson of(ScoredCard scored, Scorecard.Objective objective) {
      return new ObjectiveJson(
          objective.id(),
          objective.title(),
          objective.weight(),
          ScoreJson.of(scored.of(objective)),
          objective.measures().stream().map(each -> MeasureJson.of(scored.of(each))).toList(),
          objective.initiatives().stream()
              .map(each ->
                  new InitiativeJson(
                      each.id(), each.name(), each.owner(), each.due(), each.state().code()))
              .toList(),
          objective.goals(),
          objective.supports());
    }
  }

  /// @param measure its code; missing where it is not the reader's to see, with all its figures
  /// @param state `scored`, `not-visible`, `no-value`, `too-old` or `no-yardstick`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MeasureJson(
      UUID id,
      @Nullable String measure,
      @Nullable String name,
      BigDecimal weight,
      @Nullable BigDecimal floor,
      @Nullable BigDecimal target,
      @Nullable BigDecimal stretch,
      @Nullable LocalDate valueDay,
      @Nullable Double value,
      @Nullable Double score,
      String state) {
    static MeasureJson of(ScoredMeasure scored) {
      Scorecard.Weighed weighed = scored.weighed();
      Measure measure = scored.measure();
      boolean hidden = measure == null;
      return new MeasureJson(
          weighed.id(),
          measure == null ? null : measure.code(),
          measure == null ? null : measure.plan().name(),
          weighed.weight(),
          hidden ? null : weighed.floor(),
          hidden ? null : weighed.target(),
          hidden ? null : weighed.stretch(),
          scored.value() == null ? null : scored.value().day(),
          scored.value() == null ? null : (Double) scored.value().value(),
          number(scored.score()),
          scored.state().code());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record InitiativeJson(
      UUID id, String name, @Nullable UUID owner, @Nullable LocalDate due, String state) {}

  /// What the card lacks; parts by their ids.
  record ReportJson(
      int measures,
      int leading,
      double weightSum,
      List<String> emptyPerspectives,
      List<String> unmeasuredObjectives,
      List<String> heavyPerspectives,
      List<String> lightPerspectives,
      List<String> heavyMeasures) {
    static ReportJson of(CardReport report) {
      return new ReportJson(
          report.measures(),
          report.leading(),
          report.weightSum(),
          report.emptyPerspectives(),
          report.unmeasured(),
          report.heavyPerspectives(),
          report.lightPerspectives(),
          report.heavyMeasures());
    }
  }

  record CardListJson(List<CardJson> scorecards) {}

  @GetMapping
  @Guarded(record = "scorecard", act = "read", fields = "card", scope = "scorecards:read")
  CardListJson list(@AuthenticationPrincipal Viewer viewer) {
    return new CardListJson(
        scores.all(viewer, scorecards.all(viewer), viewer.today()).stream()
            .map(CardJson::of)
            .toList());
  }

  @PostMapping
  @Guarded(record = "scorecard", act = "define", fields = "card", scope = "scorecards:write")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<CardJson> define(
      @AuthenticationPrincipal Viewer viewer,
      @RequestBody CardInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    UUID id = done(scorecards.define(viewer, input, key));
    CardJson card = card(viewer, id, null);
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Location", "/api/v1/scorecards/" + id)
        .eTag("\"" + card.version() + "\"")
        .body(card);
  }

  /// @param day where it stood then; today unless said
  @GetMapping("/{id}")
  @Guarded(record = "scorecard", act = "read", fields = "card", scope = "scorecards:read")
  ResponseEntity<CardJson> one(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate day) {
    CardJson card = card(viewer, id, day);
    return ResponseEntity.ok().eTag("\"" + card.version() + "\"").body(card);
  }

  @PutMapping("/{id}")
  @Guarded(record = "scorecard", act = "change", fields = "card", scope = "scorecards:write")
  ResponseEntity<CardJson> change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody CardInput input,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(scorecards.change(viewer, id, version(version), input, key));
    CardJson card = card(viewer, id, null);
    return ResponseEntity.ok().eTag("\"" + card.version() + "\"").body(card);
  }

  @DeleteMapping("/{id}")
  @Guarded(record = "scorecard", act = "change", fields = "card", scope = "scorecards:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(scorecards.remove(viewer, id, version(version), key));
  }

  private CardJson card(Viewer viewer, UUID id, @Nullable LocalDate day) {
    Scorecard card =
        scorecards.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return CardJson.of(scores.of(viewer, card, day == null ? viewer.today() : day));
  }

  static @Nullable Double number(OptionalDouble number) {
    return number.isPresent() ? (Double) number.getAsDouble() : null;
  }

  private static long version(@Nullable String tag) {
    if (tag == null) {
      throw new RefusedException(Reason.invalid("If-Match", "if-match-required"));
    }
    String number = tag.replace("W/", "").replace("\"", "").strip();
    if (!number.matches("\\d{1,18}")) {
      throw new RefusedException(Reason.of(Reason.Kind.STALE, "scorecards.stale"));
    }
    return Long.parseLong(number);
  }

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }
}
