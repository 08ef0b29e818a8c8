package io.fairlead.app.goals;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Toasts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// Reminding all alike, from the board and by API.
@Controller
class CycleReminderPages {
  private final CycleReminders reminders;
  private final Pages pages;

  CycleReminderPages(CycleReminders reminders, Pages pages) {
    this.reminders = reminders;
    this.pages = pages;
  }

  @PostMapping("/studio/running/cycles/{cycle}/reminders")
  @Guarded(record = "cycle", act = "remind", fields = "windows")
  String remind(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID cycle,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(required = false) @Nullable String key,
      HttpServletResponse response) {
    int count = reminded(viewer, cycle, what, key);
    Toasts.leave(response, pages.words().text("running.reminded", count), null);
    return "redirect:/studio/running";
  }

  private int reminded(Viewer viewer, UUID cycle, String what, @Nullable String key) {
    CycleReminder found =
        CycleReminder.find(what)
            .orElseThrow(
                () -> new RefusedException(Reason.invalid("what", "goals.unknown-choice")));
    Outcome<Integer> outcome = reminders.remind(viewer, pages.words(), cycle, found, key);
    return switch (outcome) {
      case Done<Integer>(Integer count) -> count;
      case Refused<Integer> refused -> throw new RefusedException(refused);
    };
  }

  /// @param what `planning`, `check-ins` or `grading`
  record Reminding(@Nullable String what) {}

  /// @param people how many are reminded
  record Reminded(int people) {}

  /// Reminds everybody who has something left to do in a cycle, at most once a day.
  @PostMapping("/api/v1/cycles/{id}/reminders")
  @Guarded(record = "cycle", act = "remind", fields = "windows", scope = "cycles:write")
  ResponseEntity<Reminded> remindByApi(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Reminding input) {
    return ResponseEntity.ok(
        new Reminded(reminded(viewer, id, Objects.requireNonNullElse(input.what(), ""), key)));
  }
}
