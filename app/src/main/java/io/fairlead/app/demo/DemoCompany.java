package io.fairlead.app.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything the simulation makes, row by row as the tables hold it.
public record DemoCompany(
    LocalDate today,
    List<Unit> units,
    List<Person> people,
    List<Employment> employments,
    List<Line> lines,
    List<Team> teams,
    List<Membership> memberships,
    List<Grant> grants,
    List<Version> versions,
    List<Cycle> cycles,
    List<Objective> objectives,
    List<KeyResult> keyResults,
    List<CheckIn> checkIns,
    List<Alignment> alignments,
    List<Move> moves,
    List<State> states,
    List<Grade> grades,
    List<Retrospective> retrospectives,
    List<StatusSaid> overrides,
    List<Opening> openings,
    List<Comment> comments,
    List<Reaction> reactions,
    List<Follower> followers,
    List<Measured> measured,
    List<Part> parts,
    List<Figure> figures,
    List<Happened> happened,
    Scored scored) {

  public record Unit(UUID id, String name, @Nullable UUID parent) {}

  public record Person(
      UUID id,
      String name,
      String email,
      String number,
      String title,
      String place,
      boolean contactShared,
      LocalDate joined,
      @Nullable LocalDate left) {

    /// Whether the person works here on a day.
    public boolean isHere(LocalDate day) {
      return !day.isBefore(joined) && (left == null || day.isBefore(left));
    }
  }

  /// @param until the first day after it; null while it lasts
  public record Employment(
      UUID id, UUID person, UUID unit, LocalDate from, @Nullable LocalDate until) {}

  public record Line(
      UUID id, UUID person, @Nullable UUID manager, LocalDate from, @Nullable LocalDate until) {}

  public record Team(
      UUID id, String name, String purpose, @Nullable UUID unit, UUID lead, LocalDate from) {}

  public record Membership(UUID id, UUID team, UUID person, LocalDate from) {}

  public record Grant(UUID id, UUID person, String role, @Nullable UUID unit) {}

  public record Version(
      UUID id, int number, String document, UUID author, String reason, Instant from) {}

  public record Cycle(
      UUID id,
      String name,
      LocalDate starts,
      LocalDate ends,
      LocalDate planningFrom,
      LocalDate planningUntil,
      LocalDate gradingFrom,
      LocalDate gradingUntil,
      int checkInEveryDays,
      UUID version) {}

  /// @param ownerKind person, team, unit or organisation
  public record Objective(
      UUID id,
      UUID cycle,
      String title,
      String why,
      String kind,
      String question,
      String ownerKind,
      @Nullable UUID owner,
      UUID accountable,
      @Nullable UUID delegate,
      String visibility,
      Set<UUID> readers,
      String state,
      String standsAloneBecause,
      @Nullable UUID carriedFrom,
      Instant createdAt,
      List<Watched> watched) {

    public record Watched(UUID id, String name) {}

    public boolean isRunning() {
      return state.equals("active");
    }
  }

  public record KeyResult(
      UUID id,
      UUID objective,
      int position,
      String title,
      String kind,
      @Nullable BigDecimal baseline,
      @Nullable LocalDate baselineDue,
      String targetMode,
      @Nullable BigDecimal target,
      @Nullable BigDecimal change,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      @Nullable BigDecimal tolerance,
      String unit,
      BigDecimal weight,
      @Nullable UUID owner,
      @Nullable LocalDate due,
      boolean settledLater,
      String guardrail,
      List<Milestone> milestones) {}

  public record Milestone(UUID id, String name, BigDecimal weight) {}

  /// @param due the Friday it was due; what came later was late
  public record CheckIn(
      UUID id,
      UUID keyResult,
      @Nullable BigDecimal value,
      @Nullable List<UUID> done,
      @Nullable Integer confidence,
      String note,
      boolean noChange,
      UUID by,
      Instant at,
      LocalDate day,
      LocalDate due) {
    public boolean isLate() {
      return day.isAfter(due);
    }
  }

  public record Alignment(
      UUID child, UUID parent, BigDecimal share, boolean primary, boolean agreed) {}

  public record Move(
      UUID id,
      UUID child,
      UUID parent,
      String move,
      @Nullable BigDecimal share,
      boolean primary,
      String note,
      UUID by,
      Instant at) {}

  public record State(UUID id, UUID objective, String state, UUID by, Instant at, String reason) {}

  public record Grade(
      UUID id,
      UUID objective,
      @Nullable UUID keyResult,
      @Nullable Double suggested,
      double score,
      boolean provisional,
      String comment,
      UUID by,
      Instant at) {}

  public record Retrospective(
      UUID id,
      UUID objective,
      double selfScore,
      String selfAssessment,
      String wentWell,
      String gotInTheWay,
      String learned,
      String nextStep,
      UUID by,
      Instant at) {}

  public record StatusSaid(
      UUID id, UUID objective, String status, String reason, UUID by, Instant at) {}

  public record Opening(UUID objective, UUID person, Instant at) {}

  /// @param mentions whom its text mentions, as `@{id}`
  public record Comment(
      UUID id,
      UUID objective,
      @Nullable UUID checkIn,
      @Nullable UUID answers,
      UUID by,
      Instant at,
      String body,
      @Nullable UUID mentions) {}

  public record Reaction(UUID id, UUID comment, UUID person, String kind, Instant at) {}

  public record Follower(UUID objective, UUID person, Instant at) {}

  /// A measure of the running business.
  ///
  /// @param unit whose it is; null for the whole company
  /// @param figures the unit of its figures
  /// @param waits whether something moved it that nobody has explained
  public record Measured(
      UUID id,
      String code,
      String name,
      String definition,
      UUID owner,
      @Nullable UUID unit,
      String figures,
      int decimals,
      String direction,
      String frequency,
      String tense,
      @Nullable BigDecimal target,
      @Nullable BigDecimal warning,
      @Nullable BigDecimal alarm,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      String decision,
      boolean pays,
      LocalDate from,
      Instant createdAt,
      boolean waits) {}

  /// The whole of a measure, or a slice of it.
  public record Part(UUID id, UUID measure, String dimension, String slice) {
    public boolean isWhole() {
      return dimension.isEmpty();
    }
  }

  /// @param correction 0 for what was said first of a day
  public record Figure(
      UUID part, LocalDate day, int correction, BigDecimal value, UUID by, Instant at) {}

  public record Happened(
      UUID id, UUID measure, LocalDate day, String words, boolean rebases, UUID by, Instant at) {}

  /// A measure whose values come from scored samples.
  public record Scored(
      UUID measure,
      UUID owner,
      UUID unit,
      Instant createdAt,
      List<UUID> raters,
      List<Sample> samples,
      List<Score> scores) {}

  public record Sample(
      UUID id, String title, LocalDate day, UUID author, List<UUID> raters, UUID by, Instant at) {}

  /// @param marks as the database writes an array
  public record Score(UUID id, UUID sample, UUID rater, String marks, Instant at) {}
}
