package io.fairlead.methods.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Agreement on categories beyond what chance would give: κ = (pₒ − pₑ) / (1 − pₑ).
///
/// @param subjects that were judged
/// @param observed pₒ, the share (or weighed share) of agreement
/// @param expected pₑ, that of judges who use the categories as often and know nothing
/// @param kappa empty unless the status is OK
/// @param interval empty also where there are too few subjects for one
public record Kappa(
    AgreementStatus status,
    int subjects,
    double observed,
    double expected,
    OptionalDouble kappa,
    Optional<Interval> interval) {
  private static final double Z = 1.959963984540054;

  /// How much two categories agree, 1 for the same and 0 for those farthest apart.
  @FunctionalInterface
  public interface Weight {
    /// Only the same category agrees: Cohen's κ (1960).
    Weight SAME = (one, other, _) -> one == other ? 1 : 0;

    /// 1 − |i − j| / (k − 1).
    Weight LINEAR =
        (one, other, categories) -> 1 - Math.abs(one - other) / (Math.max(2, categories) - 1.0);

    /// 1 − (i − j)² / (k − 1)².
    Weight QUADRATIC =
        (one, other, categories) -> {
          double apart = (one - other) / (Math.max(2, categories) - 1.0);
          return 1 - apart * apart;
        };

    double of(int one, int other, int categories);
  }

  /// Cohen's κ of two judges, weighed (1968) where categories are ordered, with the large-sample
  /// interval of Fleiss, Cohen and Everitt (1969). For 20, 5, 10 and 15 of 50 subjects it is 0.4.
  ///
  /// @param counts by category of the first judge and of the second, how many subjects
  /// @throws IllegalArgumentException for what is no square of counts
  public static Kappa cohen(int[][] counts, Weight weight) {
    int categories = counts.length;
    for (int[] row : counts) {
      if (row.length != categories || Arrays.stream(row).anyMatch(count -> count < 0)) {
        throw new IllegalArgumentException("counts form a square of the same categories");
      }
    }
    int subjects = Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    if (subjects == 0) {
      return without(AgreementStatus.TOO_FEW, 0);
    }
    double[] first = new double[categories];
    double[] second = new double[categories];
    for (int one = 0; one < categories; one++) {
      for (int other = 0; other < categories; other++) {
        first[one] += counts[one][other] / (double) subjects;
        second[other] += counts[one][other] / (double) subjects;
      }
    }
    double observed = 0;
    double expected = 0;
    double[] ofFirst = new double[categories];
    double[] ofSecond = new double[categories];
    for (int one = 0; one < categories; one++) {
      for (int other = 0; other < categories; other++) {
        double agree = weight.of(one, other, categories);
        observed += agree * counts[one][other] / subjects;
        expected += agree * first[one] * second[other];
        ofFirst[one] += agree * second[other];
        ofSecond[other] += agree * first[one];
      }
    }
    if (1 - expected <= Ratings.HAIR) {
      return without(AgreementStatus.ZERO_VARIANCE, subjects);
    }
    double kappa = (observed - expected) / (1 - expected);
    double spread = 0;
    for (int one = 0; one < categories; one++) {
      for (int other = 0; other < categories; other++) {
        double part =
            weight.of(one, other, categories) - (ofFirst[one] + ofSecond[other]) * (1 - kappa);
        spread += part * part * counts[one][other] / subjects;
      }
    }
    double shift = kappa - expected * (1 - kappa);
    double variance =
        Math.max(0, spread - shift * shift) / (subjects * (1 - expected) * (1 - expected));
    double half = Z * Math.sqrt(variance);
    return new Kappa(
        AgreementStatus.OK,
        subjects,
        observed,
        expected,
        OptionalDouble.of(kappa),
        Optional.of(new Interval(kappa - half, Math.min(1, kappa + half))));
  }

  /// Fleiss' κ (1971) of the same number of judges for every subject, not always the same judges;
  /// the interval leaves out each subject in turn. His 10 subjects with 14 judges give 0.210.
  ///
  /// @param counts by subject, how many judges chose each category
  /// @throws IllegalArgumentException where subjects have different numbers of judges or categories
  public static Kappa fleiss(List<int[]> counts) {
    int judges = counts.isEmpty() ? 0 : IntStream.of(counts.getFirst()).sum();
    int categories = counts.isEmpty() ? 0 : counts.getFirst().length;
    for (int[] subject : counts) {
      if (subject.length != categories
          || IntStream.of(subject).sum() != judges
          || IntStream.of(subject).anyMatch(count -> count < 0)) {
        throw new IllegalArgumentException("every subject has as many judges and categories");
      }
    }
    int subjects = counts.size();
    if (subjects < 1 || judges < 2) {
      return without(AgreementStatus.TOO_FEW, subjects);
    }
    double[] agreed = new double[subjects];
    long[] chosen = new long[categories];
    for (int subject = 0; subject < subjects; subject++) {
      for (int category = 0; category < categories; category++) {
        long count = counts.get(subject)[category];
        chosen[category] += count;
        agreed[subject] += count * (count - 1.0) / (judges * (judges - 1.0));
      }
    }
    double all = Arrays.stream(agreed).sum();
    Fleiss whole = Fleiss.of(all, chosen, subjects, judges);
    if (1 - whole.expected <= Ratings.HAIR) {
      return without(AgreementStatus.ZERO_VARIANCE, subjects);
    }
    double[] parts = new double[subjects];
    for (int subject = 0; subject < subjects && subjects > 2; subject++) {
      long[] others = chosen.clone();
      for (int category = 0; category < categories; category++) {
        others[category] -= counts.get(subject)[category];
      }
      parts[subject] = Fleiss.of(all - agreed[subject], others, subjects - 1, judges).kappa();
    }
    boolean hasInterval = subjects > 2 && Arrays.stream(parts).allMatch(Double::isFinite);
    return new Kappa(
        AgreementStatus.OK,
        subjects,
        whole.observed,
        whole.expected,
        OptionalDouble.of(whole.kappa()),
        hasInterval ? Optional.of(Jackknife.around(whole.kappa(), parts)) : Optional.empty());
  }

  private static Kappa without(AgreementStatus status, int subjects) {
    return new Kappa(status, subjects, 0, 0, OptionalDouble.empty(), Optional.empty());
  }

  private record Fleiss(double observed, double expected) {
    static Fleiss of(double agreed, long[] chosen, int subjects, int judges) {
      double total = (double) subjects * judges;
      double expected =
          Arrays.stream(chosen).mapToDouble(count -> count / total * (count / total)).sum();
      return new Fleiss(agreed / subjects, expected);
    }

    double kappa() {
      return (observed - expected) / (1 - expected);
    }
  }
}
