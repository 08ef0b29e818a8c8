package io.fairlead.app.goals;

import io.fairlead.app.goals.CheckInHistory.Made;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Limits;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Every check-in of an objective with its note, as JSON, page by page.
@RestController
@RequestMapping("/api/v1")
class CheckInHistoryApi {
  private final CheckInHistory history;

  CheckInHistoryApi(CheckInHistory history) {
    this.history = history;
  }

  /// @param next cursor of the next page; null on the last
  record CheckInList(List<Made> checkIns, @Nullable String next) {}

  @GetMapping("/objectives/{id}/check-ins")
  @Guarded(record = "objective", act = "read", fields = "goal", scope = "goals:read")
  CheckInList checkIns(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    CheckInHistory.Page page =
        history
            .of(viewer, id, after(id, cursor), Math.clamp(limit, 1, Limits.API_ROWS))
            .orElseThrow(() -> new RefusedException(Reason.notFound()));
    return new CheckInList(
        page.checkIns(), page.more() ? page.checkIns().getLast().id().toString() : null);
  }

  private @Nullable UUID after(UUID objective, @Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      UUID last = UUID.fromString(cursor);
      if (history.has(objective, last)) {
        return last;
      }
    } catch (IllegalArgumentException none) {
      // Refused like any other that no page ended with.
    }
    throw new RefusedException(Reason.invalid("cursor", "unknown-cursor"));
  }
}
