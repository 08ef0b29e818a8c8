package io.fairlead.methods.framework;

import io.fairlead.methods.framework.Finding.Severity;
import io.fairlead.methods.framework.LintRule.Hit;
import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Whether the calendar leaves time to plan, to work and to learn.
final class CadenceRules {
  private static final int CHECK_INS_FOR_A_FORECAST = 4;

  static final List<LintRule> RULES =
      List.of(
          new LintRule(
              "year-without-shorter-cycles",
              Severity.WARNING,
              "In a year the world changes and the objectives do not; most yearly goals are not looked at between January and November.",
              "length: quarter, with longer: [year] for what takes a year",
              CadenceRules::yearOnly),
          new LintRule(
              "too-many-rhythms",
              Severity.ADVICE,
              "Three rhythms at once mean that somewhere something is planned or graded almost every week.",
              "longer: [year]",
              CadenceRules::tooManyRhythms),
          new LintRule(
              "year-name-unused",
              Severity.ADVICE,
              "Cycles are named by the calendar, so that nobody ever sees the fiscal year's name.",
              "names: fiscal",
              CadenceRules::yearNameUnused),
          new LintRule(
              "custom-cycles-gap",
              Severity.WARNING,
              "Between the two there is no cycle: goals cannot be checked in on, and what runs on belongs nowhere.",
              "Let the next cycle start on the day after, and plan the pause inside it.",
              CadenceRules::gaps),
          new LintRule(
              "custom-cycles-uneven",
              Severity.ADVICE,
              "People learn how much fits into a cycle only when cycles are about the same length.",
              "Three cycles of four months",
              CadenceRules::uneven),
          new LintRule(
              "custom-cycle-length",
              Severity.WARNING,
              "Under four weeks an objective is a task; over a year nobody remembers why it was set.",
              "Six weeks to half a year",
              CadenceRules::customLength),
          new LintRule(
              "planning-too-short",
              Severity.WARNING,
              "Alignment is a conversation. In less than a week people write down what they would do anyway.",
              "opens-days-before: 14",
              CadenceRules::planningTooShort),
          new LintRule(
              "planning-too-long",
              Severity.WARNING,
              "When a third of the cycle is over before its objectives are agreed, they describe what has happened.",
              "closes-days-after: 10",
              CadenceRules::planningTooLong),
          new LintRule(
              "planning-too-early",
              Severity.ADVICE,
              "Whoever plans before half of the running cycle is over plans without knowing how it goes.",
              "opens-days-before: 21",
              CadenceRules::planningTooEarly),
          new LintRule(
              "grading-too-short",
              Severity.WARNING,
              "A grade takes minutes; the look back that makes it worth anything needs a meeting.",
              "closes-days-after: 10",
              CadenceRules::gradingTooShort),
          new LintRule(
              "grading-too-early",
              Severity.WARNING,
              "What is graded long before the end stops being worked on.",
              "opens-days-before: 7",
              CadenceRules::gradingTooEarly),
          new LintRule(
              "grading-outlasts-planning",
              Severity.WARNING,
              "The next cycle is agreed before the last one is understood: its lessons come too late.",
              "Let grading close before the next planning does: grading 7 days after, planning 10.",
              CadenceRules::gradingOutlastsPlanning),
          new LintRule(
              "check-ins-slower-than-stale",
              Severity.ERROR,
              "Whoever checks in exactly on time is shown as stale in between.",
              "rhythm: weekly with staleness.days: 14",
              CadenceRules::slowerThanStale),
          new LintRule(
              "too-few-check-ins",
              Severity.WARNING,
              "A forecast needs four check-ins; with fewer, nobody hears of trouble while there is time.",
              "rhythm: every-two-weeks",
              CadenceRules::tooFewCheckIns),
          new LintRule(
              "check-in-on-weekend",
              Severity.WARNING,
              "A due date on a day off is missed, or teaches people to work on days off.",
              "day: friday",
              CadenceRules::weekend),
          new LintRule(
              "counted-from-unused",
              Severity.ADVICE,
              "Only two-week rhythms are counted from a date; here it has no effect.",
              "Remove it, or use rhythm: every-two-weeks.",
              CadenceRules::countedFromUnused),
          new LintRule(
              "stale-too-late",
              Severity.WARNING,
              "When silence shows only after a third of the cycle, there is little left to save.",
              "days: 14",
              CadenceRules::staleTooLate),
          new LintRule(
              "missed-check-ins-too-many",
              Severity.ADVICE,
              "The days run out first, so that missed check-ins are never what makes a key result stale.",
              "missed-check-ins: 2",
              CadenceRules::missedTooMany));

  private CadenceRules() {}

  /// The shortest ordinary cycle, in days.
  static long shortestCycle(Cadence cadence) {
    return switch (cadence.cycles().length()) {
      case QUARTER -> 90;
      case HALF_YEAR -> 181;
      case YEAR -> 365;
      case CUSTOM ->
          cadence.cycles().custom().stream().mapToLong(CadenceRules::days).min().orElseThrow();
    };
  }

  private static long days(Cadence.Custom cycle) {
    return ChronoUnit.DAYS.between(cycle.starts(), cycle.ends()) + 1;
  }

  private static Cadence cadence(FrameworkDocument document) {
    return document.framework().cadence();
  }

  private static List<Hit> when(boolean hit, String path, String what) {
    return hit ? List.of(new Hit(path, what)) : List.of();
  }

  private static List<Hit> yearOnly(FrameworkDocument document) {
    return when(
        cadence(document).cycles().length() == CycleLength.YEAR,
        "cadence.cycles.length",
        "Objectives are set once a year.");
  }

  private static List<Hit> tooManyRhythms(FrameworkDocument document) {
    return when(
        cadence(document).cycles().longer().size() > 1,
        "cadence.cycles.longer",
        "Three lengths of cycles run at once.");
  }

  private static List<Hit> yearNameUnused(FrameworkDocument document) {
    return when(
        document.place("cadence.fiscal-year.named-by").isPresent()
            && cadence(document).cycles().names() == CycleNames.CALENDAR,
        "cadence.fiscal-year.named-by",
        "The fiscal year has a name that is used nowhere.");
  }

  private static List<Hit> gaps(FrameworkDocument document) {
    List<Cadence.Custom> written = cadence(document).cycles().custom();
    List<Cadence.Custom> ordered =
        written.stream().sorted(Comparator.comparing(Cadence.Custom::starts)).toList();
    List<Hit> hits = new ArrayList<>();
    for (int i = 1; i < ordered.size(); i++) {
      Cadence.Custom before = ordered.get(i - 1);
      Cadence.Custom after = ordered.get(i);
      long gap = ChronoUnit.DAYS.between(before.ends(), after.starts()) - 1;
      if (gap > 0) {
        hits.add(
            new Hit(
                "cadence.cycles.custom[" + written.indexOf(after) + "].starts",
                "%d day%s between '%s' and '%s'."
                    .formatted(gap, gap == 1 ? "" : "s", before.name(), after.name())));
      }
    }
    return hits;
  }

  private static List<Hit> uneven(FrameworkDocument document) {
    List<Cadence.Custom> custom = cadence(document).cycles().custom();
    long shortest = custom.stream().mapToLong(CadenceRules::days).min().orElse(0);
    long longest = custom.stream().mapToLong(CadenceRules::days).max().orElse(0);
    return when(
        longest > 2 * shortest,
        "cadence.cycles.custom",
        "Cycles last from " + shortest + " to " + longest + " days.");
  }

  private static List<Hit> customLength(FrameworkDocument document) {
    List<Cadence.Custom> custom = cadence(document).cycles().custom();
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < custom.size(); i++) {
      long days = days(custom.get(i));
      if (days < 28 || days > 366) {
        hits.add(
            new Hit(
                "cadence.cycles.custom[" + i + "]",
                "'" + custom.get(i).name() + "' lasts " + days + " days."));
      }
    }
    return hits;
  }

  private static List<Hit> planningTooShort(FrameworkDocument document) {
    Cadence.Planning planning = cadence(document).planning();
    int days = planning.opensDaysBefore() + planning.closesDaysAfter() + 1;
    return when(days < 7, "cadence.planning", "Planning is open for " + days + " days.");
  }

  private static List<Hit> planningTooLong(FrameworkDocument document) {
    int after = cadence(document).planning().closesDaysAfter();
    return when(
        3L * after > shortestCycle(cadence(document)),
        "cadence.planning.closes-days-after",
        "Planning closes "
            + after
            + " days into a cycle of "
            + shortestCycle(cadence(document))
            + ".");
  }

  private static List<Hit> planningTooEarly(FrameworkDocument document) {
    int before = cadence(document).planning().opensDaysBefore();
    return when(
        2L * before > shortestCycle(cadence(document)),
        "cadence.planning.opens-days-before",
        "Planning opens "
            + before
            + " days before a cycle of "
            + shortestCycle(cadence(document))
            + ".");
  }

  private static List<Hit> gradingTooShort(FrameworkDocument document) {
    Cadence.Grading grading = cadence(document).grading();
    int days = grading.opensDaysBefore() + grading.closesDaysAfter() + 1;
    return when(days < 5, "cadence.grading", "Grading is open for " + days + " days.");
  }

  private static List<Hit> gradingTooEarly(FrameworkDocument document) {
    int before = cadence(document).grading().opensDaysBefore();
    return when(
        5L * before > shortestCycle(cadence(document)),
        "cadence.grading.opens-days-before",
        "Grading opens "
            + before
            + " days before the end of a cycle of "
            + shortestCycle(cadence(document))
            + ".");
  }

  /// The next cycle starts on the day after the last one's end.
  private static List<Hit> gradingOutlastsPlanning(FrameworkDocument document) {
    int grading = cadence(document).grading().closesDaysAfter();
    int planning = cadence(document).planning().closesDaysAfter() + 1;
    return when(
        grading > planning,
        "cadence.grading.closes-days-after",
        "Grading closes %d days after the end of a cycle, planning of the next one already after %d."
            .formatted(grading, planning));
  }

  private static List<Hit> slowerThanStale(FrameworkDocument document) {
    int between = cadence(document).daysBetweenCheckIns();
    int stale = document.framework().goals().staleness().days();
    return when(
        between > stale,
        "goals.staleness.days",
        "Check-ins are up to " + between + " days apart, but count as stale after " + stale + ".");
  }

  private static List<Hit> tooFewCheckIns(FrameworkDocument document) {
    long count = shortestCycle(cadence(document)) / checkInDays(cadence(document));
    return when(
        count < CHECK_INS_FOR_A_FORECAST,
        "cadence.check-ins.rhythm",
        "A cycle has " + count + " check-in" + (count == 1 ? "." : "s."));
  }

  /// The mean time between two check-ins.
  private static int checkInDays(Cadence cadence) {
    return switch (cadence.checkIns().rhythm()) {
      case WEEKLY -> 7;
      case EVERY_TWO_WEEKS -> 14;
      case MONTHLY -> 30;
    };
  }

  private static List<Hit> weekend(FrameworkDocument document) {
    DayOfWeek day = cadence(document).checkIns().day();
    return when(
        day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY,
        "cadence.check-ins.day",
        "Check-ins are due on " + Wording.capital(Shape.word(day)) + "s.");
  }

  private static List<Hit> countedFromUnused(FrameworkDocument document) {
    return when(
        document.place("cadence.check-ins.counted-from").isPresent()
            && cadence(document).checkIns().rhythm() != Rhythm.EVERY_TWO_WEEKS,
        "cadence.check-ins.counted-from",
        "Weeks are counted from a date, but check-ins are "
            + Shape.word(cadence(document).checkIns().rhythm())
            + ".");
  }

  private static List<Hit> staleTooLate(FrameworkDocument document) {
    int stale = document.framework().goals().staleness().days();
    return when(
        3L * stale > shortestCycle(cadence(document)),
        "goals.staleness.days",
        "A key result is stale after "
            + stale
            + " days of a cycle of "
            + shortestCycle(cadence(document))
            + ".");
  }

  private static List<Hit> missedTooMany(FrameworkDocument document) {
    GoalRules.Staleness staleness = document.framework().goals().staleness();
    long reached = (long) checkInDays(cadence(document)) * (staleness.missedCheckIns() - 1);
    return when(
        reached >= staleness.days(),
        "goals.staleness.missed-check-ins",
        "%d missed check-ins take longer than %d days."
            .formatted(staleness.missedCheckIns(), staleness.days()));
  }
}
