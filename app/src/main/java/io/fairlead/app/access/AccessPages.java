package io.fairlead.app.access;

import io.fairlead.app.access.Roles.Grant;
import io.fairlead.app.access.Roles.NewGrant;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Role;
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
import io.fairlead.app.platform.web.TableExport;
import io.fairlead.app.platform.web.TableView;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The studio's page about who gets in and who holds which role.
@Controller
public class AccessPages {
  private final Roles roles;
  private final Invitations invitations;
  private final CustomRoles customRoles;
  private final RolePreviews previews;
  private final Policy policy;
  private final Pages pages;
  private final Environment environment;

  AccessPages(
      Roles roles,
      Invitations invitations,
      CustomRoles customRoles,
      RolePreviews previews,
      Policy policy,
      Pages pages,
      Environment environment) {
    this.customRoles = customRoles;
    this.previews = previews;
    this.roles = roles;
    this.invitations = invitations;
    this.policy = policy;
    this.pages = pages;
    this.environment = environment;
  }

  /// @param grants null for who may not see who holds which role
  /// @param seesCustom whether the viewer has business with composed roles
  /// @param previews the roles that the viewer may look as; none for who may not
  /// @param people whose accounts are shown; null for an auditor
  /// @param link a link that was just made, shown this once
  public record AccessPage(
      @Nullable List<Holding> grants,
      boolean seesCustom,
      List<Option> roles,
      List<Option> units,
      FormState grant,
      String key,
      @Nullable People people,
      List<Option> previews,
      @Nullable Link link) {}

  /// Who can sign in, a page of them.
  ///
  /// @param changes whether the viewer may let somebody in or lock them out
  public record People(TableView view, List<Standing> shown, long total, boolean changes) {}

  /// @param revocable whether the viewer may take the role away
  public record Holding(
      UUID id, UUID person, String name, String role, String where, boolean revocable) {}

  public record Link(String name, String address) {}

  @GetMapping("/studio/access")
  @Guarded(record = "role", act = "read", fields = "all")
  Object page(
      @AuthenticationPrincipal Viewer viewer, @RequestParam Map<String, String> parameters) {
    return show(viewer, view(parameters), FormState.EMPTY, Idempotency.freshKey(), null);
  }

  @GetMapping("/studio/access.csv")
  @Guarded(record = "account", act = "read", fields = "sign-in")
  void csv(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam Map<String, String> parameters,
      HttpServletResponse response)
      throws IOException {
    send(viewer, view(parameters), TableExport.Format.CSV, response);
  }

  @GetMapping("/studio/access.xlsx")
  @Guarded(record = "account", act = "read", fields = "sign-in")
  void xlsx(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam Map<String, String> parameters,
      HttpServletResponse response)
      throws IOException {
    send(viewer, view(parameters), TableExport.Format.XLSX, response);
  }

  private void send(
      Viewer viewer, TableView view, TableExport.Format format, HttpServletResponse response)
      throws IOException {
    List<Standing> people =
        invitations.all(viewer, view).orElseThrow(() -> new RefusedException(Reason.notFound()));
    TableExport.send(
        response,
        "accounts",
        format,
        List.of("person", "name", "email", "title", "state"),
        rows ->
            people.forEach(each ->
                rows.accept(
                    Arrays.asList(
                        each.person().toString(),
                        each.name(),
                        each.email(),
                        each.title(),
                        each.state()))));
  }

  private static TableView view(Map<String, String> parameters) {
    return TableView.of("/studio/access", parameters, Invitations.SORTS);
  }

  @PostMapping("/studio/access/grants")
  @Guarded(record = "role", act = "grant", fields = "content")
  Object grant(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(required = false) @Nullable UUID unit,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    return switch (roles.grant(viewer, new NewGrant(email, role, unit, key))) {
      case Done<UUID> _ -> back(response, "access.granted");
      case Refused<UUID> refused -> {
        hideIfUnseen(viewer, refused);
        Map<String, String> sent =
            Map.of("email", email, "role", role, "unit", Objects.toString(unit, ""));
        ModelAndView page =
            show(viewer, view(Map.of()), FormState.refused(sent, refused), key, null);
        page.setStatus(Errors.status(refused.reasons()));
        yield page;
      }
    };
  }

  @PostMapping("/studio/access/grants/{grant}/end")
  @Guarded(record = "role", act = "grant", fields = "content")
  String revoke(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID grant,
      HttpServletResponse response) {
    done(roles.revoke(viewer, grant));
    return back(response, "access.revoked");
  }

  @PostMapping("/studio/access/people/{person}/link")
  @Guarded(record = "account", act = "change", fields = "sign-in")
  Object link(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID person,
      HttpServletRequest request) {
    String path = done(invitations.link(viewer, person));
    String name = invitations.nameOf(person);
    return show(
        viewer,
        view(Map.of("q", name)),
        FormState.EMPTY,
        Idempotency.freshKey(),
        new Link(name, here(request) + path));
  }

  @PostMapping("/studio/access/people/{person}/lock")
  @Guarded(record = "account", act = "change", fields = "sign-in")
  String lock(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID person,
      HttpServletResponse response) {
    done(invitations.lock(viewer, person));
    return back(response, "access.locked");
  }

  @PostMapping("/studio/access/people/{person}/unlock")
  @Guarded(record = "account", act = "change", fields = "sign-in")
  String unlock(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID person,
      HttpServletResponse response) {
    done(invitations.unlock(viewer, person));
    return back(response, "access.unlocked");
  }

  private String here(HttpServletRequest request) {
    int port = request.getServerPort();
    boolean usual = port == (request.isSecure() ? 443 : 80);
    return environment.getProperty(
        "fairlead.url",
        request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port));
  }

  private String back(HttpServletResponse response, String key) {
    Toasts.leave(response, pages.words().text(key), null);
    return "redirect:/studio/access";
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }

  private void hideIfUnseen(Viewer viewer, Refused<UUID> refused) {
    if (roles.all(viewer).isEmpty()
        || refused.reasons().getFirst().kind() == Reason.Kind.FORBIDDEN) {
      throw new RefusedException(refused);
    }
  }

  private ModelAndView show(
      Viewer viewer, TableView view, FormState grant, String key, @Nullable Link link) {
    Words words = pages.words();
    Optional<List<Grant>> grants = roles.all(viewer);
    Optional<Invitations.Found> people = invitations.find(viewer, view);
    if (grants.isEmpty() && people.isEmpty()) {
      if (viewer.givesRoles()) {
        return new ModelAndView("redirect:/studio/access/roles");
      }
      throw new RefusedException(Reason.notFound());
    }
    return pages.show(
        "access/access",
        words.text("access.title"),
        Place.STUDIO,
        policy.seenBy(words, AccessPolicy.ROLE, AccessPolicy.ALL),
        new AccessPage(
            grants
                .map(all -> all.stream().map(each -> holding(words, viewer, each)).toList())
                .orElse(null),
            customRoles.readsAll(viewer) || viewer.givesRoles(),
            Arrays.stream(Role.values())
                .filter(role -> roles.mayGrant(viewer, role))
                .map(role -> new Option(role.code(), words.text("role." + role.code())))
                .toList(),
            Stream.concat(
                    Stream.of(new Option("", words.text("access.no-unit"))),
                    roles.units().stream()
                        .map(unit -> new Option(unit.id().toString(), unit.name())))
                .toList(),
            grant,
            key,
            people
                .map(found ->
                    new People(view, found.people(), found.total(), changesAccounts(viewer)))
                .orElse(null),
            Stream.concat(
                    previews.choices(viewer).stream()
                        .map(role ->
                            new Option(
                                role, words.text("role." + (role.isEmpty() ? "person" : role)))),
                    previews.customChoices(viewer).stream()
                        .map(role -> new Option(role.id().toString(), role.name())))
                .toList(),
            link));
  }

  /// Whether there is somebody whom the viewer may let in or lock out.
  private static boolean changesAccounts(Viewer viewer) {
    return viewer.has(Role.PEOPLE_OPS)
        || viewer.has(Role.IT_ADMINISTRATOR)
        || viewer.mayByComposedRole("account.change.sign-in");
  }

  private Holding holding(Words words, Viewer viewer, Grant grant) {
    return new Holding(
        grant.id(),
        grant.person(),
        grant.name(),
        words.text("role." + grant.role().code()),
        Objects.toString(grant.unitName(), ""),
        roles.mayGrant(viewer, grant.role()));
  }
}
