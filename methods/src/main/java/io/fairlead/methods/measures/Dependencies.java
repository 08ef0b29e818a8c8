package io.fairlead.methods.measures;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// In which order things that need each other can be had: each after all that it needs. Works for
/// computed measures and for whatever else must not go in circles.
public sealed interface Dependencies<T extends Comparable<T>> {

  /// All of them, each after what it needs; by their own order where that leaves a choice.
  record Ordered<T extends Comparable<T>>(List<T> order) implements Dependencies<T> {
    public Ordered {
      order = List.copyOf(order);
    }
  }

  /// Some need each other: each needs the next, and the last is the first again.
  record Circular<T extends Comparable<T>>(List<T> path) implements Dependencies<T> {
    public Circular {
      path = List.copyOf(path);
    }
  }

  /// @param needs by each thing what it needs; what is only needed needs nothing itself
  static <T extends Comparable<T>> Dependencies<T> of(Map<T, ? extends Collection<T>> needs) {
    SortedMap<T, Set<T>> open = open(needs);
    Map<T, List<T>> neededBy = new HashMap<>();
    open.forEach((thing, needed) ->
        needed.forEach(each -> neededBy.computeIfAbsent(each, _ -> new ArrayList<>()).add(thing)));
    ArrayDeque<T> ready = new ArrayDeque<>();
    open.forEach((thing, needed) -> {
      if (needed.isEmpty()) {
        ready.add(thing);
      }
    });
    List<T> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      T thing = ready.remove();
      open.remove(thing);
      order.add(thing);
      for (T waiting : neededBy.getOrDefault(thing, List.of())) {
        Set<T> left = open.get(waiting);
        if (left != null && left.remove(thing) && left.isEmpty()) {
          ready.add(waiting);
        }
      }
    }
    return open.isEmpty() ? new Ordered<>(order) : new Circular<>(circle(open));
  }

  private static <T extends Comparable<T>> SortedMap<T, Set<T>> open(
      Map<T, ? extends Collection<T>> needs) {
    SortedMap<T, Set<T>> open = new TreeMap<>();
    needs.forEach((thing, needed) -> {
      open.computeIfAbsent(thing, _ -> new TreeSet<>()).addAll(needed);
      needed.forEach(each -> open.computeIfAbsent(each, _ -> new TreeSet<>()));
    });
    return open;
  }

  /// Whatever is left needs something that is left too, so a walk along it comes round.
  private static <T extends Comparable<T>> List<T> circle(SortedMap<T, Set<T>> left) {
    Set<T> walked = new LinkedHashSet<>();
    T here = left.firstKey();
    while (walked.add(here)) {
      here = Objects.requireNonNull(left.get(here)).iterator().next();
    }
    List<T> path = new ArrayList<>(walked);
    path = new ArrayList<>(path.subList(path.indexOf(here), path.size()));
    path.add(here);
    return path;
  }

  /// What each computed measure needs, for [#of].
  static Map<String, Set<String>> ofFormulas(Map<String, Formula> formulas) {
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    formulas.forEach((name, formula) -> needs.put(name, formula.measures()));
    return needs;
  }
}
