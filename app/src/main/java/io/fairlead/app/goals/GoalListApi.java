package io.fairlead.app.goals;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Limits;
import io.fairlead.app.platform.words.OrganisationSettings;
import io.fairlead.methods.goals.ObjectiveKind;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Objectives as JSON lists, how their key results stand, and the goals file.
@RestController
@RequestMapping("/api/v1")
class GoalListApi {
  private final GoalViews views;
  private final GoalExport export;
  private final OrganisationSettings organisation;
  private final Clock clock;

  GoalListApi(GoalViews views, GoalExport export, OrganisationSettings organisation, Clock clock) {
    this.views = views;
    this.export = export;
    this.organisation = organisation;
    this.clock = clock;
  }

  /// @param level `organisation`, `unit`, `team` or `person`
  /// @param owner the owner's name; null for the organisation's own
  /// @param parent the agreed primary parent
  /// @param status derived, or what its owner says instead
  /// @param score its final score, 0 to 1; null until it is graded
  record ObjectiveLine(
      UUID id,
      String title,
      String kind,
      String state,
      String visibility,
      String level,
      @Nullable String owner,
      UUID cycle,
      @Nullable UUID parent,
      int furtherContributions,
      String status,
      @Nullable Double daysAhead,
      @Nullable LocalDate lastCheckIn,
      @Nullable Double score) {

    static ObjectiveLine of(ObjectiveRow row, Drift drift) {
      return new ObjectiveLine(
          row.id(),
          row.title(),
          row.kind().code(),
          row.state().code(),
          row.visibility(),
          row.level().code(),
          row.owner(),
          row.cycle().id(),
          row.parent(),
          row.further(),
          drift.status().code(),
          drift.ahead(),
          drift.last(),
          row.score());
    }
  }

  /// One page of objectives.
  ///
  /// @param next cursor of the next page; null on the last
  record ObjectiveList(List<ObjectiveLine> objectives, @Nullable String next) {}

  /// @param points progress by day: 0 at the baseline, 1 at the target
  record KeyResultStanding(
      UUID keyResult,
      String title,
      String kind,
      String unit,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal target,
      @Nullable BigDecimal value,
      @Nullable Double score,
      @Nullable Integer confidence,
      @Nullable LocalDate lastCheckIn,
      String status,
      boolean overridden,
      @Nullable Double daysAhead,
      List<Track.Point> points) {

    static KeyResultStanding of(KeyResultRow row, Drift drift) {
      Track track = row.track();
      return new KeyResultStanding(
          row.asked().id(),
          row.asked().title(),
          row.asked().kind().code(),
          row.asked().unit(),
          row.asked().baseline(),
          row.asked().target(),
          track == null ? null : track.value(),
          track == null ? null : track.score(),
          track == null ? null : track.confidence(),
          track == null ? null : track.lastDay(),
          drift.status().code(),
          drift.said() != null,
          drift.ahead(),
          track == null ? List.of() : track.points());
    }
  }

  record KeyResultStandings(List<KeyResultStanding> keyResults) {}

  @GetMapping("/objectives")
  @Guarded(record = "objective", act = "read", fields = "goal", scope = "goals:read")
  ObjectiveList list(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String cycle,
      @RequestParam(defaultValue = "all") String scope,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    GoalQuery.Cursor after = null;
    if (cursor != null) {
      after =
          GoalQuery.Cursor.find(cursor)
              .orElseThrow(() -> new RefusedException(Reason.invalid("cursor", "unknown-cursor")));
    }
    GoalQuery asked = GoalQuery.of(cycle, scope);
    GoalQuery query =
        new GoalQuery(
            asked.cycle(),
            asked.scope(),
            GoalQuery.View.LIST,
            search.strip(),
            word("kind", kind, ObjectiveKind::find),
            word("state", state, ObjectiveState::find),
            GoalQuery.Order.LEVEL,
            List.of(),
            after);
    GoalViews.Listed listed =
        views.list(viewer, query, Math.clamp(limit, 1, Limits.API_ROWS), today());
    GoalQuery.Cursor next = listed.next();
    return new ObjectiveList(
        listed.objectives().stream()
            .map(row -> ObjectiveLine.of(row, listed.drift(row, today())))
            .toList(),
        next == null ? null : next.code());
  }

  @GetMapping("/objectives/{id}/key-results")
  @Guarded(record = "objective", act = "read", fields = "goal", scope = "goals:read")
  KeyResultStandings keyResults(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return views
        .one(viewer, id)
        .map(listed ->
            new KeyResultStandings(
                listed.keyResults().getOrDefault(id, List.of()).stream()
                    .map(row ->
                        KeyResultStanding.of(
                            row, Drift.of(row, listed.objectives().getFirst().cycle(), today())))
                    .toList()))
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  @GetMapping(path = "/goals/file", produces = "text/csv")
  @Guarded(record = "objective", act = "read", fields = "goal", scope = "goals:read")
  ResponseEntity<String> file(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String cycle,
      @RequestParam(defaultValue = "all") String scope) {
    GoalQuery query = views.cycleOrCurrent(viewer, GoalQuery.of(cycle, scope), today());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .body(export.file(viewer, query, cycle.equals("all"), today()).toCsv());
  }

  /// What a filter names; a word nobody knows is refused, lest the whole list look like an answer.
  static <T> @Nullable T word(
      String field, @Nullable String text, Function<String, Optional<T>> known) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    return known
        .apply(text)
        .orElseThrow(() -> new RefusedException(Reason.invalid(field, "goals.unknown-filter")));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), organisation.organisation().zone());
  }
}
