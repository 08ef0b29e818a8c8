package io.fairlead.app.rights;

import static io.fairlead.app.rights.RightsPolicy.ALL;
import static io.fairlead.app.rights.RightsPolicy.PERSONAL_DATA;
import static io.fairlead.app.rights.RightsPolicy.READ;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.personal.PersonalRecord;
import io.fairlead.app.platform.policy.Permissions;
import io.fairlead.app.rights.PersonalStore.Named;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Everything the product holds about one person, for them to take along. Nothing of it is stored:
/// it is read and written in one go, as it stands at one moment.
@Service
public class Exports {
  private final PersonalStore store;
  private final ExportFile files;
  private final Permissions permissions;
  private final Audit audit;
  private final TransactionTemplate oneMoment;
  private final Clock clock;

  Exports(
      PersonalStore store,
      ExportFile files,
      Permissions permissions,
      Audit audit,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.files = files;
    this.permissions = permissions;
    this.audit = audit;
    this.oneMoment = new TransactionTemplate(transactions);
    this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.oneMoment.setReadOnly(true);
    this.clock = clock;
  }

  /// How much is held of what.
  ///
  /// @param goes whether erasing takes it away
  public record Held(String code, long many, boolean goes) {}

  /// What is held about one person.
  public record Holding(UUID person, String name, List<Held> records) {}

  /// Empty for who may not ask, and of whom nothing but ids is left.
  public Optional<Holding> holding(Viewer viewer, UUID person) {
    return asked(viewer, person)
        .map(named ->
            new Holding(person, named.name(), held(store.counts(person, viewer.person()))));
  }

  private List<Held> held(Map<String, Long> counts) {
    return store.records().stream()
        .map(each -> new Held(each.code(), counts.getOrDefault(each.code(), 0L), each.goes()))
        .toList();
  }

  private Optional<Named> asked(Viewer viewer, UUID person) {
    if (!permissions.allows(viewer, PERSONAL_DATA, READ, ALL, person)) {
      audit.denied(viewer, PERSONAL_DATA, person, person);
      return Optional.empty();
    }
    return store.named(person);
  }

  /// An export that may be written.
  public final class Ready {
    private final UUID person;
    private final UUID reader;
    private final Named named;

    private Ready(UUID person, UUID reader, Named named) {
      this.person = person;
      this.reader = reader;
      this.named = named;
    }

    /// Writes the ZIP.
    public void write(OutputStream out) {
      oneMoment.executeWithoutResult(_ -> {
        Map<String, Long> counts = store.counts(person, reader);
        List<PersonalRecord> kinds =
            store.records().stream()
                .filter(kind -> counts.getOrDefault(kind.code(), 0L) > 0)
                .toList();
        try {
          files.write(
              out,
              person,
              named.name(),
              clock.instant(),
              kinds,
              counts,
              store.parameters(person, reader));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }

  /// Records that it is taken along, which its subject can see. Empty as for `holding`.
  public Optional<Ready> take(Viewer viewer, UUID person) {
    Optional<Named> named = asked(viewer, person);
    named.ifPresent(_ ->
        audit.record(viewer.person(), "personal-data.exported", PERSONAL_DATA, person, person));
    return named.map(who -> new Ready(person, viewer.person(), who));
  }
}
