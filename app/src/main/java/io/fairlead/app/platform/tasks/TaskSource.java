package io.fairlead.app.platform.tasks;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.util.List;

/// A module's part of Home. Each answer costs one statement, however many people and things there
/// are.
public interface TaskSource {
  /// What waits for the viewer.
  List<Task> own(Viewer viewer, Words words);

  /// What waits in the viewer's direct team, as far as the viewer may know; empty without one.
  List<Task> team(Viewer viewer, Words words);
}
