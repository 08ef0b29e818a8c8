package io.fairlead.app.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.assignment.Assignment;
import io.fairlead.methods.assignment.RoundRehearsal;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.raters.RaterSpread;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Rounds of feedback, as JSON.
@RestController
@RequestMapping("/api/v1/feedback/rounds")
class RoundApi {
  private final Rounds rounds;
  private final AskedTeams teams;
  private final RoundReports figures;
  private final Pages pages;

  RoundApi(Rounds rounds, AskedTeams teams, RoundReports figures, Pages pages) {
    this.rounds = rounds;
    this.teams = teams;
    this.figures = figures;
    this.pages = pages;
  }

  /// A round. What `PUT` takes has the names that it has there, so that a draft can be put back as
  /// it is.
  ///
  /// @param units whom a draft is about, for those who may run it; likewise `people`, `objective`
  ///   and `reviewees`
  /// @param follows the round whose raters are asked again; missing where it follows none
  /// @param concerns whom to turn to with threats and misconduct; empty where nobody is named
  /// @param without what is not worked out in it
  /// @param escrow missing where nobody can open who wrote a comment
  /// @param hindrance what keeps it from opening or closing: `key-folder`, `key-lost`,
  ///   `answers-changed` or `fault`; for those who may run it
  /// @param hash of the promise, from the launch on
  /// @param counts of reviewees by how far the choice of raters is, for those who may read counts
  /// @param raterSpread of raters and reviewees, from thirty of both on
  /// @param raterEffects of the round as a whole, from thirty on; missing where there are none
  /// @param minutesTaken by half of the sheets at most, from thirty sheets on
  /// @param teams and spread of a round about teams, for those who may read counts
  /// @param band `few`, `some`, `half`, `many` or `most`; missing where nothing can be told
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RoundJson(
      UUID id,
      String kind,
      String name,
      String purpose,
      String state,
      @Nullable String hindrance,
      UUID owner,
      String validationNote,
      String instrument,
      int numeric,
      int comments,
      int width,
      int colluders,
      String unit,
      String audience,
      @Nullable UUID steward,
      String concerns,
      @Nullable String lesson,
      boolean self,
      boolean manager,
      int peers,
      int reports,
      int others,
      int budget,
      LocalDate nominateBy,
      LocalDate opens,
      LocalDate closes,
      @Nullable Set<UUID> units,
      @Nullable Set<UUID> people,
      @Nullable UUID objective,
      @Nullable String reviewees,
      @Nullable UUID follows,
      boolean reportsAtDebrief,
      int reportsAfter,
      List<String> without,
      @Nullable RoundEscrowJson escrow,
      List<String> promise,
      @Nullable String hash,
      @Nullable Instant launchedAt,
      @Nullable Map<String, Integer> counts,
      @Nullable String band,
      @Nullable RaterSpreadJson raterSpread,
      @Nullable RaterEffectsJson raterEffects,
      @Nullable Double minutesTaken,
      @Nullable List<TeamAskedJson> teams,
      @Nullable List<TeamSpreadJson> spread,
      long version,
      boolean mayRun) {}

  /// @param firstKey as `fairlead feedback escrow key` prints it
  /// @param days after the close
  record RoundEscrowJson(
      UUID first,
      String firstKey,
      String firstFingerprint,
      UUID second,
      String secondKey,
      String secondFingerprint,
      int days) {
    static @Nullable RoundEscrowJson of(@Nullable RoundEscrow escrow) {
      return escrow == null
          ? null
          : new RoundEscrowJson(
              escrow.first().person(),
              escrow.first().key().text(),
              escrow.first().key().fingerprint(),
              escrow.second().person(),
              escrow.second().key().text(),
              escrow.second().key().fingerprint(),
              escrow.days());
    }
  }

  /// @param members who are asked: today's until the round opens
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TeamAskedJson(String name, @Nullable String lead, int members) {}

  /// Where the middle half of the teams lies.
  record TeamSpreadJson(String competency, BigDecimal low, BigDecimal high) {}

  /// Standard deviations in points: of how severe raters are, of reviewees, and of the rest.
  record RaterSpreadJson(double raters, double reviewees, double rest) {
    static RaterSpreadJson of(RaterSpread spread) {
      return new RaterSpreadJson(spread.raters(), spread.reviewees(), spread.rest());
    }
  }

  /// @param range how much of the scale the usual rater uses: `wide`, `moderate`, `narrow-high`,
  ///   `narrow-middle` or `narrow-low`
  /// @param halo how far what they see differently from others is one impression: `slight`,
  ///   `partial` or `strong`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RaterEffectsJson(@Nullable String range, @Nullable String halo) {
    static @Nullable RaterEffectsJson of(RoundEffects effects) {
      return effects.isEmpty()
          ? null
          : new RaterEffectsJson(
              effects.range() == null ? null : effects.range().code(),
              effects.halo() == null ? null : effects.halo().code());
    }
  }

  record RoundListJson(List<RoundJson> rounds) {}

  /// What opening now would ask of people and give to reviewees.
  ///
  /// @param missing places that stay empty
  /// @param pace times the estimate that sheets take here
  record PlanJson(
      double pace,
      MinutesJson minutes,
      List<CoverageJson> coverage,
      int missing,
      List<BottleneckJson> why) {}

  record MinutesJson(int raters, double mean, double median, double ninth, double most, int over) {}

  record CoverageJson(
      String group, int reviewees, double expected, double low, double high, double withOneMore) {}

  /// @param reviewees that lack places together
  record BottleneckJson(String group, int needed, int filled) {}

  /// The last day on which raters answer.
  record ExtensionJson(@Nullable LocalDate closes) {}

  private RoundJson json(Viewer viewer, Round round, boolean whole) {
    Words words = pages.words();
    RoundTerms terms = round.terms();
    boolean counts = whole && round.mayCount();
    Population draft =
        whole && round.mayRun() && round.state() == RoundState.DRAFT
            ? rounds.population(round.id())
            : null;
    Map<String, Integer> byState = new TreeMap<>();
    if (counts) {
      figures.counts(round.id()).forEach((state, number) -> byState.put(state.code(), number));
    }
    return new RoundJson(
        round.id(),
        terms.kind().code(),
        terms.name(),
        terms.purpose().code(),
        round.state().code(),
        whole && round.mayRun() ? rounds.hindrance(round).map(Hindrance::code).orElse(null) : null,
        terms.owner(),
        terms.validationNote(),
        terms.instrument(),
        terms.numeric(),
        terms.comments(),
        terms.width(),
        terms.colluders(),
        terms.unit().name().toLowerCase(Locale.ROOT),
        terms.audience().code(),
        terms.steward(),
        terms.concerns(),
        terms.lesson(),
        terms.self(),
        terms.manager(),
        terms.peers(),
        terms.reports(),
        terms.others(),
        terms.budget(),
        terms.nominateBy(),
        terms.opens(),
        terms.closes(),
        draft == null ? null : new TreeSet<>(draft.units()),
        draft == null ? null : new TreeSet<>(draft.people()),
        draft == null ? null : draft.objective(),
        draft == null ? null : Population.code(draft.reviewees()),
        terms.follows(),
        terms.opening().debrief(),
        terms.opening().after(),
        terms.without().stream().map(FeedbackIndicator::code).sorted().toList(),
        RoundEscrowJson.of(terms.escrow()),
        RoundWords.promise(words, round),
        round.hash(),
        round.launchedAt(),
        counts ? byState : null,
        counts ? figures.band(round.id()).map(Participation.Band::code).orElse(null) : null,
        whole ? figures.spread(round.id()).map(RaterSpreadJson::of).orElse(null) : null,
        whole ? RaterEffectsJson.of(figures.effects(round.id())) : null,
        whole ? figures.minutesTaken(round.id()).orElse(null) : null,
        counts && terms.isOfTeams()
            ? teams.shown(round, rounds.population(round.id()), viewer.today()).stream()
                .map(team -> new TeamAskedJson(team.name(), team.leadName(), team.members()))
                .toList()
            : null,
        counts && terms.isOfTeams()
            ? teams.spread(round).rows().entrySet().stream()
                .map(row ->
                    new TeamSpreadJson(row.getKey(), row.getValue().low(), row.getValue().high()))
                .toList()
            : null,
        round.version(),
        round.mayRun());
  }

  @GetMapping
  @Open(because = "lists only rounds that the viewer may read", scope = "feedback:read")
  RoundListJson list(@AuthenticationPrincipal Viewer viewer) {
    return new RoundListJson(
        rounds.all(viewer).stream().map(round -> json(viewer, round, false)).toList());
  }

  @GetMapping("/{id}")
  @Guarded(record = "feedback-round", act = "read", fields = "terms", scope = "feedback:read")
  ResponseEntity<RoundJson> one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Round round = found(viewer, id);
    return ResponseEntity.ok().eTag("\"" + round.version() + "\"").body(json(viewer, round, true));
  }

  private Round found(Viewer viewer, UUID id) {
    return rounds.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  @PostMapping
  @Guarded(record = "feedback-round", act = "define", fields = "terms", scope = "feedback:write")
  ResponseEntity<RoundJson> define(
      @AuthenticationPrincipal Viewer viewer,
      @RequestBody RoundInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    UUID id = done(rounds.define(viewer, input, key));
    Round round = found(viewer, id);
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Location", "/api/v1/feedback/rounds/" + id)
        .eTag("\"" + round.version() + "\"")
        .body(json(viewer, round, true));
  }

  @PutMapping("/{id}")
  @Guarded(record = "feedback-round", act = "run", fields = "terms", scope = "feedback:write")
  ResponseEntity<RoundJson> change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody RoundInput input,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(rounds.change(viewer, id, version(version), input, key));
    return one(viewer, id);
  }

  @PostMapping("/{id}/launch")
  @Guarded(record = "feedback-round", act = "run", fields = "terms", scope = "feedback:write")
  ResponseEntity<RoundJson> launch(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(rounds.launch(viewer, id, version(version), key));
    return one(viewer, id);
  }

  /// Only while raters are being chosen.
  @GetMapping("/{id}/plan")
  @Guarded(record = "feedback-round", act = "run", fields = "terms", scope = "feedback:read")
  PlanJson plan(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Round round = found(viewer, id);
    if (!round.mayRun()) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    if (round.state() != RoundState.NOMINATING) {
      throw new RefusedException(
          Reason.of(Reason.Kind.CONFLICT, "feedback.other-state." + round.state().code()));
    }
    if (round.terms().isOfTeams()) {
      throw new RefusedException(Reason.of(Reason.Kind.CONFLICT, "feedback.team-raters"));
    }
    if (round.terms().isFollowUp()) {
      throw new RefusedException(Reason.of(Reason.Kind.CONFLICT, "feedback.follow-up-raters"));
    }
    RoundOpening.Plan plan = figures.plan(round, viewer.today());
    RoundRehearsal.Minutes minutes = plan.rehearsal().minutes();
    return new PlanJson(
        plan.pace(),
        new MinutesJson(
            minutes.raters(),
            minutes.mean(),
            minutes.median(),
            minutes.ninth(),
            minutes.most(),
            minutes.over()),
        plan.rehearsal().groups().stream()
            .map(each ->
                new CoverageJson(
                    each.group(),
                    each.reviewees(),
                    each.expected(),
                    each.low(),
                    each.high(),
                    each.withOneMore()))
            .toList(),
        plan.assignment().shortfalls().stream().mapToInt(Assignment.Shortfall::missing).sum(),
        plan.assignment().shortfalls().stream()
            .map(each -> new BottleneckJson(each.group(), each.needed(), each.filled()))
            .toList());
  }

  @PostMapping("/{id}/opening")
  @Guarded(record = "feedback-round", act = "run", fields = "terms", scope = "feedback:write")
  ResponseEntity<RoundJson> open(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(rounds.open(viewer, id, version(version), key));
    return one(viewer, id);
  }

  @PostMapping("/{id}/extension")
  @Guarded(record = "feedback-round", act = "run", fields = "terms", scope = "feedback:write")
  ResponseEntity<RoundJson> extend(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody ExtensionJson extension,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(rounds.extend(viewer, id, version(version), extension.closes(), key));
    return one(viewer, id);
  }

  @PostMapping("/{id}/reminder")
  @Guarded(record = "feedback-round", act = "run", fields = "terms", scope = "feedback:write")
  ResponseEntity<RoundJson> remind(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(rounds.remind(viewer, id, version(version), key));
    return one(viewer, id);
  }

  /// Ends it without reports; a draft goes altogether.
  @DeleteMapping("/{id}")
  @Guarded(record = "feedback-round", act = "run", fields = "terms", scope = "feedback:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void stop(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(rounds.stop(viewer, id, version(version), key));
  }

  static long version(@Nullable String tag) {
    if (tag == null) {
      throw new RefusedException(Reason.invalid("If-Match", "if-match-required"));
    }
    String number = tag.replace("W/", "").replace("\"", "").strip();
    if (!number.matches("\\d{1,18}")) {
      throw new RefusedException(Reason.of(Reason.Kind.STALE, "stale"));
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
