package io.fairlead.app.feedback;

import io.fairlead.app.disclosure.EscrowBlanks;
import io.fairlead.app.disclosure.EscrowPackage;
import io.fairlead.app.disclosure.Escrows;
import io.fairlead.app.disclosure.Sealing;
import io.fairlead.app.disclosure.Sealing.Ending;
import io.fairlead.app.disclosure.Sealing.Folder;
import io.fairlead.app.disclosure.Sheets;
import io.fairlead.app.people.People;
import io.fairlead.app.platform.words.OrganisationSettings;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Relationship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Ends rounds whose last day is over: answers are sealed, reports are made, and the way from who
/// was asked to what was written is gone. Ended again it goes on where it was cut off; what was
/// made once stays.
@Component
class RoundClosing {
  private static final Logger LOG = LoggerFactory.getLogger(RoundClosing.class);

  /// Some two milliseconds each.
  private static final int MOST_BLANKS = 30_000;

  private final RoundStore rounds;
  private final SubjectStore subjects;
  private final RaterStore raters;
  private final PublishedStore published;
  private final Sealing sealing;
  private final Escrows escrows;
  private final Sheets sheets;
  private final RoundNews news;
  private final RoundHindrances hindrances;
  private final People people;
  private final OrganisationSettings settings;
  private final JsonMapper json;
  private final TransactionTemplate transaction;

  /// Rounds that failed last time: once may be a database that was away for a moment.
  private final AtomicReference<Set<UUID>> failed = new AtomicReference<>(Set.of());

  RoundClosing(
      RoundStore rounds,
      SubjectStore subjects,
      RaterStore raters,
      PublishedStore published,
      Sealing sealing,
      Escrows escrows,
      Sheets sheets,
      RoundNews news,
      RoundHindrances hindrances,
      People people,
      OrganisationSettings settings,
      JsonMapper json,
      PlatformTransactionManager transactions) {
    this.rounds = rounds;
    this.subjects = subjects;
    this.raters = raters;
    this.published = published;
    this.sealing = sealing;
    this.escrows = escrows;
    this.sheets = sheets;
    this.news = news;
    this.hindrances = hindrances;
    this.people = people;
    this.settings = settings;
    this.json = json;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// What a process that was killed left behind goes before anything else is done.
  @EventListener(ApplicationReadyEvent.class)
  void afterAStart() {
    sealing.destroyLeftKeys();
  }

  /// All whose last day is over, and those that were cut off; of the others is said whose key is
  /// lost, since nothing can be saved in them.
  void closeDue() {
    sealing.destroyLeftKeys();
    LocalDate today = people.today();
    List<Round> due = new ArrayList<>(rounds.in(RoundState.CLOSING));
    for (Round round : rounds.in(RoundState.ANSWERING)) {
      if (round.terms().closes().isBefore(today)) {
        due.add(round);
      } else if (!sheets.canBeRead(round.id())) {
        hindrances.met(round, Hindrance.KEY_LOST);
      }
    }
    Set<UUID> faulty = new HashSet<>();
    for (Round round : due) {
      try {
        hindrance(close(round.id())).ifPresent(met -> hindrances.met(round, met));
      } catch (RuntimeException failed) {
        // Its message could name a person; one round that fails keeps no other from its end.
        LOG.error("A round of feedback could not be sealed: {}", failed.getClass().getName());
        faulty.add(round.id());
      }
    }
    Set<UUID> before = failed.getAndSet(Set.copyOf(faulty));
    due.stream()
        .filter(round -> faulty.contains(round.id()) && before.contains(round.id()))
        .forEach(round -> hindrances.met(round, Hindrance.FAULT));
  }

  private static Optional<Hindrance> hindrance(Ending ending) {
    return switch (ending) {
      case Ending.Sealed _ -> Optional.empty();
      case Ending.KeyLost _ -> Optional.of(Hindrance.KEY_LOST);
      case Ending.Broken _ -> Optional.of(Hindrance.ANSWERS_CHANGED);
      case Ending.Unknown _ -> Optional.of(Hindrance.FAULT);
    };
  }

  /// Nothing comes in any more from here on.
  ///
  /// @throws IllegalStateException when the escrow is not that of the promise: somebody wrote it
  ///   into the database after the launch
  Ending close(UUID id) {
    transaction.executeWithoutResult(_ -> {
      if (rounds.lock(id).orElseThrow() == RoundState.ANSWERING) {
        rounds.move(id, RoundState.CLOSING);
      }
    });
    Round round = rounds.find(id).orElseThrow();
    Instrument questions = rounds.questions(id).orElseThrow();
    if (round.terms().escrow() != null
        && !Promise.hash(id, round.terms(), questions).equals(round.hash())) {
      throw new IllegalStateException("the promise of round %s names another escrow".formatted(id));
    }
    Map<UUID, UUID> known = new HashMap<>();
    subjects.known(id).forEach((subject, about) -> known.put(about, subject));
    Map<UUID, Map<UUID, RoundWork.Asked>> asked = raters.asked(id);
    Map<UUID, RoundWork.Asked> bySlip = new HashMap<>();
    asked.values().forEach(bySlip::putAll);
    List<Folder> folders =
        known.keySet().stream()
            .sorted()
            .map(about ->
                new Folder(
                    about, asked.getOrDefault(about, Map.of()).keySet().stream().sorted().toList()))
            .toList();
    return sealing.seal(
        id,
        folders,
        new RoundWork(
            questions,
            round.terms().policy(questions.points()),
            known,
            bySlip,
            json,
            new Results(round, blanks(round, questions, bySlip.values()))));
  }

  /// Nothing is locked yet, and nothing of it is written down. One for every comment that a group
  /// could have written: how many there are is known once they are read. None in advance where the
  /// round could not be sealed before: it is tried again and again.
  private @Nullable EscrowBlanks blanks(
      Round round, Instrument questions, Collection<RoundWork.Asked> asked) {
    RoundEscrow escrow = round.terms().escrow();
    if (escrow == null) {
      return null;
    }
    EscrowBlanks blanks = new EscrowBlanks(escrow.first().key(), escrow.second().key());
    if (hindrances.of(round.id()).isEmpty() && sheets.canBeRead(round.id())) {
      long unnamed =
          asked.stream()
              .map(RoundWork.Asked::relationship)
              .filter(each -> each != Relationship.SELF && each != Relationship.MANAGER)
              .count();
      blanks.prepare((int) Math.min(unnamed * questions.comments().size(), MOST_BLANKS));
    }
    return blanks;
  }

  private final class Results implements RoundWork.Result {
    private final Round round;
    private final LocalDate today = people.today();
    private final @Nullable RoundEscrow escrow;
    private final @Nullable EscrowBlanks blanks;
    private final Map<UUID, EscrowWriter> names;
    private final List<EscrowPackage> packages = new ArrayList<>();

    Results(Round round, @Nullable EscrowBlanks blanks) {
      this.round = round;
      this.escrow = round.terms().escrow();
      this.blanks = blanks;
      this.names = escrow == null ? Map.of() : raters.names(round.id());
    }

    /// Whoever would stop it waits for its end.
    @Override
    public void begin() {
      rounds.lock(round.id());
    }

    @Override
    public void publish(UUID subject, Published report, CommentWriters writers) {
      List<PublishedStore.Said> said = published.publish(subject, report, today);
      if (escrow != null && blanks != null) {
        said.forEach(comment -> packages.add(closed(escrow, blanks, comment, writers)));
      }
    }

    private EscrowPackage closed(
        RoundEscrow escrow,
        EscrowBlanks blanks,
        PublishedStore.Said comment,
        CommentWriters writers) {
      Responder writer = writers.take(comment.place(), comment.words());
      EscrowWriter who =
          Objects.requireNonNull(names.get(UUID.fromString(writer.rater()))).as(writer.group());
      return EscrowPackage.close(round.id(), comment.id(), until(escrow), blanks, who.text());
    }

    /// The end of its last day.
    private Instant until(RoundEscrow escrow) {
      return today
          .plusDays(escrow.days() + 1L)
          .atStartOfDay(settings.organisation().zone())
          .toInstant();
    }

    @Override
    public void finish(RoundFigures figures) {
      RoundTerms terms = round.terms();
      if (terms.has(FeedbackIndicator.PRECISION)) {
        published.precision(round.id(), figures.precision());
      }
      if (terms.has(FeedbackIndicator.SPREAD)) {
        figures.spread().ifPresent(spread -> published.spread(round.id(), spread));
      }
      if (terms.has(FeedbackIndicator.MINUTES)) {
        figures.minutes().ifPresent(minutes -> rounds.took(round.id(), minutes));
      }
      escrows.put(packages);
      raters.forgetSlips(round.id());
      rounds.move(round.id(), RoundState.PUBLISHED);
      news.published(round);
    }
  }
}
