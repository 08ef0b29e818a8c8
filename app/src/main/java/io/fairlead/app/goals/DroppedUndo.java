package io.fairlead.app.goals;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.undo.Undo;
import io.fairlead.app.platform.undo.Undoable;
import io.fairlead.app.platform.web.Pages;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Takes the dropping of an objective back: it stands again where it stood.
@Component
class DroppedUndo implements Undoable {
  static final String KIND = "goals.objective-dropped";

  private final ObjectiveStore store;
  private final RollUps rollUps;
  private final Audit audit;
  private final Pages pages;
  private final Clock clock;

  DroppedUndo(ObjectiveStore store, RollUps rollUps, Audit audit, Pages pages, Clock clock) {
    this.store = store;
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
        .map(now -> {
          if (now.version() != Long.parseLong(kept[0])) {
            return Outcome.<Undone>refused(Undo.BUILT_ON);
          }
          ObjectiveState before = ObjectiveState.of(kept[1]);
          store.become(id, before, viewer.person(), clock.instant(), "");
          rollUps.dueFor(List.of(id));
          audit.record(
              viewer.person(), "objective.drop-undone", "objective", id, now.plan().accountable());
          return Outcome.done(
              new Undone(
                  pages.words().text("goals.undone.dropped", before.code()), "/goals/" + id));
        })
        .orElseGet(() -> Outcome.refused(Reason.notFound()));
  }
}
