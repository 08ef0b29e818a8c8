package io.fairlead.app.setup;

import static io.fairlead.app.setup.SetupPolicy.CHANGE;
import static io.fairlead.app.setup.SetupPolicy.SETUP;
import static io.fairlead.app.setup.SetupPolicy.STEPS;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.framework.FrameworkInput;
import io.fairlead.app.framework.FrameworkVersion;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.people.NewPerson;
import io.fairlead.app.people.People;
import io.fairlead.app.people.PeopleList;
import io.fairlead.app.people.PeopleQuery;
import io.fairlead.app.people.PersonDetails;
import io.fairlead.app.people.PersonEntry;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Permissions;
import io.fairlead.app.platform.words.Words;
import io.fairlead.app.setup.PastedPeople.Row;
import io.fairlead.app.setup.SetupStep.Way;
import io.fairlead.methods.framework.FrameworkEdit;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The first run: says where it stands, and takes its steps by what the modules below can do. Each
/// step is whole by itself: whoever leaves finds the next one when they come back.
@Service
class Setup {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_MISSION = 1_000;
  private static final int MOST_SHOWN = 5_000;

  private final SetupStore store;
  private final Frameworks frameworks;
  private final People people;
  private final Permissions permissions;
  private final Idempotency acts;
  private final Audit audit;
  private final Clock clock;

  Setup(
      SetupStore store,
      Frameworks frameworks,
      People people,
      Permissions permissions,
      Idempotency acts,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.frameworks = frameworks;
    this.people = people;
    this.permissions = permissions;
    this.acts = acts;
    this.audit = audit;
    this.clock = clock;
  }

  /// Whether the viewer may set up at all.
  boolean maySetUp(Viewer viewer) {
    return permissions.allows(viewer, SETUP, CHANGE, STEPS);
  }

  /// Where it stands; empty while nobody has begun.
  Optional<SetupState> state() {
    return store.read();
  }

  /// Whether there is still something to set up: it was begun and not ended, or there is nothing
  /// yet but who holds the one-time link.
  boolean isOpen() {
    return state()
        .map(state -> !state.ended())
        .orElseGet(() -> version().number() == 0 && people.headcount(people.today()) <= 1);
  }

  FrameworkVersion version() {
    return frameworks.inForce();
  }

  /// What one says of the organisation first.
  ///
  /// @param mission may be empty
  record Named(String name, String zone, String mission, Way way) {}

  /// Names the organisation in its framework and begins.
  Outcome<Integer> name(Viewer viewer, Words words, Named input, @Nullable String key) {
    if (!maySetUp(viewer)) {
      return Outcome.refused(Reason.notFound());
    }
    List<Reason> wrong = wrong(input);
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    return acts.once(
        viewer.person(),
        "setup.name",
        key,
        input,
        Integer.class,
        () ->
            inForce(viewer, named(input), words.text("setup.reason.name"))
                .then(number -> {
                  store.begin(input.way(), viewer.person(), clock.instant());
                  store.done(SetupStep.ORGANISATION, false, clock.instant());
                  audit.record(viewer.person(), "setup.begun", SETUP, viewer.person(), null);
                  return Outcome.done(number);
                }));
  }

  private static List<Reason> wrong(Named input) {
    List<Reason> wrong = new ArrayList<>();
    if (input.name().isBlank()) {
      wrong.add(Reason.invalid("name", "required"));
    } else if (input.name().strip().length() > LONGEST_NAME) {
      wrong.add(Reason.invalid("name", "too-long", LONGEST_NAME));
    }
    if (!ZoneId.getAvailableZoneIds().contains(input.zone().strip())) {
      wrong.add(Reason.invalid("zone", "unknown-zone"));
    }
    if (input.mission().strip().length() > LONGEST_MISSION) {
      wrong.add(Reason.invalid("mission", "too-long", LONGEST_MISSION));
    }
    return wrong;
  }

  /// The document as it stands, with the name. Of the one that Fairlead comes with, the examples of
  /// a direction go: they are nobody's.
  private String named(Named input) {
    FrameworkVersion now = frameworks.inForce();
    String text = now.document().text();
    if (now.number() == 0) {
      text = FrameworkEdit.remove(text, "direction");
      text =
          input.way() == Way.SMALL
              ? FrameworkEdit.set(text, "cadence.cycles.longer", List.of())
              : text;
    }
    text = FrameworkEdit.set(text, "organisation.name", input.name().strip());
    text = FrameworkEdit.set(text, "organisation.zone", input.zone().strip());
    return input.mission().isBlank()
        ? text
        : FrameworkEdit.set(text, "direction.mission", input.mission().strip());
  }

  /// The aims that are chosen; before any were, the two that most begin with.
  Set<Aim> aims() {
    boolean chosen = state().filter(state -> state.said(SetupStep.AIMS).equals("done")).isPresent();
    return chosen ? Aim.of(version().document()) : Set.of(Aim.FOCUS, Aim.EARLY);
  }

  /// Lets the framework say what the aims need; without any, goals are switched off.
  Outcome<Integer> aim(Viewer viewer, Words words, Set<Aim> aims, @Nullable String key) {
    if (!maySetUp(viewer)) {
      return Outcome.refused(Reason.notFound());
    }
    return acts.once(
        viewer.person(),
        "setup.aim",
        key,
        aims.stream().map(Aim::code).sorted().toList(),
        Integer.class,
        () ->
            inForce(
                    viewer,
                    Aim.written(version().document().text(), aims),
                    words.text("setup.reason.aim"))
                .then(number -> {
                  store.done(SetupStep.AIMS, false, clock.instant());
                  return Outcome.done(number);
                }));
  }

  private Outcome<Integer> inForce(Viewer viewer, String document, String reason) {
    return frameworks.apply(viewer, new FrameworkInput(document, reason, version().number(), null));
  }

  /// Those who work here, the founder included.
  List<PersonEntry> here(Viewer viewer) {
    return switch (people.list(viewer, PeopleQuery.everybody().page(null, MOST_SHOWN))) {
      case Done<PeopleList>(var list) -> list.people();
      case Refused<PeopleList> _ -> List.of();
    };
  }

  PastedPeople pasted(Viewer viewer, String text) {
    return PastedPeople.read(text, named(here(viewer)));
  }

  private static Map<String, String> named(List<PersonEntry> here) {
    Map<String, String> named = new HashMap<>();
    Set<String> several = new HashSet<>();
    for (PersonEntry person : here) {
      String name = person.name().toLowerCase(Locale.ROOT);
      if (named.putIfAbsent(name, person.id().toString()) != null) {
        several.add(name);
      }
      String email = person.email();
      if (email != null) {
        named.put(email.toLowerCase(Locale.ROOT), person.id().toString());
      }
    }
    several.forEach(named::remove);
    return named;
  }

  /// Adds everybody of the text, or nobody.
  ///
  /// @param toMe whether those without a manager report to the viewer, else to nobody
  /// @return how many were added
  Outcome<Integer> add(Viewer viewer, String text, boolean toMe, @Nullable String key) {
    if (!maySetUp(viewer)) {
      return Outcome.refused(Reason.notFound());
    }
    return acts.once(
        viewer.person(),
        "setup.add",
        key,
        List.of(text, toMe),
        Integer.class,
        () -> {
          PastedPeople pasted = pasted(viewer, text);
          if (!pasted.isClean()) {
            return Outcome.refused(
                Reason.invalid("pasted", "setup-lines", pasted.problems().size()));
          }
          if (pasted.rows().isEmpty() && pasted.known() == 0) {
            return Outcome.refused(Reason.invalid("pasted", "setup-nobody"));
          }
          return added(viewer, pasted.rows(), toMe ? viewer.person() : null)
              .then(count -> {
                store.done(SetupStep.PEOPLE, false, clock.instant());
                return Outcome.done(count);
              });
        });
  }

  private Outcome<Integer> added(Viewer viewer, List<Row> rows, @Nullable UUID usual) {
    UUID[] ids = new UUID[rows.size()];
    int left = rows.size();
    while (left > 0) {
      int before = left;
      for (int i = 0; i < ids.length; i++) {
        Row row = rows.get(i);
        boolean waits = row.lead() != Row.HERE && ids[row.lead()] == null;
        if (ids[i] == null && !waits) {
          switch (people.hire(viewer, newPerson(row, ids, usual))) {
            case Done<UUID>(UUID id) -> ids[i] = id;
            case Refused<UUID>(List<Reason> reasons) -> {
              return Outcome.refused(
                  Stream.concat(
                          Stream.of(Reason.invalid("pasted", "setup-line", row.line(), row.name())),
                          reasons.stream())
                      .toList());
            }
          }
          left--;
        }
      }
      if (left == before) {
        throw new IllegalStateException("a circle was not found");
      }
    }
    return Outcome.done(rows.size());
  }

  private static NewPerson newPerson(Row row, UUID[] ids, @Nullable UUID usual) {
    String here = row.leadHere();
    UUID lead =
        row.lead() != Row.HERE ? ids[row.lead()] : here != null ? UUID.fromString(here) : usual;
    return new NewPerson(
        new PersonDetails(row.name(), row.email(), row.title(), null, Map.of()),
        null,
        lead,
        null,
        null);
  }

  /// Notes that a step was taken elsewhere, or passed over.
  Outcome<String> mark(Viewer viewer, SetupStep step, boolean skipped) {
    if (!maySetUp(viewer)) {
      return Outcome.refused(Reason.notFound());
    }
    store.done(step, skipped, clock.instant());
    return Outcome.done(step.code());
  }

  /// Ends it; nothing reminds of it any more.
  Outcome<String> end(Viewer viewer) {
    if (!maySetUp(viewer)) {
      return Outcome.refused(Reason.notFound());
    }
    return acts.once(
        viewer.person(),
        "setup.end",
        null,
        "",
        String.class,
        () -> {
          store.end(clock.instant());
          audit.record(viewer.person(), "setup.ended", SETUP, viewer.person(), null);
          return Outcome.done("ended");
        });
  }
}
