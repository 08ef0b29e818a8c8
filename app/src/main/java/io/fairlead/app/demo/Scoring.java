package io.fairlead.app.demo;

import io.fairlead.app.demo.DemoCompany.Sample;
import io.fairlead.app.demo.DemoCompany.Score;
import io.fairlead.app.demo.DemoCompany.Scored;
import io.fairlead.app.demo.Staff.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Fourteen months in which people of sales score each other's discovery calls: calls differ, get
/// better after a training, and some raters are milder than others. Of the latest week not
/// everybody has scored all they were asked to.
final class Scoring {
  static final int ITEMS = 6;
  static final int RATERS = 3;
  static final int CALLS_A_MONTH = 6;
  private static final int MONTHS = 13;
  private static final int TRAINED = 9;
  private static final int OPEN_DAYS = 8;

  private final Dice dice;
  private final Staff staff;
  private final LocalDate today;
  private final List<Sample> samples = new ArrayList<>();
  private final List<Score> scores = new ArrayList<>();

  Scoring(Dice dice, Staff staff, LocalDate today) {
    this.dice = dice;
    this.staff = staff;
    this.today = today;
  }

  Scored score() {
    LocalDate begin = today.withDayOfMonth(1).minusMonths(MONTHS);
    Post sales =
        staff.posts.stream()
            .filter(post -> post.unit().name().equals("Sales"))
            .findFirst()
            .orElseThrow();
    List<UUID> people = staff.about(List.of("sales"), begin).stream().filter(this::stays).toList();
    List<UUID> raters = people.subList(0, Math.min(6, people.size()));
    Map<UUID, Double> mildness = new HashMap<>();
    raters.forEach(rater -> mildness.put(rater, dice.normal(0, 0.25)));
    Instant at = evening(begin);
    UUID measure = dice.id(at);
    List<String> buyers = Resource.lines("calls.txt");
    for (LocalDate month = begin; month.isBefore(today); month = month.plusMonths(1)) {
      double level = month.isBefore(begin.plusMonths(TRAINED)) ? 2.9 : 3.3;
      for (int call = 0; call < CALLS_A_MONTH; call++) {
        LocalDate day = month.plusDays(1 + call * 4L);
        if (day.isBefore(today)) {
          String buyer = buyers.get(samples.size() % buyers.size());
          call(buyer, day, level, people, raters, mildness);
        }
      }
    }
    return new Scored(
        measure,
        sales.lead(),
        sales.unit().id(),
        at,
        raters,
        List.copyOf(samples),
        List.copyOf(scores));
  }

  private boolean stays(UUID person) {
    return staff.person(person).isHere(today);
  }

  private void call(
      String buyer,
      LocalDate day,
      double level,
      List<UUID> people,
      List<UUID> raters,
      Map<UUID, Double> mildness) {
    UUID author = dice.of(people);
    List<UUID> asked =
        dice.shuffled(raters).stream().filter(each -> !each.equals(author)).limit(RATERS).toList();
    Instant added = evening(day);
    Sample sample =
        new Sample(
            dice.id(added), "Call with " + buyer, day, author, asked, asked.getFirst(), added);
    samples.add(sample);
    double quality = dice.normal(level, 0.75);
    boolean open = day.isAfter(today.minusDays(OPEN_DAYS));
    for (UUID rater : open ? asked.subList(0, 1) : asked) {
      List<String> marks =
          Stream.generate(() -> mark(quality + mildness.getOrDefault(rater, 0.0)))
              .limit(ITEMS)
              .toList();
      LocalDate scored = day.plusDays(1).isBefore(today) ? day.plusDays(1) : day;
      Instant at = evening(scored);
      scores.add(
          new Score(dice.id(at), sample.id(), rater, "{" + String.join(",", marks) + "}", at));
    }
  }

  /// Now and then somebody cannot judge an item.
  private String mark(double around) {
    return dice.chance(0.04)
        ? "NULL"
        : Long.toString(Math.clamp(Math.round(dice.normal(around, 0.6)), 1, 5));
  }

  private static Instant evening(LocalDate day) {
    return day.atTime(LocalTime.of(17, 0)).atZone(Rulebook.ZONE).toInstant();
  }
}
