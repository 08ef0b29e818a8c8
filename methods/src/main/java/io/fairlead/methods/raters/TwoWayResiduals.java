package io.fairlead.methods.raters;

/// What a rater and a ratee, both fixed, leave of each rating by least squares. Ratees are absorbed
/// into their means; the raters' equations, singular by a constant for each network, are solved by
/// conjugate gradients scaled by how often each rated (Hestenes and Stiefel 1952), until a step
/// takes off less than 10⁻¹⁶ of the sum of squares, or 300 of them: of 3,000 people in one ring,
/// each rated by the six before them, what is left is then 3 in 100,000 too large. Space is that of
/// the ratings.
final class TwoWayResiduals {
  private static final double SETTLED = 1e-16;
  private static final int MOST_STEPS = 300;

  private final CrossedRatings ratings;
  private final double[] byRater;
  private final double[] byRatee;

  private TwoWayResiduals(CrossedRatings ratings) {
    this.ratings = ratings;
    this.byRater = new double[ratings.raters()];
    this.byRatee = new double[ratings.ratees()];
    for (int at = 0; at < ratings.size(); at++) {
      byRater[ratings.rater(at)]++;
      byRatee[ratings.ratee(at)]++;
    }
  }

  /// In the order of the ratings.
  static double[] of(CrossedRatings ratings) {
    return new TwoWayResiduals(ratings).left(ratings.ratings());
  }

  private double[] left(double[] y) {
    double[] centred = centred(y);
    double[] effects = effects(sums(centred), SETTLED * product(centred, centred));
    double[] rest = y.clone();
    for (int at = 0; at < rest.length; at++) {
      rest[at] -= effects[ratings.rater(at)];
    }
    return centred(rest);
  }

  /// Each less the mean of its ratee.
  private double[] centred(double[] y) {
    double[] means = new double[byRatee.length];
    for (int at = 0; at < y.length; at++) {
      means[ratings.ratee(at)] += y[at] / byRatee[ratings.ratee(at)];
    }
    double[] centred = y.clone();
    for (int at = 0; at < y.length; at++) {
      centred[at] -= means[ratings.ratee(at)];
    }
    return centred;
  }

  private double[] sums(double[] y) {
    double[] sums = new double[byRater.length];
    for (int at = 0; at < y.length; at++) {
      sums[ratings.rater(at)] += y[at];
    }
    return sums;
  }

  /// The raters' sums of what an effect of each leaves after ratees.
  private double[] applied(double[] effects) {
    double[] each = new double[ratings.size()];
    for (int at = 0; at < each.length; at++) {
      each[at] = effects[ratings.rater(at)];
    }
    return sums(centred(each));
  }

  private double[] effects(double[] right, double settled) {
    double[] effects = new double[right.length];
    double[] rest = right.clone();
    double[] scaled = scaled(rest);
    double[] direction = scaled.clone();
    double size = product(rest, scaled);
    double taken = Double.MAX_VALUE;
    for (int step = 0; step < MOST_STEPS && taken > settled; step++) {
      double[] applied = applied(direction);
      double curvature = product(direction, applied);
      if (curvature <= 0) {
        return effects;
      }
      double length = size / curvature;
      taken = length * size;
      add(effects, direction, length);
      add(rest, applied, -length);
      scaled = scaled(rest);
      double next = product(rest, scaled);
      double kept = next / size;
      for (int rater = 0; rater < direction.length; rater++) {
        direction[rater] = scaled[rater] + kept * direction[rater];
      }
      size = next;
    }
    return effects;
  }

  private double[] scaled(double[] rest) {
    double[] scaled = rest.clone();
    for (int rater = 0; rater < scaled.length; rater++) {
      scaled[rater] /= Math.max(1, byRater[rater]);
    }
    return scaled;
  }

  private static void add(double[] to, double[] direction, double length) {
    for (int at = 0; at < to.length; at++) {
      to[at] += length * direction[at];
    }
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int at = 0; at < one.length; at++) {
      sum += one[at] * other[at];
    }
    return sum;
  }
}
