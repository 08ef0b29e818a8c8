package io.fairlead.app.setup;

import static io.fairlead.app.setup.SetupPolicy.SERVER;
import static io.fairlead.app.setup.SetupPolicy.SETUP;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Whether the server is ready, as a page.
@Controller
public class CheckPages {
  private final Checks checks;
  private final Policy policy;
  private final Pages pages;

  CheckPages(Checks checks, Policy policy, Pages pages) {
    this.checks = checks;
    this.policy = policy;
    this.pages = pages;
  }

  public record ChecksPage(List<Check> checks, long open) {
    public ChecksPage {
      checks = List.copyOf(checks);
    }
  }

  @GetMapping("/studio/checks")
  @Guarded(record = "setup", act = "read", fields = "server")
  ModelAndView checks(@AuthenticationPrincipal Viewer viewer, HttpServletRequest request) {
    List<Check> found =
        checks
            .all(viewer, request.isSecure())
            .orElseThrow(() -> new RefusedException(Reason.notFound()));
    Words words = pages.words();
    return pages.show(
        "setup/checks",
        words.text("checks.title"),
        Place.STUDIO,
        policy.seenBy(words, SETUP, SERVER),
        new ChecksPage(found, found.stream().filter(check -> !check.command().isEmpty()).count()));
  }
}
