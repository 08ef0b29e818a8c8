package io.fairlead.app.rights;

import static io.fairlead.app.rights.RightsPolicy.ALL;
import static io.fairlead.app.rights.RightsPolicy.ERASE;
import static io.fairlead.app.rights.RightsPolicy.PERSONAL_DATA;
import static io.fairlead.app.rights.RightsPolicy.READ;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.people.LegalHolds;
import io.fairlead.app.people.People;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.personal.PersonalRecord;
import io.fairlead.app.platform.policy.Permissions;
import io.fairlead.app.rights.PersonalStore.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Forgetting somebody who has left: their name, how they got in and what was theirs alone go; what
/// others built on stays, and points at an id that no longer names anybody. All of it in one
/// transaction: cut off in the middle, nothing has happened.
@Service
public class Erasures {
  private static final int LONGEST_REASON = 1000;
  private static final int LISTED = 100;
  private static final Set<String> WRITINGS = Set.of("keep", "empty");

  /// How the count of others' texts is called among those of records.
  static final String NAMES = "names";

  private final PersonalStore store;
  private final ErasureStore erasures;
  private final NameSweep names;
  private final LegalHolds holds;
  private final People people;
  private final Permissions permissions;
  private final Idempotency acts;
  private final Audit audit;
  private final Clock clock;

  Erasures(
      PersonalStore store,
      ErasureStore erasures,
      NameSweep names,
      LegalHolds holds,
      People people,
      Permissions permissions,
      Idempotency acts,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.erasures = erasures;
    this.names = names;
    this.holds = holds;
    this.people = people;
    this.permissions = permissions;
    this.acts = acts;
    this.audit = audit;
    this.clock = clock;
  }

  /// How many records of a kind go, or stay.
  ///
  /// @param words whether they hold words that may be emptied
  public record Part(String code, long many, boolean goes, boolean words) {}

  /// What erasing somebody would do, before it is done.
  ///
  /// @param barred why it cannot be done now
  /// @param namesStay whether the name stays where others wrote it, since it cannot be told from
  ///   another word or another person
  public record Preview(
      UUID person, String name, List<Part> parts, List<Reason> barred, boolean namesStay) {}

  public boolean mayErase(Viewer viewer, UUID person) {
    return permissions.allows(viewer, PERSONAL_DATA, ERASE, ALL, person);
  }

  /// Empty for who may not erase, and of whom nothing but ids is left.
  public Optional<Preview> preview(Viewer viewer, UUID person) {
    if (!mayErase(viewer, person)) {
      return Optional.empty();
    }
    return store
        .named(person)
        .map(named -> {
          Map<String, Long> counts = store.counts(person, viewer.person());
          return new Preview(
              person,
              named.name(),
              store.records().stream()
                  .map(each ->
                      new Part(
                          each.code(),
                          counts.getOrDefault(each.code(), 0L),
                          each.goes(),
                          !each.emptying().isEmpty()))
                  .filter(each -> each.many() > 0)
                  .toList(),
              barred(viewer, person),
              namesStay(person, named.name()));
        });
  }

  private boolean namesStay(UUID person, String name) {
    return !NameSweep.canBeTold(name) || erasures.hasNamesake(person, name);
  }

  private List<Reason> barred(Viewer viewer, UUID person) {
    List<Reason> barred = new ArrayList<>();
    if (viewer.person().equals(person)) {
      barred.add(Reason.of(Reason.Kind.CONFLICT, "erasing-oneself"));
    }
    if (holds.holds(person)) {
      barred.add(Reason.of(Reason.Kind.CONFLICT, "erasing-held"));
    }
    if (erasures.isEmployed(person, people.today())) {
      barred.add(Reason.of(Reason.Kind.CONFLICT, "erasing-employed"));
    }
    if (erasures.isLastOf(person, Role.PEOPLE_OPS.code())
        || erasures.isLastOf(person, Role.IT_ADMINISTRATOR.code())) {
      barred.add(Reason.of(Reason.Kind.CONFLICT, "erasing-last"));
    }
    return barred;
  }

  /// That the person was erased; for who may erase.
  public Optional<Erased> erased(Viewer viewer, UUID person) {
    return mayErase(viewer, person) ? erasures.find(person) : Optional.empty();
  }

  /// The latest, for who may erase.
  public List<Erased> latest(Viewer viewer) {
    return mayErase(viewer, viewer.person()) ? erasures.latest(LISTED) : List.of();
  }

  /// Somebody who does not work here and has a name.
  ///
  /// @param lastDay null for who never worked here
  public record Leaver(UUID person, String name, @Nullable LocalDate lastDay) {}

  /// Who left and was not erased, the latest first, as many as a page lists; for who may erase.
  public List<Leaver> leavers(Viewer viewer) {
    return mayErase(viewer, viewer.person()) ? erasures.leavers(people.today(), LISTED) : List.of();
  }

  /// Erases. A person who was erased before is not erased again, and that is no refusal.
  ///
  /// @return the person
  public Outcome<UUID> erase(Viewer viewer, Erasure input) {
    return acts.once(
        viewer.person(),
        "personal-data.erase",
        input.key(),
        // The name is not kept, not even as part of a hash that could be tried out.
        new Erasure(input.person(), null, input.writings(), null, input.key()),
        UUID.class,
        () -> eraseNow(viewer, input));
  }

  private Outcome<UUID> eraseNow(Viewer viewer, Erasure input) {
    UUID person = input.person();
    if (!mayErase(viewer, person)) {
      return Outcome.refused(
          permissions.allows(viewer, PERSONAL_DATA, READ, ALL, person)
              ? Reason.of(Reason.Kind.FORBIDDEN, "forbidden")
              : Reason.notFound());
    }
    holds.noneIsPlacedMeanwhile();
    if (!erasures.lock(person)) {
      return erasures.find(person).isPresent()
          ? Outcome.done(person)
          : Outcome.refused(Reason.notFound());
    }
    Named named = store.named(person).orElseThrow();
    List<Reason> barred = barred(viewer, person);
    if (!barred.isEmpty()) {
      return Outcome.refused(barred);
    }
    List<Reason> wrong = wrong(input, named.name());
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    boolean empty = "empty".equals(input.writings());
    String reason = Objects.requireNonNullElse(input.reason(), "").strip();
    erasures.insert(person, viewer.person(), clock.instant(), reason, empty ? "empty" : "keep");
    Map<String, Long> counts = carryOut(person, viewer.person(), named, empty);
    erasures.count(person, counts);
    audit.recordCounts(
        viewer.person(), "personal-data.erased", PERSONAL_DATA, person, person, counts);
    return Outcome.done(person);
  }

  private Map<String, Long> carryOut(UUID person, UUID eraser, Named named, boolean empty) {
    boolean namesStay = namesStay(person, named.name());
    Map<String, Long> before = store.counts(person, eraser);
    Map<String, Long> counts = new LinkedHashMap<>();
    // Last who they are, since everything before looks them up by it.
    for (PersonalRecord kind : store.records().reversed()) {
      if (empty) {
        kind.emptying().forEach(statement -> store.run(statement, person, named.email()));
      }
      kind.erasing().forEach(statement -> store.run(statement, person, named.email()));
      long many = before.getOrDefault(kind.code(), 0L);
      if (many > 0 && (kind.goes() || (empty && !kind.emptying().isEmpty()))) {
        counts.put(kind.code(), many);
      }
    }
    counts.put(NAMES, names.sweep(namesStay ? "" : named.name(), named.email()));
    return counts;
  }

  private static List<Reason> wrong(Erasure input, String name) {
    List<Reason> wrong = new ArrayList<>();
    String typed = Objects.requireNonNullElse(input.name(), "").strip();
    if (!typed.equalsIgnoreCase(name.strip())) {
      wrong.add(Reason.invalid("name", "erasing-name"));
    }
    if (!WRITINGS.contains(Objects.requireNonNullElse(input.writings(), ""))) {
      wrong.add(Reason.invalid("writings", "required"));
    }
    String reason = Objects.requireNonNullElse(input.reason(), "").strip();
    if (reason.isEmpty()) {
      wrong.add(Reason.invalid("reason", "required"));
    } else if (reason.length() > LONGEST_REASON) {
      wrong.add(Reason.invalid("reason", "too-long", LONGEST_REASON));
    }
    return wrong;
  }
}
