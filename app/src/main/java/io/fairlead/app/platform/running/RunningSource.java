package io.fairlead.app.platform.running;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.util.List;

/// A module's part of the board of what is in progress. Each answer costs a few statements, however
/// much there is, and says counts and never who.
public interface RunningSource {
  /// What is in progress, in the order in which it matters; nothing of what the viewer has no
  /// business in.
  List<Running> running(Viewer viewer, Words words);
}
