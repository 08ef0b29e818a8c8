package io.fairlead.methods.measures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What a measure's history says: where it moved and where it only swings as it always does.
///
/// What is charted is the history as it is; without its season if it has one ([Season]); and, if
/// neighbours still resemble each other at more than [#MOST_ALIKE], without what the value before
/// already says (Montgomery, *Introduction to Statistical Quality Control*, 10.4), since a chart
/// would else take an echo for news. Then xₜ becomes x̄ + (dₜ − φᵍ dₜ₋g) √((1 − φ²) / (1 − φ²ᵍ)), d
/// being distances from the mean of the baseline, φ the autocorrelation and g the places since the
/// value before; the first value has none (Prais and Winsten 1954).
public final class Analysis {
  /// An autocorrelation above this makes the rules cry wolf.
  public static final double MOST_ALIKE = 0.5;

  /// A season that explains everything leaves rounding, no variance.
  private static final double HAIR = 1e-10;

  /// What could be said.
  public enum Status {
    OK,
    /// The baseline has fewer than [Limits#FEWEST] values.
    TOO_FEW,
    /// The baseline never moves, so that any move would be a signal.
    ZERO_VARIANCE
  }

  private final History history;
  private final @Nullable Season season;
  private final @Nullable Double autocorrelation;
  private final Memory memory;
  private final double[] charted;
  private final List<Stretch> stretches;
  private final List<Signal> signals;
  private final @Nullable Trend trend;

  private Analysis(History history, List<Baseline> baselines) {
    this.history = history;
    boolean isLong = history.size() >= Limits.FEWEST;
    this.season = isLong ? Seasonality.of(history).orElse(null) : null;
    double[] values = withoutSeason(history, season);
    Division division = Division.of(history, baselines);
    this.autocorrelation = division.autocorrelation(history, values);
    this.memory =
        autocorrelation != null && autocorrelation > MOST_ALIKE
            ? Memory.of(history, values, division.means(values), autocorrelation)
            : Memory.none(history.size());
    this.charted = memory.without(values);
    this.stretches = stretches(division);
    this.signals = signals(charted, stretches);
    Stretch newest = stretches.getLast();
    this.trend =
        Trend.of(
                history.days().subList(newest.from(), newest.to()),
                Arrays.copyOfRange(values, newest.from(), newest.to()))
            .orElse(null);
  }

  /// With all values as the baseline: what an analyst asks of a file.
  public static Analysis of(History history) {
    return new Analysis(history, List.of());
  }

  /// With declared baselines. The first judges whatever comes before it too, each of the others
  /// from its first day on.
  ///
  /// @param baselines by their first day, each once; none for all values
  public static Analysis of(History history, List<Baseline> baselines) {
    for (int i = 1; i < baselines.size(); i++) {
      if (!baselines.get(i).from().isAfter(baselines.get(i - 1).from())) {
        throw new IllegalArgumentException("baselines begin one after the other");
      }
    }
    return new Analysis(history, baselines);
  }

  public History history() {
    return history;
  }

  /// Of the newest stretch.
  public Status status() {
    return stretches.getLast().status();
  }

  /// Of the newest stretch, as charted; empty without any values.
  public OptionalDouble centre() {
    Double centre = stretches.getLast().centre();
    return centre == null ? OptionalDouble.empty() : OptionalDouble.of(centre);
  }

  /// Of the newest stretch, as charted.
  public Optional<Limits> limits() {
    return stretches.getLast().limits();
  }

  /// In the order of time, at least one.
  public List<Stretch> stretches() {
    return stretches;
  }

  /// By index and then by rule. No rule looks across a declared change.
  public List<Signal> signals() {
    return signals;
  }

  /// What the time of the year does; empty if nothing, or if too little is known to say.
  public Optional<Season> season() {
    return Optional.ofNullable(season);
  }

  /// How much a value of the baselines says of the next one once the season is out, from -1 to 1;
  /// empty where they are too short or never move.
  public OptionalDouble autocorrelation() {
    return autocorrelation == null ? OptionalDouble.empty() : OptionalDouble.of(autocorrelation);
  }

  /// Whether what the value before says is taken out of what is charted.
  public boolean isWithoutPast() {
    return !memory.isEmpty();
  }

  /// Where the newest stretch goes, its season taken out; empty of few values. It is no signal:
  /// what rises as it always did is nothing new.
  public Optional<Trend> trend() {
    return Optional.ofNullable(trend);
  }

  /// What the rules looked at, one figure a value, in the measure's unit.
  public double[] charted() {
    return charted.clone();
  }

  /// Whether a signal points upwards.
  public boolean isUpward(Signal signal) {
    int index = signal.index();
    return switch (signal.rule()) {
      case TREND_OF_SIX, LEAP -> charted[index] > charted[index - 1];
      case BEYOND_LIMIT, TWO_OF_THREE, FOUR_OF_FIVE, EIGHT_ON_ONE_SIDE ->
          charted[index] > centre(stretchOf(index));
    };
  }

  private static double centre(Stretch stretch) {
    Double centre = stretch.centre();
    return centre == null ? 0 : centre;
  }

  private Stretch stretchOf(int index) {
    for (Stretch stretch : stretches) {
      if (index < stretch.to()) {
        return stretch;
      }
    }
    throw new IndexOutOfBoundsException(index);
  }

  /// Between what figures a value would have been nothing new; empty without limits.
  public Optional<NaturalRange> range(int index) {
    return stretchOf(index)
        .limits()
        .map(limits ->
            new NaturalRange(
                asMeasured(index, limits.lower()),
                asMeasured(index, limits.centre()),
                asMeasured(index, limits.upper())));
  }

  private double asMeasured(int index, double figure) {
    double withPast = memory.with(figure, index);
    return season == null ? withPast : season.with(withPast, history.place(index));
  }

  private static double[] withoutSeason(History history, @Nullable Season season) {
    double[] values = history.values();
    if (season == null) {
      return values;
    }
    double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
    for (int i = 0; i < values.length; i++) {
      values[i] = season.without(values[i], history.place(i));
    }
    double lowest = Arrays.stream(values).min().orElse(0);
    double highest = Arrays.stream(values).max().orElse(0);
    if (highest - lowest <= HAIR * largest) {
      Arrays.fill(values, lowest / 2 + highest / 2);
    }
    return values;
  }

  private List<Stretch> stretches(Division division) {
    List<Stretch> found = new ArrayList<>();
    for (int part = 0; part < division.parts(); part++) {
      found.add(stretch(division.from(part), division.to(part), division.baseline(part, charted)));
    }
    return List.copyOf(found);
  }

  private Stretch stretch(int from, int to, double... baseline) {
    if (baseline.length < Limits.FEWEST) {
      return new Stretch(from, to, baseline.length, Status.TOO_FEW, null, null);
    }
    Limits limits = Limits.of(baseline);
    if (limits.meanMovingRange() == 0) {
      return new Stretch(from, to, baseline.length, Status.ZERO_VARIANCE, limits.centre(), null);
    }
    Limits widened =
        season == null ? limits : limits.widened(Seasonality.widening(history, season));
    return new Stretch(from, to, baseline.length, Status.OK, widened.centre(), widened);
  }

  private static List<Signal> signals(double[] charted, List<Stretch> stretches) {
    List<Signal> all = new ArrayList<>();
    for (Stretch stretch : stretches) {
      double[] part = Arrays.copyOfRange(charted, stretch.from(), stretch.to());
      stretch
          .limits()
          .ifPresent(limits ->
              ProcessBehaviour.signals(part, limits)
                  .forEach(signal ->
                      all.add(new Signal(stretch.from() + signal.index(), signal.rule()))));
    }
    return List.copyOf(all);
  }
}
