package io.fairlead.app.setup;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The first run and the server's checks, as JSON.
@RestController
class SetupApi {
  private final Setup setup;
  private final Checks checks;
  private final Pages pages;

  SetupApi(Setup setup, Checks checks, Pages pages) {
    this.setup = setup;
    this.checks = checks;
    this.pages = pages;
  }

  /// @param state `fine`, `attention`, `wrong` or `note`
  /// @param command that puts it right; empty where nothing is to be done
  record CheckDocument(String code, String state, String sentence, String command) {}

  record CheckList(List<CheckDocument> checks) {}

  @GetMapping("/api/v1/setup/checks")
  @Guarded(record = "setup", act = "read", fields = "server", scope = "setup:read")
  CheckList checks(@AuthenticationPrincipal Viewer viewer, HttpServletRequest request) {
    Words words = pages.words();
    return new CheckList(
        checks
            .all(viewer, request.isSecure())
            .orElseThrow(() -> new RefusedException(Reason.notFound()))
            .stream()
            .map(check ->
                new CheckDocument(
                    check.code(),
                    check.state().code(),
                    words.text(check.sentence(), check.parameters().toArray()),
                    check.command()))
            .toList());
  }

  /// @param state `done`, `skipped` or `open`
  record StepDocument(String step, String state) {}

  /// @param way `small` or `large`; null while nobody has begun
  record SetupDocument(@Nullable String way, boolean open, List<StepDocument> steps) {}

  @GetMapping("/api/v1/setup")
  @Guarded(record = "setup", act = "read", fields = "steps", scope = "setup:read")
  SetupDocument setup(@AuthenticationPrincipal Viewer viewer) {
    if (!setup.maySetUp(viewer)) {
      throw new RefusedException(Reason.notFound());
    }
    return setup
        .state()
        .map(state ->
            new SetupDocument(
                state.way().code(),
                !state.ended(),
                state.steps().stream()
                    .map(step -> new StepDocument(step.code(), state.said(step)))
                    .toList()))
        .orElseGet(() -> new SetupDocument(null, setup.isOpen(), List.of()));
  }
}
