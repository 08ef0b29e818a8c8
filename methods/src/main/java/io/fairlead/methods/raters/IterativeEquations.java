package io.fairlead.methods.raters;

import java.util.Objects;
import java.util.SplittableRandom;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.jspecify.annotations.Nullable;

/// Solved by conjugate gradients on the Schur complement, preconditioned by its diagonal, eight
/// right-hand sides at a time; nothing is filled in, so that memory is that of the ratings.
/// Diagonals of M⁻¹ come from random signs (Hutchinson 1990; Bekas, Kokiopoulou and Saad 2007) and
/// ln |M| from Lanczos quadrature with the same signs (Ubaru, Chen and Saad 2017). The signs are
/// the same for all variances, so that the fit settles.
final class IterativeEquations implements MixedEquations {
  private static final int WIDTH = 8;
  private static final int PROBES = 48;
  private static final int MOST_ROUNDS = 500;
  private static final int LANCZOS = 25;
  private static final double EXACT = 1e-10;
  private static final double ROUGH = 1e-6;

  private final Crossing crossing;
  private final double[] diagonal;
  private final double[] scale;
  private final double[] own;
  private final double link;
  private final long seed;
  private double @Nullable [] largeDiagonal;
  private double @Nullable [] smallDiagonal;

  IterativeEquations(Crossing crossing, double large, double small, long seed) {
    this.crossing = crossing;
    this.link = Math.sqrt(large * small);
    this.seed = seed;
    this.diagonal = new double[crossing.ofLarge.length];
    for (int level = 0; level < diagonal.length; level++) {
      diagonal[level] = 1 + large * crossing.ofLarge[level];
    }
    this.own = new double[crossing.ofSmall.length];
    this.scale = new double[own.length];
    for (int level = 0; level < own.length; level++) {
      own[level] = 1 + small * crossing.ofSmall[level];
      scale[level] = own[level];
    }
    for (int level = 0; level < diagonal.length; level++) {
      for (int cell = crossing.start[level]; cell < crossing.start[level + 1]; cell++) {
        double count = crossing.count[cell];
        scale[crossing.column[cell]] -= link * link * count * count / diagonal[level];
      }
    }
  }

  @Override
  public void solve(double[][] large, double[][] small) {
    for (int which = 0; which < large.length; which++) {
      Elimination.down(crossing, diagonal, link, large[which], small[which]);
    }
    for (int first = 0; first < small.length; first += WIDTH) {
      int count = Math.min(WIDTH, small.length - first);
      double[] packed = new double[own.length * WIDTH];
      for (int which = 0; which < count; which++) {
        for (int level = 0; level < own.length; level++) {
          packed[level * WIDTH + which] = small[first + which][level];
        }
      }
      double[] solved = conjugate(packed, EXACT);
      for (int which = 0; which < count; which++) {
        for (int level = 0; level < own.length; level++) {
          small[first + which][level] = solved[level * WIDTH + which];
        }
      }
    }
    for (int which = 0; which < large.length; which++) {
      Elimination.up(crossing, diagonal, link, large[which], small[which]);
    }
  }

  /// S⁻¹ of eight vectors that lie interleaved.
  private double[] conjugate(double[] right, double tolerance) {
    double[] found = new double[right.length];
    double[] rest = right.clone();
    double[] direction = new double[right.length];
    double[] product = new double[right.length];
    preconditioned(rest, direction);
    double[] size = dots(rest, direction);
    double[] target = new double[WIDTH];
    for (int which = 0; which < WIDTH; which++) {
      target[which] = size[which] * tolerance * tolerance;
    }
    double[] better = new double[right.length];
    for (int round = 0; round < MOST_ROUNDS && exceeds(size, target); round++) {
      multiply(direction, product);
      double[] steps = quotients(size, dots(direction, product));
      for (int at = 0; at < right.length; at += WIDTH) {
        for (int which = 0; which < WIDTH; which++) {
          found[at + which] += steps[which] * direction[at + which];
          rest[at + which] -= steps[which] * product[at + which];
        }
      }
      preconditioned(rest, better);
      double[] next = dots(rest, better);
      double[] keep = quotients(next, size);
      for (int at = 0; at < right.length; at += WIDTH) {
        for (int which = 0; which < WIDTH; which++) {
          direction[at + which] = better[at + which] + keep[which] * direction[at + which];
        }
      }
      size = next;
    }
    return found;
  }

  private static boolean exceeds(double[] size, double[] target) {
    for (int which = 0; which < WIDTH; which++) {
      if (size[which] > target[which]) {
        return true;
      }
    }
    return false;
  }

  private static double[] quotients(double[] above, double[] below) {
    double[] found = new double[WIDTH];
    for (int which = 0; which < WIDTH; which++) {
      found[which] = below[which] > 0 ? above[which] / below[which] : 0;
    }
    return found;
  }

  private void preconditioned(double[] from, double[] to) {
    for (int level = 0; level < scale.length; level++) {
      double by = 1 / scale[level];
      for (int which = 0; which < WIDTH; which++) {
        to[level * WIDTH + which] = by * from[level * WIDTH + which];
      }
    }
  }

  private static double[] dots(double[] one, double[] other) {
    double[] sums = new double[WIDTH];
    for (int at = 0; at < one.length; at += WIDTH) {
      for (int which = 0; which < WIDTH; which++) {
        sums[which] += one[at + which] * other[at + which];
      }
    }
    return sums;
  }

  /// Sv of each of eight interleaved vectors.
  private void multiply(double[] from, double[] to) {
    for (int level = 0; level < own.length; level++) {
      for (int which = 0; which < WIDTH; which++) {
        to[level * WIDTH + which] = own[level] * from[level * WIDTH + which];
      }
    }
    double squared = link * link;
    double[] sums = new double[WIDTH];
    for (int level = 0; level < diagonal.length; level++) {
      gather(level, from, sums);
      double by = squared / diagonal[level];
      for (int cell = crossing.start[level]; cell < crossing.start[level + 1]; cell++) {
        int at = crossing.column[cell] * WIDTH;
        double weight = by * crossing.count[cell];
        for (int which = 0; which < WIDTH; which++) {
          to[at + which] -= weight * sums[which];
        }
      }
    }
  }

  /// What a level of the larger factor has of each of eight vectors.
  private void gather(int level, double[] from, double[] sums) {
    for (int which = 0; which < WIDTH; which++) {
      sums[which] = 0;
    }
    for (int cell = crossing.start[level]; cell < crossing.start[level + 1]; cell++) {
      int at = crossing.column[cell] * WIDTH;
      double count = crossing.count[cell];
      for (int which = 0; which < WIDTH; which++) {
        sums[which] += count * from[at + which];
      }
    }
  }

  @Override
  public boolean isExact() {
    return false;
  }

  @Override
  public double[] largeDiagonal() {
    if (largeDiagonal == null) {
      probe();
    }
    return Objects.requireNonNull(largeDiagonal).clone();
  }

  @Override
  public double[] smallDiagonal() {
    if (smallDiagonal == null) {
      probe();
    }
    return Objects.requireNonNull(smallDiagonal).clone();
  }

  private double[] signs(SplittableRandom random) {
    double[] signs = new double[own.length * WIDTH];
    for (int at = 0; at < signs.length; at++) {
      signs[at] = random.nextBoolean() ? 1 : -1;
    }
    return signs;
  }

  private void probe() {
    double[] large = new double[diagonal.length];
    double[] small = new double[own.length];
    SplittableRandom random = new SplittableRandom(seed);
    double[] inSigns = new double[WIDTH];
    double[] inSolved = new double[WIDTH];
    for (int done = 0; done < PROBES; done += WIDTH) {
      double[] signs = signs(random);
      double[] solved = conjugate(signs, ROUGH);
      for (int at = 0; at < solved.length; at++) {
        small[at / WIDTH] += signs[at] * solved[at] / PROBES;
      }
      for (int level = 0; level < large.length; level++) {
        gather(level, signs, inSigns);
        gather(level, solved, inSolved);
        for (int which = 0; which < WIDTH; which++) {
          large[level] += inSigns[which] * inSolved[which] / PROBES;
        }
      }
    }
    for (int level = 0; level < large.length; level++) {
      double scaled = link / diagonal[level];
      large[level] = 1 / diagonal[level] + scaled * scaled * large[level];
    }
    largeDiagonal = large;
    smallDiagonal = small;
  }

  @Override
  public double logDeterminant() {
    double sum = Elimination.logDeterminant(diagonal) + Elimination.logDeterminant(scale);
    SplittableRandom random = new SplittableRandom(seed);
    int blocks = PROBES / WIDTH / 2;
    for (int block = 0; block < blocks; block++) {
      sum += own.length * logarithm(signs(random)) / blocks;
    }
    return sum;
  }

  /// The mean of zᵀ ln(D^−½ S D^−½) z / zᵀz over eight vectors of signs, by Lanczos' recursion.
  private double logarithm(double[] signs) {
    double[] now = signs.clone();
    double length = Math.sqrt(own.length);
    for (int at = 0; at < now.length; at++) {
      now[at] /= length;
    }
    double[] before = new double[now.length];
    double[] beta = new double[WIDTH];
    int rounds = Math.min(LANCZOS, own.length);
    double[][] main = new double[WIDTH][rounds];
    double[][] beside = new double[WIDTH][Math.max(0, rounds - 1)];
    double[] product = new double[now.length];
    double[] scaled = new double[now.length];
    for (int round = 0; round < rounds; round++) {
      rescaled(now, scaled);
      multiply(scaled, product);
      rescaled(product, product);
      double[] alpha = dots(now, product);
      for (int at = 0; at < now.length; at++) {
        int which = at % WIDTH;
        product[at] -= alpha[which] * now[at] + beta[which] * before[at];
      }
      double[] squares = dots(product, product);
      for (int which = 0; which < WIDTH; which++) {
        main[which][round] = alpha[which];
        beta[which] = Math.sqrt(squares[which]);
        if (round + 1 < rounds) {
          beside[which][round] = beta[which];
        }
      }
      double[] old = before;
      before = now;
      for (int at = 0; at < now.length; at++) {
        double by = beta[at % WIDTH];
        old[at] = by > 0 ? product[at] / by : 0;
      }
      now = old;
    }
    double sum = 0;
    for (int which = 0; which < WIDTH; which++) {
      sum += quadrature(main[which], beside[which]) / WIDTH;
    }
    return sum;
  }

  private void rescaled(double[] from, double[] to) {
    for (int level = 0; level < scale.length; level++) {
      double by = 1 / Math.sqrt(scale[level]);
      for (int which = 0; which < WIDTH; which++) {
        to[level * WIDTH + which] = by * from[level * WIDTH + which];
      }
    }
  }

  private static double quadrature(double[] main, double[] beside) {
    EigenDecompositionSymmetric of = new EigenDecompositionSymmetric(main, beside);
    double sum = 0;
    for (int at = 0; at < main.length; at++) {
      double weight = of.getEigenvector(at).getEntry(0);
      sum += weight * weight * Math.log(Math.max(1e-12, of.getEigenvalue(at)));
    }
    return sum;
  }
}
