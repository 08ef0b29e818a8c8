package io.fairlead.app.feedback;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.AnsweringTime;
import io.fairlead.methods.instruments.Instrument;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Feedback as a place, and one round with what can be done about it.
@Controller
class RoundPages {
  private static final int LISTED = 200;

  /// Above so many reviewees a round is planned when somebody asks for it, not with every look.
  private static final int PLANNED_AT_ONCE = 300;

  private final Rounds rounds;
  private final FollowUps followUps;
  private final AskedTeams teams;
  private final RoundReports figures;
  private final RoundEscrows escrows;
  private final Choosing choosing;
  private final Answering answering;
  private final Reports reports;
  private final Policy policy;
  private final Pages pages;

  RoundPages(
      Rounds rounds,
      FollowUps followUps,
      AskedTeams teams,
      RoundReports figures,
      RoundEscrows escrows,
      Choosing choosing,
      Answering answering,
      Reports reports,
      Policy policy,
      Pages pages) {
    this.rounds = rounds;
    this.followUps = followUps;
    this.teams = teams;
    this.figures = figures;
    this.escrows = escrows;
    this.choosing = choosing;
    this.answering = answering;
    this.reports = reports;
    this.policy = policy;
    this.pages = pages;
  }

  @GetMapping("/feedback")
  @Open(because = "shows only what each module lets the viewer see")
  ModelAndView home(@AuthenticationPrincipal Viewer viewer) {
    Words words = pages.words();
    List<Round> all = rounds.all(viewer);
    List<RoundPage.Waiting> waiting =
        choosing.waitingFor(viewer).stream()
            .flatMap(subject ->
                all.stream()
                    .filter(round -> round.id().equals(subject.round()))
                    .map(round ->
                        new RoundPage.Waiting(
                            subject, round, subject.person().equals(viewer.person()))))
            .toList();
    return pages.show(
        "feedback/home",
        words.text("place.feedback"),
        Place.FEEDBACK,
        null,
        new RoundPage.Home(
            undoneFirst(answering.mine(viewer)),
            waiting,
            reports.all(viewer),
            all,
            rounds.mayDefine(viewer)));
  }

  /// What is handed in stands at the end.
  private static List<Answering.Given> undoneFirst(List<Answering.Given> given) {
    return given.stream().sorted(Comparator.comparing(Answering.Given::handedIn)).toList();
  }

  @GetMapping("/feedback/rounds/{id}")
  @Guarded(record = "feedback-round", act = "read", fields = "terms")
  ModelAndView one(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean plan) {
    return shown(viewer, id, plan, FormState.EMPTY);
  }

  private ModelAndView shown(Viewer viewer, UUID id, boolean plan, FormState form) {
    Words words = pages.words();
    Round round =
        rounds.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    Instrument questions =
        rounds.questions(round).orElseThrow(() -> new RefusedException(Reason.notFound()));
    boolean counts = round.mayCount();
    int people = rounds.people(round, viewer.today());
    return pages.show(
        "feedback/round",
        round.name(),
        Place.FEEDBACK,
        policy.seenBy(words, RoundRules.ROUND, RoundRules.TERMS),
        new RoundPage.Shown(
            round,
            questions,
            people,
            AnsweringTime.minutes(questions.items().size(), questions.comments().size(), 0),
            RoundWords.promise(words, round),
            RoundWords.never(words, round.terms().purpose()),
            RoundWords.concerns(words, round.terms().concerns(), round.ownerName()),
            RoundWords.leftOut(words, round.terms()),
            round.mayRun() && round.state() == RoundState.DRAFT
                ? rounds.obstacles(round, viewer.today()).stream().map(words::refusal).toList()
                : List.of(),
            counts ? figures.counts(id) : Map.of(),
            round.mayRun()
                    && round.state() == RoundState.NOMINATING
                    && !round.terms().isFollowUp()
                    && !round.terms().isOfTeams()
                    && (plan || people <= PLANNED_AT_ONCE)
                ? RoundWords.plan(words, round.terms(), figures.plan(round, viewer.today()))
                : List.of(),
            round.state() == RoundState.DRAFT ? List.of() : choosing.of(viewer, id, LISTED, ""),
            round.mayRun() ? rounds.hindrance(round).orElse(null) : null,
            round.terms().escrow() != null && escrows.mayRead(viewer, id),
            counts ? figures.band(id).map(band -> RoundWords.band(words, band)).orElse(null) : null,
            counts ? RoundWords.declined(words, figures.declined(id)) : null,
            figures.minutesTaken(id).orElse(null),
            figures.precision(id),
            figures.spread(id).orElse(null),
            figures.effects(id),
            round.terms().isFollowUp()
                ? new RoundPage.FollowUp(
                    rounds
                        .find(viewer, Objects.requireNonNull(round.terms().follows()))
                        .orElse(null),
                    followUps.reach(round))
                : null,
            round.terms().isOfTeams() ? teams(viewer, round) : null,
            policy.seenBy(words, RoundRules.REPORT, RoundRules.PUBLISHED),
            form,
            Idempotency.freshKey()));
  }

  private RoundPage.TeamsShown teams(Viewer viewer, Round round) {
    if (!round.mayCount()) {
      return new RoundPage.TeamsShown(List.of(), 0, null);
    }
    List<AskedTeam> asked = teams.shown(round, rounds.population(round.id()), viewer.today());
    return new RoundPage.TeamsShown(
        asked,
        Math.toIntExact(
            asked.stream().filter(team -> team.members() < round.terms().numeric()).count()),
        round.terms().has(FeedbackIndicator.TEAMS) ? teams.spread(round).rows() : null);
  }

  @PostMapping("/feedback/rounds/{id}/launch")
  @Guarded(record = "feedback-round", act = "run", fields = "terms")
  Object launch(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    return done(
        viewer,
        id,
        form,
        rounds.launch(viewer, id, version(form), form.get("key")),
        "feedback.launched",
        response);
  }

  @PostMapping("/feedback/rounds/{id}/opening")
  @Guarded(record = "feedback-round", act = "run", fields = "terms")
  Object open(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    return done(
        viewer,
        id,
        form,
        rounds.open(viewer, id, version(form), form.get("key")),
        "feedback.opened",
        response);
  }

  @PostMapping("/feedback/rounds/{id}/extension")
  @Guarded(record = "feedback-round", act = "run", fields = "terms")
  Object extend(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    return done(
        viewer,
        id,
        form,
        rounds.extend(
            viewer,
            id,
            version(form),
            day(form.get(form.containsKey("closes") ? "closes" : "day")),
            form.get("key")),
        "feedback.extended",
        response);
  }

  @PostMapping("/feedback/rounds/{id}/reminder")
  @Guarded(record = "feedback-round", act = "run", fields = "terms")
  Object remind(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    return done(
        viewer,
        id,
        form,
        rounds.remind(viewer, id, version(form), form.get("key")),
        "feedback.reminded",
        response);
  }

  @PostMapping("/feedback/rounds/{id}/stop")
  @Guarded(record = "feedback-round", act = "run", fields = "terms")
  Object stop(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    return switch (rounds.stop(viewer, id, version(form), form.get("key"))) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("feedback.stopped"), null);
        yield "redirect:/feedback";
      }
      case Refused<UUID> refused -> refused(viewer, id, form, refused);
    };
  }

  private Object done(
      Viewer viewer,
      UUID id,
      Map<String, String> form,
      Outcome<UUID> outcome,
      String toast,
      HttpServletResponse response) {
    return switch (outcome) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text(toast), null);
        yield "redirect:/feedback/rounds/" + id;
      }
      case Refused<UUID> refused -> refused(viewer, id, form, refused);
    };
  }

  private ModelAndView refused(
      Viewer viewer, UUID id, Map<String, String> form, Refused<UUID> refused) {
    return RefusedForm.again(refused, form, sent -> shown(viewer, id, false, sent));
  }

  static long version(Map<String, String> form) {
    String text = form.getOrDefault("version", "");
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }

  static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text.strip());
    } catch (DateTimeException notADay) {
      return null;
    }
  }
}
