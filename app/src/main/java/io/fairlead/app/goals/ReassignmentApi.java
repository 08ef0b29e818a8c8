package io.fairlead.app.goals;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.util.List;
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

/// New owners for goals, as JSON.
@RestController
@RequestMapping("/api/v1")
class ReassignmentApi {
  private final Reassignments reassignments;

  ReassignmentApi(Reassignments reassignments) {
    this.reassignments = reassignments;
  }

  /// @param person the new owner; for a key result null means whoever answers for its objective
  record ReassignmentInput(@Nullable UUID person) {}

  record ReassignmentDocument(UUID objective, @Nullable UUID keyResult, @Nullable UUID person) {}

  record WaitingList(List<Reassignments.Waiting> waiting) {}

  @GetMapping("/reassignments/waiting")
  @Open(because = "only what waits for the viewer to find an owner", scope = "goals:read")
  WaitingList waiting(@AuthenticationPrincipal Viewer viewer) {
    return new WaitingList(reassignments.waiting(viewer));
  }

  @PostMapping("/objectives/{id}/reassignment")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(record = "objective", act = "reassign", fields = "goal", scope = "goals:write")
  ReassignmentDocument objective(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ReassignmentInput input) {
    UUID to = input.person();
    if (to == null) {
      GoalApi.value(reassignments.objective(viewer, id));
      throw new RefusedException(Reason.invalid("person", "required"));
    }
    return new ReassignmentDocument(
        GoalApi.value(reassignments.giveObjective(viewer, id, to, key)), null, to);
  }

  @PostMapping("/key-results/{id}/reassignment")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(record = "key-result", act = "reassign", fields = "value", scope = "goals:write")
  ReassignmentDocument keyResult(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ReassignmentInput input) {
    return new ReassignmentDocument(
        GoalApi.value(reassignments.giveKeyResult(viewer, id, input.person(), key)),
        id,
        input.person());
  }
}
