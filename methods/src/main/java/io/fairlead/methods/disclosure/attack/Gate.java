package io.fairlead.methods.disclosure.attack;

import io.fairlead.methods.disclosure.Partition;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.disclosure.SubjectAnswers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Runs the attacker over everything that may be published for some counts, before launch and again
/// before release. It sees no answer, so its verdict cannot tell one; if it finds something, the
/// rule is at fault and the round is stopped as a whole.
public final class Gate {
  /// Blocks beyond which nothing new can happen: the margin no longer shrinks, and every member is
  /// one among more.
  private static final int LARGEST = 60;

  private final ReleasePolicy policy;
  private final Map<Counts, List<Violation>> known = new ConcurrentHashMap<>();

  public Gate(ReleasePolicy policy) {
    this.policy = policy;
  }

  private record Counts(int items, int members) {}

  /// What is found for a reviewee, of whose answers only the counts are looked at.
  public List<Violation> violations(SubjectAnswers answers) {
    Map<String, Integer> responders = new HashMap<>();
    answers.responders().forEach(it -> responders.merge(it.group(), 1, Integer::sum));
    Set<Integer> lengths = new LinkedHashSet<>();
    answers.items().values().forEach(items -> lengths.add(items.size()));
    return violations(responders, lengths);
  }

  /// What is found for counts.
  ///
  /// @param responders by group
  /// @param items of each competency
  public List<Violation> violations(Map<String, Integer> responders, Set<Integer> items) {
    Set<Integer> lengths = new LinkedHashSet<>();
    switch (policy.unit()) {
      case COMPETENCY ->
          items.stream().filter(count -> count >= ReleaseUnit.LEAST_ITEMS).forEach(lengths::add);
      case ITEM -> lengths.add(1);
    }
    List<Violation> found = new ArrayList<>();
    for (List<String> block : Partition.of(responders, policy.groups(), policy.numeric())) {
      int size = block.stream().mapToInt(group -> responders.getOrDefault(group, 0)).sum();
      for (int counted = policy.numeric(); counted <= Math.min(size, LARGEST); counted++) {
        for (int length : lengths) {
          found.addAll(
              known.computeIfAbsent(
                  new Counts(length, counted),
                  counts ->
                      new BlockAttack(policy, counts.items(), counts.members()).violations()));
        }
      }
    }
    return found;
  }
}
