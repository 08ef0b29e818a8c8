package io.fairlead.app.access;

import io.fairlead.app.access.CustomRoleGrants.Giving;
import io.fairlead.app.access.CustomRoleGrants.Offer;
import io.fairlead.app.access.CustomRoles.Composition;
import io.fairlead.app.access.CustomRoles.Removal;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The studio's pages about roles that the organisation composes itself, and who holds them.
@Controller
public class CustomRolePages {
  private static final String ADDRESS = "/studio/access/roles";

  private final CustomRoles roles;
  private final CustomRoleGrants grants;
  private final Policy policy;
  private final Pages pages;

  CustomRolePages(CustomRoles roles, CustomRoleGrants grants, Policy policy, Pages pages) {
    this.roles = roles;
    this.grants = grants;
    this.policy = policy;
    this.pages = pages;
  }

  public record RolesPage(List<RoleLine> roles, boolean mayCompose, boolean seesAll) {}

  /// @param holders how many hold it
  public record RoleLine(UUID id, String name, String purpose, int holders) {}

  /// @param role null for a new one
  public record ComposingPage(
      @Nullable UUID role,
      long version,
      FormState form,
      String key,
      List<Group> groups,
      Set<String> chosen) {}

  /// The permissions about one kind of record.
  public record Group(String record, List<Choice> choices) {}

  /// @param ofOrganisation whether it opens the whole organisation, so that the role can be given
  ///   for no unit
  public record Choice(String permission, String words, boolean ofOrganisation) {}

  /// @param without permissions that give nothing any more
  /// @param offer null for who may not give the role
  public record RolePage(
      RoleLine role,
      List<Group> groups,
      Set<String> without,
      List<HolderLine> holders,
      boolean mayCompose,
      @Nullable Giver offer,
      FormState form,
      String key) {}

  /// @param people whom it can be given to; empty: whoever has the address that is written
  public record Giver(List<Option> units, List<Option> people, boolean mayLetGiveOn) {}

  /// @param details where, until when, and by whom it was given
  /// @param takeable whether the viewer may take it away
  public record HolderLine(UUID id, String name, String details, boolean takeable) {}

  public record RemovalPage(RoleLine role, long version, List<HolderLine> holders, String key) {}

  @GetMapping(ADDRESS)
  @Guarded(record = "role", act = "read", fields = "custom")
  Object list(@AuthenticationPrincipal Viewer viewer) {
    List<CustomRole> all =
        roles.all(viewer).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return show(
        "access/customRoles",
        pages.words().text("custom.title"),
        new RolesPage(
            all.stream().map(CustomRolePages::line).toList(),
            roles.mayCompose(viewer),
            roles.readsAll(viewer)));
  }

  @GetMapping(ADDRESS + "/new")
  @Guarded(record = "role", act = "change", fields = "custom")
  Object composing(@AuthenticationPrincipal Viewer viewer) {
    mustCompose(viewer);
    return composing(null, 0, FormState.EMPTY, Idempotency.freshKey(), Set.of());
  }

  @PostMapping(ADDRESS)
  @Guarded(record = "role", act = "change", fields = "custom")
  Object compose(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String purpose,
      @RequestParam(defaultValue = "") Set<String> permission,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    mustCompose(viewer);
    Composition input = new Composition(null, 0, name, purpose, permission, key);
    return switch (roles.compose(viewer, input)) {
      case Done<UUID>(UUID role) -> to(response, role, "custom.composed");
      case Refused<UUID> refused -> again(null, 0, input, key, refused);
    };
  }

  @GetMapping(ADDRESS + "/{role}")
  @Guarded(record = "role", act = "read", fields = "custom")
  Object one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID role) {
    return show(viewer, found(viewer, role), FormState.EMPTY, Idempotency.freshKey());
  }

  @GetMapping(ADDRESS + "/{role}/edit")
  @Guarded(record = "role", act = "change", fields = "custom")
  Object changing(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID role) {
    CustomRole now = found(viewer, role);
    mustCompose(viewer);
    return composing(
        role,
        now.version(),
        FormState.of("name", now.name(), "purpose", now.purpose()),
        Idempotency.freshKey(),
        now.permissions());
  }

  @PostMapping(ADDRESS + "/{role}")
  @Guarded(record = "role", act = "change", fields = "custom")
  Object change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID role,
      @RequestParam(defaultValue = "0") long version,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String purpose,
      @RequestParam(defaultValue = "") Set<String> permission,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    found(viewer, role);
    mustCompose(viewer);
    Composition input = new Composition(role, version, name, purpose, permission, key);
    return switch (roles.change(viewer, input)) {
      case Done<Long> _ -> to(response, role, "custom.changed");
      case Refused<Long> refused -> again(role, version, input, key, refused);
    };
  }

  @GetMapping(ADDRESS + "/{role}/removal")
  @Guarded(record = "role", act = "change", fields = "custom")
  Object removing(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID role) {
    CustomRole now = found(viewer, role);
    mustCompose(viewer);
    return show(
        "access/customRoleRemoval",
        pages.words().text("custom.removal.title", now.name()),
        new RemovalPage(line(now), now.version(), holders(viewer, now), Idempotency.freshKey()));
  }

  @PostMapping(ADDRESS + "/{role}/removal")
  @Guarded(record = "role", act = "change", fields = "custom")
  String remove(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID role,
      @RequestParam(defaultValue = "0") long version,
      @RequestParam(defaultValue = "-1") int holders,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    done(roles.remove(viewer, new Removal(role, version, holders, key)));
    Toasts.leave(response, pages.words().text("custom.removed"), null);
    return "redirect:" + ADDRESS;
  }

  @PostMapping(ADDRESS + "/{role}/grants")
  @Guarded(record = "role", act = "grant", fields = "custom")
  Object give(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID role,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(required = false) @Nullable UUID unit,
      @RequestParam(defaultValue = "") String lastDay,
      @RequestParam(defaultValue = "false") boolean mayGiveOn,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    CustomRole now = found(viewer, role);
    Outcome<UUID> given =
        day(lastDay)
            .then(until ->
                grants.give(viewer, new Giving(role, email, unit, until.day(), mayGiveOn, key)));
    return switch (given) {
      case Done<UUID> _ -> to(response, role, "custom.given");
      case Refused<UUID> refused -> {
        if (refused.reasons().getFirst().kind() == Reason.Kind.FORBIDDEN) {
          throw new RefusedException(refused);
        }
        Map<String, String> sent =
            Map.of(
                "email",
                email,
                "unit",
                Objects.toString(unit, ""),
                "lastDay",
                lastDay,
                "mayGiveOn",
                Boolean.toString(mayGiveOn));
        ModelAndView page = show(viewer, now, FormState.refused(sent, refused), key);
        page.setStatus(Errors.status(refused.reasons()));
        yield page;
      }
    };
  }

  @PostMapping(ADDRESS + "/{role}/grants/{grant}/end")
  @Guarded(record = "role", act = "grant", fields = "custom")
  String take(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID role,
      @PathVariable UUID grant,
      HttpServletResponse response) {
    done(grants.take(viewer, role, grant, null));
    return to(response, role, "custom.taken");
  }

  /// A last day, or none.
  private record Until(@Nullable LocalDate day) {}

  private static Outcome<Until> day(String text) {
    try {
      return Outcome.done(new Until(text.isBlank() ? null : LocalDate.parse(text.strip())));
    } catch (DateTimeParseException wrong) {
      return Outcome.refused(Reason.invalid("lastDay", "not-a-date"));
    }
  }

  private String to(HttpServletResponse response, UUID role, String key) {
    Toasts.leave(response, pages.words().text(key), null);
    return "redirect:" + ADDRESS + "/" + role;
  }

  private CustomRole found(Viewer viewer, UUID role) {
    return roles.find(viewer, role).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private void mustCompose(Viewer viewer) {
    if (!roles.mayCompose(viewer)) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }

  private ModelAndView again(
      @Nullable UUID role, long version, Composition input, String key, Refused<?> refused) {
    ModelAndView page =
        composing(
            role,
            version,
            FormState.refused(Map.of("name", input.name(), "purpose", input.purpose()), refused),
            key,
            input.permissions());
    page.setStatus(Errors.status(refused.reasons()));
    return page;
  }

  private ModelAndView composing(
      @Nullable UUID role, long version, FormState form, String key, Set<String> chosen) {
    Words words = pages.words();
    return show(
        "access/customRoleForm",
        words.text(role == null ? "custom.compose" : "custom.change"),
        new ComposingPage(role, version, form, key, groups(words, roles.composable()), chosen));
  }

  private ModelAndView show(Viewer viewer, CustomRole role, FormState form, String key) {
    Words words = pages.words();
    List<PolicyRow> carried =
        roles.composable().stream()
            .filter(row -> role.permissions().contains(row.permission()))
            .toList();
    return show(
        "access/customRole",
        role.name(),
        new RolePage(
            line(role),
            groups(words, carried),
            roles.without(role),
            holders(viewer, role),
            roles.mayCompose(viewer),
            grants.offer(viewer, role).map(offer -> giver(words, offer)).orElse(null),
            form,
            key));
  }

  private ModelAndView show(String template, String title, Object page) {
    return pages.show(
        template,
        title,
        Place.STUDIO,
        policy.seenBy(pages.words(), AccessPolicy.ROLE, AccessPolicy.CUSTOM),
        page);
  }

  private static Giver giver(Words words, Offer offer) {
    return new Giver(
        Stream.concat(
                offer.anywhere()
                    ? Stream.of(
                        new Option("", words.text("custom.everywhere", words.organisation())))
                    : Stream.empty(),
                offer.units().stream().map(unit -> new Option(unit.id().toString(), unit.name())))
            .toList(),
        offer.people().stream().map(person -> new Option(person.email(), person.name())).toList(),
        offer.mayLetGiveOn());
  }

  private List<HolderLine> holders(Viewer viewer, CustomRole role) {
    Words words = pages.words();
    List<CustomRoleGrant> shown = grants.of(viewer, role);
    Set<UUID> takeable = grants.takeable(viewer, role.id(), shown);
    return shown.stream()
        .map(grant ->
            new HolderLine(
                grant.id(), grant.name(), details(words, grant), takeable.contains(grant.id())))
        .toList();
  }

  private static String details(Words words, CustomRoleGrant grant) {
    List<String> parts = new ArrayList<>();
    parts.add(
        grant.unitName() == null
            ? words.text("custom.everywhere", words.organisation())
            : grant.unitName());
    LocalDate lastDay = grant.lastDay();
    if (lastDay != null) {
      parts.add(
          words.text(
              lastDay.isBefore(words.today()) ? "custom.ended" : "custom.until",
              words.plainDate(lastDay)));
    }
    if (grant.mayGiveOn()) {
      parts.add(words.text("custom.gives-on"));
    }
    if (grant.byName() != null) {
      parts.add(words.text("custom.given-by", grant.byName()));
    }
    return String.join(" · ", parts);
  }

  private static RoleLine line(CustomRole role) {
    return new RoleLine(role.id(), role.name(), role.purpose(), role.holders());
  }

  private static List<Group> groups(Words words, List<PolicyRow> rows) {
    Map<String, List<Choice>> groups = new LinkedHashMap<>();
    for (PolicyRow row : rows) {
      groups
          .computeIfAbsent(row.recordType(), _ -> new ArrayList<>())
          .add(
              new Choice(
                  row.permission(),
                  words.text(
                      "custom.permission",
                      PolicyPages.capitalised(words.text("act." + row.act())),
                      words.text("fields." + row.recordType() + "." + row.fields())),
                  row.reach() == Reach.ORGANISATION));
    }
    return groups.entrySet().stream()
        .map(each ->
            new Group(
                PolicyPages.capitalised(words.text("record." + each.getKey())),
                List.copyOf(each.getValue())))
        .toList();
  }
}
