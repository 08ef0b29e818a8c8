package io.fairlead.app.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.measures.DayValue;
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
  private final CardPeriods periods;

  ScorecardApi(Scorecards scorecards, CardScores scores, CardPeriods periods) {
    this.scorecards = scorecards;
    this.scores = scores;
    this.periods = periods;
  }

  /// @param score from 0 to 1.2; missing where nothing has data
  /// @param coverage how much of the weight has data, from 0 to 1
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ScoreJson(@Nullable Double score, double coverage) {
    static ScoreJson of(Score score) {
      return new ScoreJson(number(score.value()), score.coverage());
    }
  }

  /// What a card was asked for by.
  ///
  /// @param before the day whose scores it is held against
  record PeriodJson(String period, LocalDate first, LocalDate last, LocalDate before) {
    static PeriodJson of(CardPeriod period) {
      return new PeriodJson(period.code(), period.first(), period.last(), period.dayBefore());
    }
  }

  /// @param period missing, with everything before, where none was asked for
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CardJson(
      UUID id,
      String title,
      @Nullable UUID ofUnit,
      UUID owner,
      long version,
      boolean mayChange,
      LocalDate day,
      @Nullable PeriodJson period,
      ScoreJson score,
      @Nullable ScoreJson scoreBefore,
      List<PerspectiveJson> perspectives,
      ReportJson report) {
    static CardJson of(CardView view) {
      ScoredCard scored = view.scored();
      ScoredCard before = view.since() == null ? null : view.since().before();
      Scorecard card = scored.card();
      return new CardJson(
          card.id(),
          card.title(),
          card.ofUnit(),
          card.owner(),
          card.version(),
          card.mayChange(),
          scored.day(),
          view.since() == null ? null : PeriodJson.of(view.since().period()),
          ScoreJson.of(scored.score().card()),
          before == null ? null : ScoreJson.of(before.score().card()),
          card.perspectives().stream()
              .map(each ->
                  new PerspectiveJson(
                      each.id(),
                      each.name(),
                      each.weight(),
                      ScoreJson.of(scored.of(each)),
                      before == null ? null : ScoreJson.of(before.of(each)),
                      each.objectives().stream()
                          .map(objective -> ObjectiveJson.of(scored, before, objective))
                          .toList()))
              .toList(),
          ReportJson.of(scored.report()));
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PerspectiveJson(
      UUID id,
      String name,
      BigDecimal weight,
      ScoreJson score,
      @Nullable ScoreJson scoreBefore,
      List<ObjectiveJson> objectives) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ObjectiveJson(
      UUID id,
      String title,
      BigDecimal weight,
      ScoreJson score,
      @Nullable ScoreJson scoreBefore,
      List<MeasureJson> measures,
      List<InitiativeJson> initiatives,
      List<UUID> goals,
      List<UUID> supports) {
    static ObjectiveJson of(
        ScoredCard scored, @Nullable ScoredCard before, Scorecard.Objective objective) {
      return new ObjectiveJson(
          objective.id(),
          objective.title(),
          objective.weight(),
          ScoreJson.of(scored.of(objective)),
          before == null ? null : ScoreJson.of(before.of(objective)),
          objective.measures().stream()
              .map(each -> MeasureJson.of(scored.of(each), before == null ? null : before.of(each)))
              .toList(),
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
      String state,
      @Nullable LocalDate valueDayBefore,
      @Nullable Double valueBefore,
      @Nullable Double scoreBefore) {
    static MeasureJson of(ScoredMeasure scored, @Nullable ScoredMeasure before) {
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
          day(scored.value()),
          value(scored.value()),
          number(scored.score()),
          scored.state().code(),
          before == null ? null : day(before.value()),
          before == null ? null : value(before.value()),
          before == null ? null : number(before.score()));
    }

    private static @Nullable LocalDate day(@Nullable DayValue value) {
      return value == null ? null : value.day();
    }

    private static @Nullable Double value(@Nullable DayValue value) {
      return value == null ? null : (Double) value.value();
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
            .map(each -> CardJson.of(new CardView(each, null)))
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
    CardJson card = card(viewer, id, null, "");
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Location", "/api/v1/scorecards/" + id)
        .eTag("\"" + card.version() + "\"")
        .body(card);
  }

  /// @param day where it stood then; today unless said
  /// @param period instead of a day, as `2026`, `2026-Q2`, `2026-05` or `2026-04-01/2026-06-30`:
  ///   the card at its end, or today while it runs, held against the day before it began
  @GetMapping("/{id}")
  @Guarded(record = "scorecard", act = "read", fields = "card", scope = "scorecards:read")
  ResponseEntity<CardJson> one(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate day,
      @RequestParam(defaultValue = "") String period) {
    CardJson card = card(viewer, id, day, period);
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
    CardJson card = card(viewer, id, null, "");
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

  private CardJson card(Viewer viewer, UUID id, @Nullable LocalDate day, String period) {
    Scorecard card =
        scorecards.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return CardJson.of(periods.view(viewer, card, day, period));
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
