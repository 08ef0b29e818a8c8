package io.fairlead.app.running;

import static io.fairlead.app.running.RunningPolicy.COUNTS;
import static io.fairlead.app.running.RunningPolicy.RUNNING;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.running.Running;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The board as a page.
@Controller
public class BoardPages {
  private final Board board;
  private final Policy policy;
  private final Pages pages;

  BoardPages(Board board, Policy policy, Pages pages) {
    this.board = board;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param groups rows by kind
  /// @param trouble in how many rows somebody should look
  public record BoardPage(List<Group> groups, long trouble) {
    public BoardPage {
      groups = List.copyOf(groups);
    }

    /// For a form that takes effect once.
    public String key() {
      return Idempotency.freshKey();
    }
  }

  public record Group(String kind, List<Running> rows) {
    public Group {
      rows = List.copyOf(rows);
    }
  }

  @GetMapping("/studio/running")
  @Guarded(record = "running", act = "read", fields = "counts")
  ModelAndView show(@AuthenticationPrincipal Viewer viewer) {
    Words words = pages.words();
    List<Running> rows =
        board.rows(viewer, words).orElseThrow(() -> new RefusedException(Reason.notFound()));
    Map<String, List<Running>> kinds = new LinkedHashMap<>();
    rows.forEach(row -> kinds.computeIfAbsent(row.kind(), _ -> new ArrayList<>()).add(row));
    return pages.show(
        "running/board",
        words.text("running.title"),
        Place.STUDIO,
        policy.seenBy(words, RUNNING, COUNTS),
        new BoardPage(
            kinds.entrySet().stream()
                .map(each -> new Group(each.getKey(), each.getValue()))
                .toList(),
            rows.stream().filter(Running::trouble).count()));
  }
}
