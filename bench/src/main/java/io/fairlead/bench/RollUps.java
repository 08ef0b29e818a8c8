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
    double ratio = score(results, "credit") / score(results, "onePassOverTheArrays");
    System.out.printf(
        "Credit roll-up: %.1f times one pass over the arrays (bar: %.0f)%n", ratio, BAR);
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
