package io.fairlead.bench;

import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.ReleaseRule;
import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.disclosure.SubjectAnswers;
import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import io.fairlead.methods.disclosure.attack.Gate;
import io.fairlead.methods.disclosure.attack.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Release of a round of 10,000 reviewees, each with nine raters (five peers, four reports) and
/// fourteen competencies of three items, on one thread: at most 30 s. And the gate for one of them
/// that has seen none before: at most 50 ms.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "-Xmx256m")
public class ReleaseBenchmark {
  private static final int REVIEWEES = 10_000;
  private static final int DIFFERENT = 100;
  private static final int RATERS = 9;
  private static final int COMPETENCIES = 14;
  private static final int ITEMS = 3;

  private final ReleasePolicy policy = ReleasePolicy.usual(new Scale(1, 5));
  private final List<SubjectAnswers> subjects = new ArrayList<>();

  public ReleaseBenchmark() {
    Random random = new Random(1);
    for (int subject = 0; subject < DIFFERENT; subject++) {
      subjects.add(subject(random));
    }
  }

  private static SubjectAnswers subject(Random random) {
    Map<String, Set<String>> items = new LinkedHashMap<>();
    List<Responder> responders = new ArrayList<>();
    for (int rater = 0; rater < RATERS; rater++) {
      Map<String, Map<String, Integer>> ratings = new LinkedHashMap<>();
      for (int competency = 0; competency < COMPETENCIES; competency++) {
        Map<String, Integer> given = new LinkedHashMap<>();
        for (int item = 0; item < ITEMS; item++) {
          given.put("item " + item, 1 + random.nextInt(5));
        }
        ratings.put("competency " + competency, given);
        items.put("competency " + competency, new LinkedHashSet<>(given.keySet()));
      }
      responders.add(
          new Responder("rater " + rater, rater < 5 ? "peer" : "report", ratings, List.of()));
    }
    return new SubjectAnswers("subject", items, responders);
  }

  /// A round.
  @Benchmark
  public int round() {
    ReleaseRule rule = new ReleaseRule(policy);
    Random key = new Random(2);
    int shown = 0;
    for (int subject = 0; subject < REVIEWEES; subject++) {
      Published published = rule.published(subjects.get(subject % DIFFERENT), key);
      shown += published.strengthsFirst().size();
    }
    return shown;
  }

  /// The gate for one reviewee.
  @Benchmark
  public List<Violation> gate() {
    return new Gate(policy).violations(subjects.getFirst());
  }
}
