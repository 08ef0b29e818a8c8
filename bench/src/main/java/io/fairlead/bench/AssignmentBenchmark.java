package io.fairlead.bench;

import io.fairlead.methods.assignment.Assignment;
import io.fairlead.methods.assignment.AssignmentProblem;
import io.fairlead.methods.assignment.Nomination;
import io.fairlead.methods.assignment.Nomination.Choice;
import io.fairlead.methods.assignment.RaterCaps;
import io.fairlead.methods.assignment.RaterNeeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Eight raters for each of 10,000 reviewees, three of them peers and two from elsewhere, out of
/// sixteen nominated whom half of all nominations name from a tenth of the people: at most 20 s.
/// With a cap of 8 everybody has to rate exactly eight, or places stay empty.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-Xmx512m")
public class AssignmentBenchmark {
  private static final int PEOPLE = 10_000;
  private static final int NOMINATED = 16;

  @Param({"8", "9", "12"})
  private int cap;

  @Param({"none", "whole", "any"})
  private String costs = "";

  private List<Nomination> nominations = List.of();

  @Setup
  public void nominate() {
    Random random = new Random(1);
    List<Nomination> all = new ArrayList<>();
    for (int reviewee = 0; reviewee < PEOPLE; reviewee++) {
      Set<Integer> raters = new HashSet<>();
      while (raters.size() < NOMINATED) {
        int rater = random.nextInt(random.nextBoolean() ? PEOPLE : PEOPLE / 10);
        if (rater != reviewee && raters.add(rater)) {
          all.add(
              new Nomination(
                  "person " + reviewee,
                  "person " + rater,
                  raters.size() <= 10 ? "peer" : "crossfunctional",
                  cost(random),
                  Choice.FREE));
        }
      }
    }
    nominations = all;
  }

  private double cost(Random random) {
    return switch (costs) {
      case "none" -> 0;
      case "whole" -> 1 + random.nextInt(20);
      default -> random.nextInt(1_000_000) / 1000.0;
    };
  }

  /// The whole round.
  @Benchmark
  public Assignment round() {
    RaterNeeds needs = new RaterNeeds(Map.of("peer", 3, "crossfunctional", 2), Set.of(), 8);
    return Assignment.of(new AssignmentProblem(nominations, needs, RaterCaps.of(cap), 0));
  }
}
