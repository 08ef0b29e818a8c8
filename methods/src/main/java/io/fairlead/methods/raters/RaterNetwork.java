package io.fairlead.methods.raters;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Who can be compared with whom: the parts into which raters and ratees fall when all who are
/// linked by a rating go together. Severity and what is rated can be told apart only within a part
/// that has at least two raters and two ratees.
public final class RaterNetwork {
  private final int[] ofRater;
  private final int[] ofRatee;
  private final int[] raters;
  private final int[] ratees;

  private final int size;

  private RaterNetwork(int[] ofRater, int[] ofRatee, int[] raters, int[] ratees, int size) {
    this.size = size;
    this.ofRater = ofRater;
    this.ofRatee = ofRatee;
    this.raters = raters;
    this.ratees = ratees;
  }

  /// Parts are numbered from 0 in the order of the ratings. Whoever has no rating is a part of
  /// their own, after the others.
  public static RaterNetwork of(CrossedRatings ratings) {
    int[] leader = new int[ratings.raters() + ratings.ratees()];
    Arrays.setAll(leader, each -> each);
    for (int at = 0; at < ratings.size(); at++) {
      int one = leader(leader, ratings.rater(at));
      int other = leader(leader, ratings.raters() + ratings.ratee(at));
      leader[Math.max(one, other)] = Math.min(one, other);
    }
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int at = 0; at < ratings.size(); at++) {
      numbers.putIfAbsent(leader(leader, ratings.rater(at)), numbers.size());
    }
    int size = numbers.size();
    int[] ofRater = new int[ratings.raters()];
    int[] ofRatee = new int[ratings.ratees()];
    for (int rater = 0; rater < ofRater.length; rater++) {
      ofRater[rater] = number(numbers, leader(leader, rater));
    }
    for (int ratee = 0; ratee < ofRatee.length; ratee++) {
      ofRatee[ratee] = number(numbers, leader(leader, ofRater.length + ratee));
    }
    return new RaterNetwork(
        ofRater, ofRatee, counts(ofRater, numbers.size()), counts(ofRatee, numbers.size()), size);
  }

  private static int leader(int[] leader, int of) {
    int at = of;
    while (leader[at] != at) {
      leader[at] = leader[leader[at]];
      at = leader[at];
    }
    return at;
  }

  private static int number(Map<Integer, Integer> numbers, int leader) {
    return numbers.computeIfAbsent(leader, _ -> numbers.size());
  }

  private static int[] counts(int[] parts, int size) {
    int[] counts = new int[size];
    for (int part : parts) {
      counts[part]++;
    }
    return counts;
  }

  /// How many parts there are, not counting those without a rating.
  public int size() {
    return size;
  }

  public int ofRater(int rater) {
    return ofRater[rater];
  }

  public int ofRatee(int ratee) {
    return ofRatee[ratee];
  }

  /// Whether a part tells raters from ratees.
  public boolean isCrossed(int part) {
    return raters[part] > 1 && ratees[part] > 1;
  }

  /// Whether every ratee has one rater: then a team and its rater are the same number.
  public boolean isNested() {
    return Arrays.stream(raters).allMatch(count -> count <= 1);
  }
}
