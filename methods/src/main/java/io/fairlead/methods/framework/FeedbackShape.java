package io.fairlead.methods.framework;

import static io.fairlead.methods.framework.Field.optional;
import static io.fairlead.methods.framework.Field.or;
import static io.fairlead.methods.framework.Field.required;

import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.framework.Shape.Choice;
import io.fairlead.methods.framework.Shape.Flag;
import io.fairlead.methods.framework.Shape.Items;
import io.fairlead.methods.framework.Shape.Section;
import io.fairlead.methods.framework.Shape.Text;
import io.fairlead.methods.framework.Shape.Whole;
import io.fairlead.methods.lessons.ShippedLessons;
import java.time.Month;
import java.util.List;

/// What may stand in `feedback`.
final class FeedbackShape {
  private static final Section ROUND =
      new Section(
          required("name", new Text(60), "the round's name", "What people call it: Yearly 360."),
          required(
              "instrument",
              new Text(60),
              "the instrument",
              "What is asked: the id of an instrument that comes with Fairlead, or of one of your own."),
          or(
              "development",
              "purpose",
              Shape.choice(FeedbackRound.Purpose.class),
              "the purpose",
              "What its reports may be used for. What is collected for development can never be reached by reviews, calibration or pay."),
          or(
              "everyone",
              "reviewees",
              Shape.choice(FeedbackRound.Reviewees.class),
              "who is rated",
              "Who is rated: everyone, those whom anybody reports to, or those who lead such leaders."),
          or(
              "year",
              "every",
              Shape.choice(FeedbackRound.Every.class),
              "how often it is held",
              "How often the round is held."),
          or(
              "may",
              "month",
              Shape.choice(Month.class),
              "the month in which it begins",
              "It begins on the first working day of this month, and again after each half-year or quarter where it is held more often."),
          raters("peers", 7, "the peers", "How many peers of a reviewee are asked."),
          raters(
              "reports",
              0,
              "the reports",
              "How many of a reviewee's reports are asked, where there are any."),
          raters(
              "cross-functional",
              0,
              "the colleagues of other functions",
              "How many colleagues of other functions are asked."),
          raters(
              "external",
              0,
              "the raters from outside",
              "How many people from outside are asked: customers, suppliers, partners."),
          or(
              true,
              "manager",
              new Flag(),
              "whether the manager is asked",
              "Whether the reviewee's manager is asked. Managers are shown by name."),
          or(
              true,
              "self",
              new Flag(),
              "whether the reviewee is asked",
              "Whether reviewees rate themselves, so that others' view has something to stand beside."),
          or(
              5,
              "nominating",
              new Whole(1, 30),
              "the working days for nominating",
              "How many working days there are to nominate raters and to approve them."),
          or(
              15,
              "answering",
              new Whole(3, 60),
              "the working days for answering",
              "How many working days raters have to answer, after that."),
          optional(
              "lesson",
              new Choice(ShippedLessons.ids()),
              "the lesson before it",
              "A lesson that raters do before they answer. Who has not done it is never listed."),
          optional(
              "owner",
              new Text(120),
              "who answers for it",
              "Who answers for an evaluation, by name or office. Evaluations need one."),
          optional(
              "validation",
              new Text(1000),
              "its validation",
              "What supports using this instrument to evaluate people: the study, the job analysis, the agreement. Evaluations need it."));

  static final Section FEEDBACK =
      new Section(
          or(
              List.of(),
              "rounds",
              new Items(ROUND, 0, 12, false),
              "the rounds",
              "The rounds of 360° feedback that are held here. Without any, nobody is asked for anything."),
          optional(
              "thresholds",
              new Section(
                  or(
                      4,
                      "numeric",
                      new Whole(ReleasePolicy.LEAST, 30),
                      "the answers that ratings need",
                      "How many of a group must have answered before its ratings are published. 3 with nobody who tells, 4 with one, 6 with two are the least that keeps the promise on five points."),
                  or(
                      5,
                      "comments",
                      new Whole(ReleasePolicy.LEAST, 30),
                      "the answers that comments need",
                      "How many of a group must have answered before its comments are published. At least three more than may tell.")),
              "the thresholds",
              "From how many answers on a group is shown. A round keeps what held when it was launched."),
          or(
              0,
              "colluders",
              new Whole(0, 2),
              "the raters who may tell",
              "How many of a group may tell what they gave without anybody else's rating becoming known."),
          or(
              2,
              "width",
              new Whole(1, 3),
              "the width of the promise",
              "No rating can be told closer than this and one more neighbouring points: with 2, three points."),
          or(
              "competency",
              "unit",
              Shape.choice(ReleaseUnit.class),
              "what figures are published of",
              "Whether figures are published of each competency (of three items at least) or of each item (from six answers on). Never of both."),
          or(
              "reviewee",
              "audience",
              Shape.choice(FeedbackDefaults.Audience.class),
              "who reads a report",
              "Who reads a report: the person it is about, or their manager as well. Who reads it rates by name or not at all."),
          or(
              90,
              "budget",
              new Whole(5, 600),
              "the minutes that a round may take of a rater",
              "How many minutes one round may take of a rater."),
          optional(
              "steward",
              new Text(120),
              "the comment steward",
              "Who reads comments before they are published, and may only withhold one as a whole, with a second person. Raters are told so. Without it, nobody reads them."),
          optional(
              "concerns",
              new Text(300),
              "the place for threats and misconduct",
              "Whom to turn to with a threat or with misconduct, which feedback does not settle: a name, an address, a page. Raters, readers of reports and the comment steward are told."),
          optional(
              "opens",
              new Section(
                  or(
                      true,
                      "debrief",
                      new Flag(),
                      "whether booking a debrief opens a report",
                      "Whether a report opens as soon as its debrief is booked."),
                  or(
                      5,
                      "after",
                      new Whole(0, 30),
                      "the working days after which a report opens",
                      "After how many working days a report opens in any case.")),
              "the opening of reports",
              "When a report can be read."),
          or(
              List.of(),
              "without",
              new Items(
                  Shape.choice(FeedbackIndicator.class),
                  0,
                  FeedbackIndicator.values().length,
                  true),
              "what rounds leave out",
              "What the program does not work out in rounds: who is asked of those nominated (assignment), how far a round is (participation), how long sheets took (minutes) and planning by it (pace), highest and lowest figures (strengths), one's own view against others' (gaps), likely ranges (precision), hints on comments (hints), how far apart raters are (spread), how much of the scale they use (range), how far they see one impression of a person (halo), where the middle half of all teams lies (teams), patterns of a report (patterns)."),
          optional(
              "escrow",
              new Section(
                  or(
                      "offered",
                      "rounds",
                      Shape.choice(FeedbackDefaults.Escrow.Use.class),
                      "whether rounds have an escrow",
                      "Whether two custodians can together open who wrote one published comment: in no round (none), where a round says so (offered), or in every round but follow-ups (required). Raters are told before they answer. Each round names its custodians and their keys when it is set up."),
                  or(
                      90,
                      "days",
                      new Whole(1, FeedbackDefaults.Escrow.MOST_DAYS),
                      "the days that an escrow lasts",
                      "For how many days after the close it can be opened, where a round says nothing else.")),
              "the escrow of rounds",
              "Whether who wrote a comment can ever be opened."));

  private FeedbackShape() {}

  private static Field raters(String name, int usual, String phrase, String meaning) {
    return or(usual, name, new Whole(0, 30), phrase, meaning);
  }
}
