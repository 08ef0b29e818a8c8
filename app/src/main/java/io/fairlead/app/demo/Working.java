package io.fairlead.app.demo;

import io.fairlead.app.demo.DemoCompany.CheckIn;
import io.fairlead.app.demo.DemoCompany.Milestone;
import io.fairlead.methods.goals.KeyResult;
import io.fairlead.methods.goals.Observation;
import io.fairlead.methods.goals.TimeInBand;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lets a cycle pass: figures move along a course with noise, and their owners say so on Fridays,
/// or later, or not at all; and how sure they are, which is a little more than they should be.
final class Working {
  private static final double LATE = 0.2;
  private static final double SKIPPED = 0.05;
  private static final double SILENT = 0.11;
  private static final double EARLY = 0.07;
  private static final double NEVER_SAID = 0.03;
  private static final double WITH_NOTE = 0.3;
  private static final double WITH_CONFIDENCE = 0.88;
  private static final int LONG_SILENT = 16;

  private final Dice dice;
  private final Staff staff;
  private final Phrases phrases;
  private final Records records;
  private final LocalDate until;
  private Set<DemoCompany.KeyResult> early = Set.of();
  private Set<DemoCompany.KeyResult> never = Set.of();

  Working(Dice dice, Staff staff, Phrases phrases, Records records, LocalDate until) {
    this.dice = dice;
    this.staff = staff;
    this.phrases = phrases;
    this.records = records;
    this.until = until;
  }

  void pass(List<Goal> goals) {
    List<Goal> worked =
        goals.stream()
            .filter(goal -> goal.state.equals("active") || goal.state.equals("dropped"))
            .toList();
    decide(worked);
    worked.forEach(this::pass);
  }

  /// Abilities are spread evenly over what is usual, so that no seed has only winners.
  private void decide(List<Goal> goals) {
    for (String kind : List.of("aspirational", "committed", "learning")) {
      List<Goal> some =
          dice.shuffled(goals.stream().filter(goal -> goal.template.kind().equals(kind)).toList());
      for (int i = 0; i < some.size(); i++) {
        double place = (i + 0.5) / some.size();
        some.get(i).ability = ability(kind, place);
      }
    }
    List<Goal> alive = goals.stream().filter(goal -> goal.state.equals("active")).toList();
    for (Goal goal : dice.some(alive, SILENT)) {
      LocalDate end = until.isBefore(goal.cycle.ends()) ? until : goal.cycle.ends();
      goal.silentFrom = end.minusDays(LONG_SILENT + dice.between(0, 9));
    }
    List<DemoCompany.KeyResult> all = new ArrayList<>();
    alive.stream()
        .filter(goal -> goal.silentFrom == null)
        .forEach(goal -> all.addAll(goal.keyResults));
    early = dice.some(all.stream().filter(each -> !each.kind().equals("band")).toList(), EARLY);
    never =
        dice.some(
            all.stream().filter(each -> !early.contains(each) && each.position() > 0).toList(),
            NEVER_SAID);
  }

  /// @param place 0 the worst, 1 the best of its kind
  private static double ability(String kind, double place) {
    return switch (kind) {
      case "committed" -> place < 0.3 ? 0.55 + place * 1.3 : 1.02 + 0.1 * place;
      case "learning" -> place < 0.2 ? 0.35 : place < 0.55 ? 0.75 : 1.05;
      default ->
          place < 0.2
              ? 0.1 + 1.75 * place
              : place < 0.55 ? 0.5 + 1.1 * (place - 0.2) : 1 + 0.35 * (place - 0.55);
    };
  }

  private void pass(Goal goal) {
    Map<UUID, List<Friday>> fridaysOf = new HashMap<>();
    for (DemoCompany.KeyResult each : goal.keyResults) {
      UUID by = each.owner() == null ? goal.worker() : each.owner();
      List<Friday> fridays = fridaysOf.computeIfAbsent(by, _ -> fridays(goal, by));
      if (!never.contains(each)) {
        new Course(goal, each, by).run(fridays);
      }
    }
  }

  /// A check-in that is made.
  private record Friday(LocalDate due, LocalDate made) {}

  private List<Friday> fridays(Goal goal, UUID by) {
    List<Friday> fridays = new ArrayList<>();
    LocalDate last = lastDay(goal);
    int rhythm = goal.seat.topic().startsWith(Seat.YEAR) ? 14 : 7;
    double late = LATE * dice.between(0.3, 1.7);
    boolean skipped = true;
    LocalDate first = goal.active.isBefore(goal.cycle.starts()) ? goal.cycle.starts() : goal.active;
    for (LocalDate due = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        !due.isAfter(last);
        due = due.plusDays(rhythm)) {
      LocalDate made = dice.chance(late) ? due.plusDays(dice.between(1, 5)) : due;
      boolean skips = !skipped && rhythm == 7 && dice.chance(SKIPPED);
      if (!skips && !made.isAfter(last) && staff.person(by).isHere(made)) {
        fridays.add(new Friday(due, made));
      }
      skipped = skips;
    }
    return fridays;
  }

  private LocalDate lastDay(Goal goal) {
    LocalDate last = until.isBefore(goal.cycle.ends()) ? until : goal.cycle.ends();
    if (goal.silentFrom != null) {
      last = goal.silentFrom;
    }
    return goal.state.equals("dropped") ? goal.cycle.starts().plusDays(24) : last;
  }

  /// One key result through its cycle.
  private final class Course {
    private final Goal goal;
    private final DemoCompany.KeyResult what;
    private final UUID by;
    private final double end;
    private final double bend;
    private final double noise;
    private final double optimism;
    private final List<Observation> series = new ArrayList<>();
    private @Nullable BigDecimal figure;
    private final Set<UUID> done = new LinkedHashSet<>();
    private double before;

    Course(Goal goal, DemoCompany.KeyResult what, UUID by) {
      this.goal = goal;
      this.what = what;
      this.by = by;
      double spread = goal.template.kind().equals("committed") && goal.ability > 1 ? 0.01 : 0.1;
      this.end = early.contains(what) ? 3.2 : Math.max(0.03, goal.ability + dice.normal(0, spread));
      this.bend = Math.exp(dice.normal(0.02, 0.1));
      this.noise = dice.between(0.02, 0.06);
      this.optimism = dice.normal(0.1, 0.09);
    }

    void run(List<Friday> fridays) {
      boolean reached = false;
      for (int i = 0; i < fridays.size(); i++) {
        Friday friday = fridays.get(i);
        double time = time(friday.made());
        double progress = Math.min(end, 1.12) * Math.pow(Math.min(1, pace() * time), bend);
        if (i < fridays.size() - 1 || time < 0.97) {
          progress += dice.normal(0, noise) * Math.sqrt(time);
        }
        boolean last = i == fridays.size() - 1;
        if (!reached || dice.chance(0.2)) {
          reached = say(friday, Math.max(progress, -0.1), time, i == 0, last, reached);
        }
      }
      goal.scores.put(what.id(), new Goal.Score(score(), figure, Set.copyOf(done)));
    }

    /// A band counts for how long it held, everything else for where it came to.
    private double score() {
      return series.isEmpty()
          ? before
          : TimeInBand.of(band(), series, series.getLast().day()).shareOfTime();
    }

    private KeyResult.Band band() {
      return new KeyResult.Band(figure(what.low()), figure(what.high()), figure(what.tolerance()));
    }

    /// Some are done in half of the time.
    private double pace() {
      return end > 2 ? 2.6 : 1;
    }

    private double time(LocalDate day) {
      LocalDate due = what.due() == null ? goal.cycle.ends() : what.due();
      double length = ChronoUnit.DAYS.between(goal.cycle.starts(), due);
      return Math.clamp(ChronoUnit.DAYS.between(goal.cycle.starts(), day) / length, 0.01, 1.0);
    }

    private boolean say(
        Friday friday, double progress, double time, boolean first, boolean last, boolean over) {
      BigDecimal previous = figure;
      int stepsBefore = done.size();
      double was = before;
      if (!over) {
        move(progress, time, friday.made());
      }
      boolean same =
          !first
              && (what.kind().equals("milestones")
                  ? done.size() == stepsBefore
                  : figure != null && previous != null && figure.compareTo(previous) == 0);
      boolean noChange = over || (same && dice.chance(0.6));
      records.checkIns.add(
          new CheckIn(
              dice.id(Records.at(friday.made(), dice)),
              what.id(),
              noChange || what.kind().equals("milestones") ? null : figure,
              noChange || !what.kind().equals("milestones") ? null : List.copyOf(done),
              dice.chance(WITH_CONFIDENCE) ? confidence(progress, time) : null,
              note(first, last, same, was, time),
              noChange,
              by,
              Records.at(friday.made(), dice),
              friday.made(),
              friday.due()));
      return before >= 1 && !what.kind().equals("band");
    }

    private void move(double progress, double time, LocalDate day) {
      switch (what.kind()) {
        case "milestones" -> {
          int many = what.milestones().size();
          int reached = (int) Math.min(many, Math.floor(progress * many + 0.3));
          what.milestones().stream().limit(reached).map(Milestone::id).forEach(done::add);
          double all = what.milestones().stream().mapToDouble(s -> s.weight().doubleValue()).sum();
          before =
              what.milestones().stream()
                      .filter(step -> done.contains(step.id()))
                      .mapToDouble(step -> step.weight().doubleValue())
                      .sum()
                  / all;
        }
        case "yes-no" -> {
          before = progress >= 0.93 || (time > 0.9 && end > 0.7) ? 1 : before;
          figure = BigDecimal.valueOf((long) before);
        }
        case "band" -> inBand(progress, time, day);
        default -> onWay(progress);
      }
    }

    /// Works its way into the band, and out of it again now and then.
    private void inBand(double progress, double time, LocalDate day) {
      double low = figure(what.low());
      double high = figure(what.high());
      double tolerance = Math.max(figure(what.tolerance()), 1e-6);
      double outside = Math.max(0, 0.75 - end) * 1.6 + Math.max(0, 0.25 - time) * 2;
      double at = high - (high - low) * 0.25 + outside * (tolerance + (high - low) * 0.25);
      at += dice.normal(0, (high - low) * 0.1) - Math.min(progress, 1) * (high - low) * 0.15;
      figure = rounded(Math.max(0, at), what.high());
      double value = figure.doubleValue();
      double off = Math.max(0, Math.max(low - value, value - high));
      before = Math.max(0, 1 - off / tolerance);
      series.add(new Observation(goal.cycle.starts().until(day, ChronoUnit.DAYS), value));
    }

    private void onWay(double progress) {
      Measure measure =
          goal.template.measures().stream()
              .filter(
                  each -> Phrases.filled(each.title(), goal.around, () -> "").equals(what.title()))
              .findFirst()
              .orElseThrow();
      double from = figure(what.baseline() == null ? measure.from() : what.baseline());
      double to = figure(measure.to());
      double value = from + progress * (to - from);
      boolean capped =
          to == 0 || what.unit().startsWith("of ") || (what.unit().equals("%") && to > 94);
      if (capped && (value - to) * (to - from) > 0) {
        value = to;
      }
      figure = rounded(Math.max(0, value), measure.to(), from);
      before = Math.clamp((figure.doubleValue() - from) / (to - from), 0.0, 1.0);
    }

    private static double figure(@Nullable BigDecimal figure) {
      return figure == null ? 0 : figure.doubleValue();
    }

    /// As many digits as people would write: those of the target, one more on a short way.
    private static BigDecimal rounded(double value, @Nullable BigDecimal like, double... from) {
      double to = figure(like);
      int digits = like == null ? 0 : Math.max(0, like.stripTrailingZeros().scale());
      boolean isShort = from.length > 0 && Math.abs(to - from[0]) * Math.pow(10, digits) < 12;
      boolean countsThings =
          from.length > 0 && to == Math.rint(to) && from[0] == Math.rint(from[0]);
      int shown = digits + (isShort && !countsThings ? 1 : 0);
      return BigDecimal.valueOf(value).setScale(shown, RoundingMode.HALF_UP);
    }

    /// Early on people say what they hope, later what they see; a little more than they should.
    private int confidence(double progress, double time) {
      double course = time < 0.15 ? 0.75 : Math.min(1.1, progress / Math.pow(time, bend));
      double sees = 1 / (1 + Math.exp(-9 * (course - 0.86)));
      double knows = 0.35 + 0.55 * time;
      double sure = knows * sees + (1 - knows) * 0.62 + optimism + dice.normal(0, 0.05);
      return (int) Math.clamp(Math.round(10 * sure), 0L, 10L);
    }

    private String note(boolean first, boolean last, boolean same, double was, double time) {
      boolean latest = last && goal.state.equals("active") && dice.chance(0.45);
      if (!latest && !dice.chance(first ? 0.5 : WITH_NOTE)) {
        return "";
      }
      return phrases.say(dice, situation(first, same, was, time), this::colleague);
    }

    private String situation(boolean first, boolean same, double was, double time) {
      if (before >= 1 && !what.kind().equals("band")) {
        return "done";
      }
      if (first) {
        return "first";
      }
      if (before < was - 0.03) {
        return "worse";
      }
      double ahead = what.kind().equals("band") ? before - 0.9 : before - time;
      if (ahead > 0.08) {
        return "ahead";
      }
      if (ahead > -0.1) {
        return same ? "no change" : "on course";
      }
      return same ? "stuck" : dice.chance(0.12) ? dice.chance(0.5) ? "doubt" : "hope" : "behind";
    }

    private String colleague() {
      List<UUID> near = new ArrayList<>(staff.post(by).everybody());
      near.remove(by);
      Collections.sort(near);
      return near.isEmpty() ? "Ines" : staff.person(dice.of(near)).name().split(" ")[0];
    }
  }
}
