package io.fairlead.methods.framework;

import static io.fairlead.methods.framework.Field.optional;
import static io.fairlead.methods.framework.Field.or;
import static io.fairlead.methods.framework.Field.required;

import io.fairlead.methods.framework.Shape.Day;
import io.fairlead.methods.framework.Shape.Flag;
import io.fairlead.methods.framework.Shape.Fraction;
import io.fairlead.methods.framework.Shape.Items;
import io.fairlead.methods.framework.Shape.Language;
import io.fairlead.methods.framework.Shape.Section;
import io.fairlead.methods.framework.Shape.Text;
import io.fairlead.methods.framework.Shape.Whole;
import io.fairlead.methods.framework.Shape.Zone;
import io.fairlead.methods.wording.GoalRule;
import io.fairlead.methods.wording.Severity;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The shape of the whole document: which sections and fields there are, what may stand in them,
/// what holds when they are silent, and what each means.
public final class FrameworkShape {
  /// Sections that later modules bring; a document that has one is newer than this program.
  static final List<String> LATER =
      List.of(
          "meetings",
          "surveys",
          "growth",
          "reviews",
          "calibration",
          "training",
          "pay",
          "rollout",
          "insights",
          "retention",
          "integrations");

  private static final Section ORGANISATION =
      new Section(
          required(
              "name",
              new Text(120),
              "the organisation's name",
              "The name as people see it at the top of every page."),
          or(
              "UTC",
              "zone",
              new Zone(),
              "the time zone",
              "The time zone of the organisation's dates: a day, and so a due date or a cycle, ends at midnight there."),
          or(
              "en",
              "locale",
              new Language(),
              "the language",
              "How dates and numbers are written, and the language of the pages where a translation exists."));

  private static final Section DIRECTION =
      new Section(
          optional(
              "mission",
              new Text(1000),
              "the mission",
              "Why the organisation exists, in a sentence or two. Shown above everyone's goals."),
          optional(
              "vision",
              new Text(1000),
              "the vision",
              "What will be true when the mission has gone well, some years from now."),
          or(
              List.of(),
              "ambitions",
              new Items(
                  new Section(
                      required(
                          "name",
                          new Text(120),
                          "the ambition's name",
                          "The ambition in a few words."),
                      optional(
                          "why",
                          new Text(1000),
                          "why the ambition matters",
                          "Why this, and why now."),
                      optional(
                          "by",
                          new Day(),
                          "when the ambition is to be reached",
                          "The date by which it should be true.")),
                  0,
                  12,
                  false),
              "the ambitions",
              "The few things the organisation wants to be true in the next years. Objectives point at them."),
          or(
              List.of(),
              "values",
              new Items(
                  new Section(
                      required(
                          "name", new Text(60), "the value's name", "The value in a word or two."),
                      optional(
                          "means",
                          new Text(1000),
                          "what the value means",
                          "What one can see someone do who lives it.")),
                  0,
                  12,
                  false),
              "the values",
              "How people here want to work together. Praise and feedback refer to them."));

  private static final Section VOCABULARY =
      new Section(Arrays.stream(Noun.values()).map(FrameworkShape::noun).toList());

  private static final Section PLACES =
      new Section(
          or(
              true,
              "goals",
              new Flag(),
              "whether there are goals",
              "Objectives, key results, check-ins and grading."),
          or(
              true,
              "talk",
              new Flag(),
              "whether people talk about goals",
              "Comments and reactions on goals and check-ins, and what happened there. Nothing without goals."));

  private static final Section CADENCE =
      new Section(
          optional(
              "fiscal-year",
              new Section(
                  or(
                      "january",
                      "starts",
                      Shape.choice(Month.class),
                      "the month in which the fiscal year starts",
                      "The month on whose first day a fiscal year, and so its cycles, starts."),
                  or(
                      "end",
                      "named-by",
                      Shape.choice(YearName.class),
                      "the year a fiscal year is named after",
                      "Whether the fiscal year from April 2026 to March 2027 is FY27 (`end`) or FY26 (`start`).")),
              "the fiscal year",
              "When a year starts here, and how it is called."),
          optional(
              "cycles",
              new Section(
                  or(
                      "quarter",
                      "length",
                      Shape.choice(CycleLength.class),
                      "the length of a cycle",
                      "How long people work on one set of objectives. `custom` uses the list below."),
                  or(
                      List.of(),
                      "longer",
                      new Items(new Shape.Choice(List.of("half-year", "year")), 0, 2, true),
                      "the longer cycles",
                      "Longer cycles that run beside and contain the ordinary ones, for objectives that need the time."),
                  or(
                      "calendar",
                      "names",
                      Shape.choice(CycleNames.class),
                      "how cycles are named",
                      "`calendar` writes Q2 2026, `fiscal` writes FY26 Q2."),
                  or(
                      List.of(),
                      "custom",
                      new Items(
                          new Section(
                              required(
                                  "name", new Text(60), "the cycle's name", "What people call it."),
                              required(
                                  "starts",
                                  new Day(),
                                  "the cycle's first day",
                                  "The first day, inclusive."),
                              required(
                                  "ends",
                                  new Day(),
                                  "the cycle's last day",
                                  "The last day, inclusive.")),
                          0,
                          60,
                          false),
                      "the custom cycles",
                      "The cycles one by one, when `length` is `custom`: trimesters, seasons, school terms.")),
              "the cycles",
              "The rhythm of goals: plan, work, grade."),
          optional(
              "planning",
              new Section(
                  or(
                      14,
                      "opens-days-before",
                      new Whole(0, 120),
                      "the days before a cycle on which its planning opens",
                      "How many days before the first day of a cycle people can begin to plan it."),
                  or(
                      14,
                      "closes-days-after",
                      new Whole(0, 120),
                      "the days into a cycle on which its planning closes",
                      "How many days after the first day objectives should be agreed.")),
              "the planning window",
              "When the next cycle's objectives are written and aligned."),
          optional(
              "grading",
              new Section(
                  or(
                      7,
                      "opens-days-before",
                      new Whole(0, 120),
                      "the days before a cycle's end on which grading opens",
                      "How many days before the last day of a cycle its objectives can be graded."),
                  or(
                      10,
                      "closes-days-after",
                      new Whole(0, 120),
                      "the days after a cycle's end on which grading closes",
                      "How many days after the last day grades and retrospectives should be in.")),
              "the grading window",
              "When a cycle's objectives are graded and learned from."),
          optional(
              "check-ins",
              new Section(
                  or(
                      "weekly",
                      "rhythm",
                      Shape.choice(Rhythm.class),
                      "the rhythm of check-ins",
                      "How often owners say where their key results stand. `monthly` means the last such weekday of a month."),
                  or(
                      "friday",
                      "day",
                      Shape.choice(DayOfWeek.class),
                      "the weekday of check-ins",
                      "The weekday on which a check-in is due."),
                  optional(
                      "counted-from",
                      new Day(),
                      "the date from which two weeks are counted",
                      "With `every-two-weeks`: a date in a week that has a check-in. Without it, weeks are counted from 1 January 2024, a Monday.")),
              "check-ins",
              "The regular update of key results."));

  private static final Section GOALS =
      new Section(
          or(
              words(GoalRules.ObjectiveKind.class),
              "objective-kinds",
              new Items(Shape.choice(GoalRules.ObjectiveKind.class), 1, 3, true),
              "the kinds of objectives",
              "Which kinds one may write. Committed is a promise; aspirational is a reach of which 70 % is good; learning is a question to answer."),
          or(
              words(GoalRules.KeyResultKind.class),
              "key-result-kinds",
              new Items(Shape.choice(GoalRules.KeyResultKind.class), 1, 5, true),
              "the kinds of key results",
              "How a key result may be measured."),
          or(
              true,
              "individual-goals",
              new Flag(),
              "whether people have objectives of their own",
              "Whether a person can own an objective, or only teams and the organisation."),
          optional(
              "limits",
              new Section(
                  or(
                      3,
                      "objectives-per-owner",
                      new Whole(1, 50),
                      "the most objectives an owner may have in a cycle",
                      "The most open objectives one person or team may have in one cycle."),
                  or(
                      1,
                      "key-results-at-least",
                      new Whole(0, 20),
                      "the fewest key results of an objective",
                      "How many key results an objective needs before it can become active. A learning objective needs none."),
                  or(
                      5,
                      "key-results-at-most",
                      new Whole(1, 20),
                      "the most key results of an objective",
                      "How many key results an objective may have.")),
              "the limits",
              "What keeps a cycle small enough to be finished."),
          or(
              "public",
              "visibility",
              Shape.choice(GoalRules.Visibility.class),
              "who sees a new objective",
              "Who sees an objective unless its owner chooses otherwise: everyone, its team, or named people."),
          or(
              true,
              "weights",
              new Flag(),
              "whether key results may be weighted",
              "Whether owners may give key results different weights. Without, all count the same."),
          optional(
              "scoring",
              new Section(
                  optional(
                      "aspirational",
                      bands(0.7, 0.4),
                      "the bands of aspirational objectives",
                      "How the score of a reach is read. A portfolio of honest reaches averages 0.6 to 0.7."),
                  optional(
                      "committed",
                      bands(1.0, 0.7),
                      "the bands of committed objectives",
                      "How the score of a promise is read. Anything under `reached-from` needs a word of explanation."),
                  optional(
                      "too-easy",
                      new Section(
                          or(
                              0.9,
                              "mean-from",
                              new Fraction(0.5, 1),
                              "the mean score that hints at targets set too low",
                              "Aspirational objectives whose mean score is at least this look as if they had been set low."),
                          or(
                              2,
                              "cycles",
                              new Whole(1, 8),
                              "the cycles after which the hint appears",
                              "For how many cycles in a row, before anyone is told.")),
                      "the hint at targets set too low",
                      "When to suggest that reaches are no reaches.")),
              "the scoring bands",
              "Which scores from 0 to 1 count as reached, partly reached and missed."),
          optional(
              "alignment",
              new Section(
                  or(
                      3,
                      "contributions-at-most",
                      new Whole(0, 3),
                      "the most further objectives one may contribute to",
                      "Besides its one primary parent, how many objectives an objective may contribute to, with a share each."),
                  or(
                      4,
                      "levels-at-most",
                      new Whole(1, 12),
                      "the most levels of objectives",
                      "How many objectives may stand above each other, from the organisation's down to the last. Long chains are slow and brittle."),
                  or(
                      true,
                      "sideways",
                      new Flag(),
                      "whether objectives may align sideways",
                      "Whether an objective may contribute to one of another team at the same level."),
                  or(
                      true,
                      "upwards-agreement",
                      new Flag(),
                      "whether the owner above agrees to an alignment",
                      "Whether the owner of the objective above is asked (they may agree, discuss or decline). It never blocks the work below.")),
              "the alignment rules",
              "How objectives may hang together."),
          optional(
              "staleness",
              new Section(
                  or(
                      14,
                      "days",
                      new Whole(1, 200),
                      "the days after which a key result counts as stale",
                      "A key result without a check-in for longer than this is shown as stale."),
                  or(
                      2,
                      "missed-check-ins",
                      new Whole(1, 12),
                      "the missed check-ins after which a key result counts as stale",
                      "Or after this many due check-ins were missed, whichever is sooner.")),
              "staleness",
              "When silence becomes visible."));

  private static final Section MEASURES =
      new Section(
          or(
              0,
              "per-leader",
              new Whole(0, 30),
              "the measures that each leader keeps",
              "How many measures each of those who lead is expected to keep. The rehearsal counts their minutes."),
          or(
              "monthly",
              "frequency",
              Shape.choice(MeasureDefaults.Frequency.class),
              "how often a new measure gets a value",
              "How often a new measure gets a value, unless its owner chooses otherwise."),
          or(
              "public",
              "visibility",
              Shape.choice(MeasureDefaults.Visibility.class),
              "who sees a new measure",
              "Who sees a measure unless its owner chooses otherwise: everyone, the people of its unit, or named people."),
          or(
              20,
              "baseline",
              new Whole(12, 200),
              "the values that give a new measure its range",
              "How many values give the range that a measure keeps to by itself. Fewer than twelve give none; from twenty on it hardly moves."),
          or(
              true,
              "signals",
              new Flag(),
              "whether signals ask owners something",
              "Whether the owner is asked when a measure leaves its range. Its chart shows it in any case."),
          or(
              "everyone",
              "define",
              Shape.choice(MeasureDefaults.Definers.class),
              "who may define a measure",
              "Who may define a measure: everyone, those who lead people (with the management and people operations), or people operations alone. Whoever owns one keeps it in any case."));

  private static final Section SCORECARD =
      new Section(
          or(
              List.of(),
              "perspectives",
              new Items(
                  new Section(
                      required(
                          "name",
                          new Text(60),
                          "the perspective's name",
                          "What is looked at, in a word or two."),
                      required(
                          "weight",
                          new Whole(0, 100),
                          "the perspective's weight",
                          "What it counts in per cent of the whole. All of them make 100.")),
                  0,
                  8,
                  false),
              "the perspectives",
              "From which sides a scorecard looks at the organisation. Without any: Finance, Customers, Processes, Learning and growth, a quarter each."),
          or(
              "never",
              "review",
              Shape.choice(ScorecardDefaults.Review.class),
              "how often scorecards are talked over",
              "How often leaders talk a scorecard over. The rehearsal counts its minutes."));

  private static final Section LINT =
      new Section(
          or(
              List.of(),
              "off",
              new Items(new Shape.Choice(goalRules()), 0, 50, true),
              "the silent rules for goals",
              "Rules of the goal linter that say nothing, by their id."),
          or(
              List.of(),
              "severities",
              new Items(
                  new Section(
                      required(
                          "rule",
                          new Shape.Choice(goalRules()),
                          "the rule",
                          "The rule's id, as the editor shows it."),
                      required(
                          "severity",
                          Shape.choice(Severity.class),
                          "its severity",
                          "How much its findings matter here. None ever blocks a draft.")),
                  0,
                  50,
                  false),
              "the severities of rules for goals",
              "Rules of the goal linter that are taken more or less seriously than usual."),
          optional(
              "limits",
              new Section(
                  or(
                      15,
                      "words",
                      new Whole(5, 60),
                      "the most words of an objective",
                      "How many words an objective may have before the editor says that it is long."),
                  or(
                      5,
                      "key-results",
                      new Whole(1, 20),
                      "the key results from which the editor says that it is many",
                      "How many key results an objective may have before the editor says that they are many."),
                  or(
                      5,
                      "objectives",
                      new Whole(1, 50),
                      "the objectives from which the editor says that it is many",
                      "How many objectives an owner may have in a cycle before the editor says that they are many.")),
              "the limits of the goal linter",
              "From where on the goal linter speaks."));

  private static final Section EFFORT =
      new Section(
          optional(
              "minutes-a-week",
              new Section(
                  optional(
                      "member",
                      new Whole(1, 2400),
                      "the minutes a week of somebody who leads nobody",
                      "Somebody who leads nobody."),
                  optional(
                      "leader",
                      new Whole(1, 2400),
                      "the minutes a week of somebody who leads people",
                      "Somebody who leads people of whom none leads anybody."),
                  optional(
                      "leader-of-leaders",
                      new Whole(1, 2400),
                      "the minutes a week of somebody who leads leaders",
                      "Somebody who leads at least one person who leads others.")),
              "the budget of minutes a week",
              "What any week may ask of somebody on average; without a figure there is no limit."));

  private static final Shape WAIVERS =
      new Items(
          new Section(
              required(
                  "rule",
                  new Text(80),
                  "the waived rule",
                  "The rule's id, as `fairlead lint` prints it."),
              optional(
                  "path",
                  new Text(200),
                  "where the rule is waived",
                  "Only for findings at this place of the document; without it, everywhere."),
              required(
                  "reason",
                  new Text(1000),
                  "why the rule is waived",
                  "Why the finding is accepted here. It is shown beside the finding.")),
          0,
          100,
          false);

  /// The document as a whole.
  public static final Section DOCUMENT =
      new Section(
          or(
              1,
              "fairlead",
              new Whole(1, 1),
              "the format of the document",
              "The format of this document. This version of Fairlead reads format 1."),
          required(
              "organisation", ORGANISATION, "the organisation", "Who this framework belongs to."),
          optional(
              "direction", DIRECTION, "the direction", "Where the organisation is going, and how."),
          optional(
              "vocabulary",
              VOCABULARY,
              "the vocabulary",
              "The organisation's own words for a few things. Those not named keep their usual ones."),
          optional(
              "places",
              PLACES,
              "the places",
              "What people here work with. What is switched off does not appear anywhere, and keeps what stands in it."),
          optional("cadence", CADENCE, "the cadence", "When people plan, check in and grade."),
          optional(
              "goals",
              GOALS,
              "the rules for goals",
              "What objectives and key results may look like."),
          optional(
              "measures",
              MEASURES,
              "the rules for measures",
              "How the figures of the running business are kept."),
          optional(
              "scorecard",
              SCORECARD,
              "the scorecard",
              "What scorecards look at, and when they are talked over."),
          optional(
              "feedback",
              FeedbackShape.FEEDBACK,
              "feedback",
              "Which rounds of 360° feedback are held, and what protects those who answer."),
          optional(
              "lint",
              LINT,
              "the goal linter",
              "What the editor says about goals while they are written."),
          optional(
              "effort",
              EFFORT,
              "the effort",
              "How much of people's time all this may take. The rehearsal shows where it would be more."),
          or(
              List.of(),
              "waivers",
              WAIVERS,
              "the waivers",
              "Lint findings that are accepted, each with a reason."));

  private FrameworkShape() {}

  private static Field noun(Noun noun) {
    String usual = noun.standard().singular();
    return optional(
        Shape.word(noun),
        new Section(
            required(
                "singular",
                new Text(40),
                "the word for one " + usual,
                "One, as it stands inside a sentence: `goal`."),
            required(
                "plural",
                new Text(40),
                "the word for several " + noun.standard().plural(),
                "Several, as they stand inside a sentence: `goals`.")),
        "the word for " + usual,
        "What people here call " + (usual.matches("^[aeiou].*") ? "an " : "a ") + usual + ".");
  }

  private static Section bands(double reached, double partly) {
    return new Section(
        or(
            reached,
            "reached-from",
            new Fraction(0, 1),
            "the score from which it counts as reached",
            "The least score that counts as reached."),
        or(
            partly,
            "partly-from",
            new Fraction(0, 1),
            "the score from which it counts as partly reached",
            "The least score that counts as partly reached; below is missed."));
  }

  private static List<String> goalRules() {
    return Arrays.stream(GoalRule.values()).map(GoalRule::id).toList();
  }

  private static <E extends Enum<E>> List<String> words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
