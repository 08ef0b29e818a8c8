package io.fairlead.app.framework;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Changes of the framework that are planned for a day, as JSON.
@RestController
@RequestMapping("/api/v1/framework/planned-changes")
class PlannedChangesApi {
  private final PlannedChanges changes;

  PlannedChangesApi(PlannedChanges changes) {
    this.changes = changes;
  }

  /// A planned change and what became of it.
  ///
  /// @param basedOn the version that it was compared with
  /// @param state `waiting`, `applied`, `refused` or `withdrawn`
  /// @param refusals why it could not be put in force, in sentences
  record PlannedDocument(
      UUID id,
      String state,
      LocalDate from,
      int basedOn,
      @Nullable UUID author,
      String reason,
      Instant madeAt,
      @Nullable Instant endedAt,
      List<String> refusals,
      String document) {
    static PlannedDocument of(PlannedChange change) {
      return new PlannedDocument(
          change.id(),
          change.state().code(),
          change.from(),
          change.basedOn(),
          change.author(),
          change.reason(),
          change.madeAt(),
          change.endedAt(),
          change.refusals(),
          change.document());
    }
  }

  /// A document to put in force when a day begins, and why.
  record Asked(@Nullable String document, @Nullable String reason, @Nullable LocalDate from) {}

  /// The latest twenty.
  @GetMapping
  @Guarded(record = "framework", act = "read", fields = "document", scope = "framework:read")
  List<PlannedDocument> latest() {
    return changes.latest().stream().map(PlannedDocument::of).toList();
  }

  @PostMapping
  @Guarded(record = "framework", act = "change", fields = "document", scope = "framework:write")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<PlannedDocument> plan(
      @AuthenticationPrincipal Viewer viewer,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Asked asked) {
    String document = asked.document();
    String reason = asked.reason();
    LocalDate from = asked.from();
    FrameworkInput input =
        new FrameworkInput(
            document == null ? "" : document,
            reason == null ? "" : reason,
            FrameworkApi.basedOn(match),
            key);
    UUID id = done(changes.plan(viewer, input, from == null ? LocalDate.EPOCH : from));
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(PlannedDocument.of(changes.find(id).orElseThrow()));
  }

  @DeleteMapping("/{id}")
  @Guarded(record = "framework", act = "change", fields = "document", scope = "framework:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  ResponseEntity<Void> withdraw(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(changes.withdraw(viewer, id, key));
    return ResponseEntity.noContent().build();
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }
}
