package io.fairlead.app.access;

import io.fairlead.app.access.Services.NewService;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
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

/// The studio's page about programs that act as themselves.
@Controller
public class ServicePages {
  private final Services services;
  private final Policy policy;
  private final Pages pages;

  ServicePages(Services services, Policy policy, Pages pages) {
    this.services = services;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param roles that the viewer may give
  /// @param made the value of a token that was just made, shown this once
  public record ServicesPage(
      List<Service> services,
      List<Option> roles,
      Set<String> scopes,
      Set<String> chosen,
      boolean mayChange,
      FormState form,
      String key,
      @Nullable String made) {

    /// What a service acts in, such as "People operations".
    public String acting(Words words, Service service) {
      return service.roles().isEmpty()
          ? words.text("services.no-role")
          : String.join(
              ", ", service.roles().stream().map(role -> words.text("role." + role)).toList());
    }
  }

  @GetMapping("/studio/services")
  @Guarded(record = "service", act = "read", fields = "all")
  ModelAndView page(@AuthenticationPrincipal Viewer viewer) {
    return show(viewer, FormState.of("days", "90"), Set.of(), null);
  }

  @PostMapping("/studio/services")
  @Guarded(record = "service", act = "change", fields = "all")
  ModelAndView create(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") Set<String> role,
      @RequestParam(defaultValue = "") Set<String> scope,
      @RequestParam(defaultValue = "0") int days,
      @RequestParam(required = false) @Nullable String key) {
    Outcome<String> made = services.create(viewer, new NewService(name, role, scope, days, key));
    return switch (made) {
      case Done<String>(String token) -> show(viewer, FormState.of("days", "90"), Set.of(), token);
      case Refused<String> refused -> {
        hideIfUnseen(viewer, refused);
        ModelAndView again =
            show(
                viewer,
                FormState.refused(Map.of("name", name, "days", Integer.toString(days)), refused),
                chosen(role, scope),
                null);
        again.setStatus(Errors.status(refused.reasons()));
        yield again;
      }
    };
  }

  private static Set<String> chosen(Set<String> roles, Set<String> scopes) {
    Set<String> chosen = new java.util.HashSet<>(roles);
    chosen.addAll(scopes);
    return chosen;
  }

  @PostMapping("/studio/services/{service}/tokens")
  @Guarded(record = "service", act = "change", fields = "all")
  ModelAndView renew(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID service,
      @RequestParam(defaultValue = "90") int days,
      @RequestParam(required = false) @Nullable String key) {
    return show(
        viewer,
        FormState.of("days", "90"),
        Set.of(),
        done(services.renew(viewer, service, days, key)));
  }

  @PostMapping("/studio/services/{service}/tokens/{token}/end")
  @Guarded(record = "service", act = "change", fields = "all")
  String revoke(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID service,
      @PathVariable UUID token,
      HttpServletResponse response) {
    done(services.revoke(viewer, service, token, null));
    return back(response, "services.token-ended");
  }

  @PostMapping("/studio/services/{service}/end")
  @Guarded(record = "service", act = "change", fields = "all")
  String end(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID service,
      HttpServletResponse response) {
    done(services.end(viewer, service, null));
    return back(response, "services.ended");
  }

  private String back(HttpServletResponse response, String key) {
    Toasts.leave(response, pages.words().text(key), null);
    return "redirect:/studio/services";
  }

  private void hideIfUnseen(Viewer viewer, Refused<String> refused) {
    Reason.Kind kind = refused.reasons().getFirst().kind();
    if (kind == Reason.Kind.NOT_FOUND || !services.mayChange(viewer)) {
      throw new RefusedException(refused);
    }
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }

  private ModelAndView show(
      Viewer viewer, FormState form, Set<String> chosen, @Nullable String made) {
    Words words = pages.words();
    List<Service> all =
        services.all(viewer).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return pages.show(
        "access/services",
        words.text("services.title"),
        Place.STUDIO,
        policy.seenBy(words, AccessPolicy.SERVICE, AccessPolicy.ALL),
        new ServicesPage(
            all,
            services.grantable(viewer).stream()
                .map(role -> new Option(role.code(), words.text("role." + role.code())))
                .toList(),
            services.scopes(),
            chosen,
            services.mayChange(viewer),
            form,
            Idempotency.freshKey(),
            made));
  }
}
