package io.fairlead.bench;

import io.fairlead.methods.raters.CrossedFit;
import io.fairlead.methods.raters.CrossedModel;
import io.fairlead.methods.raters.CrossedRatings;
import io.fairlead.methods.raters.FixedEffects;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// Fits crossed mixed models of any size, for `bench/raters/compare`: `make FILE RATINGS RATERS
/// RATEES` writes made-up ratings, `fit FILE` reads and fits them, `sparse LEVELS EACH` fits so
/// many raters and ratees with so many ratings a rater.
public final class CrossedModels {
  private static final long SEED = 42;

  private CrossedModels() {}

  public static void main(String[] arguments) throws IOException {
    switch (arguments[0]) {
      case "make" ->
          write(
              Path.of(arguments[1]),
              made(number(arguments[2]), number(arguments[3]), number(arguments[4]), 0));
      case "fit" -> report(read(Path.of(arguments[1])));
      case "sparse" -> {
        int levels = number(arguments[1]);
        int each = number(arguments[2]);
        report(made(levels * each, levels, levels, each));
      }
      default -> throw new IllegalArgumentException("make, fit or sparse");
    }
  }

  private static int number(String argument) {
    return Integer.parseInt(argument);
  }

  /// Raters differ by half a point, ratees by 0.4, and chance adds 0.7.
  private static CrossedRatings made(int size, int raters, int ratees, int each) {
    Random random = new Random(SEED);
    double[] ofRaters = random.doubles(raters).map(_ -> 0.5 * random.nextGaussian()).toArray();
    double[] ofRatees = random.doubles(ratees).map(_ -> 0.4 * random.nextGaussian()).toArray();
    int[] rater = new int[size];
    int[] ratee = new int[size];
    double[] rating = new double[size];
    for (int at = 0; at < size; at++) {
      rater[at] = each > 0 ? at / each : random.nextInt(raters);
      ratee[at] = random.nextInt(ratees);
      rating[at] = 3.4 + ofRaters[rater[at]] + ofRatees[ratee[at]] + 0.7 * random.nextGaussian();
    }
    return new CrossedRatings(raters, ratees, rater, ratee, rating);
  }

  private static void write(Path file, CrossedRatings ratings) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("rater,ratee,rating\n");
      for (int at = 0; at < ratings.size(); at++) {
        writer.write(
            "R%d,E%d,%s%n".formatted(ratings.rater(at), ratings.ratee(at), ratings.rating(at)));
      }
    }
  }

  private static CrossedRatings read(Path file) throws IOException {
    List<String[]> rows =
        Files.readAllLines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
    int[] rater = rows.stream().mapToInt(row -> number(row[0].substring(1))).toArray();
    int[] ratee = rows.stream().mapToInt(row -> number(row[1].substring(1))).toArray();
    double[] rating = rows.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray();
    return new CrossedRatings(most(rater) + 1, most(ratee) + 1, rater, ratee, rating);
  }

  private static int most(int[] numbers) {
    int most = 0;
    for (int number : numbers) {
      most = Math.max(most, number);
    }
    return most;
  }

  private static void report(CrossedRatings ratings) {
    long begin = System.nanoTime();
    CrossedFit fit = CrossedModel.fit(ratings, new FixedEffects(ratings.size()), SEED);
    System.out.printf(
        "%,d ratings, %,d raters, %,d ratees: %s in %d steps, %.2f s, heap at most %,d MB%n",
        ratings.size(),
        ratings.raters(),
        ratings.ratees(),
        fit.status(),
        fit.steps(),
        (System.nanoTime() - begin) / 1e9,
        heap() >> 20);
    System.out.printf(
        "criterion %.6f, raters %.8f, ratees %.8f, residual %.8f%n",
        fit.criterion(), fit.ofRaters(), fit.ofRatees(), fit.residual());
  }

  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
