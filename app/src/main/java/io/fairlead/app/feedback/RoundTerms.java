package io.fairlead.app.feedback;

import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.framework.FeedbackDefaults.Opening;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.Relationship;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is asked of whom, for what and under which promise.
///
/// @param owner whom people ask about it; who answers for it where it evaluates
/// @param validationNote why scores of this instrument may count in an evaluation; else empty
/// @param instrument its id
/// @param numeric answers that a group's figures need
/// @param comments answers that a group's comments need
/// @param width points: nobody's rating can be told closer than one more than so many
/// @param colluders raters of a group who may tell what they gave without breaking the promise
/// @param steward who may ask that a comment be withheld, or nobody
/// @param concerns whom to turn to with threats and misconduct; empty where nobody is named
/// @param lesson that raters read before they answer, or none
/// @param self whether reviewees rate themselves
/// @param manager whether their managers rate, who are named
/// @param peers that each reviewee should have; likewise reports and others
/// @param budget minutes of a rater at most, over everything that runs at the time
/// @param nominateBy the last day on which raters are chosen
/// @param opens the first day on which they answer
/// @param closes the last day on which they answer
/// @param follows the round whose raters are asked again, or none
/// @param opening when its reports can be read
/// @param without what is not worked out in it
/// @param unforeseen what Fairlead learned to work out after its launch: its promise does not speak
///   of it, so it is not worked out either
/// @param escrow by whom who wrote a comment can be opened, or nobody
public record RoundTerms(
    RoundKind kind,
    String name,
    Purpose purpose,
    UUID owner,
    String validationNote,
    String instrument,
    int numeric,
    int comments,
    int width,
    int colluders,
    ReleaseUnit unit,
    Audience audience,
    @Nullable UUID steward,
    String concerns,
    @Nullable String lesson,
    boolean self,
    boolean manager,
    int peers,
    int reports,
    int others,
    int budget,
    LocalDate nominateBy,
    LocalDate opens,
    LocalDate closes,
    @Nullable UUID follows,
    Opening opening,
    Set<FeedbackIndicator> without,
    Set<FeedbackIndicator> unforeseen,
    @Nullable RoundEscrow escrow) {
  public RoundTerms {
    without = Set.copyOf(without);
    unforeseen = Set.copyOf(unforeseen);
  }

  /// What is worked out of single people alone: a team is asked whole, says nothing of itself
  /// beside what others say, and is rated once by each of its people.
  private static final Set<FeedbackIndicator> OF_PEOPLE =
      EnumSet.of(
          FeedbackIndicator.ASSIGNMENT,
          FeedbackIndicator.GAPS,
          FeedbackIndicator.SPREAD,
          FeedbackIndicator.RANGE,
          FeedbackIndicator.HALO,
          FeedbackIndicator.PATTERNS);

  /// Whether a round like this can work it out, should it not leave it out.
  boolean knows(FeedbackIndicator indicator) {
    return isOfTeams() ? !OF_PEOPLE.contains(indicator) : indicator != FeedbackIndicator.TEAMS;
  }

  /// Whether it does work it out.
  boolean worksOut(FeedbackIndicator indicator) {
    return knows(indicator) && has(indicator);
  }

  /// Raters of a group who may tell what they gave, beside one who reads the report and so knows
  /// one rating already: their own.
  int othersWhoTell() {
    return audience == Audience.TEAM ? colluders - 1 : colluders;
  }

  /// Whether it is about teams rather than single people.
  public boolean isOfTeams() {
    return audience.isOfTeams();
  }

  public boolean has(FeedbackIndicator indicator) {
    return !without.contains(indicator) && !unforeseen.contains(indicator);
  }

  /// Whether no group is asked as many people as its figures need, so that each can only be shown
  /// together with others. Not told of projects and teams, whose raters are who is there.
  public boolean asksTooFew() {
    return kind == RoundKind.FULL_CIRCLE && Math.max(peers, Math.max(reports, others)) < numeric;
  }

  public boolean isFollowUp() {
    return follows != null;
  }

  /// The rule by which its reports are made.
  ///
  /// @param points of the instrument's scale
  public ReleasePolicy policy(int points) {
    return new ReleasePolicy(
        new Scale(1, points),
        numeric,
        comments,
        width,
        colluders,
        unit,
        isOfTeams() ? List.of(Relationship.MEMBER.code()) : ReleasePolicy.USUAL_GROUPS);
  }
}
