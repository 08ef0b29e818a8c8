package io.fairlead.app.goals;

import io.fairlead.app.goals.StatusOverrides.Of;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.methods.goals.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How an objective and its key results stand as JSON: by their figures, and by what is said
/// instead.
@RestController
@RequestMapping("/api/v1")
class StatusApi {
  private final StatusOverrides overrides;
  private final GoalViews views;

  StatusApi(StatusOverrides overrides, GoalViews views) {
    this.overrides = overrides;
    this.views = views;
  }

  /// @param status `on-track`, `at-risk`, `off-track` or `done`
  record OverrideInput(@Nullable String status, @Nullable String reason) {}

  /// @param status the one that counts: what is said, else what the figures give
  /// @param derived what the figures give: also `stale` and `no-data`
  /// @param override what is said now; null while the figures count
  record StatusDocument(
      UUID id, String status, String derived, @Nullable OverrideDocument override) {
    static StatusDocument of(UUID id, Drift drift) {
      SaidStatus said = drift.said();
      return new StatusDocument(
          id,
          drift.status().code(),
          drift.derived().code(),
          said == null
              ? null
              : new OverrideDocument(said.status().code(), said.reason(), said.by(), said.at()));
    }
  }

  record OverrideDocument(String status, String reason, String by, Instant at) {}

  /// @param keyResult null for the objective itself
  /// @param status null: the figures count again
  record SaidDocument(
      @Nullable UUID keyResult,
      @Nullable String status,
      String reason,
      UUID by,
      String name,
      Instant at) {
    static SaidDocument of(StatusOverrides.Entry entry) {
      Status status = entry.status();
      return new SaidDocument(
          entry.keyResult(),
          status == null ? null : status.code(),
          entry.reason(),
          entry.by(),
          entry.name(),
          entry.at());
    }
  }

  /// @param said all that was ever said, newest first
  record StatusesDocument(
      StatusDocument objective, List<StatusDocument> keyResults, List<SaidDocument> said) {}

  @GetMapping("/objectives/{id}/status")
  @Guarded(record = "objective", act = "read", fields = "goal", scope = "goals:read")
  StatusesDocument read(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    GoalViews.Listed listed =
        views.one(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    ObjectiveRow row = listed.objectives().getFirst();
    List<KeyResultRow> parts = listed.keyResults().getOrDefault(id, List.of());
    List<StatusDocument> keyResults = new ArrayList<>();
    parts.forEach(part ->
        keyResults.add(
            StatusDocument.of(part.asked().id(), Drift.of(part, row.cycle(), viewer.today()))));
    return new StatusesDocument(
        StatusDocument.of(id, Drift.of(row, parts, viewer.today())),
        keyResults,
        overrides.history(id).stream().map(SaidDocument::of).toList());
  }

  @PostMapping("/objectives/{id}/status-override")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(record = "objective", act = "override", fields = "goal", scope = "goals:write")
  StatusesDocument sayOfObjective(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody OverrideInput input) {
    return say(viewer, new Of.TheObjective(id), input, key);
  }

  @DeleteMapping("/objectives/{id}/status-override")
  @Guarded(record = "objective", act = "override", fields = "goal", scope = "goals:write")
  StatusesDocument takeBackOfObjective(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return takeBack(viewer, new Of.TheObjective(id), key);
  }

  @PostMapping("/key-results/{id}/status-override")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(record = "key-result", act = "override", fields = "value", scope = "goals:write")
  StatusesDocument sayOfKeyResult(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody OverrideInput input) {
    return say(viewer, new Of.TheKeyResult(id), input, key);
  }

  @DeleteMapping("/key-results/{id}/status-override")
  @Guarded(record = "key-result", act = "override", fields = "value", scope = "goals:write")
  StatusesDocument takeBackOfKeyResult(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return takeBack(viewer, new Of.TheKeyResult(id), key);
  }

  private StatusesDocument say(Viewer viewer, Of of, OverrideInput input, @Nullable String key) {
    String status = input.status() == null ? "" : input.status();
    String reason = input.reason() == null ? "" : input.reason();
    return read(viewer, GoalApi.value(overrides.say(viewer, of, status, reason, key)));
  }

  private StatusesDocument takeBack(Viewer viewer, Of of, @Nullable String key) {
    return read(viewer, GoalApi.value(overrides.takeBack(viewer, of, key)));
  }
}
