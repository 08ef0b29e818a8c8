package io.fairlead.app.cycles;

import io.fairlead.app.cycles.CycleWindows.Longer;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the board can do about a cycle.
@Controller
class CyclePages {
  private final CycleWindows windows;
  private final Pages pages;

  CyclePages(CycleWindows windows, Pages pages) {
    this.windows = windows;
    this.pages = pages;
  }

  @PostMapping("/studio/running/cycles/{cycle}/{window}")
  @Guarded(record = "cycle", act = "change", fields = "windows")
  String keepOpen(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID cycle,
      @PathVariable String window,
      @RequestParam(defaultValue = "") String was,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(required = false) @Nullable String key,
      HttpServletResponse response) {
    CycleWindow which =
        CycleWindow.find(window).orElseThrow(() -> new RefusedException(Reason.notFound()));
    Longer input = new Longer(cycle, which, day(was, "was"), day(day, "until"), key);
    return switch (windows.keepOpen(viewer, input)) {
      case Done<Cycle>(Cycle done) -> {
        Words words = pages.words();
        Toasts.leave(
            response,
            words.text("cycles.kept-open." + window, done.name(), words.plainDate(input.until())),
            null);
        yield "redirect:/studio/running";
      }
      case Refused<Cycle> refused -> throw new RefusedException(refused);
    };
  }

  static LocalDate day(String text, String field) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new RefusedException(Reason.invalid(field, "not-a-date"));
    }
  }
}
