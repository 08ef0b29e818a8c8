package io.fairlead.app.access;

import io.fairlead.app.access.AccountStore.Account;
import io.fairlead.app.access.Starting.Beginning;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What one-time links open: the first administrator's form, and setting a password. Opening a page
/// uses nothing up, so a mail program that looks ahead does no harm.
@Controller
public class LinkPages {
  private static final String LOOK = "FAIRLEAD_PORT=8481 fairlead demo";
  private static final String WHY = "the link is the right to it";

  private final Starting starting;
  private final OwnPassword ownPassword;
  private final MailedLinks mailedLinks;
  private final OneTimeLinks links;
  private final SigningIn signingIn;
  private final Pages pages;

  LinkPages(
      Starting starting,
      OwnPassword ownPassword,
      MailedLinks mailedLinks,
      OneTimeLinks links,
      SigningIn signingIn,
      Pages pages) {
    this.starting = starting;
    this.ownPassword = ownPassword;
    this.mailedLinks = mailedLinks;
    this.links = links;
    this.signingIn = signingIn;
    this.pages = pages;
  }

  /// @param look the command that runs the made-up company
  public record StartPage(String token, FormState form, String look) {}

  public record PasswordPage(String token, String email, FormState form) {}

  @GetMapping("/start/{token}")
  @Open(because = WHY, toAnyone = true)
  Object start(@PathVariable String token) {
    if (!starting.works(token)) {
      throw gone(token);
    }
    return startPage(token, FormState.of("heads", "true"));
  }

  @PostMapping("/start/{token}")
  @Open(because = WHY, toAnyone = true)
  Object begin(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "false") boolean heads,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (starting.begin(new Beginning(token, name, email, heads, password))) {
      case Done<UUID>(UUID person) -> {
        welcome(person, request, response);
        yield "redirect:/setup";
      }
      case Refused<UUID> refused -> {
        Map<String, String> sent =
            Map.of("name", name, "email", email, "heads", Boolean.toString(heads));
        yield refusedPage(token, refused, startPage(token, FormState.refused(sent, refused)));
      }
    };
  }

  /// @param other who is signed in in this browser, when it is somebody else; null otherwise
  public record SignInByLinkPage(String token, String name, String email, @Nullable String other) {}

  @GetMapping("/link/{token}")
  @Open(because = WHY, toAnyone = true)
  Object link(@PathVariable String token, @AuthenticationPrincipal @Nullable Viewer viewer) {
    Optional<Account> signsIn = mailedLinks.behind(token);
    if (signsIn.isPresent()) {
      return signInPage(token, signsIn.get(), viewer);
    }
    Account account = ownPassword.behind(token).orElseThrow(() -> gone(token));
    return passwordPage(token, account, FormState.EMPTY);
  }

  private ModelAndView signInPage(String token, Account account, @Nullable Viewer viewer) {
    String other =
        viewer == null || viewer.person().equals(account.person()) ? null : viewer.name();
    return pages.show(
        "access/signInByLink",
        pages.words().text("sign-in-link.title", account.name()),
        Place.NOWHERE,
        null,
        new SignInByLinkPage(token, account.name(), account.email(), other));
  }

  /// The form of a link that signs in once; sending it uses the link up.
  @PostMapping("/link/{token}/session")
  @Open(because = WHY, toAnyone = true)
  Object signIn(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    return switch (mailedLinks.use(token)) {
      case Done<UUID>(UUID person) -> welcome(person, request, response);
      case Refused<UUID> _ -> throw gone(token);
    };
  }

  @PostMapping("/link/{token}")
  @Open(because = WHY, toAnyone = true)
  Object setPassword(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    Account account = ownPassword.behind(token).orElseThrow(() -> gone(token));
    return switch (ownPassword.set(token, password)) {
      case Done<UUID>(UUID person) -> welcome(person, request, response);
      case Refused<UUID> refused ->
          refusedPage(
              token, refused, passwordPage(token, account, FormState.refused(Map.of(), refused)));
    };
  }

  private String welcome(UUID person, HttpServletRequest request, HttpServletResponse response) {
    String cookie = signingIn.open(person, Browsers.name(request), null, "session.opened");
    Browsers.signedIn(request, response, cookie);
    return "redirect:/";
  }

  private ModelAndView refusedPage(String token, Refused<UUID> refused, ModelAndView page) {
    if (refused.reasons().getFirst().kind() == Reason.Kind.NOT_FOUND) {
      throw gone(token);
    }
    page.setStatus(Errors.status(refused.reasons()));
    return page;
  }

  private RefusedException gone(String token) {
    return new RefusedException(links.gone(token));
  }

  private ModelAndView startPage(String token, FormState form) {
    return pages.show(
        "access/start",
        pages.words().text("start.title"),
        Place.HOME,
        null,
        new StartPage(token, form, LOOK));
  }

  private ModelAndView passwordPage(String token, Account account, FormState form) {
    return pages.show(
        "access/password",
        pages.words().text("password.title", account.name()),
        Place.HOME,
        null,
        new PasswordPage(token, account.email(), form));
  }
}
