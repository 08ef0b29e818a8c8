package io.fairlead.app.feedback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.fairlead.methods.framework.FeedbackRound.Reviewees;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A round as somebody writes it; what is left out has its usual value. What an answer says of a
/// round besides may come back with it and is not looked at.
///
/// @param kind `360`, `project`, `pulse` or `follow-up`
/// @param purpose `development` or `evaluation`
/// @param unit `competency` or `item`
/// @param audience `reviewee` or `reviewee-and-manager`; for a round about teams `lead` or `team`
/// @param units whose people it is about, with those below; with no units and no people: everybody;
///   in a round about teams they are the teams
/// @param concerns whom to turn to with threats and misconduct; empty for nobody
/// @param escrow by whom who wrote a published comment can be opened
/// @param objective whose contributors a project round is about
/// @param self whether reviewees rate themselves; likewise `manager`
/// @param reviewees of the units: `everyone`, `leaders` or `leaders-of-leaders`; people who are
///   named are meant in any case
/// @param reportsAtDebrief whether booking a debrief opens a report
/// @param reportsAfter working days after which a report opens in any case
/// @param without what is not worked out: codes of [FeedbackIndicator]
@JsonIgnoreProperties({
  "id",
  "state",
  "hindrance",
  "follows",
  "promise",
  "hash",
  "launchedAt",
  "counts",
  "band",
  "raterSpread",
  "raterEffects",
  "minutesTaken",
  "teams",
  "spread",
  "version",
  "mayRun"
})
public record RoundInput(
    @Nullable String kind,
    @Nullable String name,
    @Nullable String purpose,
    @Nullable UUID owner,
    @Nullable String validationNote,
    @Nullable String instrument,
    @Nullable Integer numeric,
    @Nullable Integer comments,
    @Nullable Integer width,
    @Nullable Integer colluders,
    @Nullable String unit,
    @Nullable String audience,
    @Nullable UUID steward,
    @Nullable String concerns,
    @Nullable String lesson,
    @Nullable Boolean self,
    @Nullable Boolean manager,
    @Nullable Integer peers,
    @Nullable Integer reports,
    @Nullable Integer others,
    @Nullable Integer budget,
    @Nullable LocalDate nominateBy,
    @Nullable LocalDate opens,
    @Nullable LocalDate closes,
    @Nullable Set<UUID> units,
    @Nullable Set<UUID> people,
    @Nullable UUID objective,
    @Nullable String reviewees,
    @Nullable Boolean reportsAtDebrief,
    @Nullable Integer reportsAfter,
    @Nullable Set<String> without,
    @Nullable RoundEscrowInput escrow) {

  /// What is no kind of reviewees is refused where the terms are read.
  Population population() {
    return new Population(
        units == null ? Set.of() : units,
        people == null ? Set.of() : people,
        objective,
        Population.reviewees(reviewees).orElse(Reviewees.EVERYONE));
  }
}
