package io.fairlead.methods.scorecard;

import io.fairlead.methods.measures.Dependencies;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which objectives of cards below support which of cards above, through as many cards as there
/// are. Whatever supports by two ways is counted once.
public final class Cascade<T extends Comparable<T>> {
  private final Map<T, Set<T>> supporters;

  /// Whether a cascade could be made.
  public sealed interface Checked<T extends Comparable<T>> {
    record Sound<T extends Comparable<T>>(Cascade<T> cascade) implements Checked<T> {}

    /// Objectives that support each other in a circle: each the next, and the last is the first.
    record Circular<T extends Comparable<T>>(List<T> path) implements Checked<T> {
      public Circular {
        path = List.copyOf(path);
      }
    }
  }

  /// @param supports by each objective those above that it supports
  public static <T extends Comparable<T>> Checked<T> check(
      Map<T, ? extends Collection<T>> supports) {
    return switch (Dependencies.of(supports)) {
      case Dependencies.Circular<T>(List<T> path) -> new Checked.Circular<>(path);
      case Dependencies.Ordered<T> _ -> new Checked.Sound<>(new Cascade<>(supports));
    };
  }

  private Cascade(Map<T, ? extends Collection<T>> supports) {
    Map<T, Set<T>> turned = new LinkedHashMap<>();
    supports.forEach((below, above) ->
        above.forEach(each -> turned.computeIfAbsent(each, _ -> new LinkedHashSet<>()).add(below)));
    this.supporters = turned;
  }

  /// Those that support it directly.
  public SortedSet<T> directly(T objective) {
    return Collections.unmodifiableSortedSet(
        new TreeSet<>(supporters.getOrDefault(objective, Set.of())));
  }

  /// Those that support it directly or through others, each once.
  public SortedSet<T> below(T objective) {
    SortedSet<T> found = new TreeSet<>();
    ArrayDeque<T> open = new ArrayDeque<>(supporters.getOrDefault(objective, Set.of()));
    while (!open.isEmpty()) {
      T next = open.remove();
      if (found.add(next)) {
        open.addAll(supporters.getOrDefault(next, Set.of()));
      }
    }
    return Collections.unmodifiableSortedSet(found);
  }
}
