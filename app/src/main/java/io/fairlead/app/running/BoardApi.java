package io.fairlead.app.running;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.running.Running;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The board as JSON.
@RestController
class BoardApi {
  private final Board board;
  private final Pages pages;

  BoardApi(Board board, Pages pages) {
    this.board = board;
    this.pages = pages;
  }

  record CountDocument(String what, long number) {}

  /// @param kind `cycles`, `feedback`, `imports`, `framework`, `messages`, `webhooks` or `jobs`
  /// @param trouble whether somebody should look
  record RunningDocument(
      String kind, String title, String state, boolean trouble, List<CountDocument> counts) {}

  record RunningList(List<RunningDocument> running) {}

  @GetMapping("/api/v1/running")
  @Guarded(record = "running", act = "read", fields = "counts", scope = "running:read")
  RunningList running(@AuthenticationPrincipal Viewer viewer) {
    return new RunningList(
        board
            .rows(viewer, pages.words())
            .orElseThrow(() -> new RefusedException(Reason.notFound()))
            .stream()
            .map(BoardApi::document)
            .toList());
  }

  private static RunningDocument document(Running row) {
    return new RunningDocument(
        row.kind(),
        row.title(),
        row.state(),
        row.trouble(),
        row.counts().stream()
            .map(count -> new CountDocument(count.words(), count.number()))
            .toList());
  }
}
