package io.fairlead.methods.raters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// How far what the usual rater of a whole round sees otherwise than the other raters of the same
/// ratees is one impression of the whole person: halo in aggregate, after Guilford (1954), who took
/// the interaction of rater and ratee for it.
///
/// In each of D competencies y = rater + ratee + e by least squares, both fixed: what everybody
/// sees in somebody, a true halo among it, and how severe somebody is are gone from e. With ē of a
/// sheet over competencies, each rater has between = D Σ ē² and within = Σ (e − ē)² over their n
/// sheets, on about ν = Σ (1 − 1 / n) (1 − 1 / m) degrees of freedom and ν (D − 1), m being the
/// raters of that ratee. F = (D − 1) between / within over the median of its distribution (Wilson
/// and Hilferty 1931: of χ² over its degrees k, (1 − 2 / 9k)³) is as often too large as too small,
/// whatever n is. It makes h = (F − 1) / (F + D − 1), the intraclass correlation of competencies
/// within a sheet, and the median over raters is what counts: squares of the whole round would
/// follow one rater of extremes. Slight is below .3, strong from .6 on (*ours*).
///
/// Two raters of two ratees on two competencies, 5 4 / 3 3 and 3 4 / 3 4: e is ± ½ and ± ¼, so that
/// each has between .5625, within .0625, F = 9 and h = .8.
///
/// Some of it is no error: one rater meets another side of a person than the next.
public enum Halo {
  SLIGHT,
  PARTIAL,
  STRONG;

  /// Raters, ratees and degrees of freedom below which nothing is said.
  public static final int LEAST = RaterSpread.LEAST;

  private static final double SOME = 0.3;
  private static final double MOST = 0.6;
  private static final double NOTHING = 1e-9;
  private static final double NINTHS = 9;

  /// Stable and lower-case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one of that code.
  public static Optional<Halo> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  /// Empty below [#LEAST] raters of two ratees or more, ratees of as many raters or degrees of
  /// freedom, or with one competency. It depends on who rated whom on what alone, never on what
  /// they gave: where nobody sees anything otherwise the halo is slight.
  ///
  /// @throws IllegalArgumentException where sheets have scores of different competencies
  public static Optional<Halo> of(Collection<RaterSheet> sheets) {
    List<RaterSheet> crossed = crossed(sheets);
    long raters = distinct(crossed, RaterSheet::rater);
    long ratees = distinct(crossed, RaterSheet::ratee);
    if (raters < LEAST || ratees < LEAST) {
      return Optional.empty();
    }
    int networks = RaterNetwork.of(of(crossed, new double[crossed.size()])).size();
    if (crossed.size() - raters - ratees + networks < LEAST) {
      return Optional.empty();
    }
    double share = share(crossed);
    if (share < SOME) {
      return Optional.of(SLIGHT);
    }
    return Optional.of(share < MOST ? PARTIAL : STRONG);
  }

  private static long distinct(List<RaterSheet> sheets, ToIntFunction<RaterSheet> of) {
    return sheets.stream().mapToInt(of).distinct().count();
  }

  /// Sheets about two competencies or more, without raters or ratees of one sheet, until there are
  /// none of those.
  private static List<RaterSheet> crossed(Collection<RaterSheet> sheets) {
    List<RaterSheet> left = sheets.stream().filter(sheet -> sheet.scores().size() > 1).toList();
    int before;
    do {
      before = left.size();
      int[] byRater = counts(left, RaterSheet::rater);
      int[] byRatee = counts(left, RaterSheet::ratee);
      left =
          left.stream()
              .filter(sheet -> byRater[sheet.rater()] > 1 && byRatee[sheet.ratee()] > 1)
              .toList();
    } while (left.size() < before);
    return left;
  }

  private static int[] counts(List<RaterSheet> sheets, ToIntFunction<RaterSheet> of) {
    int[] counts = new int[1 + sheets.stream().mapToInt(of).max().orElse(0)];
    sheets.forEach(sheet -> counts[of.applyAsInt(sheet)]++);
    return counts;
  }

  private static CrossedRatings of(List<RaterSheet> sheets, double[] scores) {
    int[] rater = sheets.stream().mapToInt(RaterSheet::rater).toArray();
    int[] ratee = sheets.stream().mapToInt(RaterSheet::ratee).toArray();
    return new CrossedRatings(
        1 + Arrays.stream(rater).max().orElse(0),
        1 + Arrays.stream(ratee).max().orElse(0),
        rater,
        ratee,
        scores);
  }

  /// The median of h over raters, the lower of two in the middle.
  ///
  /// @param sheets of raters and ratees who have two or more
  static double share(List<RaterSheet> sheets) {
    int competencies = sheets.getFirst().scores().size();
    int[] byRater = counts(sheets, RaterSheet::rater);
    int[] byRatee = counts(sheets, RaterSheet::ratee);
    double[] between = new double[byRater.length];
    double[] within = new double[byRater.length];
    double[] degrees = new double[byRater.length];
    double[][] left = left(sheets, competencies);
    for (int at = 0; at < left.length; at++) {
      int rater = sheets.get(at).rater();
      double sum = Arrays.stream(left[at]).sum();
      between[rater] += sum * sum / competencies;
      within[rater] +=
          Arrays.stream(left[at])
              .map(each -> (each - sum / competencies) * (each - sum / competencies))
              .sum();
      degrees[rater] += (1 - 1.0 / byRater[rater]) * (1 - 1.0 / byRatee[sheets.get(at).ratee()]);
    }
    List<Double> shares = new ArrayList<>();
    for (int rater = 0; rater < byRater.length; rater++) {
      if (byRater[rater] > 0) {
        shares.add(share(between[rater], within[rater], degrees[rater], competencies));
      }
    }
    shares.sort(null);
    return shares.get((shares.size() - 1) / 2);
  }

  /// h; 0 where nothing is left to tell.
  private static double share(double between, double within, double degrees, int competencies) {
    if (between + within < NOTHING) {
      return 0;
    }
    int others = competencies - 1;
    double scaled = others * between * usual(degrees * others) / usual(degrees);
    return (scaled - within) / (scaled + others * within);
  }

  /// The median of χ² over its degrees of freedom.
  private static double usual(double degrees) {
    return Math.pow(1 - 2 / (NINTHS * degrees), 3);
  }

  /// e by sheet and competency.
  private static double[][] left(List<RaterSheet> sheets, int competencies) {
    if (sheets.stream().anyMatch(sheet -> sheet.scores().size() != competencies)) {
      throw new IllegalArgumentException("every sheet has scores of the same competencies");
    }
    double[][] left = new double[sheets.size()][competencies];
    for (int competency = 0; competency < competencies; competency++) {
      int which = competency;
      double[] scores = sheets.stream().mapToDouble(sheet -> sheet.scores().get(which)).toArray();
      double[] rest = TwoWayResiduals.of(of(sheets, scores));
      for (int at = 0; at < rest.length; at++) {
        left[at][competency] = rest[at];
      }
    }
    return left;
  }
}
