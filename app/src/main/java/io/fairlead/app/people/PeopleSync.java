package io.fairlead.app.people;

import io.fairlead.app.people.ImportRun.Absent;
import io.fairlead.app.people.PeopleImport.Upload;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Brings people in every night from a file that another system writes, while nobody looks: one
/// step that checks and applies, or changes nothing and says why. Sending a file twice changes
/// nothing. A sync is an import like others: listed with them, and undone like them.
@Service
public class PeopleSync {
  private final PeopleImport imports;
  private final SyncStore store;
  private final OrganisationDate date;

  PeopleSync(PeopleImport imports, SyncStore store, OrganisationDate date) {
    this.imports = imports;
    this.store = store;
    this.date = date;
  }

  /// Reads the file and begins to apply it. A file that is cut off, empty, much shorter than the
  /// last one or older than it is refused before anything is compared.
  ///
  /// @return the run's id
  public Outcome<UUID> begin(Viewer viewer, SyncFile file) {
    if (!imports.mayImport(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return SyncGuard.fit(file, date.today(), store.newest().orElse(null), store)
        .then(fit -> begin(viewer, file, fit));
  }

  private Outcome<UUID> begin(Viewer viewer, SyncFile file, SyncGuard.Fit fit) {
    Upload upload =
        new Upload(file.content(), file.name(), file.absent(), date.today(), file.mapping());
    return imports.read(
        viewer, upload, (run, rows, absent) -> accept(viewer, file, fit, run, rows, absent));
  }

  private Optional<Reason> accept(
      Viewer viewer, SyncFile file, SyncGuard.Fit fit, UUID run, int rows, Absent absent) {
    Optional<Reason> tooFew = SyncGuard.tooFew(rows, file, absent, store.last());
    if (tooFew.isEmpty()) {
      store.mark(run, fit);
      imports.applyAtOnce(viewer, run, file.park(), file.allowLeaving());
    }
    return tooFew;
  }
}
