package io.fairlead.app.goals;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.undo.Undo;
import io.fairlead.app.platform.undo.Undoable;
import io.fairlead.app.platform.web.Pages;
import java.time.Clock;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Takes an edit of a published objective back: it is worded as before, and both wordings stay in
/// its history.
@Component
class ChangedUndo implements Undoable {
  static final String KIND = "goals.objective-changed";

  private final ObjectiveStore store;
  private final Tracks tracks;
  private final RollUps rollUps;
  private final Audit audit;
  private final Pages pages;
  private final Clock clock;

  ChangedUndo(
      ObjectiveStore store, Tracks tracks, RollUps rollUps, Audit audit, Pages pages, Clock clock) {
    this.store = store;
    this.tracks = tracks;
    this.rollUps = rollUps;
    this.audit = audit;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Outcome<Undone> undo(Viewer viewer, UUID id, String payload) {
    String[] kept = payload.split("\n", 2);
    store.lock(id);
    return store
        .find(viewer, id)
        .filter(Objective::mayChange)
        .map(now ->
            now.version() == Long.parseLong(kept[0])
                ? back(viewer, now, store.written(kept[1]))
                : Outcome.<Undone>refused(Undo.BUILT_ON))
        .orElseGet(() -> Outcome.refused(Reason.notFound()));
  }

  private Outcome<Undone> back(Viewer viewer, Objective now, ObjectivePlan before) {
    Set<UUID> gone = new HashSet<>(now.plan().partIds());
    gone.removeAll(before.partIds());
    if (!Collections.disjoint(gone, store.withHistory(now.id()))) {
      return Outcome.refused(Undo.BUILT_ON);
    }
    store.update(now.id(), before, viewer.person(), clock.instant());
    tracks.rebuild(before.keyResultIds());
    rollUps.dueFor(List.of(now.id()));
    audit.record(
        viewer.person(), "objective.change-undone", "objective", now.id(), before.accountable());
    return Outcome.done(
        new Undone(pages.words().text("goals.undone.changed"), "/goals/" + now.id()));
  }
}
