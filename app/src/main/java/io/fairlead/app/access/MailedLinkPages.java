package io.fairlead.app.access;

import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where somebody who cannot sign in has a link mailed.
@Controller
public class MailedLinkPages {
  private static final String WHY = "who cannot sign in asks here";

  private final MailedLinks links;
  private final Pages pages;

  MailedLinkPages(MailedLinks links, Pages pages) {
    this.links = links;
    this.pages = pages;
  }

  /// @param asked whether the answer is shown, which is the same for every address
  /// @param signIn whether one may choose a link that signs in
  public record MailedLinkPage(FormState form, boolean asked, boolean signIn) {}

  @GetMapping("/sign-in/link")
  @Open(because = WHY, toAnyone = true)
  ModelAndView page() {
    return show(FormState.of("what", "password"), false);
  }

  @PostMapping("/sign-in/link")
  @Open(because = WHY, toAnyone = true)
  ModelAndView ask(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String what,
      HttpServletRequest request) {
    if (!links.possible()) {
      throw new RefusedException(Reason.notFound());
    }
    return switch (links.ask(email, what, request.getRemoteAddr())) {
      case Done<Boolean> _ -> show(FormState.of("email", email, "what", what), true);
      case Refused<Boolean> refused -> {
        ModelAndView page =
            show(FormState.refused(Map.of("email", email, "what", what), refused), false);
        page.setStatus(Errors.status(refused.reasons()));
        yield page;
      }
    };
  }

  private ModelAndView show(FormState form, boolean asked) {
    if (!links.possible()) {
      throw new RefusedException(Reason.notFound());
    }
    return pages.show(
        "access/mailedLink",
        pages.words().text("mailed-link.title"),
        Place.NOWHERE,
        null,
        new MailedLinkPage(form, asked, links.signInPossible()));
  }
}
