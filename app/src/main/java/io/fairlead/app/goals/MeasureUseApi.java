package io.fairlead.app.goals;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The measures of objectives, as JSON.
@RestController
class MeasureUseApi {
  private final MeasureUses uses;
  private final Restoring restoring;
  private final Objectives objectives;
  private final Pages pages;

  MeasureUseApi(MeasureUses uses, Restoring restoring, Objectives objectives, Pages pages) {
    this.uses = uses;
    this.restoring = restoring;
    this.objectives = objectives;
    this.pages = pages;
  }

  /// What a measure does for an objective.
  ///
  /// @param role `feeds`, `guards` or `watched`
  /// @param measure missing where the caller may not see it, as all that follows
  /// @param worse whether it goes the wrong way now
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UseJson(
      UUID id,
      String role,
      @Nullable UUID keyResult,
      @Nullable UUID measure,
      @Nullable String name,
      @Nullable String slice,
      @Nullable LocalDate lastDay,
      @Nullable Double lastValue,
      @Nullable String signal,
      boolean worse) {
    static UseJson of(MeasureUse use) {
      return new UseJson(
          use.id(),
          use.role().code(),
          use.keyResult(),
          use.measure(),
          use.name().isEmpty() ? null : use.name(),
          use.slice().isEmpty() ? null : use.slice(),
          use.lastDay(),
          use.lastValue(),
          use.signal(),
          use.worse());
    }
  }

  /// All of an objective.
  record UsesJson(List<UseJson> measures) {}

  @GetMapping("/api/v1/objectives/{id}/measures")
  @Guarded(record = "objective", act = "read", fields = "goal", scope = "goals:read")
  UsesJson of(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    if (objectives.find(viewer, id).isEmpty()) {
      throw new RefusedException(Reason.notFound());
    }
    return new UsesJson(uses.of(viewer, id).stream().map(UseJson::of).toList());
  }

  @PostMapping("/api/v1/objectives/{id}/measures")
  @Guarded(record = "objective", act = "change", fields = "goal", scope = "goals:write")
  @ResponseStatus(HttpStatus.CREATED)
  UsesJson begin(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody MeasureUses.Input input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    GoalApi.value(uses.begin(viewer, id, input, key));
    return of(viewer, id);
  }

  @DeleteMapping("/api/v1/objectives/{id}/measures/{use}")
  @Guarded(record = "objective", act = "change", fields = "goal", scope = "goals:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  ResponseEntity<Void> end(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID use,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    GoalApi.value(uses.end(viewer, id, use, key));
    return ResponseEntity.noContent().build();
  }

  /// The drafted objective.
  record Drafted(UUID objective) {}

  /// Drafts an objective that brings a measure back to its range, and answers what it showed.
  @PostMapping("/api/v1/measures/{id}/alerts/{alert}/objective")
  @Guarded(record = "measure", act = "change", fields = "figures", scope = "goals:write")
  @ResponseStatus(HttpStatus.CREATED)
  Drafted restore(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID alert,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new Drafted(GoalApi.value(restoring.draft(viewer, id, alert, pages.words(), key)));
  }
}
