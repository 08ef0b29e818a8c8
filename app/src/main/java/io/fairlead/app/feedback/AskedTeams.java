package io.fairlead.app.feedback;

import io.fairlead.app.feedback.AskedTeamStore.Team;
import io.fairlead.app.goals.Objectives;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Reason.Kind;
import io.fairlead.app.platform.Viewer;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Relationship;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Rounds that are about teams: units of the organisation, or those who work on an objective. All
/// of a team are asked on the day when answers begin to come in, and whoever leads it is not: they
/// read. Whoever joins or leaves later changes nothing.
@Component
class AskedTeams {
  /// For so long what somebody thinks of a team counts as the same.
  private static final int MONTHS = 18;

  private final AskedTeamStore store;
  private final Objectives objectives;
  private final PublishedStore published;

  AskedTeams(AskedTeamStore store, Objectives objectives, PublishedStore published) {
    this.store = store;
    this.objectives = objectives;
    this.published = published;
  }

  /// Whether a writer who names this objective can see it. Asked before a transaction begins: that
  /// somebody may not is written down in one of its own.
  boolean sees(Viewer writer, @Nullable UUID objective) {
    return objective == null || objectives.find(writer, objective).isPresent();
  }

  /// What is wrong with whom a round is about, and with questions that do not fit that.
  ///
  /// @param known whether its objective may be chosen
  List<Reason> problems(
      RoundTerms terms, Population population, boolean known, Optional<Instrument> questions) {
    List<Reason> wrong = new ArrayList<>();
    boolean isOfTeams = terms.isOfTeams();
    UUID objective = population.objective();
    questions
        .filter(each -> each.raters().contains(Relationship.MEMBER) != isOfTeams)
        .ifPresent(_ ->
            wrong.add(
                Reason.invalid(
                    "instrument",
                    isOfTeams
                        ? "feedback.instrument-for-people"
                        : "feedback.instrument-for-teams")));
    if (objective != null) {
      if (terms.kind() != RoundKind.PROJECT) {
        wrong.add(Reason.invalid("objective", "feedback.objective-for-projects"));
      } else if (!known) {
        wrong.add(Reason.invalid("objective", "feedback.no-objective"));
      }
      if (!population.units().isEmpty() || !population.people().isEmpty()) {
        wrong.add(Reason.invalid("people", "feedback.objective-or-people"));
      }
    } else if (isOfTeams) {
      wrong.addAll(units(terms, population));
    }
    return wrong;
  }

  private List<Reason> units(RoundTerms terms, Population population) {
    if (terms.kind() == RoundKind.PROJECT) {
      return List.of(Reason.invalid("objective", "feedback.objective-missing"));
    }
    List<Reason> wrong = new ArrayList<>();
    if (!population.people().isEmpty()) {
      wrong.add(Reason.invalid("people", "feedback.team-not-people"));
    }
    if (population.units().isEmpty()) {
      wrong.add(Reason.invalid("people", "feedback.team-units-missing"));
    }
    if (store.overlap(population.units())) {
      wrong.add(Reason.invalid("people", "feedback.team-units-overlap"));
    }
    return wrong;
  }

  /// What stands in the way of a launch.
  List<Reason> obstacles(Population population, LocalDate today) {
    List<Reason> wrong = new ArrayList<>();
    List<Team> teams = of(population, today);
    if (teams.stream().allMatch(team -> team.members().isEmpty())) {
      wrong.add(Reason.of(Kind.CONFLICT, "feedback.nobody"));
    }
    teams.stream()
        .filter(team -> team.lead() == null)
        .forEach(
            team -> wrong.add(Reason.of(Kind.CONFLICT, "feedback.team-without-lead", team.name())));
    if (store.overlap(population.units())) {
      wrong.add(Reason.of(Kind.CONFLICT, "feedback.team-units-overlap"));
    }
    if (store.overlapsAnother(population.units(), today.minusMonths(MONTHS))) {
      wrong.add(Reason.of(Kind.CONFLICT, "feedback.team-overlaps-another", MONTHS));
    }
    return wrong;
  }

  /// As they are on that day.
  List<Team> of(Population population, LocalDate day) {
    UUID objective = population.objective();
    return objective == null
        ? store.units(population.units(), day)
        : store.contributors(objective, day).stream().toList();
  }

  /// Those whose work on an objective everybody is asked about.
  List<UUID> contributors(UUID objective, LocalDate day) {
    return store.contributors(objective, day).stream()
        .flatMap(team -> Stream.concat(Stream.ofNullable(team.lead()), team.members().stream()))
        .toList();
  }

  /// Freezes what the round is about; of an objective also who works on it.
  void take(UUID round, Population population, LocalDate today) {
    List<Team> teams = of(population, today);
    store.insert(round, population, teams);
    if (population.objective() != null) {
      teams.forEach(team -> store.ask(round, team));
    }
  }

  /// Whoever is a member of one of its units today is asked.
  void ask(UUID round, LocalDate today) {
    store.units(store.about(round).units(), today).forEach(team -> store.ask(round, team));
  }

  /// Teams as the round's page shows them, with how many are asked: of a draft, today's.
  List<AskedTeam> shown(Round round, Population population, LocalDate today) {
    return switch (round.state()) {
      case DRAFT -> asked(of(population, today));
      case NOMINATING ->
          population.objective() == null
              ? asked(store.units(store.about(round.id()).units(), today))
              : store.asked(round.id());
      case ANSWERING, CLOSING, PUBLISHED, STOPPED -> store.asked(round.id());
    };
  }

  private static List<AskedTeam> asked(List<Team> teams) {
    return teams.stream()
        .map(team -> new AskedTeam(team.name(), team.leadName(), team.members().size()))
        .toList();
  }

  /// How far the teams of a published round lie apart, from what was published of them alone;
  /// nothing where the round leaves it out.
  TeamSpread spread(Round round) {
    return round.state() == RoundState.PUBLISHED && round.terms().worksOut(FeedbackIndicator.TEAMS)
        ? TeamSpread.of(published.ofRound(round.id()))
        : TeamSpread.NONE;
  }
}
