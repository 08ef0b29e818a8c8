package io.fairlead.app.access;

import io.fairlead.app.access.SigningIn.Attempt;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The sign-in page, signing out, and in a demo signing in as anybody.
@Controller
public class SignInPages {
  private final SigningIn signingIn;
  private final DemoPeople demo;
  private final MailedLinks mailedLinks;
  private final Pages pages;

  SignInPages(SigningIn signingIn, DemoPeople demo, MailedLinks mailedLinks, Pages pages) {
    this.signingIn = signingIn;
    this.demo = demo;
    this.mailedLinks = mailedLinks;
    this.pages = pages;
  }

  /// @param to the page that was asked for before
  /// @param demoPeople whom one can be in a demo; empty outside of it
  /// @param byMail whether one can have a link mailed
  public record SignInPage(
      String email,
      String to,
      List<String> refusals,
      List<DemoPeople.Someone> demoPeople,
      boolean byMail) {}

  @GetMapping("/sign-in")
  @Open(because = "one signs in here", toAnyone = true)
  Object page(
      @RequestParam(defaultValue = "") String to,
      @AuthenticationPrincipal @Nullable Viewer viewer) {
    return viewer == null ? show("", to, List.of()) : "redirect:" + Destination.within(to);
  }

  @PostMapping("/sign-in")
  @Open(because = "one signs in here", toAnyone = true)
  Object signIn(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    Attempt attempt = new Attempt(email, password, request.getRemoteAddr(), Browsers.name(request));
    return switch (signingIn.signIn(attempt)) {
      case Done<String>(String cookie) -> {
        Browsers.signedIn(request, response, cookie);
        yield "redirect:" + Destination.within(to);
      }
      case Refused<String> refused -> {
        ModelAndView page =
            show(email, to, refused.reasons().stream().map(pages.words()::refusal).toList());
        page.setStatus(Errors.status(refused.reasons()));
        yield page;
      }
    };
  }

  @PostMapping("/sign-in/as")
  @Open(because = "only a demo has it, and whoever runs a demo may be anybody", toAnyone = true)
  String signInAs(
      @RequestParam UUID person, HttpServletRequest request, HttpServletResponse response) {
    Browsers.signedIn(request, response, demo.signInAs(person, Browsers.name(request)));
    return "redirect:/";
  }

  @PostMapping("/sign-out")
  @Open(because = "everybody may leave")
  String signOut(
      @AuthenticationPrincipal Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    SignedInFilter.cookie(request).ifPresent(cookie -> signingIn.signOut(viewer, cookie));
    Browsers.signedOut(request, response);
    return "redirect:/sign-in";
  }

  private ModelAndView show(String email, String to, List<String> refusals) {
    return pages.show(
        "access/sign-in",
        pages.words().text("sign-in.title"),
        Place.HOME,
        null,
        new SignInPage(email, to, refusals, demo.people(), mailedLinks.possible()));
  }
}
