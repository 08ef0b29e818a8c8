package io.fairlead.app.framework;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.util.List;

/// The frameworks that a group tries before everybody, for the pages of the framework. The module
/// that keeps them declares one bean.
public interface PilotsShown {

  /// Those that run.
  List<Line> running(Viewer viewer, Words words);

  /// All, the latest first.
  List<Line> all(Viewer viewer, Words words);

  /// A pilot in two sentences, and where more of it stands.
  record Line(String title, String detail, String href) {}
}
