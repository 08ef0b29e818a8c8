package io.fairlead.app.goals;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Bulk;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.api.BulkAnswer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Limits;
import io.fairlead.app.platform.web.Pages;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Objectives as JSON: written, changed, and moved from state to state. A step is a noun that is
/// posted; the version travels as `ETag` and `If-Match`.
@RestController
@RequestMapping("/api/v1/objectives")
class GoalApi {
  private final Objectives objectives;
  private final Idempotency acts;
  private final Bulk bulk;
  private final Pages pages;

  GoalApi(Objectives objectives, Idempotency acts, Bulk bulk, Pages pages) {
    this.bulk = bulk;
    this.pages = pages;
    this.objectives = objectives;
    this.acts = acts;
  }

  /// Why an objective is dropped.
  record ReasonInput(@Nullable String reason) {}

  @GetMapping("/{id}")
  @Guarded(record = "objective", act = "read", fields = "goal", scope = "goals:read")
  ResponseEntity<ObjectiveDocument> read(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return objectives
        .find(viewer, id)
        .map(objective -> answer(Outcome.done(objective)))
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Open(because = "everyone drafts for themself; for whom else is checked", scope = "goals:write")
  ResponseEntity<ObjectiveDocument> draft(
      @AuthenticationPrincipal Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ObjectiveInput input) {
    Objective drafted = value(objectives.draft(viewer, input, key));
    return ResponseEntity.created(URI.create("/api/v1/objectives/" + drafted.id()))
        .eTag(etag(drafted))
        .body(ObjectiveDocument.of(drafted));
  }

  /// @param atomic all or none; else each for itself
  record BulkInput(@Nullable Boolean atomic, @Nullable List<ObjectiveInput> items) {}

  /// At most 100 drafts, each for itself.
  @PostMapping("/bulk")
  @Open(because = "each item is checked for itself and has its own outcome", scope = "goals:write")
  BulkAnswer draftEach(
      @AuthenticationPrincipal Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody BulkInput input) {
    return BulkAnswer.of(
        bulk.each(
            viewer.person(),
            "objective.draft-each",
            key,
            Objects.requireNonNullElse(input.items(), List.of()),
            Boolean.TRUE.equals(input.atomic()),
            Limits.BULK,
            item -> objectives.draft(viewer, item, null).then(made -> Outcome.done(made.id()))),
        HttpStatus.CREATED.value(),
        pages.words());
  }

  @PutMapping("/{id}")
  @Guarded(record = "objective", act = "change", fields = "goal", scope = "goals:write")
  ResponseEntity<ObjectiveDocument> change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ObjectiveInput input) {
    long version = version(match);
    AtomicReference<Objective> changed = new AtomicReference<>();
    Outcome<UUID> outcome =
        acts.once(
            viewer.person(),
            "objective.change",
            key,
            List.of(id, version, input),
            UUID.class,
            () ->
                objectives
                    .change(viewer, id, version, input)
                    .then(objective -> {
                      changed.set(objective);
                      return Outcome.done(id);
                    }));
    value(outcome);
    return changed.get() == null ? read(viewer, id) : answer(Outcome.done(changed.get()));
  }

  @PostMapping("/{id}/proposal")
  @Guarded(record = "objective", act = "change", fields = "goal", scope = "goals:write")
  ResponseEntity<ObjectiveDocument> propose(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return answer(objectives.become(viewer, id, ObjectiveState.PROPOSED, "", key));
  }

  @PostMapping("/{id}/withdrawal")
  @Guarded(record = "objective", act = "change", fields = "goal", scope = "goals:write")
  ResponseEntity<ObjectiveDocument> withdraw(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return answer(objectives.become(viewer, id, ObjectiveState.DRAFT, "", key));
  }

  @PostMapping("/{id}/activation")
  @Guarded(record = "objective", act = "change", fields = "goal", scope = "goals:write")
  ResponseEntity<ObjectiveDocument> activate(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return answer(objectives.become(viewer, id, ObjectiveState.ACTIVE, "", key));
  }

  @PostMapping("/{id}/closure")
  @Guarded(record = "objective", act = "change", fields = "goal", scope = "goals:write")
  ResponseEntity<ObjectiveDocument> close(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return answer(objectives.become(viewer, id, ObjectiveState.CLOSED, "", key));
  }

  @PostMapping("/{id}/drop")
  @Guarded(record = "objective", act = "change", fields = "goal", scope = "goals:write")
  ResponseEntity<ObjectiveDocument> drop(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ReasonInput input) {
    String reason = input.reason() == null ? "" : input.reason();
    return answer(objectives.become(viewer, id, ObjectiveState.DROPPED, reason, key));
  }

  private static ResponseEntity<ObjectiveDocument> answer(Outcome<Objective> outcome) {
    Objective objective = value(outcome);
    return ResponseEntity.ok().eTag(etag(objective)).body(ObjectiveDocument.of(objective));
  }

  static <T> T value(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }

  private static String etag(Objective objective) {
    return "\"" + objective.version() + "\"";
  }

  /// The version in an `If-Match`; without one nobody can tell what the writer had before them.
  private static long version(@Nullable String match) {
    if (match == null) {
      throw new RefusedException(Reason.invalid("If-Match", "goals.version-missing"));
    }
    try {
      return Long.parseLong(match.replace("W/", "").replace("\"", "").strip());
    } catch (NumberFormatException e) {
      throw new RefusedException(Objectives.stale());
    }
  }
}
