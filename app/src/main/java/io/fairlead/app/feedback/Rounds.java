package io.fairlead.app.feedback;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.disclosure.SealingCheck;
import io.fairlead.app.disclosure.Sheets;
import io.fairlead.app.instruments.Instruments;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Reason.Kind;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Permissions;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.attack.Gate;
import io.fairlead.methods.instruments.Instrument;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Setting up rounds of feedback, launching them, moving their end, stopping them. From its launch
/// on what a round promised stands; the database itself refuses to loosen it.
@Component
public class Rounds {
  /// A word or two say nothing that somebody could look into.
  private static final int SHORTEST_NOTE = 40;

  private final RoundStore store;
  private final SubjectStore subjects;
  private final RaterStore raters;
  private final FollowUpStore followUps;
  private final AskedTeams teams;
  private final RoundOpening opening;
  private final RoundNews news;
  private final RoundHindrances hindrances;
  private final Instruments instruments;
  private final Sheets sheets;
  private final SealingCheck check;
  private final Permissions permissions;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Clock clock;
  private final RoundPlans plans;

  Rounds(
      RoundStore store,
      SubjectStore subjects,
      RaterStore raters,
      FollowUpStore followUps,
      AskedTeams teams,
      RoundOpening opening,
      RoundNews news,
      RoundHindrances hindrances,
      Instruments instruments,
      Sheets sheets,
      SealingCheck check,
      Permissions permissions,
      Idempotency idempotency,
      Audit audit,
      Clock clock,
      RoundPlans plans) {
    this.store = store;
    this.subjects = subjects;
    this.raters = raters;
    this.followUps = followUps;
    this.teams = teams;
    this.opening = opening;
    this.news = news;
    this.hindrances = hindrances;
    this.instruments = instruments;
    this.sheets = sheets;
    this.check = check;
    this.permissions = permissions;
    this.idempotency = idempotency;
    this.audit = audit;
    this.clock = clock;
    this.plans = plans;
  }

  /// If the viewer can see it.
  public Optional<Round> find(Viewer viewer, UUID id) {
    return store.find(viewer, id);
  }

  /// Those that the viewer can see, the latest to close first.
  public List<Round> all(Viewer viewer) {
    return store.all(viewer);
  }

  public boolean mayDefine(Viewer viewer) {
    return permissions.allows(viewer, RoundRules.ROUND, RoundRules.DEFINE, RoundRules.TERMS);
  }

  /// The questions of a round: those of its launch, or of its instrument as it stands.
  public Optional<Instrument> questions(Round round) {
    return store.questions(round.id()).or(() -> instrument(round.terms().instrument()));
  }

  Optional<Instrument> instrument(String id) {
    return instruments.published(id);
  }

  /// What can be asked, the shipped ones first.
  List<Instrument> instruments() {
    return instruments.published();
  }

  Population population(UUID round) {
    return subjects.population(round);
  }

  /// How many people or teams a round is about: today's people before its launch, those of its
  /// launch after it.
  int people(Round round, LocalDate today) {
    if (round.state().isLaunched() || round.state() == RoundState.STOPPED) {
      return subjects.counts(round.id()).values().stream().mapToInt(Integer::intValue).sum();
    }
    Population population = subjects.population(round.id());
    return round.terms().isOfTeams()
        ? teams.of(population, today).size()
        : people(population, today).size();
  }

  private List<UUID> people(Population population, LocalDate today) {
    UUID objective = population.objective();
    return objective == null
        ? subjects.members(population, today)
        : teams.contributors(objective, today);
  }

  /// @return its id
  public Outcome<UUID> define(Viewer writer, RoundInput input, @Nullable String key) {
    if (!mayDefine(writer)) {
      return Outcome.refused(Reason.of(Kind.FORBIDDEN, "forbidden"));
    }
    boolean sees = teams.sees(writer, input.objective());
    return idempotency.once(
        writer.person(),
        "feedback-round.define",
        key,
        input,
        UUID.class,
        () ->
            read(writer, input, sees)
                .then(terms -> {
                  UUID id = UUID.randomUUID();
                  store.insert(id, terms, writer.person());
                  subjects.setPopulation(id, input.population());
                  audit.record(
                      writer.person(),
                      "feedback-round.defined",
                      RoundRules.ROUND,
                      id,
                      terms.owner());
                  return Outcome.done(id);
                }));
  }

  /// Says anew what a round is, from the version that its writer had before them; until its launch.
  public Outcome<UUID> change(
      Viewer writer, UUID id, long version, RoundInput input, @Nullable String key) {
    boolean sees = teams.sees(writer, input.objective());
    return act(
        writer,
        id,
        version,
        "feedback-round.change",
        key,
        input,
        round ->
            in(round, RoundState.DRAFT)
                .then(_ ->
                    round.terms().isFollowUp()
                        ? Outcome.refused(
                            Reason.of(Kind.CONFLICT, "feedback.follow-up-unchangeable"))
                        : read(writer, input, sees || isThere(id, input.objective())))
                .then(terms -> {
                  store.update(id, terms);
                  subjects.setPopulation(id, input.population());
                  return Outcome.done(id);
                }));
  }

  /// An objective that somebody else chose may stay, though whoever changes the round cannot see
  /// it.
  private boolean isThere(UUID round, @Nullable UUID objective) {
    return Objects.equals(objective, subjects.population(round).objective());
  }

  /// @param known whether its objective may be chosen
  private Outcome<RoundTerms> read(Viewer writer, RoundInput input, boolean known) {
    return new RoundReading(this::instrument, writer.today(), plans.usual())
        .read(input, writer.person())
        .then(terms -> {
          List<Reason> wrong =
              new ArrayList<>(
                  teams.problems(terms, input.population(), known, instrument(terms.instrument())));
          wrong.addAll(notHere(terms, input.population(), writer.today()));
          return wrong.isEmpty() ? Outcome.done(terms) : Outcome.refused(wrong);
        });
  }

  /// By field where somebody is named who does not work here.
  private List<Reason> notHere(RoundTerms terms, Population population, LocalDate today) {
    Map<String, Set<UUID>> named = new LinkedHashMap<>();
    named.put("owner", Set.of(terms.owner()));
    UUID steward = terms.steward();
    if (steward != null) {
      named.put("steward", Set.of(steward));
    }
    named.put("people", population.people());
    RoundEscrow escrow = terms.escrow();
    if (escrow != null) {
      named.put("escrow.first", Set.of(escrow.first().person()));
      named.put("escrow.second", Set.of(escrow.second().person()));
    }
    Set<UUID> all = named.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Set<UUID> here = Set.copyOf(subjects.members(new Population(Set.of(), all), today));
    return named.entrySet().stream()
        .filter(each -> !here.containsAll(each.getValue()))
        .map(each -> Reason.invalid(each.getKey(), "feedback.unknown-person"))
        .toList();
  }

  /// What stands in the way of a launch, as reasons; empty where nothing does.
  List<Reason> obstacles(Round round, LocalDate today) {
    List<Reason> reasons = new ArrayList<>();
    check
        .obstacles()
        .forEach(obstacle ->
            reasons.add(Reason.of(Kind.CONFLICT, "feedback.cannot-seal." + obstacle.code())));
    if (round.terms().purpose() == Purpose.EVALUATION) {
      reasons.addAll(obstaclesToEvaluation(round.terms()));
    }
    if (round.terms().opens().isBefore(today)) {
      reasons.add(Reason.invalid("opens", "feedback.opens-past"));
    }
    Population population = subjects.population(round.id());
    if (round.terms().isOfTeams()) {
      reasons.addAll(teams.obstacles(population, today));
    } else if (people(population, today).isEmpty()) {
      reasons.add(Reason.of(Kind.CONFLICT, "feedback.nobody"));
    }
    RoundEscrow escrow = round.terms().escrow();
    if (escrow != null && readers(round.terms(), population, today).anyMatch(escrow::isKeptBy)) {
      reasons.add(Reason.of(Kind.CONFLICT, "feedback.escrow-reader"));
    }
    EscrowReading.against(plans.usual().escrow(), round.terms()).ifPresent(reasons::add);
    instrument(round.terms().instrument())
        .ifPresentOrElse(
            questions -> gate(round.terms(), questions).ifPresent(reasons::add),
            () -> reasons.add(Reason.invalid("instrument", "feedback.no-instrument")));
    return reasons;
  }

  private static List<Reason> obstaclesToEvaluation(RoundTerms terms) {
    List<Reason> reasons = new ArrayList<>();
    if (terms.validationNote().length() < SHORTEST_NOTE) {
      reasons.add(
          Reason.invalid("validationNote", "feedback.evaluation-needs-note", SHORTEST_NOTE));
    }
    if (terms.audience() == Audience.REVIEWEE) {
      reasons.add(Reason.invalid("audience", "feedback.evaluation-needs-reader"));
    }
    return reasons;
  }

  /// Whom reports are about, and who else reads them.
  private Stream<UUID> readers(RoundTerms terms, Population population, LocalDate today) {
    return switch (terms.audience()) {
      case REVIEWEE -> people(population, today).stream();
      case REVIEWEE_AND_MANAGER -> {
        List<UUID> people = people(population, today);
        yield Stream.concat(people.stream(), subjects.managers(people, today).stream());
      }
      case LEAD, TEAM ->
          teams.of(population, today).stream()
              .flatMap(team ->
                  Stream.concat(
                      Stream.ofNullable(team.lead()),
                      terms.audience() == Audience.TEAM ? team.members().stream() : Stream.of()));
    };
  }

  /// The attacker over all that may be published for the groups that the round wants, and half as
  /// many and all of them pooled.
  private static Optional<Reason> gate(RoundTerms terms, Instrument questions) {
    ReleasePolicy policy = terms.policy(questions.points());
    Gate gate = new Gate(policy);
    Set<Integer> lengths =
        questions.items().stream()
            .collect(Collectors.groupingBy(item -> item.competency(), Collectors.counting()))
            .values()
            .stream()
            .map(Long::intValue)
            .collect(Collectors.toSet());
    int most = Math.max(terms.numeric(), terms.peers() + terms.reports() + terms.others());
    return gate.violations(Map.of(policy.groups().getFirst(), most), lengths).isEmpty()
        ? Optional.empty()
        : Optional.of(Reason.of(Kind.CONFLICT, "feedback.gate"));
  }

  /// Freezes what the round promises, takes down whom it is about and whom they report to today,
  /// and asks reviewees for raters.
  public Outcome<UUID> launch(Viewer writer, UUID id, long version, @Nullable String key) {
    return act(
        writer,
        id,
        version,
        "feedback-round.launch",
        key,
        "",
        round -> in(round, RoundState.DRAFT).then(_ -> launched(round, writer.today())));
  }

  /// In the caller's transaction; whoever calls has asked whether it may be launched.
  Outcome<UUID> launched(Round round, LocalDate today) {
    return launched(round, today, clock.instant());
  }

  /// Likewise as if it were another time.
  Outcome<UUID> launched(Round round, LocalDate today, Instant at) {
    List<Reason> reasons = obstacles(round, today);
    if (!reasons.isEmpty()) {
      return Outcome.refused(reasons);
    }
    UUID id = round.id();
    Instrument questions = instrument(round.terms().instrument()).orElseThrow();
    store.launch(id, questions, Promise.hash(id, round.terms(), questions), at);
    Population population = subjects.population(id);
    if (round.terms().isOfTeams()) {
      teams.take(id, population, today);
      return Outcome.done(id);
    }
    List<UUID> people = people(population, today);
    if (round.terms().isFollowUp()) {
      followUps.takeOver(id, people, today);
      news.following(round);
      return Outcome.done(id);
    }
    subjects.insert(id, people, today);
    if (population.objective() == null) {
      raters.insertByRule(id, today);
    } else {
      raters.insertContributors(id, today);
    }
    news.launched(round);
    return Outcome.done(id);
  }

  /// Assigns raters and lets answers come in, before the day for it has come.
  public Outcome<UUID> open(Viewer writer, UUID id, long version, @Nullable String key) {
    return act(
        writer,
        id,
        version,
        "feedback-round.open",
        key,
        "",
        round ->
            in(round, RoundState.NOMINATING)
                .then(_ ->
                    opening.open(round, writer.today())
                        ? Outcome.done(id)
                        : Outcome.refused(Reason.of(Kind.CONFLICT, "feedback.key-folder"))));
  }

  /// Moves the end, later only: raters were told a day.
  public Outcome<UUID> extend(
      Viewer writer, UUID id, long version, @Nullable LocalDate closes, @Nullable String key) {
    return act(
        writer,
        id,
        version,
        "feedback-round.extend",
        key,
        String.valueOf(closes),
        round -> {
          if (round.state() != RoundState.NOMINATING && round.state() != RoundState.ANSWERING) {
            return Outcome.refused(Reason.of(Kind.CONFLICT, "feedback.not-running"));
          }
          if (closes == null
              || !closes.isAfter(round.terms().closes())
              || closes.isAfter(writer.today().plusYears(1))) {
            return Outcome.refused(Reason.invalid("closes", "feedback.later-only"));
          }
          store.extend(id, closes);
          return Outcome.done(id);
        });
  }

  /// Tells everybody who was asked that the round runs: all of them, at the same time, in the same
  /// words.
  public Outcome<UUID> remind(Viewer writer, UUID id, long version, @Nullable String key) {
    return act(
        writer,
        id,
        version,
        "feedback-round.remind",
        key,
        "",
        round ->
            in(round, RoundState.ANSWERING)
                .then(_ -> {
                  store.touch(id);
                  store.tell(id, writer.today());
                  news.reminded(round);
                  return Outcome.done(id);
                }));
  }

  /// What keeps the round from opening or closing; a key that was put back keeps nothing.
  public Optional<Hindrance> hindrance(Round round) {
    return hindrance(round, () -> hindrances.of(round.id()));
  }

  /// Rounds that go on, or would, with what keeps them from it, for whoever may run them.
  List<Running> running(Viewer viewer) {
    Map<UUID, Hindrance> noted = hindrances.all();
    return store.running(viewer).stream()
        .map(round ->
            new Running(
                round,
                hindrance(round, () -> Optional.ofNullable(noted.get(round.id()))).orElse(null)))
        .toList();
  }

  /// @param hindrance null where it goes on
  record Running(Round round, @Nullable Hindrance hindrance) {}

  private Optional<Hindrance> hindrance(Round round, Supplier<Optional<Hindrance>> noted) {
    return switch (round.state()) {
      case NOMINATING -> noted.get();
      case ANSWERING -> lostKey(round);
      case CLOSING ->
          lostKey(round).or(() -> noted.get().filter(stands -> stands != Hindrance.KEY_LOST));
      case DRAFT, PUBLISHED, STOPPED -> Optional.empty();
    };
  }

  private Optional<Hindrance> lostKey(Round round) {
    return sheets.canBeRead(round.id()) ? Optional.empty() : Optional.of(Hindrance.KEY_LOST);
  }

  /// Ends a round without reports; what was written so far is destroyed unread, and everybody who
  /// was asked, or asked about, is told. A draft goes altogether. One that has closed is stopped
  /// only if something keeps it from being sealed.
  public Outcome<UUID> stop(Viewer writer, UUID id, long version, @Nullable String key) {
    return act(
        writer,
        id,
        version,
        "feedback-round.stop",
        key,
        "",
        round -> {
          switch (round.state()) {
            case DRAFT -> store.delete(id);
            case NOMINATING -> {
              store.move(id, RoundState.STOPPED);
              news.stopped(round);
            }
            case ANSWERING -> discard(round);
            case CLOSING -> {
              if (hindrance(round).isEmpty()) {
                return Outcome.refused(Reason.of(Kind.CONFLICT, "feedback.not-running"));
              }
              discard(round);
            }
            case PUBLISHED, STOPPED -> {
              return Outcome.refused(Reason.of(Kind.CONFLICT, "feedback.not-running"));
            }
          }
          return Outcome.done(id);
        });
  }

  private void discard(Round round) {
    store.move(round.id(), RoundState.STOPPED);
    raters.forgetSlips(round.id());
    sheets.discard(round.id());
    news.stopped(round);
  }

  interface Step {
    Outcome<UUID> on(Round round);
  }

  /// That something was done that a second window should know.
  void touch(UUID id) {
    store.touch(id);
  }

  /// Whoever may run the round does something to the version that they had before them.
  Outcome<UUID> act(
      Viewer writer,
      UUID id,
      long version,
      String name,
      @Nullable String key,
      Object input,
      Step step) {
    return idempotency.once(
        writer.person(),
        name,
        key,
        List.of(id, version, input),
        UUID.class,
        () -> {
          store.lock(id);
          Optional<Round> found = store.find(writer, id);
          if (found.isEmpty()) {
            return Outcome.refused(Reason.notFound());
          }
          Round round = found.get();
          if (!round.mayRun()) {
            return Outcome.refused(Reason.of(Kind.FORBIDDEN, "forbidden"));
          }
          if (round.version() != version) {
            return Outcome.refused(Reason.of(Kind.STALE, "stale"));
          }
          return step.on(round)
              .then(done -> {
                audit.record(writer.person(), name, RoundRules.ROUND, id, round.terms().owner());
                return Outcome.done(done);
              });
        });
  }

  private static Outcome<UUID> in(Round round, RoundState state) {
    return round.state() == state
        ? Outcome.done(round.id())
        : Outcome.refused(Reason.of(Kind.CONFLICT, "feedback.other-state." + round.state().code()));
  }
}
