package io.fairlead.app.goals;

import io.fairlead.app.goals.CheckIns.ToUpdate;
import io.fairlead.app.goals.CheckIns.Updated;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.api.BulkAnswer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.methods.goals.Forecast;
import io.fairlead.methods.goals.LearningAnswer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Check-ins, grades and what follows, as JSON.
@RestController
@RequestMapping("/api/v1")
class CheckInApi {
  private final CheckIns checkIns;
  private final Grading grading;
  private final Successors successors;
  private final Pages pages;

  CheckInApi(CheckIns checkIns, Grading grading, Successors successors, Pages pages) {
    this.pages = pages;
    this.checkIns = checkIns;
    this.grading = grading;
    this.successors = successors;
  }

  /// A check-in as it comes in.
  ///
  /// @param value the figure; 1 or 0 for yes or no
  record CheckInInput(
      UUID keyResult,
      @Nullable BigDecimal value,
      @Nullable Set<UUID> done,
      @Nullable Integer confidence,
      @Nullable String note,
      boolean noChange) {

    CheckIn said() {
      return new CheckIn(
          keyResult,
          value,
          Objects.requireNonNullElse(done, Set.of()),
          confidence,
          Objects.requireNonNullElse(note, "").strip(),
          noChange);
    }
  }

  record CheckInsInput(List<CheckInInput> checkIns) {}

  /// A key result that waits for a check-in; neither pace nor forecast, which come after it.
  record WaitingDocument(
      UUID keyResult,
      UUID objective,
      String title,
      String objectiveTitle,
      String kind,
      String unit,
      @Nullable BigDecimal value,
      @Nullable Integer confidence,
      @Nullable LocalDate lastDay,
      Set<UUID> done,
      boolean awaitsBaseline) {

    static WaitingDocument of(ToUpdate row) {
      Track track = row.track();
      return new WaitingDocument(
          row.keyResult().id(),
          row.keyResult().objective(),
          row.keyResult().title(),
          row.objectiveTitle(),
          row.keyResult().kind().code(),
          row.keyResult().unit(),
          track == null ? null : track.value(),
          track == null ? null : track.confidence(),
          track == null ? null : track.lastDay(),
          row.done(),
          row.awaitsBaseline());
    }
  }

  /// How a key result stands after its check-in. The forecast's ends are in the key result's unit.
  ///
  /// @param checkIn the check-in, while it may be taken back
  record StandingDocument(
      UUID keyResult,
      String status,
      @Nullable Double score,
      @Nullable Double daysAhead,
      @Nullable Double forecastLow,
      @Nullable Double forecastHigh,
      @Nullable Double probability,
      boolean forecastDisagrees,
      @Nullable UUID checkIn) {

    static StandingDocument of(Updated updated) {
      Standing standing = updated.standing();
      Forecast.Trend trend = standing.forecast() instanceof Forecast.Trend found ? found : null;
      KeyResultDefinition keyResult = updated.keyResult();
      Forecast.Interval interval =
          trend == null || keyResult.baseline() == null || keyResult.target() == null
              ? null
              : trend.interval();
      return new StandingDocument(
          keyResult.id(),
          standing.status().code(),
          standing.score(),
          standing.pace() == null ? null : standing.pace().daysAhead(),
          interval == null ? null : Double.valueOf(keyResult.atProgress(interval.low())),
          interval == null ? null : Double.valueOf(keyResult.atProgress(interval.high())),
          trend == null ? null : Double.valueOf(trend.probability()),
          standing.agreement().disagrees(),
          updated.mine());
    }
  }

  record WaitingList(List<WaitingDocument> keyResults) {}

  record StandingList(List<StandingDocument> keyResults) {}

  @GetMapping("/check-ins/waiting")
  @Open(because = "only the viewer's own key results", scope = "goals:read")
  WaitingList waiting(@AuthenticationPrincipal Viewer viewer) {
    return new WaitingList(checkIns.mine(viewer).stream().map(WaitingDocument::of).toList());
  }

  @PostMapping("/check-ins")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(record = "key-result", act = "check-in", fields = "value", scope = "goals:write")
  StandingList checkIn(
      @AuthenticationPrincipal Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody CheckInsInput input) {
    List<CheckIn> said =
        input.checkIns() == null
            ? List.of()
            : input.checkIns().stream().map(CheckInInput::said).toList();
    return new StandingList(
        GoalApi.value(checkIns.save(viewer, said, key)).stream()
            .map(StandingDocument::of)
            .toList());
  }

  /// @param atomic all or none; else each for itself
  record BulkInput(@Nullable Boolean atomic, @Nullable List<CheckInInput> items) {}

  /// At most 500 check-ins, each for itself.
  @PostMapping("/check-ins/bulk")
  @Open(because = "each item is checked for itself and has its own outcome", scope = "goals:write")
  BulkAnswer checkInEach(
      @AuthenticationPrincipal Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody BulkInput input) {
    List<CheckIn> said =
        Objects.requireNonNullElse(input.items(), List.<CheckInInput>of()).stream()
            .map(CheckInInput::said)
            .toList();
    return BulkAnswer.of(
        checkIns.saveEach(viewer, said, Boolean.TRUE.equals(input.atomic()), key),
        HttpStatus.CREATED.value(),
        pages.words());
  }

  /// @param checkIn one's own newest check-in of the key result
  record TakingBackInput(UUID checkIn) {}

  record TakenBackDocument(UUID keyResult, UUID checkIn) {}

  @PostMapping("/key-results/{id}/taking-back")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(record = "key-result", act = "check-in", fields = "value", scope = "goals:write")
  TakenBackDocument takeBack(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody TakingBackInput input) {
    UUID checkIn = Objects.requireNonNullElse(input.checkIn(), new UUID(0, 0));
    return new TakenBackDocument(
        GoalApi.value(checkIns.takeBack(viewer, id, checkIn, key)), checkIn);
  }

  /// A grade as it comes in; see [GradeInput].
  record GradeDocument(
      long version,
      @Nullable Map<UUID, Double> scores,
      @Nullable Set<UUID> settled,
      @Nullable Double score,
      @Nullable String answer,
      @Nullable String comment,
      @Nullable Double selfScore,
      @Nullable String selfAssessment,
      @Nullable String wentWell,
      @Nullable String gotInTheWay,
      @Nullable String learned,
      String nextStep) {

    GradeInput input(UUID objective) {
      return new GradeInput(
          objective,
          version,
          Objects.requireNonNullElse(scores, Map.of()),
          Objects.requireNonNullElse(settled, Set.of()),
          score,
          learningAnswer(),
          orEmpty(comment),
          new GradeSheet.Retrospective(
              selfScore,
              orEmpty(selfAssessment),
              orEmpty(wentWell),
              orEmpty(gotInTheWay),
              orEmpty(learned),
              orEmpty(nextStep)));
    }

    private @Nullable LearningAnswer learningAnswer() {
      if (answer == null) {
        return null;
      }
      try {
        return LearningAnswer.valueOf(answer.toUpperCase(Locale.ROOT).replace('-', '_'));
      } catch (IllegalArgumentException e) {
        throw new RefusedException(Reason.invalid("answer", "grading.answer-needed"));
      }
    }

    private static String orEmpty(@Nullable String text) {
      return text == null ? "" : text;
    }
  }

  record GradedDocument(UUID objective, double score) {}

  /// What the figures suggest, before anybody grades.
  record SheetDocument(
      UUID objective,
      String title,
      String kind,
      String question,
      String state,
      long version,
      @Nullable Double suggested,
      @Nullable Double graded,
      List<SheetLine> keyResults) {}

  record SheetLine(
      UUID keyResult,
      String title,
      @Nullable Double suggested,
      @Nullable Double graded,
      boolean settledLater,
      boolean provisional) {}

  @GetMapping("/objectives/{id}/grade")
  @Guarded(record = "objective", act = "grade", fields = "goal", scope = "goals:read")
  SheetDocument sheet(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    GradeSheet sheet =
        grading.sheet(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return new SheetDocument(
        sheet.objective(),
        sheet.title(),
        sheet.kind().code(),
        sheet.question(),
        sheet.state(),
        sheet.version(),
        sheet.suggested(),
        sheet.graded(),
        sheet.lines().stream()
            .map(line ->
                new SheetLine(
                    line.keyResult().id(),
                    line.keyResult().title(),
                    line.suggested(),
                    line.graded(),
                    line.settledLater(),
                    line.provisional()))
            .toList());
  }

  @PostMapping("/objectives/{id}/grade")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(record = "objective", act = "grade", fields = "goal", scope = "goals:write")
  GradedDocument grade(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody GradeDocument input) {
    return new GradedDocument(id, GoalApi.value(grading.grade(viewer, input.input(id), key)));
  }

  /// @param version of the objective that was read
  record GradeBackInput(long version) {}

  record GradeBackDocument(UUID objective, String state) {}

  @PostMapping("/objectives/{id}/grade/taking-back")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(record = "objective", act = "grade", fields = "goal", scope = "goals:write")
  GradeBackDocument takeGradeBack(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody GradeBackInput input) {
    return new GradeBackDocument(
        id, GoalApi.value(grading.takeBack(viewer, id, input.version(), key)).code());
  }

  /// @param way `carried-over` or `cloned`
  record SuccessorInput(UUID cycle, String way) {}

  record SuccessorDocument(UUID objective) {}

  @PostMapping("/objectives/{id}/successor")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(record = "objective", act = "change", fields = "goal", scope = "goals:write")
  SuccessorDocument successor(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody SuccessorInput input) {
    Successors.Way way =
        switch (input.way()) {
          case "carried-over" -> Successors.Way.CARRIED_OVER;
          case "cloned" -> Successors.Way.CLONED;
          default -> throw new RefusedException(Reason.invalid("way", "goals.unknown-choice"));
        };
    return new SuccessorDocument(
        GoalApi.value(successors.draft(viewer, id, input.cycle(), way, key)));
  }
}
