package io.fairlead.bench;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs [RollUpBenchmark] and says whether the bar is held; exit code 1 if it is not.
public final class RollUps {
  private static final double BAR = 5;

  private RollUps() {}

  public static void main(String[] arguments) throws RunnerException {
    var options = new OptionsBuilder().include(RollUpBenchmark.class.getSimpleName()).build();
    Collection<RunResult> results = new Runner(options).run();
    double pass = score(results, "onePassOverTheArrays");
    double ratio = score(results, "credit") / pass;
    System.out.printf(
        "Credit roll-up: %.1f times one pass over the arrays (bar: %.0f); with laying out work that is numbered at random: %.1f times%n",
        ratio, BAR, score(results, "creditOfShuffledWork") / pass);
    if (ratio > BAR) {
      System.exit(1);
    }
  }

  private static double score(Collection<RunResult> results, String benchmark) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
        .mapToDouble(result -> result.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow();
  }
}
