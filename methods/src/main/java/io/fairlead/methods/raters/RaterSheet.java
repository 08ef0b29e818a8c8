package io.fairlead.methods.raters;

import java.util.List;

/// What one rater gave one ratee.
///
/// @param rater numbered from 0, like ratees
/// @param ratings of single items, in whole points
/// @param scores of every competency, in the same order on every sheet; empty where the sheet does
///   not say enough of each
public record RaterSheet(int rater, int ratee, List<Integer> ratings, List<Double> scores) {
  public RaterSheet {
    ratings = List.copyOf(ratings);
    scores = List.copyOf(scores);
  }
}
