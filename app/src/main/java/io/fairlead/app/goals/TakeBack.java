package io.fairlead.app.goals;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.undo.Undo;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Keeps what is needed to take a change of an objective back, for a day, or until somebody built
/// on it.
@Component
class TakeBack {
  private final Undo undo;
  private final ObjectiveStore store;

  TakeBack(Undo undo, ObjectiveStore store) {
    this.undo = undo;
    this.store = store;
  }

  void dropped(Viewer writer, Objective before) {
    undo.keep(
        DroppedUndo.KIND, before.id(), writer, before.version() + 1 + "\n" + before.state().code());
  }

  /// @param version that the change made
  void changed(Viewer writer, Objective before, long version) {
    undo.keep(ChangedUndo.KIND, before.id(), writer, version + "\n" + store.written(before.plan()));
  }

  /// Nothing that was done to the objective before can be taken back any more.
  void builtOn(UUID objective) {
    undo.forget(DroppedUndo.KIND, objective);
    undo.forget(ChangedUndo.KIND, objective);
  }

  /// What takes the viewer's last change of the objective back, if something does.
  Optional<UUID> last(Viewer viewer, UUID objective) {
    return undo.last(viewer, objective);
  }
}
