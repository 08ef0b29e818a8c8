package io.fairlead.methods.raters;

import java.util.Arrays;

/// Who rated whom, and how. Raters and ratees are numbered from 0.
public final class CrossedRatings {
  private final int raters;
  private final int ratees;
  private final int[] rater;
  private final int[] ratee;
  private final double[] rating;

  /// @throws IllegalArgumentException for columns of different length, numbers that are out of
  ///   range, or ratings that are not finite
  public CrossedRatings(int raters, int ratees, int[] rater, int[] ratee, double[] rating) {
    if (rater.length != rating.length || ratee.length != rating.length) {
      throw new IllegalArgumentException("every rating has a rater and a ratee");
    }
    if (Arrays.stream(rater).anyMatch(each -> each < 0 || each >= raters)
        || Arrays.stream(ratee).anyMatch(each -> each < 0 || each >= ratees)) {
      throw new IllegalArgumentException("raters and ratees are numbered from 0");
    }
    if (!Arrays.stream(rating).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("ratings are finite");
    }
    this.raters = raters;
    this.ratees = ratees;
    this.rater = rater.clone();
    this.ratee = ratee.clone();
    this.rating = rating.clone();
  }

  public int size() {
    return rating.length;
  }

  public int raters() {
    return raters;
  }

  public int ratees() {
    return ratees;
  }

  public int rater(int at) {
    return rater[at];
  }

  public int ratee(int at) {
    return ratee[at];
  }

  public double rating(int at) {
    return rating[at];
  }

  double[] ratings() {
    return rating.clone();
  }

  int[] raterOfEach() {
    return rater.clone();
  }

  int[] rateeOfEach() {
    return ratee.clone();
  }
}
