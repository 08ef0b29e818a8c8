package io.fairlead.methods.assignment;

import io.fairlead.methods.assignment.Assignment.Load;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What an assignment will take of its raters and give to its reviewees.
///
/// @param minutes of those who rate somebody
/// @param groups in the order in which they first appear
public record RoundRehearsal(Minutes minutes, List<Coverage> groups) {
  private static final int RUNS = 1000;

  /// Minutes of a rater.
  ///
  /// @param raters who rate somebody
  /// @param ninth what nine in ten of them do not exceed
  /// @param over the budget, so many of them
  public record Minutes(
      int raters, double mean, double median, double ninth, double most, int over) {}

  /// How many reviewees will have a group that can be shown.
  ///
  /// @param reviewees with somebody assigned in the group
  /// @param expected share of them for whom enough will answer, 0 to 1
  /// @param low what it falls below in one of twenty rounds
  /// @param high what it exceeds in one of twenty rounds
  /// @param withOneMore the expected share if each of them had one rater more in the group
  public record Coverage(
      String group, int reviewees, double expected, double low, double high, double withOneMore) {}

  /// What is taken for granted.
  ///
  /// @param allowed minutes of a rater
  /// @param response the share of raters who answer, 0 to 1; somebody who does answers about all
  ///   their reviewees, who does not about none
  /// @param threshold answers that a group needs to be shown
  public record Assumptions(RatingEffort effort, double allowed, double response, int threshold) {
    /// @throws IllegalArgumentException for a share outside 0 to 1, a threshold below 1 or minutes
    ///   below 0
    public Assumptions {
      if (!(response >= 0 && response <= 1) || threshold < 1 || !(allowed >= 0)) {
        throw new IllegalArgumentException(
            "a response is 0 to 1, a threshold at least 1, allowed minutes 0 or more");
      }
    }
  }

  public RoundRehearsal {
    groups = List.copyOf(groups);
  }

  /// @param seed of the thousand made-up rounds from which the spread is read; the expected share
  ///   is exact and needs none
  public static RoundRehearsal of(Assignment assignment, Assumptions given, long seed) {
    Map<String, Map<String, List<String>>> groups = new LinkedHashMap<>();
    for (Nomination pair : assignment.pairs()) {
      groups
          .computeIfAbsent(pair.group(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(pair.reviewee(), _ -> new ArrayList<>())
          .add(pair.rater());
    }
    List<String> raters =
        assignment.loads().stream().filter(it -> it.reviewees() > 0).map(Load::rater).toList();
    List<Coverage> coverage = new ArrayList<>();
    groups.forEach((group, reviewees) ->
        coverage.add(
            coverage(group, List.copyOf(reviewees.values()), raters, given, new Random(seed))));
    return new RoundRehearsal(minutes(assignment.loads(), given), coverage);
  }

  private static Minutes minutes(List<Load> loads, Assumptions given) {
    double[] minutes =
        loads.stream()
            .filter(it -> it.reviewees() > 0)
            .mapToDouble(it -> given.effort().minutes(it.reviewees()))
            .sorted()
            .toArray();
    if (minutes.length == 0) {
      return new Minutes(0, 0, 0, 0, 0, 0);
    }
    return new Minutes(
        minutes.length,
        Arrays.stream(minutes).average().orElseThrow(),
        quantile(minutes, 0.5),
        quantile(minutes, 0.9),
        quantile(minutes, 1),
        (int) Arrays.stream(minutes).filter(it -> it > given.allowed() + 1e-9).count());
  }

  /// The least value that this share of all does not exceed.
  private static double quantile(double[] sorted, double share) {
    int at = (int) Math.ceil(share * sorted.length - 1e-9) - 1;
    return sorted[Math.clamp(at, 0, sorted.length - 1)];
  }

  private static Coverage coverage(
      String group,
      List<List<String>> reviewees,
      List<String> raters,
      Assumptions given,
      Random random) {
    double expected = 0;
    double more = 0;
    for (List<String> invited : reviewees) {
      expected += opens(invited.size(), given.response(), given.threshold());
      more += opens(invited.size() + 1, given.response(), given.threshold());
    }
    double[] shares = simulated(reviewees, raters, given, random);
    return new Coverage(
        group,
        reviewees.size(),
        expected / reviewees.size(),
        quantile(shares, 0.05),
        quantile(shares, 0.95),
        more / reviewees.size());
  }

  private static double[] simulated(
      List<List<String>> reviewees, List<String> raters, Assumptions given, Random random) {
    Map<String, Integer> places = new LinkedHashMap<>();
    raters.forEach(rater -> places.put(rater, places.size()));
    List<int[]> invited =
        reviewees.stream().map(each -> each.stream().mapToInt(places::get).toArray()).toList();
    double[] shares = new double[RUNS];
    boolean[] answers = new boolean[raters.size()];
    for (int run = 0; run < RUNS; run++) {
      for (int rater = 0; rater < answers.length; rater++) {
        answers[rater] = random.nextDouble() < given.response();
      }
      int open = 0;
      for (int[] each : invited) {
        int answered = 0;
        for (int rater : each) {
          answered += answers[rater] ? 1 : 0;
        }
        open += answered >= given.threshold() ? 1 : 0;
      }
      shares[run] = (double) open / invited.size();
    }
    Arrays.sort(shares);
    return shares;
  }

  /// The probability that at least k of n answer who answer independently: 1 less the sum over i <
  /// k of C(n, i) pⁱ (1 − p)ⁿ⁻ⁱ. Six invited at 70 % give four answers with .744, seven with .874:
  /// so much one more rater buys.
  ///
  /// @param share p, 0 to 1
  public static double opens(int invited, double share, int threshold) {
    if (invited < threshold) {
      return 0;
    }
    double[] answered = new double[invited + 1];
    answered[0] = 1;
    for (int rater = 1; rater <= invited; rater++) {
      for (int number = rater; number > 0; number--) {
        answered[number] = answered[number] * (1 - share) + answered[number - 1] * share;
      }
      answered[0] *= 1 - share;
    }
    double opens = 0;
    for (int number = invited; number >= threshold; number--) {
      opens += answered[number];
    }
    return Math.min(1, opens);
  }
}
