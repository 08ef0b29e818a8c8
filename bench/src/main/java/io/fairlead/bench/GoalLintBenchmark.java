package io.fairlead.bench;

import io.fairlead.methods.wording.GoalFinding;
import io.fairlead.methods.wording.GoalLint;
import io.fairlead.methods.wording.GoalReader;
import io.fairlead.methods.wording.Language;
import io.fairlead.methods.wording.LintSettings;
import io.fairlead.methods.wording.LintedObjective;
import io.fairlead.methods.wording.ReadKeyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Reading and judging key results, on one thread: at least 20,000 a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx256m")
public class GoalLintBenchmark {
  private static final int KEY_RESULTS = 12;

  private final LintedObjective objective =
      LintedObjective.of(
          "Patients of the coast hospitals are seen before it hurts",
          List.of(
              "Median waiting time in the emergency rooms of all four houses from 9 to 4 hours by the end of Q3",
              "Launch the patient portal and train all nurses on the night shift in using it",
              "Maintain 99.9% uptime of the appointment service",
              "95% of letters of discharge are sent to the family doctor within 2 working days",
              "Raise the share of appointments made online from 12 % to 45 % (currently 12 %)",
              "Publish 5 guides for relatives, reviewed by at least two of the patients' councils",
              "[Pharmacy] Reduce medication errors by 30%, measured as in 2026",
              "RFC for the exchange of findings approved",
              "Improve the experience of waiting significantly for everybody who comes to us",
              "Patients can move their appointment without calling anybody, day and night",
              "Hire 3 paediatric nurses and one head of discharge planning",
              "Net promoter score of 50+ among those who were treated as out-patients"));
  private final GoalLint lint = new GoalLint(Language.ENGLISH, LintSettings.STANDARD);
  private final GoalReader reader = new GoalReader(Language.ENGLISH);

  @Benchmark
  @OperationsPerInvocation(KEY_RESULTS)
  public List<GoalFinding> findings() {
    return lint.findings(objective);
  }

  @Benchmark
  @OperationsPerInvocation(KEY_RESULTS)
  public List<ReadKeyResult> readings() {
    List<ReadKeyResult> read = new ArrayList<>();
    objective.keyResults().forEach(it -> read.add(reader.keyResult(it.title())));
    return read;
  }
}
