package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.platform.web.PaceLine;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.goals.Course;
import io.fairlead.methods.goals.Forecast;
import io.fairlead.methods.goals.Forecasts;
import io.fairlead.methods.goals.Freshness;
import io.fairlead.methods.goals.Observation;
import io.fairlead.methods.goals.Pace;
import io.fairlead.methods.goals.Status;
import io.fairlead.methods.goals.StatusRule;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How far something has drifted from its course, in days: what a pace line draws and the words
/// beside it say.
///
/// @param derived the status that the figures give
/// @param said what is said instead, if anything is
/// @param ahead days ahead of the course today (behind: negative); null without course or figure
/// @param line where it stood at each check-in, oldest first
/// @param wedge where it will be at the end, in days ahead, in 80 of 100 such cases; null without a
///   trend
/// @param length of the course in days
/// @param today days since its start
/// @param last the day of the newest check-in
public record Drift(
    Status derived,
    @Nullable SaidStatus said,
    @Nullable Double ahead,
    List<Point> line,
    @Nullable Wedge wedge,
    double length,
    double today,
    @Nullable LocalDate last,
    @Nullable LocalDate baselineDue,
    @Nullable Forecast forecast) {

  /// @param day days since the start of the course
  public record Point(double day, double ahead) {}

  public record Wedge(double low, double high) {}

  static Drift of(KeyResultRow row, Cycle cycle, LocalDate today) {
    LocalDate due = row.asked().due();
    LocalDate end = due != null && due.isAfter(cycle.starts()) ? due : cycle.ends();
    Track track = row.track();
    Course course = row.asked().hasCourse() ? course(cycle, end) : null;
    List<Observation> series =
        track == null || course == null
            ? List.of()
            : track.points().stream()
                .map(point -> new Observation(dayOf(cycle, point.day()), point.progress()))
                .toList();
    Standing standing = Standing.of(row.asked(), track, cycle, today);
    return drawn(
        standing.status(),
        row.said(),
        course,
        series,
        standing.forecast(),
        cycle,
        today,
        track == null ? null : track.lastDay(),
        row.baselineDue());
  }

  /// An objective stands where the weighted mean of its key results does. A band that holds is
  /// where it should be on every day; a yes-or-no has no course and speaks only where nothing else
  /// does.
  static Drift of(ObjectiveRow objective, List<KeyResultRow> keyResults, LocalDate today) {
    Cycle cycle = objective.cycle();
    Course course = course(cycle, cycle.ends());
    List<KeyResultRow> onCourse =
        keyResults.stream().filter(row -> row.asked().hasCourse() || row.isBand()).toList();
    List<Observation> series = mean(onCourse, cycle, course);
    Forecast forecast = series.isEmpty() ? null : Forecasts.STANDARD.of(course, series);
    LocalDate last =
        tracks(keyResults).map(Track::lastDay).max(Comparator.naturalOrder()).orElse(null);
    return drawn(
        status(keyResults, forecast, last, cycle, today),
        objective.said(),
        series.isEmpty() ? null : course,
        series,
        forecast,
        cycle,
        today,
        last,
        keyResults.stream()
            .map(KeyResultRow::baselineDue)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null));
  }

  /// As the kit draws it, on the axis of a cycle.
  public PaceLine drawn(Cycle cycle, LocalDate today) {
    var points = new ArrayList<PaceLine.Point>();
    line.forEach(point ->
        points.add(new PaceLine.Point(cycle.starts().plusDays((long) point.day()), point.ahead())));
    boolean rests = derived == Status.STALE || status() == Status.DONE;
    LocalDate asOf = asOf(cycle, today);
    if (ahead != null && !rests && points.getLast().day().isBefore(asOf)) {
      points.add(new PaceLine.Point(asOf, ahead));
    }
    return new PaceLine(
        cycle.starts(),
        cycle.ends(),
        asOf,
        points,
        wedge == null ? null : new PaceLine.Forecast(wedge.low(), wedge.high()),
        shown());
  }

  /// The status that counts: what is said, else what the figures give.
  public Status status() {
    return said == null ? derived : said.status();
  }

  /// The status as the kit shows it.
  public io.fairlead.app.platform.web.Status shown() {
    return io.fairlead.app.platform.web.Status.of(status().code());
  }

  private static LocalDate asOf(Cycle cycle, LocalDate today) {
    if (today.isAfter(cycle.ends())) {
      return cycle.ends();
    }
    return today.isBefore(cycle.starts()) ? cycle.starts() : today;
  }

  /// Whether it needs somebody to look: behind its course, and said to miss it or to be at risk.
  public boolean isBehind() {
    return ahead != null
        && Math.round(ahead) < 0
        && (status() == Status.OFF_TRACK || status() == Status.AT_RISK);
  }

  /// The check-in from which on it has been behind without a break; for what fell behind since the
  /// newest one, that one.
  public LocalDate behindSince(Cycle cycle) {
    int since = Math.max(0, line.size() - 1);
    while (since > 0 && Math.round(line.get(since - 1).ahead()) < 0) {
      since--;
    }
    return line.isEmpty() ? cycle.starts() : cycle.starts().plusDays((long) line.get(since).day());
  }

  /// How it stands, in the words beside the line.
  public String words(Words words) {
    if (said != null) {
      String status = words.text("status." + said.status().code());
      return words.text("goals.said-by", status, Called.person(words, said.by()));
    }
    return figures(words);
  }

  /// How it stands by its figures alone, whatever is said.
  public String figures(Words words) {
    return switch (derived) {
      case DONE ->
          last == null ? words.text("status.done") : words.text("goals.done-on", words.date(last));
      case STALE ->
          last == null
              ? words.text("status.stale")
              : words.text("goals.no-update-since", words.plainDate(last));
      case NO_DATA ->
          baselineDue == null
              ? words.text("goals.no-update-yet")
              : words.text("goals.baseline-due", words.plainDate(baselineDue));
      case ON_TRACK, AT_RISK, OFF_TRACK -> againstPace(words);
    };
  }

  /// The days say it all, unless the forecast disagrees with them: then its verdict comes first.
  private String againstPace(Words words) {
    String verdict = words.text("status." + derived.code());
    if (ahead == null) {
      return verdict;
    }
    boolean late = Math.round(ahead) < 0;
    String days = PaceLine.words(words, ahead);
    return late == (derived == Status.ON_TRACK)
        ? words.text("check-in.standing", verdict, days)
        : days;
  }

  private static Stream<Track> tracks(List<KeyResultRow> rows) {
    return rows.stream().flatMap(row -> Stream.ofNullable(row.track()));
  }

  private static Course course(Cycle cycle, LocalDate end) {
    return Course.straight(0, 1, Math.max(1, dayOf(cycle, end)));
  }

  private static double dayOf(Cycle cycle, LocalDate day) {
    return cycle.starts().until(day, ChronoUnit.DAYS);
  }

  private static Status status(
      List<KeyResultRow> all,
      @Nullable Forecast forecast,
      @Nullable LocalDate last,
      Cycle cycle,
      LocalDate today) {
    if (!all.isEmpty() && all.stream().allMatch(KeyResultRow::isReached)) {
      return Status.DONE;
    }
    if (forecast == null || last == null) {
      return all.stream()
          .map(row -> Standing.of(row.asked(), row.track(), cycle, today).status())
          .max(Comparator.comparingInt(Drift::gravity))
          .orElse(Status.NO_DATA);
    }
    double age = Math.max(0, last.until(asOf(cycle, today), ChronoUnit.DAYS));
    Freshness freshness = Freshness.of(age, cycle.checkInEveryDays());
    return freshness.isStale(cycle.checkInEveryDays())
        ? Status.STALE
        : StatusRule.STANDARD.of(forecast);
  }

  private static int gravity(Status status) {
    return switch (status) {
      case OFF_TRACK -> 5;
      case AT_RISK -> 4;
      case STALE -> 3;
      case ON_TRACK -> 2;
      case DONE -> 1;
      case NO_DATA -> 0;
    };
  }

  /// The weighted mean of the progress, at each day somebody checked in, of those key results that
  /// had a check-in by then. Overshooting one does not make up for another.
  private static List<Observation> mean(List<KeyResultRow> rows, Cycle cycle, Course course) {
    var days = new TreeSet<LocalDate>();
    tracks(rows).forEach(track -> track.points().forEach(point -> days.add(point.day())));
    int[] seen = new int[rows.size()];
    var series = new ArrayList<Observation>(days.size());
    for (LocalDate day : days) {
      double at = dayOf(cycle, day);
      double weight = 0;
      double sum = 0;
      for (int i = 0; i < seen.length; i++) {
        KeyResultRow row = rows.get(i);
        List<Track.Point> points = row.track() == null ? List.of() : row.track().points();
        while (seen[i] < points.size() && !points.get(seen[i]).day().isAfter(day)) {
          seen[i]++;
        }
        if (seen[i] > 0) {
          double come = Math.clamp(points.get(seen[i] - 1).progress(), 0.0, 1.0);
          double weighs = row.asked().weight().doubleValue();
          weight += weighs;
          sum += weighs * (row.isBand() ? come * course.expected(at) : come);
        }
      }
      series.add(new Observation(at, sum / weight));
    }
    return series;
  }

  private static Drift drawn(
      Status derived,
      @Nullable SaidStatus said,
      @Nullable Course course,
      List<Observation> series,
      @Nullable Forecast forecast,
      Cycle cycle,
      LocalDate today,
      @Nullable LocalDate last,
      @Nullable LocalDate baselineDue) {
    double length = course == null ? Math.max(1, dayOf(cycle, cycle.ends())) : course.days();
    double day = Math.clamp(dayOf(cycle, today), 0.0, length);
    var line = new ArrayList<Point>();
    Double ahead = null;
    if (course != null && !series.isEmpty()) {
      for (Observation each : series) {
        line.add(new Point(each.day(), Pace.of(course, each.day(), each.value()).daysAhead()));
      }
      ahead = Pace.of(course, day, series.getLast().value()).daysAhead();
    }
    return new Drift(
        derived,
        said,
        ahead,
        List.copyOf(line),
        wedge(forecast, length),
        length,
        day,
        last,
        baselineDue,
        forecast);
  }

  private static @Nullable Wedge wedge(@Nullable Forecast forecast, double length) {
    return forecast instanceof Forecast.Trend trend
        ? new Wedge((trend.interval().low() - 1) * length, (trend.interval().high() - 1) * length)
        : null;
  }
}
