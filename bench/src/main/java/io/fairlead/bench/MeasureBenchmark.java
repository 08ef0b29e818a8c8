package io.fairlead.bench;

import io.fairlead.methods.measures.Analysis;
import io.fairlead.methods.measures.Baseline;
import io.fairlead.methods.measures.History;
import io.fairlead.methods.measures.Limits;
import io.fairlead.methods.measures.ProcessBehaviour;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What measures say, on one thread: the process-behaviour charts of 10,000 series of sixty values
/// each (bar: a second); the whole analysis of as many, season, memory and trend included; and that
/// of one daily series of five years, which runs whenever a value of it comes in.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx256m")
public class MeasureBenchmark {
  private static final int SERIES = 10_000;
  private static final int POINTS = 60;
  private static final int FIVE_YEARS = 1_826;
  private static final int BASELINE = 20;
  private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);

  private final List<double[]> series = new ArrayList<>();
  private final List<LocalDate> months = days(POINTS, true);
  private final List<LocalDate> days = days(FIVE_YEARS, false);
  private double[] daily = {};

  /// Monthly values that wander a little, with a season in every second series; daily ones with a
  /// week's rhythm.
  @Setup
  public void fill() {
    Random random = new Random(20_261_127);
    for (int i = 0; i < SERIES; i++) {
      series.add(values(random, POINTS, i % 2 == 0 ? 12 : 0));
    }
    daily = values(random, FIVE_YEARS, 7);
  }

  private static double[] values(Random random, int count, int period) {
    double[] values = new double[count];
    double level = 50;
    for (int i = 0; i < count; i++) {
      level += 0.2 * random.nextGaussian();
      double season = period == 0 ? 0 : 6 * Math.sin(2 * Math.PI * i / period);
      values[i] = level + season + 3 * random.nextGaussian();
    }
    return values;
  }

  private static List<LocalDate> days(int count, boolean monthly) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      days.add(monthly ? FIRST.plusMonths(i) : FIRST.plusDays(i));
    }
    return days;
  }

  @Benchmark
  public int charts() {
    int signals = 0;
    for (double[] values : series) {
      signals += ProcessBehaviour.signals(values, Limits.of(values)).size();
    }
    return signals;
  }

  @Benchmark
  public int analyses() {
    int signals = 0;
    for (double[] values : series) {
      signals += Analysis.of(History.of(months, values), baseline(months)).signals().size();
    }
    return signals;
  }

  @Benchmark
  public Analysis fiveYearsOfDays() {
    return Analysis.of(History.of(days, daily), baseline(days));
  }

  private static List<Baseline> baseline(List<LocalDate> days) {
    return List.of(new Baseline(days.getFirst(), days.get(BASELINE - 1)));
  }
}
