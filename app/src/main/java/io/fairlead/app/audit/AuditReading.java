package io.fairlead.app.audit;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Permissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// The record, read: by auditors in full, by everybody for who read their own records.
@Service
public class AuditReading {
  static final int PAGE = 100;
  private static final int MOST_READS = 200;
  private static final Duration REMEMBERED = Duration.ofDays(366);

  private final AuditStore store;
  private final Permissions permissions;
  private final ObjectProvider<Names> names;
  private final Audit audit;
  private final Clock clock;

  AuditReading(
      AuditStore store,
      Permissions permissions,
      ObjectProvider<Names> names,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.permissions = permissions;
    this.names = names;
    this.audit = audit;
    this.clock = clock;
  }

  /// One line with names; a person whose identity was erased has none.
  public record Line(
      long number,
      Instant at,
      @Nullable UUID actor,
      @Nullable String actorName,
      String act,
      String recordType,
      @Nullable UUID record,
      @Nullable UUID subject,
      @Nullable String subjectName) {}

  /// @param next where the following page begins; null on the last
  public record Part(List<Line> entries, @Nullable Long next) {}

  /// One page of the record; empty for those who may not read it.
  public Optional<Part> page(Viewer viewer, AuditQuery query) {
    if (!mayRead(viewer)) {
      return Optional.empty();
    }
    List<AuditEntry> found = store.find(viewer, query, PAGE + 1);
    List<Line> shown = named(found.stream().limit(PAGE).toList());
    return Optional.of(new Part(shown, found.size() > PAGE ? shown.getLast().number() : null));
  }

  /// Everything that matches, page by page, for a file; taking it along is itself recorded. Only
  /// for those who may read it.
  public void export(Viewer viewer, AuditQuery query, Consumer<Line> each) {
    audit.record(viewer.person(), "audit.exported", AuditPolicy.RECORD, null, null);
    Long before = query.before();
    List<AuditEntry> found;
    do {
      found =
          store.find(
              viewer,
              new AuditQuery(before, query.act(), query.person(), query.from(), query.until()),
              1_000);
      named(found).forEach(each);
      before = found.isEmpty() ? null : Long.valueOf(found.getLast().number());
    } while (before != null);
  }

  /// Who read the person's sensitive records within a year, or tried to.
  public List<Line> readsOf(UUID person) {
    return named(store.readsOf(person, clock.instant().minus(REMEMBERED), MOST_READS));
  }

  /// Whether the viewer may read the record. That somebody asked who may not is itself recorded.
  public boolean mayRead(Viewer viewer) {
    boolean allowed =
        permissions.allows(viewer, AuditPolicy.RECORD, AuditPolicy.READ, AuditPolicy.ALL);
    if (!allowed) {
      audit.denied(viewer, AuditPolicy.RECORD, null, viewer.person());
    }
    return allowed;
  }

  String nameOf(UUID person, String otherwise) {
    return called(Set.of(person)).getOrDefault(person, otherwise);
  }

  private Map<UUID, String> called(Set<UUID> ids) {
    Map<UUID, String> called = new HashMap<>();
    names.stream().forEach(known -> called.putAll(known.of(ids)));
    return called;
  }

  private List<Line> named(List<AuditEntry> entries) {
    Set<UUID> people = new HashSet<>();
    entries.forEach(entry -> {
      people.add(entry.actor());
      people.add(entry.subject());
    });
    people.removeIf(Objects::isNull);
    Map<UUID, String> called = called(people);
    return entries.stream()
        .map(entry ->
            new Line(
                entry.number(),
                entry.at(),
                entry.actor(),
                entry.actor() == null ? null : called.get(entry.actor()),
                entry.act(),
                entry.recordType(),
                entry.record(),
                entry.subject(),
                entry.subject() == null ? null : called.get(entry.subject())))
        .toList();
  }
}
