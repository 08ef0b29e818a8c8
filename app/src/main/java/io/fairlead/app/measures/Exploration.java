package io.fairlead.app.measures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.measures.NaturalRange;
import io.fairlead.methods.measures.Signal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a chart is drawn from in which one moves about: every value of a series with its usual
/// range and its words, what happened, and what it should be.
record Exploration(List<Point> points, List<Happened> events, List<Aim> aims) {

  /// @param on the day in words
  /// @param says the day, the value, and what it says, in words
  /// @param usual the usual range in words
  /// @param mark null where the value says nothing; else `on` for the better, `off` for the worse,
  ///   `plain` for neither
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Point(
      LocalDate day,
      String on,
      double value,
      String says,
      @Nullable String usual,
      @Nullable Double lower,
      @Nullable Double centre,
      @Nullable Double upper,
      @Nullable String mark) {}

  record Happened(LocalDate day, String words) {}

  /// @param value from that day on; null where there is no target any more
  record Aim(LocalDate from, @Nullable Double value) {}

  static Exploration of(
      Words words,
      MeasurePlan plan,
      Behaviour behaviour,
      List<MeasureEvent> events,
      List<Target> targets) {
    Map<Integer, Signal> signals = new HashMap<>();
    behaviour.signals().forEach(each -> signals.putIfAbsent(each.index(), each));
    return new Exploration(
        IntStream.range(0, behaviour.values().size())
            .mapToObj(i -> point(words, plan, behaviour, i, signals.get(i)))
            .toList(),
        events.stream().map(each -> new Happened(each.day(), each.words())).toList(),
        targets.stream()
            .map(each ->
                new Aim(
                    each.from(), each.value() == null ? null : (Double) each.value().doubleValue()))
            .toList());
  }

  private static Point point(
      Words words, MeasurePlan plan, Behaviour behaviour, int index, @Nullable Signal signal) {
    DayValue value = behaviour.values().get(index);
    NaturalRange range = behaviour.range(index).orElse(null);
    String on = words.plainDate(value.day());
    String figure = MeasureWords.figure(words, plan, value.value());
    boolean up = signal != null && behaviour.isUpward(signal);
    return new Point(
        value.day(),
        on,
        value.value(),
        signal == null
            ? words.text("measures.event", on, figure)
            : words.text(
                "measures.mark", on, figure, MeasureWords.rule(words, signal.rule().code(), up)),
        range == null
            ? null
            : words.text(
                "measures.explore.range",
                MeasureWords.figure(words, plan, range.lower()),
                MeasureWords.figure(words, plan, range.upper())),
        range == null ? null : (Double) range.lower(),
        range == null ? null : (Double) range.centre(),
        range == null ? null : (Double) range.upper(),
        signal == null ? null : BehaviourChart.shape(plan, up));
  }
}
