package io.fairlead.app.framework;

import io.fairlead.app.framework.Rehearsals.Rehearsed;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.rehearsal.FeedbackAssumptions;
import io.fairlead.methods.rehearsal.GoalAssumptions;
import io.fairlead.methods.rehearsal.Rehearsal;
import io.fairlead.methods.rehearsal.Rehearsal.Load;
import io.fairlead.methods.rehearsal.Rehearsal.Week;
import io.fairlead.methods.rehearsal.RoundCoverage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A rehearsal as the studio shows it: a sentence, a heat map, and the weeks that ask too much.
public record RehearsalView(Rehearsed rehearsed) {
  /// How dark a cell may be, from 0.
  private static final int DARKEST = 4;

  /// One week of a role.
  ///
  /// @param heat 0 to 4, against the busiest cell of the map
  public record Cell(String minutes, int heat, boolean over, String label) {}

  /// One role.
  public record Row(String role, String people, List<Cell> cells, String month, String change) {}

  public Rehearsal rehearsal() {
    return rehearsed.next();
  }

  public String sentence(Words words) {
    Load first = rehearsal().loads().getFirst();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        words.text(
            "rehearsal.sentence." + changed(first),
            words.text("rehearsal.role." + first.role().code() + ".one"),
            whole(first.minutesAMonth()),
            Math.abs(change(first))));
    rehearsal().loads().stream()
        .skip(1)
        .max(Comparator.comparingDouble(load -> load.busiest().mean()))
        .ifPresent(busiest ->
            sentences.add(
                words.text(
                    "rehearsal.peak",
                    words.text("rehearsal.role." + busiest.role().code()),
                    whole(busiest.busiest().mean()),
                    words.shortDate(busiest.busiest().monday()))));
    return String.join(" ", sentences);
  }

  /// What stands above each week: its Monday, with the month where one begins.
  public List<String> weeks(Words words) {
    List<String> heads = new ArrayList<>();
    LocalDate before = null;
    for (LocalDate monday : rehearsal().weeks()) {
      heads.add(
          before == null || before.getMonth() != monday.getMonth()
              ? words.shortDate(monday)
              : Integer.toString(monday.getDayOfMonth()));
      before = monday;
    }
    return heads;
  }

  public List<Row> rows(Words words) {
    double most =
        rehearsal().loads().stream().mapToDouble(load -> load.busiest().mean()).max().orElse(0);
    return rehearsal().loads().stream()
        .map(load ->
            new Row(
                words.text("rehearsal.role." + load.role().code()),
                words.number(load.people()),
                cells(words, load, most),
                words.number(whole(load.minutesAMonth())),
                change(load) == 0
                    ? ""
                    : words.text(
                        change(load) > 0 ? "rehearsal.more" : "rehearsal.less",
                        Math.abs(change(load)))))
        .toList();
  }

  private List<Cell> cells(Words words, Load load, double most) {
    List<Week> over = load.over(budget(load));
    return load.weeks().stream()
        .map(week ->
            new Cell(
                whole(week.mean()) == 0 ? "·" : words.number(whole(week.mean())),
                most == 0 ? 0 : (int) Math.ceil(DARKEST * week.mean() / most - 1e-9),
                over.contains(week),
                label(words, week)))
        .toList();
  }

  /// What a week is spent on: "planning 30, check-ins 12; nine in ten at most 50".
  private static String label(Words words, Week week) {
    String spent =
        week.duties().entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .map(duty ->
                words.text(
                    "rehearsal.spent",
                    words.text("rehearsal.duty." + duty.getKey()),
                    whole(duty.getValue())))
            .reduce((one, other) -> one + ", " + other)
            .orElse(words.text("rehearsal.nothing"));
    return words.text("rehearsal.cell", words.shortDate(week.monday()), spent, whole(week.most()));
  }

  /// A sentence for each role that has weeks over its budget.
  public List<String> overBudget(Words words) {
    return rehearsal().loads().stream()
        .filter(load -> !load.over(budget(load)).isEmpty())
        .map(load -> {
          List<Week> over = load.over(budget(load));
          Week worst = over.stream().max(Comparator.comparingDouble(Week::mean)).orElseThrow();
          return words.text(
              "rehearsal.over",
              words.text("rehearsal.role." + load.role().code()),
              over.size(),
              budget(load).orElseThrow(),
              words.shortDate(worst.monday()),
              whole(worst.mean()));
        })
        .toList();
  }

  /// What reviewees would see of each round, a sentence for each group of raters.
  public List<String> seen(Words words) {
    return rehearsed.coverage().stream()
        .flatMap(round -> round.groups().stream().map(group -> seen(words, round.round(), group)))
        .toList();
  }

  private static String seen(Words words, String round, RoundCoverage.Group group) {
    String shown =
        words.text(
            "rehearsal.seen.group",
            round,
            words.text("rehearsal.group." + group.relationship().code()),
            words.percent(group.expected()),
            group.asked(),
            group.needed(),
            words.percent(group.withOneMore()));
    long without = Math.round(group.tooFew() * group.reviewees());
    return without == 0
        ? shown
        : shown + " " + words.text("rehearsal.seen.too-few", without, group.reviewees());
  }

  public String seenHow(Words words) {
    return words.text("rehearsal.seen.how", words.percent(FeedbackAssumptions.USUAL.response()));
  }

  /// How the minutes of rounds of feedback are counted; empty where there are none.
  public String feedbackCounted(Words words) {
    FeedbackAssumptions each = FeedbackAssumptions.USUAL;
    return rehearsed.framework().feedback().rounds().isEmpty()
        ? ""
        : words.text(
            "rehearsal.counted.feedback",
            whole(each.minutesToNominate()),
            whole(each.minutesToApprove()),
            whole(each.minutesToRead()),
            whole(each.minutesToTalk()),
            whole(each.minutesToPrepare()));
  }

  public boolean hasBudget() {
    return rehearsal().loads().stream().anyMatch(load -> budget(load).isPresent());
  }

  public GoalAssumptions assumptions() {
    return GoalAssumptions.usual(rehearsed.framework().goals().limits());
  }

  /// Working hours of everybody together in the span.
  public long hours() {
    return Math.round(rehearsal().loads().stream().mapToDouble(Load::minutes).sum() / 60);
  }

  private OptionalInt budget(Load load) {
    return load.role().budget(rehearsed.framework().effort());
  }

  private String changed(Load load) {
    long change = change(load);
    return change == 0 ? "same" : change > 0 ? "more" : "less";
  }

  /// Minutes a month more than today.
  private long change(Load load) {
    Optional<Load> now =
        rehearsed.now().loads().stream().filter(each -> each.role() == load.role()).findFirst();
    return whole(load.minutesAMonth()) - whole(now.map(Load::minutesAMonth).orElse(0.0));
  }

  private static long whole(double minutes) {
    return Math.round(minutes);
  }
}
