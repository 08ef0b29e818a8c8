package io.fairlead.app.people;

import static io.fairlead.app.people.PeoplePolicy.ALL;
import static io.fairlead.app.people.PeoplePolicy.TEAM;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Choice;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import java.util.List;
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

/// Cross-functional teams as pages.
@Controller
public class TeamPages {
  private static final int SHOWN = 200;

  private final Teams teams;
  private final People people;
  private final Pages pages;
  private final Policy policy;

  TeamPages(Teams teams, People people, Pages pages, Policy policy) {
    this.teams = teams;
    this.people = people;
    this.pages = pages;
    this.policy = policy;
  }

  public record ListPage(List<Team> teams, String search, List<Choice> views, boolean mayCreate) {}

  @GetMapping("/teams")
  @Guarded(record = "team", act = "read", fields = "all")
  ModelAndView list(
      @AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String q) {
    Words words = pages.words();
    List<Team> found = teams.list(viewer, q, people.today(), "", SHOWN);
    return pages.show(
        "people/teams",
        words.text("teams.title", found.size()),
        Place.PEOPLE,
        policy.seenBy(words, TEAM, ALL),
        new ListPage(found, q, PeoplePages.views(words, "/teams"), teams.mayCreate(viewer)));
  }

  /// @param team null: a new one
  public record TeamPage(
      @Nullable Team team, List<Member> members, boolean mayChange, FormState form, UUID key) {}

  @GetMapping("/teams/new")
  @Guarded(record = "team", act = "create", fields = "all")
  ModelAndView fresh(@AuthenticationPrincipal Viewer viewer) {
    if (!teams.mayCreate(viewer)) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return shown(viewer, null, FormState.of("lead", viewer.name()));
  }

  @PostMapping("/teams/new")
  @Guarded(record = "team", act = "create", fields = "all")
  ModelAndView create(
      @AuthenticationPrincipal Viewer viewer, @RequestParam Map<String, String> sent) {
    Outcome<UUID> outcome =
        person(viewer, sent, "lead").then(lead -> teams.create(viewer, input(null, 0, sent, lead)));
    return switch (outcome) {
      case Done<UUID>(UUID team) -> new ModelAndView("redirect:/teams/" + team);
      case Refused<UUID> refused -> shown(viewer, null, FormState.refused(sent, refused));
    };
  }

  private static TeamInput input(
      @Nullable UUID team, long version, Map<String, String> sent, Optional<UUID> lead) {
    return new TeamInput(
        team,
        version,
        sent.getOrDefault("name", ""),
        sent.getOrDefault("purpose", ""),
        lead.orElse(null),
        sent.get("key"));
  }

  @GetMapping("/teams/{id}")
  @Guarded(record = "team", act = "read", fields = "all")
  ModelAndView one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return shown(viewer, found(viewer, id), FormState.EMPTY);
  }

  private Team found(Viewer viewer, UUID id) {
    return teams.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private ModelAndView shown(Viewer viewer, @Nullable Team team, FormState form) {
    Words words = pages.words();
    FormState state = form.values().isEmpty() && team != null ? of(team) : form;
    ModelAndView view =
        pages.show(
            "people/team",
            team == null ? words.text("teams.new") : team.name(),
            Place.PEOPLE,
            policy.seenBy(words, TEAM, ALL),
            new TeamPage(
                team,
                team == null ? List.of() : teams.members(team.id(), people.today()),
                team == null || (team.ended() == null && teams.mayChange(viewer, team.id())),
                state,
                UUID.fromString(Idempotency.freshKey())));
    if (form.wasRefused()) {
      view.setStatus(Errors.status(form.reasons()));
    }
    return view;
  }

  private static FormState of(Team team) {
    return FormState.of(
        "name", team.name(),
        "purpose", team.purpose(),
        "lead", team.lead() == null ? "" : team.lead().name());
  }

  @PostMapping("/teams/{id}")
  @Guarded(record = "team", act = "change", fields = "all")
  ModelAndView change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam long version,
      @RequestParam Map<String, String> sent) {
    Team team = found(viewer, id);
    return after(
        viewer,
        team,
        sent,
        person(viewer, sent, "lead")
            .then(lead -> teams.change(viewer, input(id, version, sent, lead))));
  }

  @PostMapping("/teams/{id}/members")
  @Guarded(record = "team", act = "change", fields = "all")
  ModelAndView join(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent) {
    Team team = found(viewer, id);
    return after(
        viewer,
        team,
        sent,
        person(viewer, sent, "person")
            .then(person ->
                person
                    .map(member ->
                        teams.join(viewer, new Teams.Membership(id, member, null, sent.get("key"))))
                    .orElseGet(() -> Outcome.refused(Reason.invalid("person", "required")))));
  }

  @PostMapping("/teams/{id}/members/{person}/end")
  @Guarded(record = "team", act = "change", fields = "all")
  ModelAndView leave(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID person,
      @RequestParam Map<String, String> sent) {
    Team team = found(viewer, id);
    return after(
        viewer,
        team,
        Map.of(),
        teams.leave(viewer, new Teams.Membership(id, person, null, sent.get("key"))));
  }

  @PostMapping("/teams/{id}/end")
  @Guarded(record = "team", act = "change", fields = "all")
  ModelAndView end(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam long version,
      @RequestParam Map<String, String> sent) {
    Team team = found(viewer, id);
    return after(viewer, team, Map.of(), teams.end(viewer, id, version, sent.get("key")));
  }

  private <T> ModelAndView after(
      Viewer viewer, Team team, Map<String, String> sent, Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T> done -> new ModelAndView("redirect:/teams/" + team.id());
      case Refused<T>(List<Reason> reasons) -> {
        if (reasons.getFirst().kind() == Reason.Kind.FORBIDDEN) {
          throw new RefusedException(reasons);
        }
        Map<String, String> values = new java.util.HashMap<>(of(team).values());
        values.putAll(sent);
        yield shown(viewer, team, new FormState(values, reasons));
      }
    };
  }

  private Outcome<Optional<UUID>> person(Viewer viewer, Map<String, String> sent, String field) {
    String text = sent.getOrDefault(field, "").strip();
    if (text.isEmpty()) {
      return Outcome.done(Optional.empty());
    }
    return people
        .meant(viewer, text)
        .map(person -> Outcome.done(Optional.of(person.id())))
        .orElseGet(() -> Outcome.refused(Reason.invalid(field, "which-person")));
  }
}
