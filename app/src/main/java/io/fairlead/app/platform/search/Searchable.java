package io.fairlead.app.platform.search;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.util.List;

/// What a module lets people find. One statement, limited, with the viewer's access in its
/// condition.
public interface Searchable {
  /// Where its hits stand among those of other modules; smaller is first.
  int order();

  /// The best hits, best first: names that begin with the query before names that contain it.
  ///
  /// @param query at least one character, trimmed; a store escapes `%` and `_`
  List<Hit> search(Viewer viewer, Words words, String query, int most);

  /// @param name what it is called
  /// @param detail what kind of thing, in few words: `Engineer, Activation`
  record Hit(String name, String detail, String href) {}
}
