package io.fairlead.app.growth;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.util.List;

/// What others said of somebody, where they find what they work on. Whoever keeps reports gives it;
/// growth itself knows none.
public interface OwnReports {
  /// The viewer's own, the latest first.
  List<OwnReport> of(Viewer viewer, Words words);

  /// @param name of the round it is from
  /// @param when it was published, or opens, in words
  /// @param path of its page
  record OwnReport(String name, String when, String path) {}
}
