package io.fairlead.app.measures;

import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.measures.NaturalRange;
import io.fairlead.methods.measures.Signal;
import io.fairlead.methods.measures.Stretch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A process-behaviour chart, drawn: the usual range of each stretch, the values in the order of
/// time, those that say something, what happened, and what it should be.
///
/// @param points small circles, where there are few enough to be told apart
public record BehaviourChart(
    int width,
    int height,
    int left,
    int right,
    int axis,
    List<Band> bands,
    String line,
    List<Point> points,
    List<Mark> marks,
    List<Happened> events,
    String target,
    List<Label> labels,
    @Nullable Label says,
    List<Label> days) {
  private static final int TOP = 28;
  private static final int FOOT = 56;
  private static final int MOST_POINTS = 80;
  private static final int MOST_LINE = 600;
  private static final int MARK_WIDTH = 8;
  private static final int LABEL_HEIGHT = 15;

  /// The usual range of one stretch: it moves with the season where there is one.
  ///
  /// @param area its outline as a polygon, with `upper`, `centre` and `lower` as lines
  public record Band(String area, String upper, String centre, String lower) {}

  public record Point(String x, String y) {}

  /// A value that says something.
  ///
  /// @param shape `on` where it is better, `off` where it is worse, `plain` where neither is
  public record Mark(String x, String y, String shape, String says) {}

  public record Happened(String x, String labelX, String anchor, String words, String labelY) {}

  /// @param anchor where its words stand from `x`: `start`, `middle` or `end`
  public record Label(String x, String y, String words, boolean strong, String anchor) {}

  static BehaviourChart of(
      Words words,
      MeasurePlan plan,
      Behaviour behaviour,
      List<MeasureEvent> events,
      List<Target> targets,
      int width,
      int height) {
    return new Drawing(words, plan, behaviour, width, height).drawn(events, targets);
  }

  /// What one drawing shares while it is made.
  private static final class Drawing {
    private final Words words;
    private final MeasurePlan plan;
    private final Behaviour behaviour;
    private final List<DayValue> values;
    private final int width;
    private final int height;
    private final int right;
    private final Scale x;
    private final Scale y;

    Drawing(Words words, MeasurePlan plan, Behaviour behaviour, int width, int height) {
      this.words = words;
      this.plan = plan;
      this.behaviour = behaviour;
      this.values = behaviour.values();
      this.width = width;
      this.height = height;
      this.right = width - (width > 500 ? 132 : 84);
      this.x = new Scale(epoch(values.getFirst().day()), epoch(values.getLast().day()), 8, right);
      this.y = vertical();
    }

    private Scale vertical() {
      DoubleSummaryStatistics all = new DoubleSummaryStatistics();
      Stream.of(plan.low(), plan.high(), plan.target())
          .flatMap(Stream::ofNullable)
          .forEach(each -> all.accept(each.doubleValue()));
      for (int i = 0; i < values.size(); i++) {
        all.accept(values.get(i).value());
        behaviour
            .range(i)
            .ifPresent(range -> {
              all.accept(range.lower());
              all.accept(range.upper());
            });
      }
      return new Scale(all.getMin(), all.getMax(), height - FOOT, TOP);
    }

    BehaviourChart drawn(List<MeasureEvent> events, List<Target> targets) {
      List<DayValue> line = Picture.of(values, MOST_LINE);
      return new BehaviourChart(
          width,
          height,
          8,
          right,
          height - FOOT + 14,
          bands(),
          polyline(line),
          values.size() > MOST_POINTS
              ? List.of()
              : values.stream().map(each -> new Point(x(each), y.at(each.value()))).toList(),
          marks(),
          happened(events),
          target(targets),
          labels(),
          says(),
          days());
    }

    private String x(DayValue value) {
      return x.at(epoch(value.day()));
    }

    private String polyline(List<DayValue> line) {
      StringBuilder points = new StringBuilder();
      line.forEach(each -> Scale.point(points, x.pixel(epoch(each.day())), y.pixel(each.value())));
      return points.toString();
    }

    private List<Band> bands() {
      List<Band> bands = new ArrayList<>();
      for (Stretch stretch : behaviour.stretches()) {
        if (stretch.natural() != null) {
          bands.add(band(stretch));
        }
      }
      return bands;
    }

    private Band band(Stretch stretch) {
      List<String> upper = new ArrayList<>();
      List<String> centre = new ArrayList<>();
      List<String> lower = new ArrayList<>();
      boolean level = !behaviour.isSeasonal() && !behaviour.isWithoutPast();
      int length = stretch.to() - 1 - stretch.from();
      int step = Math.max(1, level ? length : length / MOST_LINE);
      for (int i = stretch.from(); i < stretch.to(); i += step) {
        NaturalRange range = behaviour.range(i).orElseThrow();
        upper.add(x(values.get(i)) + "," + y.at(range.upper()));
        centre.add(x(values.get(i)) + "," + y.at(range.centre()));
        lower.add(x(values.get(i)) + "," + y.at(range.lower()));
      }
      return new Band(
          String.join(" ", upper) + " " + String.join(" ", lower.reversed()),
          String.join(" ", upper),
          String.join(" ", centre),
          String.join(" ", lower));
    }

    private List<Mark> marks() {
      return drawn(behaviour.signals()).stream()
          .map(signal -> {
            DayValue value = values.get(signal.index());
            boolean up = behaviour.isUpward(signal);
            String rule = MeasureWords.rule(words, signal.rule().code(), up);
            return new Mark(
                x(value),
                y.at(value.value()),
                shape(plan, up),
                words.text(
                    "measures.mark",
                    words.plainDate(value.day()),
                    MeasureWords.figure(words, plan, value.value()),
                    rule));
          })
          .toList();
    }

    /// The plainest of each value. Of a long series, whose marks would lie on one another, in every
    /// few pixels the farthest upwards and downwards, and the latest.
    private Collection<Signal> drawn(List<Signal> signals) {
      Map<Integer, Signal> drawn = new LinkedHashMap<>();
      if (values.size() <= MOST_POINTS) {
        signals.forEach(each -> drawn.putIfAbsent(each.index(), each));
        return drawn.values();
      }
      for (Signal each : signals) {
        boolean up = behaviour.isUpward(each);
        int place = (int) x.pixel(epoch(values.get(each.index()).day())) / MARK_WIDTH;
        drawn.merge(up ? place : -1 - place, each, (one, next) -> farther(one, next, up));
      }
      Signal latest = behaviour.latest().orElse(null);
      if (latest != null && drawn.values().stream().noneMatch(latest::equals)) {
        drawn.put(Integer.MAX_VALUE, latest);
      }
      return drawn.values();
    }

    private Signal farther(Signal one, Signal next, boolean up) {
      double rise = values.get(next.index()).value() - values.get(one.index()).value();
      return (up ? rise : -rise) > 0 ? next : one;
    }

    private List<Happened> happened(List<MeasureEvent> events) {
      List<Happened> shown = new ArrayList<>();
      LocalDate first = values.getFirst().day();
      LocalDate last = values.getLast().day();
      int most = width > 500 ? 6 : 3;
      List<MeasureEvent> within =
          events.stream()
              .filter(each -> !each.day().isBefore(first) && !each.day().isAfter(last))
              .toList();
      for (MeasureEvent each : within.subList(Math.max(0, within.size() - most), within.size())) {
        double at = x.pixel(epoch(each.day()));
        boolean toLeft = at > width * 0.55;
        shown.add(
            new Happened(
                Scale.text(at),
                Scale.text(toLeft ? at - 6 : at + 6),
                toLeft ? "end" : "start",
                cut(words.text("measures.event", words.shortDate(each.day()), each.words())),
                Integer.toString(height - FOOT - 4 - LABEL_HEIGHT * (shown.size() % 3))));
      }
      return shown;
    }

    private static double epoch(LocalDate day) {
      return (double) day.toEpochDay();
    }

    private String cut(String text) {
      int most = width > 500 ? 44 : 22;
      return text.length() <= most ? text : text.substring(0, most - 1).strip() + "…";
    }

    /// Steps from each day on which the target was set.
    private String target(List<Target> targets) {
      StringBuilder path = new StringBuilder();
      double end = epoch(values.getLast().day());
      for (int i = 0; i < targets.size(); i++) {
        Target each = targets.get(i);
        double from = Math.max(epoch(each.from()), x.low());
        double to = i + 1 < targets.size() ? Math.min(epoch(targets.get(i + 1).from()), end) : end;
        if (each.value() != null && from <= end && to >= x.low()) {
          double height = each.value().doubleValue();
          if (height >= y.low() && height <= y.high()) {
            path.append('M').append(x.at(from)).append(' ').append(y.at(height));
            path.append('H').append(from == to ? Scale.text(right + 6.0) : x.at(to));
          }
        }
      }
      return path.toString();
    }

    /// At the right end: upper, mean and lower, and the latest value where it is none of them.
    private List<Label> labels() {
      List<Label> labels = new ArrayList<>();
      NaturalRange range = behaviour.range(values.size() - 1).orElse(null);
      if (range != null) {
        labels.add(label(range.upper(), "measures.label.upper", false));
        labels.add(label(range.centre(), "measures.label.mean", true));
        labels.add(label(range.lower(), "measures.label.lower", false));
      } else {
        labels.add(label(values.getLast().value(), "measures.label.last", true));
      }
      return labels;
    }

    private Label label(double value, String key, boolean strong) {
      return new Label(
          Integer.toString(right + 8),
          Scale.text(y.pixel(value) + 4),
          words.text(key, words.number(value, Math.min(plan.decimals() + 1, 6))),
          strong,
          "start");
    }

    /// What the latest value that says something says, beside it.
    private @Nullable Label says() {
      Signal signal = behaviour.latest().orElse(null);
      if (signal == null) {
        return null;
      }
      DayValue value = values.get(signal.index());
      double at = x.pixel(epoch(value.day()));
      boolean toLeft = at > width * 0.4;
      double height = y.pixel(value.value());
      boolean above = height < this.height / 2.0;
      return new Label(
          Scale.text(toLeft ? at - 10 : at + 10),
          Scale.text(above ? Math.max(14, height + 4) : height - 12),
          words.text(
              "measures.mark-says",
              words.number(value.value(), plan.decimals()),
              words.text("measures.rule-name." + signal.rule().code())),
          true,
          toLeft ? "end" : "start");
    }

    /// A handful of days along the foot.
    private List<Label> days() {
      long from = values.getFirst().day().toEpochDay();
      long to = values.getLast().day().toEpochDay();
      int ticks = from == to ? 1 : width > 500 ? 5 : 3;
      List<Label> days = new ArrayList<>();
      for (int i = 0; i < ticks; i++) {
        long day = ticks == 1 ? from : from + (to - from) * i / (ticks - 1);
        LocalDate date = LocalDate.ofEpochDay(day);
        days.add(
            new Label(
                x.at((double) day),
                Integer.toString(height - FOOT + 32),
                to - from > 500 ? monthOfYear(date) : words.shortDate(date),
                false,
                i == 0 ? "start" : "middle"));
      }
      return days;
    }

    private String monthOfYear(LocalDate date) {
      return java.time.format.DateTimeFormatter.ofPattern("MMM yyyy", words.locale()).format(date);
    }
  }

  /// `on` where a move in that direction is for the better, `off` where it is for the worse.
  static String shape(MeasurePlan plan, boolean up) {
    return switch (plan.way()) {
      case HIGHER -> up ? "on" : "off";
      case LOWER -> up ? "off" : "on";
      case TARGET, BAND -> "plain";
    };
  }

  /// What a reader of the picture is told where the picture is not seen.
  static @Nullable String said(Words words, MeasurePlan plan, Standing standing) {
    String range = MeasureWords.range(words, plan, standing);
    String behaviour = MeasureWords.behaviour(words, standing);
    return range == null ? behaviour : behaviour + " " + range;
  }
}
