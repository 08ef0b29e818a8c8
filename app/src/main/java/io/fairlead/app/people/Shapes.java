package io.fairlead.app.people;

import static io.fairlead.app.people.PeoplePolicy.ORGANISATION;
import static io.fairlead.app.people.PeoplePolicy.READ;
import static io.fairlead.app.people.PeoplePolicy.SHAPE;

import io.fairlead.app.people.Shape.Listed;
import io.fairlead.app.people.ShapeStore.Part;
import io.fairlead.app.people.ShapeStore.Post;
import io.fairlead.app.platform.Viewer;
import io.fairlead.methods.organisation.OrganisationShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The shape of the organisation as it is, and as it would be after an import: layers, spans, units
/// of one, and reporting lines that lead nowhere.
@Service
public class Shapes {
  private static final int SHOWN = 50;

  private final ShapeStore store;
  private final PeopleStore people;
  private final PeopleImport imports;
  private final OrganisationDate date;

  Shapes(ShapeStore store, PeopleStore people, PeopleImport imports, OrganisationDate date) {
    this.store = store;
    this.people = people;
    this.imports = imports;
    this.date = date;
  }

  public boolean mayRead(Viewer viewer) {
    return people.may(viewer, ORGANISATION, READ, SHAPE);
  }

  /// Today's shape; empty for who may not see it.
  public Optional<Shape> today(Viewer viewer) {
    return mayRead(viewer) ? Optional.of(shape(store.posts(date.today()), null)) : Optional.empty();
  }

  /// The shape after a checked import; empty when it is not there, not the viewer's to see, or not
  /// waiting to be applied.
  public Optional<Shape> after(Viewer viewer, UUID run) {
    return imports
        .find(viewer, run)
        .filter(found -> found.state() == ImportRun.State.READY)
        .map(found -> shape(store.postsAfter(found), run));
  }

  private Shape shape(List<Post> posts, @Nullable UUID run) {
    Numbers<UUID> persons = new Numbers<>();
    Map<UUID, Post> leaving = new HashMap<>();
    for (Post post : posts) {
      if (post.leaves()) {
        leaving.put(post.person(), post);
      } else {
        persons.add(post.person());
      }
    }
    Numbers<UUID> units = new Numbers<>();
    List<Part> parts = store.units();
    parts.forEach(part -> units.add(part.unit()));
    List<Post> here = posts.stream().filter(post -> !post.leaves()).toList();
    OrganisationShape shape =
        OrganisationShape.of(
            here.stream().mapToInt(post -> persons.of(stays(post.manager(), leaving))).toArray(),
            here.stream().mapToInt(post -> units.of(post.unit())).toArray(),
            parts.stream().mapToInt(part -> units.of(part.above())).toArray());
    return named(shape, persons, units, run);
  }

  /// The next one above who stays, as an import hands people up.
  private static @Nullable UUID stays(@Nullable UUID manager, Map<UUID, Post> leaving) {
    UUID at = manager;
    Set<UUID> seen = new LinkedHashSet<>();
    while (at != null && leaving.containsKey(at) && seen.add(at)) {
      at = leaving.get(at).manager();
    }
    return at;
  }

  private Shape named(
      OrganisationShape shape, Numbers<UUID> persons, Numbers<UUID> units, @Nullable UUID run) {
    Set<Integer> shown = new LinkedHashSet<>(shape.tops());
    first(shape.wideSpans()).forEach(span -> shown.add(span.leader()));
    shown.addAll(first(shape.spansOfOne()));
    shown.addAll(first(shape.alone()));
    first(shape.circles()).forEach(circle -> shown.addAll(first(circle)));
    List<UUID> shownUnits = first(shape.unitsOfOne()).stream().map(units::at).toList();
    Map<UUID, String> names =
        store.names(shown.stream().map(persons::at).toList(), shownUnits, run);
    Function<Integer, PersonName> person =
        number -> new PersonName(persons.at(number), names.getOrDefault(persons.at(number), "–"));
    return new Shape(
        shape.people(),
        shape.layers(),
        shape.tops().stream().map(person).toList(),
        shape.leaders(),
        shape.medianSpan(),
        listed(
            shape.wideSpans(), span -> new Shape.Span(person.apply(span.leader()), span.reports())),
        listed(shape.spansOfOne(), person),
        listed(shape.alone(), person),
        listed(shape.circles(), circle -> first(circle).stream().map(person).toList()),
        listed(
            shape.unitsOfOne(),
            unit -> new UnitName(units.at(unit), names.getOrDefault(units.at(unit), "–"))));
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(SHOWN, all.size()));
  }

  private static <T, R> Listed<R> listed(List<T> all, Function<T, R> named) {
    return new Listed<>(all.size(), first(all).stream().map(named).toList());
  }

  /// Ids by the order in which they came.
  private static final class Numbers<T> {
    private final List<T> ids = new ArrayList<>();
    private final Map<T, Integer> numbers = new HashMap<>();

    void add(T id) {
      if (numbers.putIfAbsent(id, ids.size()) == null) {
        ids.add(id);
      }
    }

    int of(@Nullable T id) {
      return id == null ? OrganisationShape.NONE : numbers.getOrDefault(id, OrganisationShape.NONE);
    }

    T at(int number) {
      return ids.get(number);
    }
  }
}
