package io.fairlead.methods.raters;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Whole ratings from 1 to 5 of a round in which everybody rates those after them, made like
/// `02_rater_effects.csv` (people who differ, and differ by competency; severe and lenient raters)
/// with planted effects: one impression of a person, and ratings drawn to a point.
///
/// @param impression σ of what a rater sees otherwise in somebody on the whole
/// @param single σ of what they see otherwise in one competency
/// @param drawn 1 for ratings as they are seen, 0 for all at the point
record MadeUpRound(
    int people, int each, double impression, double single, double to, double drawn) {
  static final int COMPETENCIES = 5;
  static final int ITEMS = 3;
  static final int LOW = 1;
  static final int HIGH = 5;

  static MadeUpRound usual(int people) {
    return new MadeUpRound(people, 6, 0.5, 0.5, 3, 1);
  }

  MadeUpRound withImpression(double one, double competency) {
    return new MadeUpRound(people, each, one, competency, to, drawn);
  }

  MadeUpRound drawnTo(double point, double share) {
    return new MadeUpRound(people, each, impression, single, point, share);
  }

  List<RaterSheet> sheets(long seed) {
    Random random = new Random(seed);
    double[] severity = random.doubles(people).map(_ -> 0.4 * random.nextGaussian()).toArray();
    double[] worth = random.doubles(people).map(_ -> 0.6 * random.nextGaussian()).toArray();
    double[][] profile = new double[people][COMPETENCIES];
    for (double[] own : profile) {
      own[random.nextInt(COMPETENCIES)] += random.nextGaussian();
      own[random.nextInt(COMPETENCIES)] += random.nextGaussian();
    }
    List<RaterSheet> sheets = new ArrayList<>();
    for (int rater = 0; rater < people; rater++) {
      for (int away = 1; away <= each; away++) {
        int ratee = (rater + away) % people;
        double onTheWhole =
            3.4 + severity[rater] + worth[ratee] + impression * random.nextGaussian();
        double[] seen = new double[COMPETENCIES];
        for (int at = 0; at < COMPETENCIES; at++) {
          seen[at] = onTheWhole + profile[ratee][at] + single * random.nextGaussian();
        }
        sheets.add(
            sheet(
                rater,
                ratee,
                item -> {
                  double rating = seen[item / ITEMS] + 0.4 * random.nextGaussian();
                  return (int) Math.clamp(Math.rint(to + drawn * (rating - to)), LOW, HIGH);
                }));
      }
    }
    return sheets;
  }

  /// A sheet from what its items were given.
  static RaterSheet sheet(int rater, int ratee, IntUnaryOperator given) {
    List<Integer> ratings = IntStream.range(0, COMPETENCIES * ITEMS).map(given).boxed().toList();
    return new RaterSheet(
        rater,
        ratee,
        ratings,
        IntStream.range(0, COMPETENCIES)
            .mapToObj(at ->
                ratings.subList(at * ITEMS, (at + 1) * ITEMS).stream()
                    .mapToInt(Integer::intValue)
                    .average()
                    .orElseThrow())
            .toList());
  }
}
