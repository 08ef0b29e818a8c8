package io.fairlead.methods.disclosure.attack;

import io.fairlead.methods.disclosure.BlockRule;
import io.fairlead.methods.disclosure.BlockRule.Told;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.Scale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/// An attacker who holds every report of a whole round at once and knows how raters differ: who is
/// lenient is lenient with everybody, and who likes a person likes all of them. Each score is
/// predicted from the block's value alone, and from that with the raters' leniency as all reports
/// together tell it (the best linear prediction with the true variances). No promise forbids it;
/// the difference is what all of the reports add to one.
public final class CorrelatedAttack {
  private static final int SUBJECTS = 60;
  private static final int RATERS = 60;
  private static final int MEMBERS = 5;
  private static final int COMPETENCIES = 14;
  private static final int ITEMS = 3;
  private static final double MEAN = 3.7;
  private static final double PERSON = 0.45;
  private static final double COMPETENCY = 0.25;
  private static final double LENIENCY = 0.35;
  private static final double HALO = 0.4;
  private static final double NOISE = 0.7;

  private final Random random;
  private final Scale scale = new Scale(1, 5);
  private final BlockRule rule = new BlockRule(ReleasePolicy.usual(scale));
  private final List<List<Integer>> members = new ArrayList<>();

  /// Sums of items of a member, by subject and competency.
  private final int[][][] sums = new int[SUBJECTS][COMPETENCIES][MEMBERS];

  private final double[][] shown = new double[SUBJECTS][COMPETENCIES];

  private CorrelatedAttack(long seed) {
    random = new Random(seed);
  }

  /// How far predictions of single scores are off, in points (root mean square).
  ///
  /// @param blockAlone from the block's value
  /// @param allReports from every report of the round
  public record Gain(double blockAlone, double allReports) {

    /// The share of the error that is gone.
    public double share() {
      return 1 - allReports / blockAlone;
    }
  }

  /// Sixty people rated by five of sixty each, on fourteen competencies of three items, leniency
  /// with a standard deviation of .35 points, liking of .4, single items of .7.
  public static Gain gain(long seed) {
    CorrelatedAttack attack = new CorrelatedAttack(seed);
    attack.make();
    return attack.measured(attack.leniency());
  }

  private void make() {
    double[] lenient = random.doubles(RATERS).map(_ -> LENIENCY * random.nextGaussian()).toArray();
    List<Integer> pool = new ArrayList<>();
    for (int subject = 0; subject < SUBJECTS; subject++) {
      List<Integer> raters = new ArrayList<>();
      while (raters.size() < MEMBERS) {
        if (pool.isEmpty()) {
          for (int rater = 0; rater < RATERS; rater++) {
            pool.add(rater);
          }
          Collections.shuffle(pool, random);
        }
        int next = pool.removeLast();
        if (!raters.contains(next)) {
          raters.add(next);
        }
      }
      members.add(raters);
      rate(subject, lenient);
    }
  }

  private void rate(int subject, double[] lenient) {
    double person = PERSON * random.nextGaussian();
    double[] likings = new double[MEMBERS];
    for (int member = 0; member < MEMBERS; member++) {
      likings[member] = HALO * random.nextGaussian() + lenient[members.get(subject).get(member)];
    }
    for (int competency = 0; competency < COMPETENCIES; competency++) {
      double level = MEAN + person + COMPETENCY * random.nextGaussian();
      int all = 0;
      for (int member = 0; member < MEMBERS; member++) {
        for (int item = 0; item < ITEMS; item++) {
          double opinion = level + likings[member] + NOISE * random.nextGaussian();
          sums[subject][competency][member] += Math.clamp(Math.round(opinion), 1, 5);
        }
        all += sums[subject][competency][member];
      }
      shown[subject][competency] = read(rule.told(all, ITEMS, MEMBERS));
    }
  }

  /// A bound is read as the middle of what it leaves open.
  private double read(Optional<Told> told) {
    Told value = told.orElseThrow();
    double mean = value.mean().doubleValue();
    return switch (value.bound()) {
      case EXACT -> mean;
      case AT_LEAST -> (mean + scale.high()) / 2;
      case AT_MOST -> (mean + scale.low()) / 2;
    };
  }

  /// Best linear prediction: a block's mean over all competencies is that of its person and of its
  /// raters' leniency, with the variance of everything else.
  private double[] leniency() {
    double other =
        PERSON * PERSON
            + COMPETENCY * COMPETENCY / COMPETENCIES
            + (HALO * HALO + NOISE * NOISE / (ITEMS * COMPETENCIES)) / MEMBERS;
    RealMatrix left = new Array2DRowRealMatrix(RATERS, RATERS);
    RealVector right = new ArrayRealVector(RATERS);
    double mean = 0;
    double[] means = new double[SUBJECTS];
    for (int subject = 0; subject < SUBJECTS; subject++) {
      for (double value : shown[subject]) {
        means[subject] += value / COMPETENCIES;
      }
      mean += means[subject] / SUBJECTS;
    }
    for (int subject = 0; subject < SUBJECTS; subject++) {
      for (int one : members.get(subject)) {
        right.addToEntry(one, (means[subject] - mean) / MEMBERS / other);
        for (int two : members.get(subject)) {
          left.addToEntry(one, two, 1.0 / (MEMBERS * MEMBERS) / other);
        }
      }
    }
    for (int rater = 0; rater < RATERS; rater++) {
      left.addToEntry(rater, rater, 1 / (LENIENCY * LENIENCY));
    }
    return new CholeskyDecomposition(left).getSolver().solve(right).toArray();
  }

  private Gain measured(double[] lenient) {
    double alone = 0;
    double together = 0;
    for (int subject = 0; subject < SUBJECTS; subject++) {
      double ofBlock = members.get(subject).stream().mapToDouble(it -> lenient[it]).sum() / MEMBERS;
      for (int competency = 0; competency < COMPETENCIES; competency++) {
        for (int member = 0; member < MEMBERS; member++) {
          double score = sums[subject][competency][member] / (double) ITEMS;
          double value = shown[subject][competency];
          double tilt = lenient[members.get(subject).get(member)] - ofBlock;
          alone += (score - value) * (score - value);
          together += (score - value - tilt) * (score - value - tilt);
        }
      }
    }
    double count = SUBJECTS * COMPETENCIES * (double) MEMBERS;
    return new Gain(Math.sqrt(alone / count), Math.sqrt(together / count));
  }
}
