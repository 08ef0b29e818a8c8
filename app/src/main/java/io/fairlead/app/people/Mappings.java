package io.fairlead.app.people;

import static io.fairlead.app.people.PeoplePolicy.ALL;
import static io.fairlead.app.people.PeoplePolicy.CHANGE;
import static io.fairlead.app.people.PeoplePolicy.PEOPLE_FILE;
import static io.fairlead.app.people.PeoplePolicy.READ;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.people.intake.ColumnMapping;
import io.fairlead.app.people.intake.DateOrder;
import io.fairlead.app.people.intake.Field;
import io.fairlead.app.people.intake.Heading;
import io.fairlead.app.people.intake.Heading.Understood;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.undo.Undo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the columns of an organisation's own people file say, saved under a name. A file whose
/// header nobody knows is read as the latest mapping that fits it says, so that a mapping is chosen
/// once and not every night.
@Service
public class Mappings {
  private static final int LONGEST_NAME = 100;
  private static final int MOST_COLUMNS = 200;
  private static final Set<String> CODES =
      Arrays.stream(Field.values()).map(Field::code).collect(Collectors.toUnmodifiableSet());

  private final MappingStore store;
  private final PeopleStore people;
  private final MappingUndo removed;
  private final Undo undo;
  private final Ids ids;
  private final Audit audit;
  private final Clock clock;

  Mappings(
      MappingStore store,
      PeopleStore people,
      MappingUndo removed,
      Undo undo,
      Ids ids,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.people = people;
    this.removed = removed;
    this.undo = undo;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  /// The latest saved first.
  public List<SavedMapping> all(Viewer viewer) {
    return mayRead(viewer) ? store.all() : List.of();
  }

  boolean mayRead(Viewer viewer) {
    return people.may(viewer, PEOPLE_FILE, READ, ALL);
  }

  /// What the columns of that run's file said, to save or to correct.
  public Optional<ColumnMapping> ofRun(Viewer viewer, UUID run) {
    return mayRead(viewer) ? store.ofRun(run) : Optional.empty();
  }

  /// A mapping as somebody writes it.
  ///
  /// @param targets for each column a field's code, `attribute`, or nothing
  public record Draft(String name, List<String> columns, List<String> targets, String dates) {
    public Draft {
      columns = List.copyOf(columns);
      targets = List.copyOf(targets);
    }
  }

  /// Saves it; one of the same name is replaced.
  @Transactional
  public Outcome<UUID> save(Viewer viewer, Draft draft) {
    if (!mayChange(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    List<Reason> reasons = problems(draft);
    if (!reasons.isEmpty()) {
      return new Outcome.Refused<>(reasons);
    }
    ColumnMapping mapping =
        ColumnMapping.of(
            draft.name().strip(),
            draft.columns().stream().map(String::strip).toList(),
            draft.targets(),
            DateOrder.of(draft.dates()));
    UUID id = store.save(ids.next(), mapping, viewer.person(), clock.instant());
    audit.record(viewer.person(), "people-file.mapping-saved", PEOPLE_FILE, id, null);
    return Outcome.done(id);
  }

  private boolean mayChange(Viewer viewer) {
    return people.may(viewer, PEOPLE_FILE, CHANGE, ALL);
  }

  private static List<Reason> problems(Draft draft) {
    List<Reason> reasons = new ArrayList<>();
    int name = draft.name().strip().length();
    if (name == 0 || name > LONGEST_NAME) {
      reasons.add(Reason.invalid("name", "mapping-name", LONGEST_NAME));
    }
    if (draft.columns().size() != draft.targets().size()
        || draft.columns().size() > MOST_COLUMNS
        || draft.columns().stream().anyMatch(String::isBlank)) {
      reasons.add(Reason.invalid("columns", "mapping-columns"));
    }
    if (Arrays.stream(DateOrder.values()).noneMatch(order -> order.code().equals(draft.dates()))) {
      reasons.add(Reason.invalid("dates", "mapping-dates"));
    }
    Set<String> said = new HashSet<>();
    for (String target : draft.targets()) {
      boolean known = target.isEmpty() || target.equals(ColumnMapping.ATTRIBUTE);
      if (!known && !CODES.contains(target)) {
        reasons.add(Reason.invalid("targets", "mapping-unknown", target));
      }
      if (!known && !said.add(target)) {
        reasons.add(Reason.invalid("targets", "mapping-twice", target));
      }
    }
    if (!said.contains(Field.EMAIL.code())) {
      reasons.add(Reason.invalid("targets", "mapping-needs-address"));
    }
    if (!said.contains(Field.NAME.code())
        && !(said.contains(Field.FIRST_NAME.code()) && said.contains(Field.LAST_NAME.code()))) {
      reasons.add(Reason.invalid("targets", "mapping-needs-name"));
    }
    return reasons;
  }

  /// @param undo what takes the removal back
  public record Removed(String name, UUID undo) {}

  /// Forgets it. Imports that used it stay as they are.
  @Transactional
  public Outcome<Removed> remove(Viewer viewer, UUID id) {
    if (!mayChange(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    Optional<SavedMapping> found = store.find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    store.delete(id);
    audit.record(viewer.person(), "people-file.mapping-removed", PEOPLE_FILE, id, null);
    UUID back = undo.keep(MappingUndo.KIND, id, viewer, removed.kept(found.get().mapping()));
    return Outcome.done(new Removed(found.get().name(), back));
  }

  /// How to understand a file's first row.
  ///
  /// @param chosen the name of a mapping; without one the formats that we know are tried first,
  ///   then the saved mappings
  Outcome<Reading> reading(@Nullable String chosen) {
    if (chosen == null || chosen.isBlank()) {
      return Outcome.done(new Reading(null, store.all()));
    }
    return store
        .named(chosen.strip())
        .map(saved -> Outcome.done(new Reading(saved, List.of())))
        .orElseGet(() -> Outcome.refused(Reason.invalid("mapping", "unknown-mapping", chosen)));
  }

  /// Understands headers, and remembers which mapping it used.
  static final class Reading {
    private @Nullable SavedMapping used;
    private final List<SavedMapping> known;

    Reading(@Nullable SavedMapping chosen, List<SavedMapping> known) {
      this.used = chosen;
      this.known = known;
    }

    Understood understood(List<String> cells) {
      if (used != null) {
        return Heading.of(cells, used.mapping());
      }
      Understood plain = Heading.of(cells);
      if (plain instanceof Understood.Good) {
        return plain;
      }
      for (SavedMapping saved : known) {
        if (Heading.of(cells, saved.mapping()) instanceof Understood.Good fits) {
          used = saved;
          return fits;
        }
      }
      return plain;
    }

    /// The name of the mapping by which the file was understood.
    @Nullable String used() {
      return used == null ? null : used.name();
    }
  }
}
