package io.fairlead.app.feedback;

import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.assignment.Assignment;
import io.fairlead.methods.assignment.RoundRehearsal;
import io.fairlead.methods.framework.FeedbackIndicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What pages, papers and the API say about a round.
public final class RoundWords {
  /// A pace that differs less from the estimate is the estimate.
  private static final double TELLING = 0.05;

  private RoundWords() {}

  /// The promise to raters: in the words that the release rule keeps, and of an escrow.
  public static List<String> promise(Words words, Round round) {
    List<String> said = promise(words, round.terms());
    escrow(words, round).ifPresent(said::add);
    return said;
  }

  /// Without what an escrow adds.
  static List<String> promise(Words words, RoundTerms terms) {
    List<String> said = new ArrayList<>();
    boolean readInside = terms.audience() == Audience.TEAM;
    said.add(words.text("feedback.promise.width", terms.width() + 1, terms.othersWhoTell()));
    if (terms.isOfTeams()) {
      said.add(words.text("feedback.promise.team-groups", terms.numeric(), terms.comments()));
      said.add(words.text("feedback.promise." + (readInside ? "team" : "lead")));
      said.add(words.text("feedback.promise.teams"));
      if (terms.has(FeedbackIndicator.TEAMS)) {
        said.add(words.text("feedback.promise.teams-middle", TeamSpread.LEAST));
      }
    } else {
      said.add(words.text("feedback.promise.groups", terms.numeric(), terms.comments()));
      said.add(words.text("feedback.promise.named"));
    }
    if (terms.steward() != null) {
      said.add(words.text("feedback.promise.steward"));
    }
    if (terms.isFollowUp()) {
      said.add(words.text("feedback.promise.follow-up"));
    }
    return said;
  }

  /// What raters are told of an escrow; nothing where there is none.
  static Optional<String> escrow(Words words, Round round) {
    return Optional.ofNullable(round.terms().escrow())
        .map(escrow ->
            words.text(
                "feedback.promise.escrow",
                named(words, round.custodians().getFirst()),
                named(words, round.custodians().getLast()),
                escrow.days()));
  }

  /// Where threats and misconduct go.
  ///
  /// @param concerns whom the round names; empty for nobody
  /// @param owner who answers for it; null once their account is erased
  static String concerns(Words words, String concerns, @Nullable String owner) {
    return concerns.isEmpty()
        ? words.text(
            "feedback.concerns.owner", owner == null ? words.text("answering.somebody") : owner)
        : words.text("feedback.concerns", concerns);
  }

  static String named(Words words, String name) {
    return name.isEmpty() ? words.text("answering.somebody") : name;
  }

  /// What it is for, and what never.
  static List<String> never(Words words, Purpose purpose) {
    return PurposeAid.never(purpose).stream().map(words::text).toList();
  }

  /// What the program does not work out in a round; null where it leaves nothing out.
  static @Nullable String leftOut(Words words, RoundTerms terms) {
    return terms.without().isEmpty()
        ? null
        : words.text(
            "feedback.left-out",
            terms.without().stream()
                .sorted()
                .map(each -> words.text("feedback.indicator." + each.code()))
                .collect(Collectors.joining("; ")));
  }

  /// What keeps it from going on, what that means, and what to do.
  public static List<String> hindrance(Words words, Hindrance hindrance) {
    String what = "feedback.hindrance." + hindrance.code();
    return List.of(words.text(what), words.text(what + ".what"), words.text(what + ".do"));
  }

  public static String state(Words words, Round round) {
    boolean isWaiting = round.state() == RoundState.NOMINATING;
    if (isWaiting && round.terms().isOfTeams()) {
      return words.text("feedback.teams.state");
    }
    return isWaiting && round.terms().isFollowUp()
        ? words.text("feedback.state.waiting")
        : words.text("feedback.state." + round.state().code());
  }

  /// The day that matters now.
  public static String when(Words words, Round round) {
    RoundTerms terms = round.terms();
    return switch (round.state()) {
      case DRAFT, NOMINATING ->
          words.text(
              "feedback.when.opens",
              words.plainDate(terms.opens()),
              words.plainDate(terms.closes()));
      case ANSWERING -> words.text("feedback.when.closes", words.plainDate(terms.closes()));
      case CLOSING, PUBLISHED, STOPPED ->
          words.text("feedback.when.closed", words.plainDate(terms.closes()));
    };
  }

  /// What opening now would ask of people and give to reviewees.
  static List<String> plan(Words words, RoundTerms terms, RoundOpening.Plan plan) {
    List<String> said = new ArrayList<>();
    RoundRehearsal.Minutes minutes = plan.rehearsal().minutes();
    said.add(
        words.text(
            "feedback.plan.minutes",
            minutes.raters(),
            words.number(minutes.median(), 0),
            words.number(minutes.ninth(), 0),
            words.number(minutes.most(), 0)));
    if (Math.abs(plan.pace() - 1) >= TELLING) {
      said.add(words.text("feedback.plan.pace", words.number(plan.pace(), 1)));
    }
    if (minutes.over() > 0) {
      said.add(words.text("feedback.plan.over", minutes.over(), terms.budget()));
    }
    for (RoundRehearsal.Coverage each : plan.rehearsal().groups()) {
      said.add(
          words.text(
              "feedback.plan.coverage",
              words.text("feedback.group." + each.group()),
              each.reviewees(),
              words.percent(each.expected()),
              words.percent(each.low()),
              words.percent(each.high()),
              words.percent(each.withOneMore())));
    }
    int missing =
        plan.assignment().shortfalls().stream().mapToInt(Assignment.Shortfall::missing).sum();
    if (missing > 0) {
      said.add(words.text("feedback.plan.missing", missing, plan.assignment().shortfalls().size()));
    }
    return said;
  }

  static @Nullable String declined(Words words, Map<DeclineReason, Integer> counts) {
    return counts.isEmpty()
        ? null
        : words.text(
            "feedback.round.declined",
            counts.entrySet().stream()
                .map(each ->
                    words.text(
                        "feedback.round.declined.reason",
                        words
                            .text("feedback.decline." + each.getKey().code())
                            .replaceAll("\\.$", ""),
                        each.getValue()))
                .collect(Collectors.joining("; ")));
  }

  static String band(Words words, Participation.Band band) {
    return words.text("feedback.band." + band.code());
  }
}
