package io.fairlead.methods.framework;

import io.fairlead.methods.assignment.RoundRehearsal;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.framework.FeedbackDefaults.Audience;
import io.fairlead.methods.framework.FeedbackDefaults.Escrow.Use;
import io.fairlead.methods.framework.FeedbackRound.Purpose;
import io.fairlead.methods.framework.Finding.Severity;
import io.fairlead.methods.framework.LintRule.Hit;
import io.fairlead.methods.instruments.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whether what protects raters leaves reviewees something to read, and whether what they read is
/// of any use.
final class FeedbackProtectionRules {
  /// The share of raters who answer, where nothing better is known.
  private static final double RESPONSE = 0.7;

  private static final double HARDLY = 0.5;

  private static final int LONG_DAYS = 180;

  /// As the document writes the groups.
  static final Map<Relationship, String> FIELDS =
      Map.of(
          Relationship.PEER,
          "peers",
          Relationship.REPORT,
          "reports",
          Relationship.CROSSFUNCTIONAL,
          "cross-functional",
          Relationship.OTHER,
          "external");

  static final List<LintRule> RULES =
      List.of(
          new LintRule(
              "group-hardly-opens",
              Severity.WARNING,
              "Seven in ten answer. Where fewer are asked than the threshold and some more, most reviewees never see the group by itself.",
              "peers: 6 with thresholds.numeric: 4",
              FeedbackProtectionRules::groupHardlyOpens),
          new LintRule(
              "comments-hardly-open",
              Severity.WARNING,
              "Comments are what people remember of a report, and most reports would have none.",
              "Ask more people, or let comments need fewer answers.",
              FeedbackProtectionRules::commentsHardlyOpen),
          new LintRule(
              "threshold-thin",
              Severity.ADVICE,
              "Of three, two who talk to each other know what the third gave. It keeps the promise, by a hair.",
              "numeric: 4",
              FeedbackProtectionRules::thresholdThin),
          new LintRule(
              "comments-before-ratings",
              Severity.WARNING,
              "A sentence gives its author away sooner than a figure does.",
              "comments: 5",
              FeedbackProtectionRules::commentsBeforeRatings),
          new LintRule(
              "evaluation-unread",
              Severity.ERROR,
              "Whoever is to decide by an evaluation would decide without having read it.",
              "audience: reviewee-and-manager, or purpose: development",
              FeedbackProtectionRules::evaluationUnread),
          new LintRule(
              "no-debrief",
              Severity.WARNING,
              "In more than a third of what was studied feedback made work worse (Kluger and DeNisi 1996). People act on it where somebody goes through it with them.",
              "debrief: true",
              FeedbackProtectionRules::withoutDebrief),
          new LintRule(
              "report-kept-waiting",
              Severity.ADVICE,
              "What people were asked about has faded when they can read it, and they know that it is there.",
              "after: 5",
              FeedbackProtectionRules::keptWaiting),
          new LintRule(
              "escrow-of-development",
              Severity.ADVICE,
              "Whoever knows that a comment can be opened leaves out what is hard to say. In rounds for development that is what people hope to hear.",
              "escrow: {rounds: offered}",
              FeedbackProtectionRules::escrowOfDevelopment),
          new LintRule(
              "escrow-lasts-long",
              Severity.ADVICE,
              "A threat is reported within weeks. As long as an escrow lasts, two custodians can name whoever wrote any comment of the round.",
              "days: 90",
              FeedbackProtectionRules::escrowLastsLong),
          new LintRule(
              "no-place-for-concerns",
              Severity.ADVICE,
              "Comments may threaten somebody or tell of misconduct. A round shuffles and seals what it is told, so that nobody can follow it up there.",
              "concerns: The ombudsperson, ombud@example.org",
              FeedbackProtectionRules::withoutPlaceForConcerns));

  private FeedbackProtectionRules() {}

  private static FeedbackDefaults feedback(FrameworkDocument document) {
    return document.framework().feedback();
  }

  private static boolean isHeld(FeedbackDefaults feedback) {
    return !feedback.rounds().isEmpty();
  }

  private static List<Hit> when(boolean hit, String path, String what) {
    return hit ? List.of(new Hit(path, what)) : List.of();
  }

  private static List<Hit> groupHardlyOpens(FrameworkDocument document) {
    FeedbackDefaults feedback = feedback(document);
    int needed =
        feedback.unit() == ReleaseUnit.ITEM
            ? Math.max(feedback.numeric(), ReleaseUnit.LEAST_RATERS)
            : feedback.numeric();
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < feedback.rounds().size(); i++) {
      FeedbackRound round = feedback.rounds().get(i);
      for (Relationship group : FeedbackRound.UNNAMED) {
        int asked = round.raters(group);
        double share = RoundRehearsal.opens(asked, RESPONSE, needed);
        if (asked > 0 && share < HARDLY) {
          hits.add(
              new Hit(
                  "feedback.rounds[" + i + "]." + FIELDS.get(group),
                  "Of %d asked, %d answer for %.0f in a hundred reviewees."
                      .formatted(asked, needed, 100 * share)));
        }
      }
    }
    return hits;
  }

  private static List<Hit> commentsHardlyOpen(FrameworkDocument document) {
    FeedbackDefaults feedback = feedback(document);
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < feedback.rounds().size(); i++) {
      int asked = feedback.rounds().get(i).unnamed();
      double share = RoundRehearsal.opens(asked, RESPONSE, feedback.comments());
      if (asked > 0 && share < HARDLY) {
        hits.add(
            new Hit(
                "feedback.rounds[" + i + "]",
                "Of all %d asked, %d answer for %.0f in a hundred reviewees: so many see comments."
                    .formatted(asked, feedback.comments(), 100 * share)));
      }
    }
    return hits;
  }

  private static List<Hit> thresholdThin(FrameworkDocument document) {
    return when(
        feedback(document).numeric() == ReleasePolicy.LEAST,
        "feedback.thresholds.numeric",
        "Ratings of three are published.");
  }

  private static List<Hit> commentsBeforeRatings(FrameworkDocument document) {
    FeedbackDefaults feedback = feedback(document);
    return when(
        feedback.comments() < feedback.numeric(),
        "feedback.thresholds.comments",
        "Comments need %d answers, and ratings %d."
            .formatted(feedback.comments(), feedback.numeric()));
  }

  private static List<Hit> evaluationUnread(FrameworkDocument document) {
    FeedbackDefaults feedback = feedback(document);
    return feedback.audience() == Audience.REVIEWEE
        ? FeedbackRoundRules.hits(
            document,
            "purpose",
            round ->
                round.purpose() == Purpose.EVALUATION
                    ? "'" + round.name() + "' is an evaluation that only the reviewee reads."
                    : "")
        : List.of();
  }

  private static List<Hit> withoutDebrief(FrameworkDocument document) {
    FeedbackDefaults feedback = feedback(document);
    return when(
        isHeld(feedback) && !feedback.opens().debrief(),
        "feedback.opens.debrief",
        "Reports open by themselves, with nobody to talk to.");
  }

  private static List<Hit> withoutPlaceForConcerns(FrameworkDocument document) {
    FeedbackDefaults feedback = feedback(document);
    return when(
        isHeld(feedback) && feedback.concerns().isEmpty(),
        "feedback.concerns",
        "Nobody is named to turn to with threats and misconduct.");
  }

  private static List<Hit> keptWaiting(FrameworkDocument document) {
    int after = feedback(document).opens().after();
    return when(
        after > 10,
        "feedback.opens.after",
        "A report without a booked debrief opens after " + after + " working days.");
  }

  private static List<Hit> escrowOfDevelopment(FrameworkDocument document) {
    FeedbackDefaults feedback = feedback(document);
    boolean develops =
        feedback.rounds().stream().anyMatch(round -> round.purpose() == Purpose.DEVELOPMENT);
    return when(
        feedback.escrow().rounds() == Use.REQUIRED && develops,
        "feedback.escrow.rounds",
        "Every round has an escrow, those for development too.");
  }

  private static List<Hit> escrowLastsLong(FrameworkDocument document) {
    FeedbackDefaults.Escrow escrow = feedback(document).escrow();
    return when(
        escrow.rounds() != Use.NONE && escrow.days() > LONG_DAYS,
        "feedback.escrow.days",
        "Who wrote a comment can be opened for " + escrow.days() + " days.");
  }
}
