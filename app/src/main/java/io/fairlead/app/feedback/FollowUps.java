package io.fairlead.app.feedback;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Reason.Kind;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Item;
import io.fairlead.methods.instruments.Relationship;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asking the same people again, some months after a report: all of those who were asked about
/// somebody, with questions that they were not asked before, under the promise of that round.
/// Nobody can be left out or added: a group less one would tell what that one gave.
@Component
public class FollowUps {
  /// What is asked where nothing else is said.
  static final String PULSE = "follow-up-pulse";

  private static final int USUAL_DAYS_AHEAD = 7;
  private static final int USUAL_DAYS = 14;
  private static final int MOST_DAYS = 400;
  private static final int LONGEST_NAME = 100;

  private final Rounds rounds;
  private final RoundStore store;
  private final SubjectStore subjects;
  private final FollowUpStore followUps;
  private final ReportStore reports;
  private final Idempotency idempotency;
  private final Audit audit;

  FollowUps(
      Rounds rounds,
      RoundStore store,
      SubjectStore subjects,
      FollowUpStore followUps,
      ReportStore reports,
      Idempotency idempotency,
      Audit audit) {
    this.rounds = rounds;
    this.store = store;
    this.subjects = subjects;
    this.followUps = followUps;
    this.reports = reports;
    this.idempotency = idempotency;
    this.audit = audit;
  }

  /// What can be asked in a follow-up of the round: instruments of the same scale none of whose
  /// questions it asked.
  List<Instrument> instruments(Round followed) {
    Instrument before = store.questions(followed.id()).orElseThrow();
    return rounds.instruments().stream().filter(each -> isNew(each, before)).toList();
  }

  private static boolean isNew(Instrument instrument, Instrument before) {
    Set<String> asked = before.items().stream().map(Item::id).collect(Collectors.toSet());
    return !instrument.raters().contains(Relationship.MEMBER)
        && instrument.points() == before.points()
        && instrument.items().stream().map(Item::id).noneMatch(asked::contains);
  }

  /// The days of a follow-up where nothing else is said.
  static LocalDate usualOpening(LocalDate today) {
    return today.plusDays(USUAL_DAYS_AHEAD);
  }

  static LocalDate usualClose(LocalDate opens) {
    return opens.plusDays(USUAL_DAYS);
  }

  /// Reviewees about whom the viewer could have others asked again.
  int reviewees(Round followed, LocalDate today) {
    return followUps.reviewees(followed.id(), today).size();
  }

  /// Who is asked in a follow-up that is launched, in numbers.
  FollowUpReach reach(Round round) {
    return followUps.reach(round.id());
  }

  /// Sets one up for reviewees of a published round; it is launched like any other.
  ///
  /// @param usualName what it is called where the input does not say
  /// @return its id
  public Outcome<UUID> define(
      Viewer writer, UUID followed, FollowUpInput input, String usualName, @Nullable String key) {
    Optional<Round> found = rounds.find(writer, followed);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (!found.get().mayRun()) {
      return Outcome.refused(Reason.of(Kind.FORBIDDEN, "forbidden"));
    }
    return once(
        writer,
        "feedback-round.follow",
        key,
        List.of(followed, input),
        () -> drafted(writer, found.get(), input, usualName));
  }

  /// Asks those again who were asked about the viewer, whose report is open to them.
  ///
  /// @return the id of the round, which is launched
  public Outcome<UUID> ask(
      Viewer reviewee, UUID subject, FollowUpInput input, String usualName, @Nullable String key) {
    Optional<ReportHead> head = reports.findFollowable(reviewee, subject);
    if (head.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (!head.get().isOpen()) {
      return Outcome.refused(Reason.of(Kind.CONFLICT, "feedback-report.not-open"));
    }
    Round followed = store.find(head.get().round()).orElseThrow();
    FollowUpInput own =
        new FollowUpInput(
            null, input.instrument(), input.opens(), input.closes(), Set.of(reviewee.person()));
    return once(
        reviewee,
        "feedback-report.follow",
        key,
        List.of(subject, own),
        () ->
            drafted(reviewee, followed, own, usualName)
                .then(id -> rounds.launched(store.find(id).orElseThrow(), reviewee.today())));
  }

  private Outcome<UUID> once(
      Viewer writer, String name, @Nullable String key, Object input, Supplier<Outcome<UUID>> act) {
    return idempotency.once(writer.person(), name, key, input, UUID.class, act);
  }

  private Outcome<UUID> drafted(
      Viewer writer, Round followed, FollowUpInput input, String usualName) {
    store.lock(followed.id());
    Reason never = never(followed);
    if (never != null) {
      return Outcome.refused(never);
    }
    List<Reason> wrong = new ArrayList<>();
    String name = name(input.name(), usualName, wrong);
    String instrument = instrument(input.instrument(), followed, wrong);
    LocalDate today = writer.today();
    LocalDate opens = Objects.requireNonNullElse(input.opens(), usualOpening(today));
    LocalDate closes = Objects.requireNonNullElse(input.closes(), usualClose(opens));
    days(today, opens, closes, wrong);
    Set<UUID> people = people(followed, input, today, wrong);
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    UUID id = UUID.randomUUID();
    store.insert(
        id,
        terms(followed.terms(), followed.id(), name, instrument, opens, closes),
        writer.person());
    subjects.setPopulation(id, new Population(Set.of(), people));
    audit.record(
        writer.person(), "feedback-round.defined", RoundRules.ROUND, id, followed.terms().owner());
    return Outcome.done(id);
  }

  private static @Nullable Reason never(Round followed) {
    if (followed.state() != RoundState.PUBLISHED) {
      return Reason.of(Kind.CONFLICT, "feedback.other-state." + followed.state().code());
    }
    if (followed.terms().purpose() != Purpose.DEVELOPMENT) {
      return Reason.of(Kind.CONFLICT, "feedback.follow-up-development");
    }
    if (followed.terms().isOfTeams()) {
      return Reason.of(Kind.CONFLICT, "feedback.follow-up-team");
    }
    return followed.terms().isFollowUp()
        ? Reason.of(Kind.CONFLICT, "feedback.follow-up-of-the-first")
        : null;
  }

  private static String name(@Nullable String given, String usual, List<Reason> wrong) {
    String name = given == null || given.isBlank() ? usual : given.strip();
    if (name.length() > LONGEST_NAME && given == null) {
      return name.substring(0, LONGEST_NAME).strip();
    }
    if (name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
      wrong.add(Reason.invalid("name", "feedback.too-long", LONGEST_NAME));
    }
    return name;
  }

  private String instrument(@Nullable String given, Round followed, List<Reason> wrong) {
    String id = given == null || given.isBlank() ? PULSE : given.strip();
    Optional<Instrument> found = rounds.instrument(id);
    Instrument before = store.questions(followed.id()).orElseThrow();
    if (found.isEmpty()) {
      wrong.add(Reason.invalid("instrument", "feedback.no-instrument"));
    } else if (found.get().points() != before.points()) {
      wrong.add(Reason.invalid("instrument", "feedback.follow-up-scale", before.points()));
    } else if (!isNew(found.get(), before)) {
      wrong.add(Reason.invalid("instrument", "feedback.follow-up-asked-before"));
    }
    return id;
  }

  private static void days(LocalDate today, LocalDate opens, LocalDate closes, List<Reason> wrong) {
    if (opens.isBefore(today)) {
      wrong.add(Reason.invalid("opens", "feedback.opens-past"));
    }
    if (!closes.isAfter(opens)) {
      wrong.add(Reason.invalid("closes", "feedback.closes-before-opens"));
    }
    if (closes.isAfter(today.plusDays(MOST_DAYS))) {
      wrong.add(Reason.invalid("closes", "feedback.closes-far", MOST_DAYS));
    }
  }

  private Set<UUID> people(
      Round followed, FollowUpInput input, LocalDate today, List<Reason> wrong) {
    Set<UUID> there = Set.copyOf(followUps.reviewees(followed.id(), today));
    Set<UUID> people = input.people();
    if (there.isEmpty() || (people != null && (people.isEmpty() || !there.containsAll(people)))) {
      wrong.add(Reason.of(Kind.CONFLICT, "feedback.follow-up-people"));
    }
    return people == null ? there : people;
  }

  private static Set<FeedbackIndicator> leftOut(RoundTerms then) {
    return Arrays.stream(FeedbackIndicator.values())
        .filter(each -> then.knows(each) && !then.has(each))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What was promised then holds again, word for word; only questions and days are new. An escrow
  /// is not taken over: its custodians made their keys for one round.
  private static RoundTerms terms(
      RoundTerms then,
      UUID followed,
      String name,
      String instrument,
      LocalDate opens,
      LocalDate closes) {
    return new RoundTerms(
        RoundKind.FOLLOW_UP,
        name,
        then.purpose(),
        then.owner(),
        then.validationNote(),
        instrument,
        then.numeric(),
        then.comments(),
        then.width(),
        then.colluders(),
        then.unit(),
        then.audience(),
        then.steward(),
        then.concerns(),
        then.lesson(),
        then.self(),
        then.manager(),
        then.peers(),
        then.reports(),
        then.others(),
        then.budget(),
        opens,
        opens,
        closes,
        followed,
        then.opening(),
        leftOut(then),
        Set.of(),
        null);
  }
}
