package io.fairlead.app.access;

import io.fairlead.app.access.ApiTokens.NewToken;
import io.fairlead.app.access.ApiTokens.Token;
import io.fairlead.app.access.Sessions.Session;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Everybody's own account: password, where one is signed in, tokens.
@Controller
public class AccountPages {
  private static final String OWN = "one's own account";

  private final Sessions sessions;
  private final ApiTokens tokens;
  private final Scopes scopes;
  private final OwnPassword ownPassword;
  private final SigningIn signingIn;
  private final Policy policy;
  private final Pages pages;

  AccountPages(
      Sessions sessions,
      ApiTokens tokens,
      Scopes scopes,
      OwnPassword ownPassword,
      SigningIn signingIn,
      Policy policy,
      Pages pages) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.scopes = scopes;
    this.ownPassword = ownPassword;
    this.signingIn = signingIn;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param made the value of a token that was just made, shown this once
  public record AccountPage(
      List<Session> sessions,
      List<Token> tokens,
      Set<String> scopes,
      Set<String> chosenScopes,
      FormState password,
      FormState token,
      @Nullable String made) {}

  @GetMapping("/account")
  @Open(because = OWN)
  Object page(@AuthenticationPrincipal Viewer viewer, HttpServletRequest request) {
    return show(viewer, request, FormState.EMPTY, FormState.of("days", "90"), Set.of(), null);
  }

  @PostMapping("/account/password")
  @Open(because = OWN)
  Object changePassword(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String old,
      @RequestParam(defaultValue = "") String fresh,
      HttpServletRequest request,
      HttpServletResponse response) {
    String cookie = SignedInFilter.cookie(request).orElse("");
    return switch (ownPassword.change(viewer, cookie, request.getRemoteAddr(), old, fresh)) {
      case Done<UUID> _ -> {
        // A new cookie as well, so that whoever might have had the old one is out.
        sessions.close(cookie);
        Browsers.signedIn(
            request,
            response,
            signingIn.open(viewer.person(), Browsers.name(request), null, "session.opened"));
        yield back(response, "password.changed");
      }
      case Refused<UUID> refused ->
          refused(
              refused,
              show(
                  viewer,
                  request,
                  FormState.refused(Map.of(), refused),
                  FormState.of("days", "90"),
                  Set.of(),
                  null));
    };
  }

  @PostMapping("/account/sessions/{session}/end")
  @Open(because = OWN)
  Object endSession(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID session,
      HttpServletResponse response) {
    if (!signingIn.end(viewer, session)) {
      throw new RefusedException(Reason.notFound());
    }
    return back(response, "account.session-ended");
  }

  @PostMapping("/account/sessions/end-others")
  @Open(because = OWN)
  Object endOthers(
      @AuthenticationPrincipal Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    signingIn.endOthers(viewer, SignedInFilter.cookie(request).orElse(""));
    return back(response, "account.others-ended");
  }

  @PostMapping("/account/tokens")
  @Open(because = OWN)
  Object makeToken(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") Set<String> scope,
      @RequestParam(defaultValue = "0") int days,
      HttpServletRequest request) {
    Outcome<String> made = tokens.create(viewer, new NewToken(name, scope, days));
    return switch (made) {
      case Done<String>(String token) ->
          show(viewer, request, FormState.EMPTY, FormState.of("days", "90"), Set.of(), token);
      case Refused<String> refused ->
          refused(
              refused,
              show(
                  viewer,
                  request,
                  FormState.EMPTY,
                  FormState.refused(Map.of("name", name, "days", Integer.toString(days)), refused),
                  scope,
                  null));
    };
  }

  @PostMapping("/account/tokens/{token}/end")
  @Open(because = OWN)
  Object endToken(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID token,
      HttpServletResponse response) {
    if (tokens.revoke(viewer, token) instanceof Refused<UUID> refused) {
      throw new RefusedException(refused);
    }
    return back(response, "account.token-ended");
  }

  private String back(HttpServletResponse response, String key) {
    Toasts.leave(response, pages.words().text(key), null);
    return "redirect:/account";
  }

  private static ModelAndView refused(Refused<?> refused, ModelAndView page) {
    page.setStatus(Errors.status(refused.reasons()));
    return page;
  }

  private ModelAndView show(
      Viewer viewer,
      HttpServletRequest request,
      FormState password,
      FormState token,
      Set<String> chosen,
      @Nullable String made) {
    String cookie = SignedInFilter.cookie(request).orElse("");
    return pages.show(
        "access/account",
        pages.words().text("place.account"),
        Place.ACCOUNT,
        policy.seenBy(pages.words(), AccessPolicy.ACCOUNT, AccessPolicy.SESSIONS),
        new AccountPage(
            sessions.of(viewer.person(), cookie),
            tokens.of(viewer.person()),
            scopes.all(),
            chosen,
            password,
            token,
            made));
  }
}
