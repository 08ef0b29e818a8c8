package io.fairlead.methods.disclosure.attack;

import io.fairlead.methods.disclosure.BlockRule;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The hard attacker on one block of the rule, for blocks of any size: every value that the rule
/// can publish for the block's counts, every sum of what c colluders gave. Blocks share no rater,
/// and their values no answer, so what holds for each block holds for all of a report; that is why
/// sums are enough and no solver is needed. Answers are never looked at, only counts.
///
/// Sums are counted in parts of one item: a member's score is the sum of `items` answers.
public final class BlockAttack {
  private final Scale scale;
  private final int width;
  private final int colluders;
  private final BlockRule rule;
  private final int items;
  private final int members;

  /// Ways to each sum of so many members, from the least sum on, scaled so that they stay finite.
  private final List<double[]> ways = new ArrayList<>();

  /// @param items that each member answered; 1 where items are published
  /// @param members who count, n′
  public BlockAttack(ReleasePolicy policy, int items, int members) {
    scale = policy.scale();
    width = policy.width();
    colluders = policy.colluders();
    rule = new BlockRule(policy);
    this.items = items;
    this.members = members;
    double[] none = {1};
    ways.add(none);
    for (int member = 0; member < members; member++) {
      ways.add(member(ways.getLast()));
    }
  }

  private double[] member(double[] others) {
    double[] all = others;
    double points = scale.span() + 1.0;
    for (int item = 0; item < items; item++) {
      double[] more = new double[all.length + scale.span()];
      for (int sum = 0; sum < all.length; sum++) {
        for (int step = 0; step <= scale.span(); step++) {
          more[sum + step] += all[sum] / points;
        }
      }
      all = more;
    }
    return all;
  }

  /// What is found over all that can be published. A score that is narrower than w, or an answer of
  /// which no w + 1 neighbouring points stay possible, is a violation.
  public List<Violation> violations() {
    List<Violation> found = new ArrayList<>();
    outputs().forEach((output, sums) -> found.addAll(violations(output, sums)));
    return found;
  }

  /// What is found in one published value, by whoever knows the rule; or, where the rule never
  /// publishes it, by whoever takes it as it is written. Empty where complete answers cannot lead
  /// to it.
  public List<Violation> violations(BlockRule.Told published) {
    Sums sums = outputs().get(published);
    return sums == null
        ? written(published).map(it -> violations(published, it)).orElse(List.of())
        : violations(published, sums);
  }

  private List<Violation> violations(BlockRule.Told output, Sums sums) {
    List<Violation> found = new ArrayList<>();
    if (colluders >= members) {
      return found;
    }
    Cumulated others = new Cumulated(ways.get(members - colluders - 1));
    int most = items * scale.span() * colluders;
    for (int known = 0; known <= most; known++) {
      feasible(others, sums, known)
          .ifPresent(scores -> check(output, scores).ifPresent(found::add));
    }
    return found;
  }

  private Optional<Sums> written(BlockRule.Told published) {
    @Nullable Sums sums = null;
    for (int sum = 0; sum <= scale.span() * items * members; sum++) {
      BigDecimal mean =
          BigDecimal.valueOf(sum)
              .divide(BigDecimal.valueOf((long) items * members), 9, RoundingMode.HALF_UP)
              .add(BigDecimal.valueOf(scale.low()));
      boolean isSo =
          switch (published.bound()) {
            case EXACT -> mean.setScale(1, RoundingMode.HALF_UP).compareTo(published.mean()) == 0;
            case AT_LEAST -> mean.compareTo(published.mean()) >= 0;
            case AT_MOST -> mean.compareTo(published.mean()) <= 0;
          };
      if (isSo) {
        sums = sums == null ? new Sums(sum, sum) : sums.with(sum);
      }
    }
    return Optional.ofNullable(sums);
  }

  private Optional<Violation> check(BlockRule.Told output, Feasible scores) {
    String where =
        "%d of %d items, %s %s"
            .formatted(members, items, output.bound().sign(), output.mean().toPlainString());
    Optional<Violation> narrow =
        items == 1 ? scores.ofRatings(where, width) : scores.ofScores(where, width * items);
    return narrow.isPresent() ? narrow : answers(scores).ofRatings(where + ", one item", width);
  }

  /// The least and the most sum, from 0 on, that are published alike.
  private record Sums(int low, int high) {
    Sums with(int sum) {
      return new Sums(Math.min(low, sum), Math.max(high, sum));
    }
  }

  /// Ways to all sums between two, from the nearer end, so that rare sums keep their digits.
  private static final class Cumulated {
    private final double[] fromBelow;
    private final double[] fromAbove;

    Cumulated(double[] ways) {
      int count = ways.length;
      fromBelow = new double[count + 1];
      fromAbove = new double[count + 1];
      for (int at = 0; at < count; at++) {
        fromBelow[at + 1] = fromBelow[at] + ways[at];
        fromAbove[count - at - 1] = fromAbove[count - at] + ways[count - at - 1];
      }
    }

    double between(int low, int high) {
      int count = fromBelow.length - 1;
      int from = Math.max(0, low);
      int to = Math.min(count - 1, high);
      if (from > to) {
        return 0;
      }
      return from + to < count
          ? fromBelow[to + 1] - fromBelow[from]
          : fromAbove[from] - fromAbove[to + 1];
    }
  }

  private Map<BlockRule.Told, Sums> outputs() {
    Map<BlockRule.Told, Sums> outputs = new HashMap<>();
    int span = scale.span() * items * members;
    for (int sum = 0; sum <= span; sum++) {
      int at = sum;
      rule.told(sum + (long) scale.low() * items * members, items, members)
          .ifPresent(told -> outputs.merge(told, new Sums(at, at), (before, _) -> before.with(at)));
    }
    return outputs;
  }

  /// Scores that a member who does not collude may have, in parts from 0 on; empty if colluders
  /// cannot have given that.
  private Optional<Feasible> feasible(Cumulated others, Sums sums, int known) {
    double[] one = ways.get(1);
    Map<Integer, Double> weights = new TreeMap<>();
    double all = 0;
    for (int score = 0; score < one.length; score++) {
      double weight = others.between(sums.low() - known - score, sums.high() - known - score);
      weights.put(score, weight * one[score]);
      all += weight;
    }
    return all > 0 ? Optional.of(Feasible.of(weights)) : Optional.empty();
  }

  /// What a member may have answered to one item.
  private Feasible answers(Feasible scores) {
    Map<Integer, Double> weights = new TreeMap<>();
    double[] rest = {1};
    for (int item = 1; item < items; item++) {
      double[] more = new double[rest.length + scale.span()];
      for (int sum = 0; sum < rest.length; sum++) {
        for (int step = 0; step <= scale.span(); step++) {
          more[sum + step] += rest[sum];
        }
      }
      rest = more;
    }
    double[] one = ways.get(1);
    double points = Math.pow(scale.span() + 1.0, items);
    for (int answer = 0; answer <= scale.span(); answer++) {
      double weight = 0;
      for (Map.Entry<Integer, Double> score : scores.probabilities().entrySet()) {
        int others = score.getKey() - answer;
        if (others >= 0 && others < rest.length) {
          weight += score.getValue() * rest[others] / (one[score.getKey()] * points);
        }
      }
      weights.put(answer, weight);
    }
    return Feasible.of(weights);
  }
}
