package io.fairlead.app.goals;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.undo.Undo;
import io.fairlead.app.platform.web.Limits;
import io.fairlead.app.platform.words.OrganisationSettings;
import io.fairlead.methods.goals.Attainment;
import io.fairlead.methods.goals.Attainment.Basis;
import io.fairlead.methods.goals.Grade;
import io.fairlead.methods.goals.ObjectiveKind;
import io.fairlead.methods.goals.ObjectiveScore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Grading at the end of a cycle: suggested scores, the owner's own, what was learned and what
/// comes next. Every grade is kept; the newest counts. A grade says how a goal went, never how good
/// a person is.
@Component
public class Grading {
  private static final Set<String> NEXT_STEPS = Set.of("carry-over", "stop", "clone", "done");
  private static final double SAME = 0.005;
  private static final int LONGEST = 10_000;

  private final GradingStore store;
  private final ObjectiveStore objectives;
  private final RollUps rollUps;
  private final Idempotency idempotency;
  private final Audit audit;
  private final OrganisationSettings settings;
  private final GoalSettings rules;
  private final Ids ids;
  private final Clock clock;

  Grading(
      GradingStore store,
      ObjectiveStore objectives,
      RollUps rollUps,
      Idempotency idempotency,
      Audit audit,
      OrganisationSettings settings,
      GoalSettings rules,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.objectives = objectives;
    this.rollUps = rollUps;
    this.idempotency = idempotency;
    this.audit = audit;
    this.settings = settings;
    this.rules = rules;
    this.ids = ids;
    this.clock = clock;
  }

  /// The objective's sheet, for those who may grade it.
  @Transactional(readOnly = true)
  public Optional<GradeSheet> sheet(Viewer viewer, UUID objective) {
    return store.sheet(viewer, objective);
  }

  /// The suggestion that goes with given key-result scores: their weighted mean, or null without
  /// any.
  public static @Nullable Double suggestion(List<GradeSheet.Line> lines) {
    List<ObjectiveScore.Part> parts = new ArrayList<>();
    for (GradeSheet.Line line : lines) {
      if (line.suggested() != null) {
        parts.add(part(line.keyResult(), line.suggested()));
      }
    }
    return orNull(parts);
  }

  /// Grades, or grades again while the objective is not closed.
  ///
  /// @return the objective's score
  public Outcome<Double> grade(Viewer viewer, GradeInput input, @Nullable String key) {
    return idempotency.once(
        viewer.person(), "goals.grade", key, input, Double.class, () -> record(viewer, input));
  }

  private Outcome<Double> record(Viewer viewer, GradeInput input) {
    Optional<GradeSheet> found = store.lock(viewer, input.objective());
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    GradeSheet sheet = found.get();
    List<Reason> reasons = refusals(sheet, input);
    if (!reasons.isEmpty()) {
      return Outcome.refused(reasons);
    }
    Instant now = clock.instant();
    boolean provisional = false;
    for (GradeSheet.Line line : sheet.lines()) {
      Double given = given(line, input);
      if (given != null) {
        boolean open = line.settledLater() && !input.settled().contains(line.keyResult().id());
        provisional |= open;
        store.addGrade(
            ids.next(),
            sheet.objective(),
            line.keyResult().id(),
            line.suggested(),
            given,
            open,
            "",
            viewer.person(),
            now);
      }
    }
    double score = score(sheet, input);
    store.addGrade(
        ids.next(),
        sheet.objective(),
        null,
        sheet.suggested(),
        score,
        provisional,
        input.comment(),
        viewer.person(),
        now);
    store.addRetrospective(
        ids.next(), sheet.objective(), input.retrospective(), viewer.person(), now);
    if (sheet.state().equals("active")) {
      objectives.become(sheet.objective(), ObjectiveState.GRADED, viewer.person(), now, "");
    }
    audit.record(viewer.person(), "objective.graded", "objective", sheet.objective(), null);
    rollUps.dueFor(List.of(sheet.objective()));
    return Outcome.done(score);
  }

  /// Takes the viewer's newest grade back, for a day, or until it was closed or gone on from. What
  /// counted before counts again: the grade before it, or else it is active once more. Nothing of
  /// it is deleted.
  ///
  /// @param version of the objective that was read
  public Outcome<ObjectiveState> takeBack(
      Viewer viewer, UUID objective, long version, @Nullable String key) {
    return idempotency.once(
        viewer.person(),
        "goals.grade-back",
        key,
        List.of(objective, version),
        ObjectiveState.class,
        () -> takenBack(viewer, objective, version));
  }

  private Outcome<ObjectiveState> takenBack(Viewer viewer, UUID objective, long version) {
    Optional<GradeSheet> sheet = store.lock(viewer, objective);
    if (sheet.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (sheet.get().version() != version) {
      return Outcome.refused(Objectives.stale());
    }
    Instant now = clock.instant();
    Optional<GradingStore.Newest> newest = store.newest(objective);
    if (newest.isEmpty()
        || !newest.get().by().equals(viewer.person())
        || !newest.get().at().plus(Limits.UNDO).isAfter(now)) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "undo-is-over"));
    }
    if (!sheet.get().state().equals("graded") || store.wentOn(objective, newest.get().at())) {
      return Outcome.refused(Undo.BUILT_ON);
    }
    store.takeBack(objective, newest.get().at(), viewer.person(), now);
    ObjectiveState state =
        store.newest(objective).isPresent() ? ObjectiveState.GRADED : ObjectiveState.ACTIVE;
    objectives.become(objective, state, viewer.person(), now, "");
    audit.record(viewer.person(), "objective.grade-taken-back", "objective", objective, null);
    rollUps.dueFor(List.of(objective));
    return Outcome.done(state);
  }

  private List<Reason> refusals(GradeSheet sheet, GradeInput input) {
    List<Reason> reasons = new ArrayList<>();
    if (sheet.version() != input.version()) {
      return List.of(Reason.of(Reason.Kind.STALE, "stale"));
    }
    if (!sheet.state().equals("active") && !sheet.state().equals("graded")) {
      return List.of(Reason.of(Reason.Kind.CONFLICT, "grading.not-active"));
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.organisation().zone());
    if (today.isBefore(sheet.cycle().gradingFrom())) {
      return List.of(
          Reason.of(
              Reason.Kind.CONFLICT, "grading.not-open", sheet.cycle().gradingFrom().toString()));
    }
    Set<UUID> known = new java.util.HashSet<>();
    sheet.lines().forEach(line -> known.add(line.keyResult().id()));
    if (!known.containsAll(input.scores().keySet()) || !known.containsAll(input.settled())) {
      return List.of(Reason.notFound());
    }
    input.scores().forEach((id, score) -> checkScore(id.toString(), score, reasons));
    if (input.score() != null) {
      checkScore("score", input.score(), reasons);
    }
    if (sheet.kind() == ObjectiveKind.LEARNING && input.answer() == null) {
      reasons.add(Reason.invalid("answer", "grading.answer-needed"));
    }
    if (sheet.kind() != ObjectiveKind.LEARNING && input.answer() != null) {
      reasons.add(Reason.invalid("answer", "grading.no-question"));
    }
    checkWords(input, reasons);
    if (!reasons.isEmpty()) {
      return reasons;
    }
    if (sheet.kind() != ObjectiveKind.LEARNING
        && input.score() == null
        && orNull(parts(sheet, input)) == null) {
      return List.of(Reason.invalid("score", "grading.score-needed"));
    }
    if (input.comment().isBlank() && wantsComment(sheet, input)) {
      reasons.add(Reason.invalid("comment", "grading.why"));
    }
    return reasons;
  }

  private static void checkScore(String field, double score, List<Reason> reasons) {
    if (!(score >= 0 && score <= 1)) {
      reasons.add(Reason.invalid(field, "grading.score-range"));
    }
  }

  private static void checkWords(GradeInput input, List<Reason> reasons) {
    GradeSheet.Retrospective said = input.retrospective();
    List.of(
            input.comment(),
            said.selfAssessment(),
            said.wentWell(),
            said.gotInTheWay(),
            said.learned())
        .forEach(text -> {
          if (text.length() > LONGEST) {
            reasons.add(Reason.invalid("comment", "too-long", LONGEST));
          }
        });
    if (!NEXT_STEPS.contains(said.nextStep())) {
      reasons.add(Reason.invalid("nextStep", "grading.next-step"));
    }
    if (said.selfScore() != null) {
      checkScore("selfScore", said.selfScore(), reasons);
    }
  }

  /// A score that differs from its figures, or a commitment not kept, needs a sentence.
  private boolean wantsComment(GradeSheet sheet, GradeInput input) {
    boolean differs =
        sheet.lines().stream()
            .anyMatch(line -> {
              Double said = input.scores().get(line.keyResult().id());
              return said != null
                  && (line.suggested() == null || Math.abs(said - line.suggested()) > SAME);
            });
    Double whole = input.score();
    Double follows = orNull(parts(sheet, input));
    return differs
        || (whole != null && (follows == null || Math.abs(whole - follows) > SAME))
        || rules.bands(sheet.cycle()).grade(sheet.kind(), score(sheet, input))
            == Grade.NEEDS_EXPLANATION;
  }

  private static double score(GradeSheet sheet, GradeInput input) {
    if (input.answer() != null) {
      return input.answer().score();
    }
    if (input.score() != null) {
      return input.score();
    }
    Double follows = orNull(parts(sheet, input));
    if (follows == null) {
      throw new IllegalStateException("checked before");
    }
    return follows;
  }

  private static @Nullable Double given(GradeSheet.Line line, GradeInput input) {
    Double said = input.scores().get(line.keyResult().id());
    return said == null ? line.suggested() : said;
  }

  private static List<ObjectiveScore.Part> parts(GradeSheet sheet, GradeInput input) {
    List<ObjectiveScore.Part> parts = new ArrayList<>();
    for (GradeSheet.Line line : sheet.lines()) {
      Double given = given(line, input);
      if (given != null) {
        parts.add(part(line.keyResult(), given));
      }
    }
    return parts;
  }

  private static ObjectiveScore.Part part(KeyResultDefinition keyResult, double score) {
    return new ObjectiveScore.Part(
        new Attainment.Scored(score, score, Basis.CURRENT), keyResult.weight().doubleValue());
  }

  private static @Nullable Double orNull(List<ObjectiveScore.Part> parts) {
    return ObjectiveScore.of(parts) instanceof ObjectiveScore.Mean mean ? mean.value() : null;
  }
}
