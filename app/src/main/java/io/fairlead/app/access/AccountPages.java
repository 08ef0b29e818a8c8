package io.fairlead.app.access;

import io.fairlead.app.access.Sessions.Session;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Everybody's own account: where they are signed in.
@Controller
public class AccountPages {
  private final Sessions sessions;
  private final Pages pages;

  AccountPages(Sessions sessions, Pages pages) {
    this.sessions = sessions;
    this.pages = pages;
  }

  public record AccountPage(List<Session> sessions) {}

  @GetMapping("/account")
  @Open(because = "one's own account")
  Object page(@AuthenticationPrincipal Viewer viewer, HttpServletRequest request) {
    String cookie = SignedInFilter.cookie(request).orElse("");
    return pages.show(
        "access/account",
        viewer.name(),
        Place.ACCOUNT,
        null,
        new AccountPage(sessions.of(viewer.person(), cookie)));
  }
}
