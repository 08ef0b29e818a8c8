package io.fairlead.methods.disclosure.attack;

import io.fairlead.methods.disclosure.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The hard attacker on whole ratings: which ratings each person may have given, by exact
/// enumeration. People in the same sums cannot be told apart and make one cell; what is enumerated
/// is the sum of each cell, with how many ways lead to it, so that cells may be large. For n people
/// in one sum this takes n · R steps rather than (R + 1)ⁿ.
public final class FeasibleRatings {
  private static final int NONE = Integer.MIN_VALUE;

  private final Scale scale;
  private final List<SumBetween> published;
  private final List<Cell> cells = new ArrayList<>();
  private double vectors;

  /// @param people everybody whose ratings are unknown or known
  /// @param known what colluders gave
  public FeasibleRatings(
      Scale scale, List<String> people, List<SumBetween> published, Map<String, Integer> known) {
    this.scale = scale;
    this.published = List.copyOf(published);
    Map<List<Object>, Cell> byMembership = new LinkedHashMap<>();
    for (String person : people) {
      BitSet membership = membership(person);
      Integer value = known.get(person);
      List<Object> key = value == null ? List.of(membership) : List.of(membership, person);
      byMembership
          .computeIfAbsent(key, _ -> new Cell(membership, value == null ? NONE : value))
          .people
          .add(person);
    }
    cells.addAll(byMembership.values());
    for (Cell cell : cells) {
      cell.count(scale);
    }
    enumerate(0, new int[published.size()], 1, new int[cells.size()]);
  }

  private BitSet membership(String person) {
    BitSet membership = new BitSet();
    for (int at = 0; at < published.size(); at++) {
      membership.set(at, published.get(at).members().contains(person));
    }
    return membership;
  }

  /// People who are in the same sums.
  private static final class Cell {
    private final BitSet membership;
    private final int known;
    private final List<String> people = new ArrayList<>();

    /// Ways to each sum of everybody, and of everybody but one; at 0 stands the least sum.
    private double[] ways = {1};

    private double[] waysOfOthers = {1};

    /// How often each sum of everybody fits all that was published.
    private double[] fits = {0};

    Cell(BitSet membership, int known) {
      this.membership = membership;
      this.known = known;
    }

    void count(Scale scale) {
      if (known == NONE) {
        for (int person = 0; person < people.size(); person++) {
          waysOfOthers = ways;
          ways = spread(ways, scale.span());
        }
      }
      fits = new double[ways.length];
    }

    private static double[] spread(double[] ways, int span) {
      double[] more = new double[ways.length + span];
      for (int sum = 0; sum < ways.length; sum++) {
        for (int step = 0; step <= span; step++) {
          more[sum + step] += ways[sum];
        }
      }
      return more;
    }

    int least(Scale scale) {
      return known == NONE ? scale.low() * people.size() : known;
    }
  }

  private void enumerate(int at, int[] sums, double ways, int[] chosen) {
    if (at == cells.size()) {
      vectors += ways;
      for (int cell = 0; cell < chosen.length; cell++) {
        cells.get(cell).fits[chosen[cell]] += ways / cells.get(cell).ways[chosen[cell]];
      }
      return;
    }
    Cell cell = cells.get(at);
    for (int extra = 0; extra < cell.ways.length; extra++) {
      int sum = cell.least(scale) + extra;
      cell.membership.stream().forEach(each -> sums[each] += sum);
      if (isPossible(sums, at + 1)) {
        chosen[at] = extra;
        enumerate(at + 1, sums, ways * cell.ways[extra], chosen);
      }
      cell.membership.stream().forEach(each -> sums[each] -= sum);
    }
  }

  /// Whether every sum can still come to lie between its bounds.
  private boolean isPossible(int[] sums, int from) {
    for (int at = 0; at < sums.length; at++) {
      int low = sums[at];
      int high = sums[at];
      for (int cell = from; cell < cells.size(); cell++) {
        if (cells.get(cell).membership.get(at)) {
          int least = cells.get(cell).least(scale);
          low += least;
          high += least + cells.get(cell).ways.length - 1;
        }
      }
      if (low > published.get(at).high() || high < published.get(at).low()) {
        return false;
      }
    }
    return true;
  }

  /// How many sets of ratings fit all that is known; beyond 2⁵³ it is rounded.
  public double vectors() {
    return vectors;
  }

  /// What each person may have given; empty for everybody if nothing fits.
  public Map<String, Feasible> byPerson() {
    Map<String, Feasible> all = new LinkedHashMap<>();
    for (Cell cell : cells) {
      Feasible feasible = feasible(cell);
      cell.people.forEach(person -> all.put(person, feasible));
    }
    return all;
  }

  /// What one of them may have given.
  ///
  /// @throws IllegalArgumentException for somebody who was not named before
  public Feasible of(String person) {
    return cells.stream()
        .filter(cell -> cell.people.contains(person))
        .findFirst()
        .map(this::feasible)
        .orElseThrow(() -> new IllegalArgumentException(person + " is none of them"));
  }

  private Feasible feasible(Cell cell) {
    Map<Integer, Double> weights = new TreeMap<>();
    if (cell.known != NONE) {
      weights.put(cell.known, Arrays.stream(cell.fits).sum());
      return Feasible.of(weights);
    }
    for (int step = 0; step <= scale.span(); step++) {
      double weight = 0;
      for (int others = 0; others < cell.waysOfOthers.length; others++) {
        weight += cell.waysOfOthers[others] * cell.fits[others + step];
      }
      weights.put(scale.low() + step, weight);
    }
    return Feasible.of(weights);
  }
}
