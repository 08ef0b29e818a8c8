package io.fairlead.app.people;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Bulk;
import io.fairlead.app.platform.api.BulkAnswer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Limits;
import io.fairlead.app.platform.web.Pages;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// People as JSON.
@RestController
@RequestMapping("/api/v1/people")
class PeopleApi {
  private final People people;
  private final Lines lines;
  private final Bulk bulk;
  private final Pages pages;

  PeopleApi(People people, Lines lines, Bulk bulk, Pages pages) {
    this.bulk = bulk;
    this.pages = pages;
    this.people = people;
    this.lines = lines;
  }

  @GetMapping
  @Guarded(record = "person", act = "read", fields = "directory", scope = "people:read")
  PeopleList list(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(required = false) @Nullable String search,
      @RequestParam(required = false) @Nullable UUID unit,
      @RequestParam(required = false) @Nullable UUID team,
      @RequestParam(required = false) @Nullable UUID manager,
      @RequestParam(required = false) @Nullable LocalDate on,
      @RequestParam(defaultValue = "name") String sort,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    boolean descending = sort.startsWith("-");
    return done(
        people.list(
            viewer,
            new PeopleQuery(
                search,
                unit,
                team,
                manager,
                on,
                sortOf(descending ? sort.substring(1) : sort),
                descending,
                cursor,
                Math.min(limit, PeopleQuery.LARGEST_PAGE))));
  }

  private static PeopleQuery.Sort sortOf(String name) {
    for (PeopleQuery.Sort sort : PeopleQuery.Sort.values()) {
      if (sort.name().equalsIgnoreCase(name)) {
        return sort;
      }
    }
    throw new RefusedException(Reason.invalid("sort", "unknown-sort"));
  }

  @GetMapping("/{id}")
  @Guarded(record = "person", act = "read", fields = "directory", scope = "people:read")
  ResponseEntity<PersonEntry> one(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable LocalDate on) {
    return tagged(found(viewer, id, on));
  }

  private PersonEntry found(Viewer viewer, UUID id, @Nullable LocalDate on) {
    return people
        .find(viewer, id, Objects.requireNonNullElseGet(on, people::today))
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private static ResponseEntity<PersonEntry> tagged(PersonEntry entry) {
    return ResponseEntity.ok().eTag("\"" + entry.version() + "\"").body(entry);
  }

  /// A new person as JSON.
  record Starter(
      String name,
      String email,
      @Nullable String title,
      @Nullable String employeeNumber,
      @Nullable Map<String, String> attributes,
      @Nullable UUID unit,
      @Nullable UUID manager,
      @Nullable LocalDate from) {}

  @PostMapping
  @Guarded(record = "person", act = "create", fields = "all", scope = "people:write")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<PersonEntry> hire(
      @AuthenticationPrincipal Viewer viewer,
      @RequestBody Starter starter,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    UUID id =
        done(
            people.hire(
                viewer,
                new NewPerson(
                    new PersonDetails(
                        orEmpty(starter.name()),
                        orEmpty(starter.email()),
                        orEmpty(starter.title()),
                        starter.employeeNumber(),
                        Objects.requireNonNullElse(starter.attributes(), Map.of())),
                    starter.unit(),
                    starter.manager(),
                    starter.from(),
                    key)));
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Location", "/api/v1/people/" + id)
        .body(found(viewer, id, null));
  }

  /// What of a person to change; absent fields stay. An attribute that is empty goes.
  record Change(
      @Nullable String name,
      @Nullable String email,
      @Nullable String title,
      @Nullable String employeeNumber,
      @Nullable Map<String, String> attributes,
      @Nullable UUID unit,
      @Nullable LocalDate from) {}

  @PatchMapping("/{id}")
  @Guarded(record = "person", act = "change", fields = "all", scope = "people:write")
  ResponseEntity<PersonEntry> change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody Change change,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(changed(viewer, id, version(match), change, key));
    return tagged(found(viewer, id, null));
  }

  private Outcome<UUID> changed(
      Viewer viewer, UUID id, long version, Change change, @Nullable String key) {
    PersonEntry now = found(viewer, id, change.from());
    if (!people.mayChange(viewer, id)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    Map<String, String> attributes =
        new LinkedHashMap<>(Objects.requireNonNullElse(now.attributes(), Map.of()));
    attributes.putAll(Objects.requireNonNullElse(change.attributes(), Map.of()));
    UUID unit = now.unit() == null ? null : now.unit().id();
    return people
        .change(
            viewer,
            new PersonChange(
                id,
                version,
                new PersonDetails(
                    Objects.requireNonNullElse(change.name(), now.name()),
                    Objects.requireNonNullElse(change.email(), orEmpty(now.email())),
                    Objects.requireNonNullElse(change.title(), now.title()),
                    change.employeeNumber() == null
                        ? now.employeeNumber()
                        : change.employeeNumber(),
                    attributes),
                change.unit() == null ? unit : change.unit(),
                change.from(),
                key))
        .then(_ -> Outcome.done(id));
  }

  /// One person's change among many.
  ///
  /// @param version of the person, as read
  record BulkChange(@Nullable UUID person, @Nullable Long version, @Nullable Change change) {}

  /// @param atomic all or none; else each for itself
  record BulkInput(@Nullable Boolean atomic, @Nullable List<BulkChange> items) {}

  /// At most 100 people changed, each for itself.
  @PostMapping("/bulk")
  @Open(because = "each item is checked for itself and has its own outcome", scope = "people:write")
  BulkAnswer changeEach(
      @AuthenticationPrincipal Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody BulkInput input) {
    return BulkAnswer.of(
        bulk.each(
            viewer.person(),
            "person.change-each",
            key,
            Objects.requireNonNullElse(input.items(), List.of()),
            Boolean.TRUE.equals(input.atomic()),
            Limits.BULK,
            item -> changed(viewer, item)),
        HttpStatus.OK.value(),
        pages.words());
  }

  private Outcome<UUID> changed(Viewer viewer, BulkChange item) {
    if (item.person() == null || item.change() == null) {
      return Outcome.refused(
          Reason.invalid(item.person() == null ? "person" : "change", "required"));
    }
    if (item.version() == null) {
      return Outcome.refused(Reason.invalid("version", "required"));
    }
    try {
      return changed(viewer, item.person(), item.version(), item.change(), null);
    } catch (RefusedException refused) {
      return Outcome.refused(refused.reasons());
    }
  }

  @GetMapping("/{id}/lines")
  @Guarded(record = "person", act = "read", fields = "employment", scope = "people:read")
  List<Line> history(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return done(lines.history(viewer, id));
  }

  /// A person's new manager as JSON; a null manager makes them head of the organisation.
  record NewLine(@Nullable UUID manager, @Nullable LocalDate from) {}

  @PostMapping("/{id}/lines")
  @Guarded(record = "person", act = "change", fields = "all", scope = "people:write")
  ResponseEntity<PersonEntry> assign(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody NewLine line,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(
        lines.assign(viewer, new LineChange(id, version(match), line.manager(), line.from(), key)));
    return tagged(found(viewer, id, null));
  }

  /// A person's last day as JSON.
  record LastDay(@Nullable LocalDate lastDay) {}

  @PostMapping("/{id}/departure")
  @Guarded(record = "person", act = "change", fields = "all", scope = "people:write")
  ResponseEntity<PersonEntry> depart(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody LastDay day,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(people.depart(viewer, new Departure(id, version(match), day.lastDay(), key)));
    return tagged(found(viewer, id, null));
  }

  /// Whether everybody sees how to reach the person.
  record Contact(boolean shared) {}

  @PutMapping("/{id}/contact")
  @Guarded(record = "person", act = "change", fields = "contact", scope = "people:write")
  Contact shareContact(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody Contact contact,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new Contact(done(people.shareContact(viewer, id, contact.shared(), key)));
  }

  /// The version in an `If-Match` header; a change without one is refused.
  static long version(@Nullable String match) {
    if (match == null) {
      throw new RefusedException(Reason.invalid("If-Match", "if-match-required"));
    }
    try {
      return Long.parseLong(match.replace("W/", "").replace("\"", "").strip());
    } catch (NumberFormatException e) {
      throw new RefusedException(Reason.of(Reason.Kind.STALE, "stale"));
    }
  }

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
