package io.fairlead.app.people;

import static io.fairlead.app.people.PeoplePolicy.ALL;
import static io.fairlead.app.people.PeoplePolicy.CHANGE;
import static io.fairlead.app.people.PeoplePolicy.CONTACT;
import static io.fairlead.app.people.PeoplePolicy.CREATE;
import static io.fairlead.app.people.PeoplePolicy.PERSON;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.people.intake.MailAddress;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who works here: finding, listing, hiring, changing and leaving. What a viewer gets of a person
/// is what the policy lets them read.
@Service
public class People {
  private static final int LARGE = 5_000;
  private static final Duration COUNTED_FOR = Duration.ofMinutes(1);

  private final PeopleStore people;
  private final LineStore lines;
  private final TeamStore teams;
  private final UnitStore units;
  private final OrganisationDate date;
  private final Idempotency idempotency;
  private final Ids ids;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private volatile @Nullable Counted<Size> counted;
  private final Map<UUID, Counted<Integer>> led = new ConcurrentHashMap<>();

  People(
      PeopleStore people,
      LineStore lines,
      TeamStore teams,
      UnitStore units,
      OrganisationDate date,
      Idempotency idempotency,
      Ids ids,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.people = people;
    this.lines = lines;
    this.teams = teams;
    this.units = units;
    this.date = date;
    this.idempotency = idempotency;
    this.ids = ids;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// Today in the organisation's zone.
  public LocalDate today() {
    return date.today();
  }

  /// The person as the viewer may see them today; empty when there is none.
  public Optional<PersonEntry> find(Viewer viewer, UUID person) {
    return find(viewer, person, date.today());
  }

  /// The person as they stood on that day. Reading somebody else's employment or attributes is
  /// recorded, and they can see that it was.
  @Transactional
  public Optional<PersonEntry> find(Viewer viewer, UUID person, LocalDate on) {
    Optional<PersonEntry> found = people.find(viewer, person, on);
    found
        .filter(entry -> !person.equals(viewer.person()) && isSensitive(viewer, entry))
        .ifPresent(entry -> audit.record(viewer.person(), "person.read", PERSON, person, person));
    return found;
  }

  /// What those above may read goes unrecorded, unless a composed role lets others read it too.
  private static boolean isSensitive(Viewer viewer, PersonEntry entry) {
    return entry.attributes() != null
        || (entry.since() != null && viewer.mayByComposedRole("person.read.employment"));
  }

  /// The person as they stood on that day, for lists and drawings that name many.
  Optional<PersonEntry> glance(Viewer viewer, UUID person, LocalDate on) {
    return people.find(viewer, person, on);
  }

  /// How many people each of these leads today, directly or through others. Of who leads very many
  /// it may be a minute old.
  Map<UUID, Integer> below(Collection<UUID> above) {
    LocalDate today = date.today();
    Map<UUID, Integer> counts = new HashMap<>();
    List<UUID> uncounted = new ArrayList<>();
    for (UUID person : above) {
      Counted<Integer> last = led.get(person);
      if (last != null && last.holds(today, clock.instant())) {
        counts.put(person, last.what());
      } else {
        uncounted.add(person);
      }
    }
    people
        .below(uncounted)
        .forEach((person, count) -> {
          counts.put(person, count);
          if (count > LARGE) {
            led.put(person, new Counted<>(today, count, clock.instant()));
          }
        });
    return counts;
  }

  /// The one person whom a name or an address that the viewer may read means; empty for none or
  /// several.
  public Optional<PersonEntry> meant(Viewer viewer, String text) {
    String wanted = text.strip();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    List<PersonEntry> found =
        people.list(viewer, PeopleQuery.everybody().matching(wanted), date.today(), null).stream()
            .map(PeopleStore.Listed::entry)
            .filter(person ->
                person.name().equalsIgnoreCase(wanted) || wanted.equalsIgnoreCase(person.email()))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// One page of the people who match.
  public Outcome<PeopleList> list(Viewer viewer, PeopleQuery query) {
    Optional<Cursor> after = Optional.ofNullable(query.cursor()).flatMap(Cursor::decoded);
    if (query.cursor() != null && after.isEmpty()) {
      return Outcome.refused(Reason.invalid("cursor", "unknown-cursor"));
    }
    LocalDate on = Objects.requireNonNullElse(query.on(), date.today());
    List<PeopleStore.Listed> found = people.list(viewer, query, on, after.orElse(null));
    List<PersonEntry> page =
        found.stream().limit(query.limit()).map(PeopleStore.Listed::entry).toList();
    if (found.size() <= query.limit()) {
      return Outcome.done(new PeopleList(page, null));
    }
    PeopleStore.Listed last = found.get(query.limit() - 1);
    return Outcome.done(new PeopleList(page, new Cursor(last.key(), last.entry().id()).encoded()));
  }

  /// Whether the viewer may change people's details and lines.
  public boolean mayChange(Viewer viewer, UUID person) {
    return people.mayChange(viewer, person);
  }

  public boolean mayHire(Viewer viewer) {
    return people.may(viewer, PERSON, CREATE, ALL);
  }

  /// Every unit with its whole path, by path.
  List<UnitStore.Placed> units() {
    return units.all();
  }

  int unitCount() {
    return units.count();
  }

  /// How many work here on a day, and on how many levels the reporting lines have them today.
  record Size(int people, int layers) {}

  /// What takes long to count where it is large, and when it was counted.
  private record Counted<T>(LocalDate day, T what, Instant at) {
    private boolean holds(LocalDate on, Instant now) {
      return day.equals(on) && now.isBefore(at.plus(COUNTED_FOR));
    }
  }

  /// The size as a page says it; of a large organisation it may be a minute old, since counting
  /// takes longer the larger it is.
  Size size(LocalDate day) {
    Counted<Size> last = counted;
    if (last != null && last.holds(day, clock.instant())) {
      return last.what();
    }
    Size size = new Size(people.headcount(day), people.layers());
    counted = size.people() > LARGE ? new Counted<>(day, size, clock.instant()) : null;
    return size;
  }

  /// How many people work here on that day.
  public int headcount(LocalDate on) {
    return people.headcount(on);
  }

  /// @return the new person's id
  public Outcome<UUID> hire(Viewer viewer, NewPerson input) {
    return idempotency.once(
        viewer.person(),
        "person.hire",
        input.key(),
        input,
        UUID.class,
        () -> hireNow(viewer, input));
  }

  private Outcome<UUID> hireNow(Viewer viewer, NewPerson input) {
    if (!mayHire(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    LocalDate from = Objects.requireNonNullElse(input.from(), date.today());
    lines.lock();
    List<Reason> wrong = wrong(input.details(), null, input.unit());
    UUID manager = input.manager();
    if (manager != null && !people.isEmployed(manager, from)) {
      wrong.add(Reason.invalid("manager", "manager-not-employed-then"));
    }
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    UUID person = ids.next();
    people.insertPerson(person, clock.instant());
    people.insertIdentity(person, input.details());
    people.employ(person, input.unit(), from, clock.instant());
    UUID batch = UUID.randomUUID();
    lines.plan(batch, person, manager, from);
    lines.carryOut(batch, clock.instant(), date.today());
    audit.record(viewer.person(), "person.hired", PERSON, person, person);
    return Outcome.done(person);
  }

  /// @return the person's new version
  public Outcome<Long> change(Viewer viewer, PersonChange input) {
    return idempotency.once(
        viewer.person(),
        "person.change",
        input.key(),
        input,
        Long.class,
        () -> changeNow(viewer, input));
  }

  private Outcome<Long> changeNow(Viewer viewer, PersonChange input) {
    UUID person = input.person();
    Optional<Reason> barred = barred(viewer, person);
    if (barred.isPresent()) {
      return Outcome.refused(barred.get());
    }
    LocalDate from = Objects.requireNonNullElse(input.from(), date.today());
    List<Reason> wrong = wrong(input.details(), person, input.unit());
    boolean moves = !Objects.equals(people.unitOn(person, from).orElse(null), input.unit());
    if (moves && !people.mayMove(viewer, person)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "may-not-move"));
    }
    if (moves && !people.isEmployed(person, from)) {
      wrong.add(Reason.invalid("from", "not-employed-then"));
    }
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    Optional<Long> version = people.nextVersion(person, input.version());
    if (version.isEmpty()) {
      return Outcome.refused(Reason.of(Reason.Kind.STALE, "stale"));
    }
    people.updateIdentity(person, input.details());
    if (moves) {
      people.employ(person, input.unit(), from, clock.instant());
    }
    audit.record(viewer.person(), "person.changed", PERSON, person, person);
    return Outcome.done(version.get());
  }

  private Optional<Reason> barred(Viewer viewer, UUID person) {
    if (!people.exists(person)) {
      return Optional.of(Reason.notFound());
    }
    return people.mayChange(viewer, person)
        ? Optional.empty()
        : Optional.of(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
  }

  private List<Reason> wrong(PersonDetails details, @Nullable UUID person, @Nullable UUID unit) {
    List<Reason> wrong = new ArrayList<>();
    if (details.name().isEmpty()) {
      wrong.add(Reason.invalid("name", "required"));
    }
    if (details.name().length() > 200) {
      wrong.add(Reason.invalid("name", "too-long", 200));
    }
    if (details.title().length() > 200) {
      wrong.add(Reason.invalid("title", "too-long", 200));
    }
    if (!MailAddress.isPlausible(details.email())) {
      wrong.add(Reason.invalid("email", "not-an-address"));
    } else if (people.addressTaken(details.email(), person)) {
      wrong.add(Reason.invalid("email", "address-taken"));
    }
    String number = details.employeeNumber();
    if (number != null && number.length() > 100) {
      wrong.add(Reason.invalid("employeeNumber", "too-long", 100));
    } else if (number != null && people.employeeNumberTaken(number, person)) {
      wrong.add(Reason.invalid("employeeNumber", "number-taken"));
    }
    if (unit != null && !people.unitExists(unit)) {
      wrong.add(Reason.invalid("unit", "unknown-unit"));
    }
    return wrong;
  }

  /// @return the person's new version
  public Outcome<Long> depart(Viewer viewer, Departure input) {
    return idempotency.once(
        viewer.person(),
        "person.depart",
        input.key(),
        input,
        Long.class,
        () -> departNow(viewer, input));
  }

  private Outcome<Long> departNow(Viewer viewer, Departure input) {
    UUID person = input.person();
    Optional<Reason> barred = barred(viewer, person);
    if (barred.isPresent()) {
      return Outcome.refused(barred.get());
    }
    if (!people.mayMove(viewer, person)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "may-not-move"));
    }
    LocalDate lastDay = Objects.requireNonNullElse(input.lastDay(), date.today());
    lines.lock();
    if (!people.isEmployed(person, lastDay)) {
      return Outcome.refused(Reason.invalid("lastDay", "not-employed-then"));
    }
    Optional<Long> version = people.nextVersion(person, input.version());
    if (version.isEmpty()) {
      return Outcome.refused(Reason.of(Reason.Kind.STALE, "stale"));
    }
    LocalDate gone = lastDay.plusDays(1);
    people.endEmployment(person, gone);
    people.endMemberships(person, gone);
    UUID batch = UUID.randomUUID();
    lines.planDeparture(batch, person, gone);
    lines.carryOut(batch, clock.instant(), date.today());
    audit.record(viewer.person(), "person.departed", PERSON, person, person);
    tellDepartures();
    return Outcome.done(version.get());
  }

  /// Tells the other modules of everybody whose last day has passed and of whom they were not told.
  ///
  /// @return how many left
  @Transactional
  public int tellDepartures() {
    List<UUID> left = people.untoldDepartures(date.today());
    if (!left.isEmpty()) {
      teams.withoutLead(left);
    }
    for (UUID person : left) {
      events.publishEvent(new PersonLeft(person));
    }
    return left.size();
  }

  /// A person decides whether everyone sees how to reach them.
  public Outcome<Boolean> shareContact(
      Viewer viewer, UUID person, boolean shared, @Nullable String key) {
    return idempotency.once(
        viewer.person(),
        "person.share-contact",
        key,
        List.of(person, shared),
        Boolean.class,
        () -> {
          if (!people.exists(person)) {
            return Outcome.refused(Reason.notFound());
          }
          if (!people.may(viewer, PERSON, CHANGE, CONTACT, person)) {
            return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
          }
          people.shareContact(person, shared);
          audit.record(viewer.person(), "person.contact-shared", PERSON, person, person);
          return Outcome.done(shared);
        });
  }

  public boolean sharesContact(UUID person) {
    return people.sharesContact(person);
  }
}
