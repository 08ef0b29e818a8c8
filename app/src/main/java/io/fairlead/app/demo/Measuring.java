package io.fairlead.app.demo;

import io.fairlead.app.demo.DemoCompany.Figure;
import io.fairlead.app.demo.DemoCompany.Happened;
import io.fairlead.app.demo.DemoCompany.Measured;
import io.fairlead.app.demo.DemoCompany.Part;
import io.fairlead.app.demo.Staff.Post;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Two years of figures of the running business: a level that grows, swings with the time of the
/// year and the week, is hit now and then, and scatters by chance. One follows what another did
/// weeks before.
final class Measuring {
  private static final double FARTHEST = 2.4;
  private static final double DAYS_A_YEAR = 365.25;
  private static final double MISSED = 0.004;
  private static final double MISTYPED = 0.006;

  private final Dice dice;
  private final Staff staff;
  private final Records records;
  private final LocalDate today;
  private final LocalDate begin;
  private final Map<String, List<Double>> scatter = new HashMap<>();

  Measuring(Dice dice, Staff staff, Records records, LocalDate today) {
    this.dice = dice;
    this.staff = staff;
    this.records = records;
    this.today = today;
    this.begin = today.minusYears(2);
  }

  void measure() {
    Gauge.all().forEach(this::measure);
  }

  private void measure(Gauge gauge) {
    Dice own = dice.forThe(gauge.name());
    Post post = post(gauge.ownedBy());
    Measured measured = measured(gauge, post, own);
    records.measured.add(measured);
    Part whole = part(measured, "", "", own);
    List<LocalDate> days = days(gauge.frequency());
    List<Double> chance = chance(gauge, days.size(), own);
    scatter.put(gauge.name(), chance);
    List<Part> parts = parts(gauge, measured, own);
    for (int i = 0; i < days.size(); i++) {
      if (gauge.frequency().equals("daily") && own.chance(MISSED)) {
        continue;
      }
      LocalDate day = days.get(i);
      BigDecimal value = value(gauge, day, chance.get(i));
      say(whole, day, value, post, own);
      divide(gauge, parts, value, day, post, own);
    }
    happened(gauge, measured, post, own);
  }

  private Post post(String unit) {
    return staff.posts.stream()
        .filter(post -> post.unit().name().equals(unit))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no unit is called " + unit));
  }

  private Measured measured(Gauge gauge, Post post, Dice own) {
    Instant at = evening(begin);
    List<Double> aims = gauge.figures("aims");
    List<Double> band = gauge.figures("band");
    return new Measured(
        own.id(at),
        gauge.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
        gauge.name(),
        gauge.text(">"),
        post.lead(),
        post.depth() == 0 ? null : post.unit().id(),
        gauge.figures(),
        gauge.decimals(),
        gauge.direction(),
        gauge.frequency(),
        gauge.tense(),
        aim(aims, 0),
        aim(aims, 1),
        aim(aims, 2),
        aim(band, 0),
        aim(band, 1),
        gauge.text("?"),
        gauge.said().containsKey("pays"),
        begin,
        at,
        gauge.waits());
  }

  private static @Nullable BigDecimal aim(List<Double> aims, int index) {
    return aims.isEmpty() ? null : BigDecimal.valueOf(aims.get(index));
  }

  private Part part(Measured measured, String dimension, String slice, Dice own) {
    Part part = new Part(own.id(measured.createdAt()), measured.id(), dimension, slice);
    records.parts.add(part);
    return part;
  }

  private List<Part> parts(Gauge gauge, Measured measured, Dice own) {
    if (gauge.text("parts").isEmpty()) {
      return List.of();
    }
    List<String> cells = Resource.cells(gauge.text("parts"));
    return cells.stream()
        .skip(1)
        .map(
            cell -> part(measured, cells.getFirst(), cell.substring(0, cell.lastIndexOf(' ')), own))
        .toList();
  }

  /// Every day, every Monday, or the first of every month, up to yesterday.
  private List<LocalDate> days(String frequency) {
    return switch (frequency) {
      case "daily" -> begin.datesUntil(today).toList();
      case "weekly" ->
          begin
              .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
              .datesUntil(today, java.time.Period.ofWeeks(1))
              .toList();
      default -> {
        LocalDate first = begin.withDayOfMonth(1).plusMonths(1);
        yield first.isBefore(today)
            ? first.datesUntil(today, java.time.Period.ofMonths(1)).toList()
            : List.of();
      }
    };
  }

  /// How far each value lies from where it should, as a share of it.
  private List<Double> chance(Gauge gauge, int length, Dice own) {
    double noise = gauge.figure("noise") / 100;
    List<Double> chance = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      chance.add(noise * Math.clamp(own.normal(0, 1), -FARTHEST, FARTHEST) + echo(gauge, i));
    }
    return chance;
  }

  private double echo(Gauge gauge, int index) {
    if (gauge.text("follows").isEmpty()) {
      return 0;
    }
    List<String> cells = Resource.cells(gauge.text("follows"));
    String[] how = cells.get(1).split(" ");
    List<Double> before = scatter.getOrDefault(cells.getFirst(), List.of());
    int then = index - Integer.parseInt(how[0]);
    return then < 0 ? 0 : before.get(then) * Integer.parseInt(how[1]) / 100;
  }

  private BigDecimal value(Gauge gauge, LocalDate day, double chance) {
    double years = ChronoUnit.DAYS.between(begin, day) / DAYS_A_YEAR;
    double value = gauge.figure("level") * Math.pow(1 + gauge.figure("grows") / 100, years);
    List<Double> year = gauge.figures("year");
    if (!year.isEmpty()) {
      double angle = 2 * Math.PI * (day.getDayOfYear() / DAYS_A_YEAR - (year.get(1) - 0.5) / 12);
      value *= 1 + year.getFirst() / 100 * Math.cos(angle);
    }
    if (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
      value *= 1 + gauge.figure("weekend") / 100;
    }
    long ago = ChronoUnit.DAYS.between(day, today);
    for (Gauge.Shock shock : gauge.shocks()) {
      value *= shock.isOn(ago) ? 1 + shock.share() : 1;
    }
    double shown = Math.max(0, value * (1 + chance));
    return rounded(gauge.figures().equals("%") ? Math.min(100, shown) : shown, gauge.decimals());
  }

  private static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  /// What the parts have of a value; together they are the whole.
  private void divide(
      Gauge gauge, List<Part> parts, BigDecimal whole, LocalDate day, Post post, Dice own) {
    BigDecimal left = whole;
    List<String> cells = Resource.cells(gauge.text("parts"));
    for (int i = 0; i < parts.size(); i++) {
      String cell = cells.get(i + 1);
      double share = Integer.parseInt(cell.substring(cell.lastIndexOf(' ') + 1)) / 100.0;
      boolean last = i == parts.size() - 1;
      double drawn = whole.doubleValue() * share * (1 + own.between(-0.15, 0.15));
      BigDecimal has = last ? left : rounded(drawn, gauge.decimals()).min(left);
      left = left.subtract(has);
      say(parts.get(i), day, has, post, own);
    }
  }

  /// Now and then somebody mistypes and corrects it two days later.
  private void say(Part part, LocalDate day, BigDecimal value, Post post, Dice own) {
    UUID by = present(post, day);
    boolean wrong = own.chance(MISTYPED) && day.plusDays(2).isBefore(today);
    if (!wrong) {
      records.figures.add(new Figure(part.id(), day, 0, value, by, evening(day)));
      return;
    }
    BigDecimal typed = value.multiply(BigDecimal.TEN);
    records.figures.add(new Figure(part.id(), day, 0, typed, by, evening(day)));
    records.figures.add(new Figure(part.id(), day, 1, value, by, evening(day.plusDays(2))));
  }

  /// Its owner, or who led above them before they came.
  private UUID present(Post post, LocalDate day) {
    Post asked = post;
    while (!staff.person(asked.lead()).isHere(day) && asked.above() != null) {
      asked = asked.above();
    }
    return asked.lead();
  }

  private void happened(Gauge gauge, Measured measured, Post post, Dice own) {
    for (Gauge.Shock shock : gauge.shocks()) {
      if (!shock.words().isEmpty()) {
        LocalDate day = today.minusDays(shock.daysAgo());
        Instant at = evening(day);
        records.happened.add(
            new Happened(
                own.id(at),
                measured.id(),
                day,
                shock.words(),
                shock.days() == 0,
                present(post, day),
                at));
      }
    }
  }

  private static Instant evening(LocalDate day) {
    return day.atTime(LocalTime.of(18, 0)).atZone(Rulebook.ZONE).toInstant();
  }
}
