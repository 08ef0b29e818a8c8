package io.fairlead.app.people;

import static io.fairlead.app.people.PeopleApi.done;
import static io.fairlead.app.people.PeopleApi.version;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Teams as JSON.
@RestController
@RequestMapping("/api/v1/teams")
class TeamApi {
  private static final int PAGE = 200;

  private final Teams teams;
  private final People people;

  TeamApi(Teams teams, People people) {
    this.teams = teams;
    this.people = people;
  }

  /// One page of teams.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TeamList(List<Team> teams, @Nullable String next) {}

  /// A team with those who are in it.
  record Detail(Team team, List<Member> members) {}

  @GetMapping
  @Guarded(record = "team", act = "read", fields = "all", scope = "people:read")
  TeamList list(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(required = false) @Nullable LocalDate on,
      @RequestParam(defaultValue = "") String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    int size = Math.clamp(limit, 1, PAGE);
    LocalDate day = Objects.requireNonNullElseGet(on, people::today);
    List<Team> found = teams.list(viewer, search, day, cursor, size + 1);
    boolean more = found.size() > size;
    List<Team> page = more ? found.subList(0, size) : found;
    return new TeamList(
        List.copyOf(page), more ? page.getLast().name().toLowerCase(Locale.ROOT) : null);
  }

  @GetMapping("/{id}")
  @Guarded(record = "team", act = "read", fields = "all", scope = "people:read")
  ResponseEntity<Detail> one(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable LocalDate on) {
    Team team = teams.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    LocalDate day = Objects.requireNonNullElseGet(on, people::today);
    return ResponseEntity.ok()
        .eTag("\"" + team.version() + "\"")
        .body(new Detail(team, teams.members(id, day)));
  }

  /// A team as JSON; in a change, all three are given.
  record Input(@Nullable String name, @Nullable String purpose, @Nullable UUID lead) {}

  @PostMapping
  @Guarded(record = "team", act = "create", fields = "all", scope = "people:write")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Detail> create(
      @AuthenticationPrincipal Viewer viewer,
      @RequestBody Input input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    UUID id =
        done(
            teams.create(
                viewer,
                new TeamInput(
                    null,
                    0,
                    Objects.requireNonNullElse(input.name(), ""),
                    Objects.requireNonNullElse(input.purpose(), ""),
                    input.lead(),
                    key)));
    ResponseEntity<Detail> made = one(viewer, id, null);
    return ResponseEntity.status(HttpStatus.CREATED)
        .headers(made.getHeaders())
        .header("Location", "/api/v1/teams/" + id)
        .body(made.getBody());
  }

  @PatchMapping("/{id}")
  @Guarded(record = "team", act = "change", fields = "all", scope = "people:write")
  ResponseEntity<Detail> change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody Input input,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    Team now = teams.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    UUID lead = now.lead() == null ? null : now.lead().id();
    done(
        teams.change(
            viewer,
            new TeamInput(
                id,
                version(match),
                Objects.requireNonNullElse(input.name(), now.name()),
                Objects.requireNonNullElse(input.purpose(), now.purpose()),
                input.lead() == null ? lead : input.lead(),
                key)));
    return one(viewer, id, null);
  }

  /// Who joins, and from when.
  record Joining(UUID person, @Nullable LocalDate from) {}

  @PostMapping("/{id}/members")
  @Guarded(record = "team", act = "change", fields = "all", scope = "people:write")
  ResponseEntity<Detail> join(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody Joining joining,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(teams.join(viewer, new Teams.Membership(id, joining.person(), joining.from(), key)));
    return one(viewer, id, null);
  }

  @DeleteMapping("/{id}/members/{person}")
  @Guarded(record = "team", act = "change", fields = "all", scope = "people:write")
  ResponseEntity<Detail> leave(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID person,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(teams.leave(viewer, new Teams.Membership(id, person, from, key)));
    return one(viewer, id, null);
  }

  @PostMapping("/{id}/closure")
  @Guarded(record = "team", act = "change", fields = "all", scope = "people:write")
  ResponseEntity<Detail> end(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(teams.end(viewer, id, version(match), key));
    return one(viewer, id, null);
  }
}
