package io.fairlead.app.platform.undo;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Taking back what one did, as JSON.
@RestController
@RequestMapping("/api/v1/undo")
class UndoApi {
  private static final String OWN =
      "an entry belongs to the one who acted; anybody else's is refused as over";

  private final Undo undo;
  private final Idempotency acts;

  UndoApi(Undo undo, Idempotency acts) {
    this.undo = undo;
    this.acts = acts;
  }

  /// @param undo what to post to; null where nothing can be taken back
  record UndoableDocument(UUID record, @Nullable UUID undo) {}

  @GetMapping
  @Open(because = OWN, scope = "undo:write")
  UndoableDocument last(@AuthenticationPrincipal Viewer viewer, @RequestParam UUID record) {
    return new UndoableDocument(record, undo.last(viewer, record).orElse(null));
  }

  /// @param path of the page that shows what was taken back
  record UndoneDocument(UUID undo, String path) {}

  @PostMapping("/{id}")
  @Open(because = OWN, scope = "undo:write")
  UndoneDocument undo(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    Outcome<String> outcome =
        acts.once(
            viewer.person(),
            "undo",
            key,
            id,
            String.class,
            () -> undo.undo(viewer, id).then(undone -> Outcome.done(undone.href())));
    return switch (outcome) {
      case Done<String>(String path) -> new UndoneDocument(id, path);
      case Refused<String> refused -> throw new RefusedException(refused);
    };
  }
}
