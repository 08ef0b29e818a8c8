package io.fairlead.app.cycles;

import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// The cycles as JSON: what an objective's `cycle` may be.
@RestController
class CyclesApi {
  private final Cycles cycles;
  private final CycleWindows windows;

  CyclesApi(Cycles cycles, CycleWindows windows) {
    this.cycles = cycles;
    this.windows = windows;
  }

  /// All cycles, latest first, a containing one before those it contains.
  record CycleList(List<Cycle> cycles) {}

  @GetMapping("/api/v1/cycles")
  @Open(because = "everybody may see which cycles there are", scope = "goals:read")
  CycleList all() {
    return new CycleList(cycles.all());
  }

  /// When a window is to close.
  ///
  /// @param was when it closes as far as the sender knows: `2026-04-14`
  /// @param until the last day, today or later
  record Window(@Nullable String was, @Nullable String until) {}

  /// Lets a window (`planning` or `grading`) stay open longer, or opens it again.
  @PutMapping("/api/v1/cycles/{id}/windows/{window}")
  @Guarded(record = "cycle", act = "change", fields = "windows", scope = "cycles:write")
  Cycle keepOpen(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable String window,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Window input) {
    CycleWindow which =
        CycleWindow.find(window).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return switch (windows.keepOpen(
        viewer,
        new CycleWindows.Longer(
            id,
            which,
            CyclePages.day(Objects.requireNonNullElse(input.was(), ""), "was"),
            CyclePages.day(Objects.requireNonNullElse(input.until(), ""), "until"),
            key))) {
      case Done<Cycle>(Cycle cycle) -> cycle;
      case Refused<Cycle> refused -> throw new RefusedException(refused);
    };
  }
}
