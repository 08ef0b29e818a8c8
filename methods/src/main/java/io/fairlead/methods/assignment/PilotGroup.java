package io.fairlead.methods.assignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whom a first, small round is about: people of as many parts of the organisation as there are,
/// for whom groups of raters are likely to be large enough to be shown. A pilot in which half of
/// the reports stay empty says nothing about the questions.
///
/// A candidate is worth the share of the wanted groups that are expected to open for them
/// ([RoundRehearsal#opens]). Of one part the best counts whole, the second best half, the third a
/// third. The group is the best there is by the sum of that: what somebody adds depends on their
/// part alone, so that taking the largest additions one after the other is optimal.
///
/// @param chosen in the order in which they were taken
/// @param coverage mean share of the wanted groups that are expected to open; 0 of nobody
/// @param parts how many parts they come from
public record PilotGroup(List<String> chosen, double coverage, int parts) {
  public PilotGroup {
    chosen = List.copyOf(chosen);
  }

  /// Somebody who could be among them.
  ///
  /// @param part of the organisation: the unit
  /// @param raters who could be asked, by group; a group that is not there does not apply to them,
  ///   as reports to somebody who leads nobody
  public record Candidate(String id, String part, Map<String, Integer> raters) {
    public Candidate {
      raters = Map.copyOf(raters);
    }
  }

  private record Addition(Candidate candidate, double worth, double adds) {}

  /// @param places how many raters the round wants in each group; who could be asked beyond that is
  ///   not
  /// @param share of those asked who answer, 0 to 1
  /// @param threshold answers that a group needs to be shown
  /// @param size at most so many; fewer where there are fewer candidates
  /// @throws IllegalArgumentException for a size below 1, a share outside 0 to 1, or a threshold
  ///   below 1
  public static PilotGroup of(
      Collection<Candidate> candidates,
      Map<String, Integer> places,
      double share,
      int threshold,
      int size) {
    if (size < 1 || !(share >= 0 && share <= 1) || threshold < 1) {
      throw new IllegalArgumentException(
          "a size is at least 1, a share 0 to 1, a threshold at least 1");
    }
    Map<String, List<Addition>> parts = new HashMap<>();
    candidates.stream()
        .map(each -> {
          double worth = worth(each, places, share, threshold);
          return new Addition(each, worth, worth);
        })
        .sorted(best(Addition::worth))
        .forEach(each -> {
          List<Addition> part =
              parts.computeIfAbsent(each.candidate().part(), _ -> new ArrayList<>());
          part.add(new Addition(each.candidate(), each.worth(), each.worth() / (part.size() + 1)));
        });
    List<Addition> taken =
        parts.values().stream()
            .flatMap(List::stream)
            .sorted(best(Addition::adds))
            .limit(size)
            .toList();
    return new PilotGroup(
        taken.stream().map(each -> each.candidate().id()).toList(),
        taken.stream().mapToDouble(Addition::worth).average().orElse(0),
        Math.toIntExact(taken.stream().map(each -> each.candidate().part()).distinct().count()));
  }

  /// The largest first, equals by their ids.
  private static Comparator<Addition> best(java.util.function.ToDoubleFunction<Addition> by) {
    return Comparator.comparingDouble(by).reversed().thenComparing(each -> each.candidate().id());
  }

  private static double worth(
      Candidate candidate, Map<String, Integer> places, double share, int threshold) {
    return places.entrySet().stream()
        .filter(group -> group.getValue() > 0 && candidate.raters().containsKey(group.getKey()))
        .mapToDouble(group ->
            RoundRehearsal.opens(
                Math.min(group.getValue(), candidate.raters().getOrDefault(group.getKey(), 0)),
                share,
                threshold))
        .average()
        .orElse(0);
  }
}
