package io.fairlead.methods.disclosure.attack;

import io.fairlead.methods.disclosure.BlockRule;
import io.fairlead.methods.disclosure.BlockRule.Told;
import io.fairlead.methods.disclosure.Scale;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The hard attacker on one published value who even knows how many items each member left out.
/// Scores of members who left out items lie on other fractions than those of the others, so
/// everything is counted in parts that all of them share.
final class SkippedAttack {
  private final Scale scale;
  private final BlockRule rule;
  private final int parts;

  /// @param items of the competency
  SkippedAttack(Scale scale, BlockRule rule, int items) {
    this.scale = scale;
    this.rule = rule;
    int common = 1;
    for (int answered = (items + 1) / 2; answered <= items; answered++) {
      common = common / divisor(common, answered) * answered;
    }
    parts = common;
  }

  private static int divisor(int one, int other) {
    return other == 0 ? one : divisor(other, one % other);
  }

  int parts() {
    return parts;
  }

  /// Scores that members may have, by how many items they answered; in parts from the scale's low
  /// end on.
  ///
  /// @param published the block's value
  /// @param answered items, of each member who counts and does not collude
  /// @param known parts that colluders gave together, from the low end on
  /// @param counted members who count, colluders included
  Map<Integer, Feasible> scores(Told published, List<Integer> answered, int known, int counted) {
    boolean[] sums = sums(published, counted);
    Map<Integer, Feasible> found = new LinkedHashMap<>();
    for (int each : answered.stream().distinct().toList()) {
      double[] others = {1};
      boolean isLeftOut = false;
      for (int other : answered) {
        if (other == each && !isLeftOut) {
          isLeftOut = true;
        } else {
          others = spread(others, ways(other));
        }
      }
      found.put(each, feasible(sums, ways(each), others, known));
    }
    return found;
  }

  private boolean[] sums(Told published, int counted) {
    boolean[] sums = new boolean[scale.span() * parts * counted + 1];
    for (int sum = 0; sum < sums.length; sum++) {
      sums[sum] =
          rule.told(sum + (long) scale.low() * parts * counted, parts, counted)
              .filter(published::equals)
              .isPresent();
    }
    return sums;
  }

  /// Of one member who answered so many items.
  private double[] ways(int answered) {
    double[] all = {1};
    int step = parts / answered;
    double[] one = new double[scale.span() * step + 1];
    for (int point = 0; point <= scale.span(); point++) {
      one[point * step] = 1 / (scale.span() + 1.0);
    }
    for (int item = 0; item < answered; item++) {
      all = spread(all, one);
    }
    return all;
  }

  private static double[] spread(double[] ways, double[] one) {
    double[] more = new double[ways.length + one.length - 1];
    for (int step = 0; step < one.length; step++) {
      if (one[step] > 0) {
        for (int sum = 0; sum < ways.length; sum++) {
          more[sum + step] += ways[sum] * one[step];
        }
      }
    }
    return more;
  }

  private static Feasible feasible(boolean[] sums, double[] one, double[] others, int known) {
    Map<Integer, Double> weights = new TreeMap<>();
    for (int score = 0; score < one.length; score++) {
      double weight = 0;
      for (int rest = 0; one[score] > 0 && rest < others.length; rest++) {
        if (sums[rest + score + known]) {
          weight += others[rest];
        }
      }
      weights.put(score, weight * one[score]);
    }
    return Feasible.of(weights);
  }

  /// What a member who answered so many items may have answered to one of them.
  Feasible answers(Feasible scores, int answered) {
    double[] rest = {1};
    double[] points = new double[scale.span() + 1];
    Arrays.fill(points, 1);
    for (int item = 1; item < answered; item++) {
      rest = spread(rest, points);
    }
    double[] all = spread(rest, points);
    int step = parts / answered;
    Map<Integer, Double> weights = new TreeMap<>();
    for (int answer = 0; answer <= scale.span(); answer++) {
      double weight = 0;
      for (Map.Entry<Integer, Double> score : scores.probabilities().entrySet()) {
        int sum = score.getKey() / step;
        if (sum >= answer && sum - answer < rest.length) {
          weight += score.getValue() * rest[sum - answer] / all[sum];
        }
      }
      weights.put(answer, weight);
    }
    return Feasible.of(weights);
  }
}
