package io.fairlead.app.people;

import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.search.Searchable;
import io.fairlead.app.platform.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// People by their name, title, unit or team; those whose name begins with what was typed first.
@Component
class PeopleSearch implements Searchable {
  private final People people;

  PeopleSearch(People people) {
    this.people = people;
  }

  @Override
  public int order() {
    return 1;
  }

  @Override
  public List<Hit> search(Viewer viewer, Words words, String query, int most) {
    PeopleQuery matching =
        PeopleQuery.everybody().matching(query).page(null, PeopleQuery.LARGEST_PAGE);
    return switch (people.list(viewer, matching)) {
      case Done<PeopleList>(PeopleList found) ->
          found.people().stream()
              .sorted(Comparator.comparingInt(entry -> rank(entry, query)))
              .limit(most)
              .map(
                  entry -> new Hit(entry.name(), detail(entry), "/people/" + entry.id().toString()))
              .toList();
      case Refused<PeopleList> _ -> List.of();
    };
  }

  private static int rank(PersonEntry entry, String query) {
    String name = entry.name().toLowerCase(Locale.ROOT);
    String sought = query.toLowerCase(Locale.ROOT);
    return name.startsWith(sought)
        ? 0
        : name.contains(" " + sought) ? 1 : name.contains(sought) ? 2 : 3;
  }

  private static String detail(PersonEntry entry) {
    return Stream.of(entry.title(), entry.unit() == null ? "" : entry.unit().name())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
