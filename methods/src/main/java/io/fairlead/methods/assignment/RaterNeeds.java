package io.fairlead.methods.assignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How many raters every reviewee needs.
///
/// @param places by group, each at least 1
/// @param onlyIfNominated groups of these that are asked only of reviewees with somebody nominated
///   in them: not everybody has reports
/// @param total of all groups together, the places of the groups included; 0 for no more than these
public record RaterNeeds(Map<String, Integer> places, Set<String> onlyIfNominated, int total) {
  /// Of one group, and of all.
  public static final int MOST = 1000;

  public RaterNeeds {
    places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    onlyIfNominated = Set.copyOf(onlyIfNominated);
  }

  /// So many from whatever group.
  public static RaterNeeds total(int total) {
    return new RaterNeeds(Map.of(), Set.of(), total);
  }

  /// So many from each group, and no others.
  public static RaterNeeds groups(Map<String, Integer> places) {
    return new RaterNeeds(places, Set.of(), 0);
  }

  /// Why they cannot be used; empty where they can.
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (places.isEmpty() && total == 0) {
      problems.add("a reviewee needs at least one rater");
    }
    places.forEach((group, number) -> {
      if (number < 1 || number > MOST) {
        problems.add("a group has 1 to %d places; %s has %d".formatted(MOST, group, number));
      }
    });
    if (total < 0 || total > MOST) {
      problems.add("the total is at most %d, not %d".formatted(MOST, total));
    }
    if (problems.isEmpty() && total > 0 && total < asked()) {
      problems.add("the total is %d, and the groups need %d together".formatted(total, asked()));
    }
    if (!places.keySet().containsAll(onlyIfNominated)) {
      problems.add("a group that is asked only of some has places too");
    }
    return problems;
  }

  private int asked() {
    return places.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Of a reviewee with nominations in these groups.
  Map<String, Integer> of(Set<String> nominated) {
    Map<String, Integer> asked = new LinkedHashMap<>(places);
    asked.keySet().removeIf(group -> onlyIfNominated.contains(group) && !nominated.contains(group));
    return asked;
  }
}
