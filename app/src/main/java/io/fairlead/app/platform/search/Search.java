package io.fairlead.app.platform.search;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.search.Searchable.Hit;
import io.fairlead.app.platform.web.Limits;
import io.fairlead.app.platform.words.Words;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/// Finding by name: one statement a module that has something to find.
@Component
class Search {
  private static final int LONGEST = 100;

  private final List<Searchable> sources;

  Search(List<Searchable> sources) {
    this.sources = sources.stream().sorted(Comparator.comparingInt(Searchable::order)).toList();
  }

  /// What is looked for: trimmed, and no longer than names are.
  static String query(String asked) {
    String query = asked.strip();
    return query.length() > LONGEST ? query.substring(0, LONGEST) : query;
  }

  /// What the viewer may see of it, best first; nothing for an empty query.
  List<Hit> hits(Viewer viewer, Words words, String query) {
    return query.isEmpty()
        ? List.of()
        : sources.stream()
            .filter(words::uses)
            .flatMap(source -> source.search(viewer, words, query, Limits.FOUND / 2).stream())
            .limit(Limits.FOUND)
            .toList();
  }
}
