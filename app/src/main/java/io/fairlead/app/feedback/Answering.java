package io.fairlead.app.feedback;

import io.fairlead.app.disclosure.Kept;
import io.fairlead.app.disclosure.Sheet;
import io.fairlead.app.disclosure.Sheets;
import io.fairlead.app.feedback.AnswerStore.Asking;
import io.fairlead.app.growth.Lessons;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.keys.BrokenSeal;
import io.fairlead.app.platform.words.OrganisationSettings;
import io.fairlead.methods.instruments.AnsweringTime;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.lessons.Lesson;
import io.fairlead.methods.lessons.ShippedLessons;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What a rater does: reads what they are asked, answers as they go, takes it back, or declines.
///
/// None of it leaves a trace of who answered and when: no line in the audit record (not of a
/// refusal either), no remembered key, no time in a table. What makes a second send harmless is the
/// sheet's revision.
@Component
public class Answering {
  private final InvitationStore invitations;
  private final RoundStore rounds;
  private final AnswerStore store;
  private final AnswerLock lock;
  private final Sheets sheets;
  private final Lessons lessons;
  private final OrganisationSettings settings;
  private final JsonMapper json;
  private final TransactionTemplate transaction;

  Answering(
      InvitationStore invitations,
      RoundStore rounds,
      AnswerStore store,
      AnswerLock lock,
      Sheets sheets,
      Lessons lessons,
      OrganisationSettings settings,
      JsonMapper json,
      PlatformTransactionManager transactions) {
    this.invitations = invitations;
    this.rounds = rounds;
    this.store = store;
    this.lock = lock;
    this.sheets = sheets;
    this.lessons = lessons;
    this.settings = settings;
    this.json = json;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Something that somebody is asked, with how far they are.
  ///
  /// @param subjectName null once their account is erased
  /// @param items to rate
  /// @param answered how many of them are, *cannot judge* included
  /// @param minutesLeft what the rest takes; 0 once it is handed in
  /// @param closes the last day
  public record Given(
      UUID invitation,
      UUID round,
      String roundName,
      UUID subject,
      @Nullable String subjectName,
      Relationship relationship,
      int items,
      int answered,
      int minutesLeft,
      LocalDate closes,
      boolean handedIn) {}

  /// One invitation with all that its page shows.
  ///
  /// @param revision of the sheet, 0 while nothing was written
  /// @param lesson that the rater has to read before the first answer
  record Asked(
      Invitation invitation,
      Round round,
      Instrument questions,
      AnswerSheet sheet,
      long revision,
      Optional<Lesson> lesson) {}

  /// What the viewer is asked, the round that ends first coming first.
  public List<Given> mine(Viewer viewer) {
    return given(invitations.all(viewer));
  }

  List<Given> given(List<Invitation> asked) {
    if (asked.isEmpty()) {
      return List.of();
    }
    Map<UUID, Asking> asking =
        store.asking(asked.stream().map(Invitation::round).collect(Collectors.toSet()));
    Map<UUID, Sheet> written =
        sheets.find(asked.stream().collect(Collectors.toMap(Invitation::slip, Invitation::round)));
    return asked.stream()
        .map(each ->
            given(
                each,
                Objects.requireNonNull(asking.get(each.round())),
                Optional.ofNullable(written.get(each.slip()))
                    .map(this::read)
                    .orElse(AnswerSheet.EMPTY)))
        .toList();
  }

  private static Given given(Invitation invitation, Asking asking, AnswerSheet sheet) {
    int answered = sheet.ratings().size();
    return new Given(
        invitation.id(),
        invitation.round(),
        asking.round(),
        invitation.about(),
        invitation.subjectName(),
        invitation.relationship(),
        asking.items(),
        answered,
        sheet.handedIn() ? 0 : minutesLeft(asking, sheet),
        asking.closes(),
        sheet.handedIn());
  }

  /// Of the minutes that raters are told, the share that what is left takes.
  private static int minutesLeft(Asking asking, AnswerSheet sheet) {
    int unwritten = Math.max(0, asking.optional() + asking.required() - sheet.comments().size());
    int required = Math.min(unwritten, asking.required());
    double left =
        AnsweringTime.minutes(
            Math.max(0, asking.items() - sheet.ratings().size()), unwritten - required, required);
    double all = AnsweringTime.minutes(asking.items(), asking.optional(), asking.required());
    return (int) Math.ceil(asking.minutes() * left / all);
  }

  /// One of the viewer's. What is somebody else's is not there; of their own it is said when it
  /// takes nothing more.
  Outcome<Invitation> find(Viewer viewer, UUID invitation) {
    return invitations
        .find(viewer, invitation)
        .map(Outcome::done)
        .orElseGet(() ->
            store
                .past(viewer.person(), invitation)
                .<Outcome<Invitation>>map(past -> Outcome.refused(because(past)))
                .orElseGet(() -> Outcome.refused(Reason.notFound())));
  }

  private static Reason because(AnswerStore.Past past) {
    return switch (past.round()) {
      case DRAFT, NOMINATING -> Reason.notFound();
      case ANSWERING ->
          past.state().equals("declined")
              ? Reason.of(Reason.Kind.CONFLICT, "feedback.answer-declined")
              : Reason.notFound();
      case CLOSING, PUBLISHED -> closed();
      case STOPPED -> Reason.of(Reason.Kind.CONFLICT, "feedback.answer-stopped");
    };
  }

  private static Reason closed() {
    return Reason.of(Reason.Kind.CONFLICT, "feedback.answer-closed");
  }

  Outcome<Asked> asked(Invitation invitation) {
    Round round = rounds.find(invitation.round()).orElseThrow();
    return unlessBroken(() -> {
      Optional<Sheet> sheet = sheets.find(invitation.round(), invitation.slip());
      return Outcome.done(
          new Asked(
              invitation,
              round,
              questions(invitation),
              sheet.map(this::read).orElse(AnswerSheet.EMPTY),
              sheet.map(Sheet::revision).orElse(0L),
              sheet.isPresent() ? Optional.empty() : lessonFirst(invitation, round)));
    });
  }

  /// Guests have no account in which a lesson could be done.
  private Optional<Lesson> lessonFirst(Invitation invitation, Round round) {
    UUID rater = invitation.rater();
    String lesson = round.terms().lesson();
    boolean asks =
        rater != null
            && lesson != null
            && settings.organisation().uses(Lessons.class)
            && !lessons.isDone(rater, lesson);
    return asks ? ShippedLessons.find(String.valueOf(lesson)) : Optional.empty();
  }

  /// Puts the sheet in place of what stood there. The same sheet on an older revision is taken for
  /// the same saving, sent again.
  ///
  /// @param revision the one that was written on, 0 for the first
  /// @return the revision that stands now
  Outcome<Long> keep(Invitation invitation, long revision, AnswerSheet sheet) {
    List<Reason> problems = AnswerRules.problems(questions(invitation), sheet);
    if (!problems.isEmpty()) {
      return Outcome.refused(problems);
    }
    if (revision == 0) {
      Round round = rounds.find(invitation.round()).orElseThrow();
      if (lessonFirst(invitation, round).isPresent()) {
        return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "feedback.answer-lesson-first"));
      }
    }
    byte[] words = json.writeValueAsBytes(sheet);
    return unlessBroken(() ->
        Objects.requireNonNull(
            transaction.execute(_ -> {
              lock.write(invitation.id());
              if (!store.holds(invitation)) {
                return Outcome.<Long>refused(Reason.notFound());
              }
              return switch (sheets.keep(invitation.round(), invitation.slip(), revision, words)) {
                case Kept.Saved(long kept) -> Outcome.done(kept);
                case Kept.Stale _ -> again(invitation, sheet);
                case Kept.Closed _ -> Outcome.<Long>refused(closed());
                case Kept.KeyLost _ ->
                    Outcome.<Long>refused(
                        Reason.of(Reason.Kind.CONFLICT, "feedback.answer-key-lost"));
              };
            })));
  }

  private Outcome<Long> again(Invitation invitation, AnswerSheet sheet) {
    return sheets
        .find(invitation.round(), invitation.slip())
        .filter(stands -> read(stands).equals(sheet))
        .map(stands -> Outcome.done(stands.revision()))
        .orElseGet(
            () -> Outcome.refused(Reason.of(Reason.Kind.STALE, "feedback.answer-other-window")));
  }

  /// Takes back all that was written, with an earlier link too. They are still asked, and may begin
  /// anew.
  ///
  /// @return whether there was anything that they could see
  Outcome<Boolean> withdraw(Invitation invitation) {
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          lock.end(invitation.id());
          return Outcome.done(forget(invitation));
        }));
  }

  /// Would rather not: what was written is gone, and they are not asked any more.
  Outcome<UUID> decline(Invitation invitation, String because) {
    Optional<DeclineReason> reason = DeclineReason.find(because);
    if (reason.isEmpty()) {
      return Outcome.refused(Reason.invalid("because", "feedback.decline-reason"));
    }
    if (invitation.relationship() == Relationship.SELF) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "feedback.decline-self"));
    }
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          lock.end(invitation.id());
          forget(invitation);
          store.decline(invitation.id(), reason.get());
          return Outcome.done(invitation.id());
        }));
  }

  private boolean forget(Invitation invitation) {
    invitation.earlier().forEach(slip -> sheets.withdraw(invitation.round(), slip));
    return sheets.withdraw(invitation.round(), invitation.slip());
  }

  /// Whether they declined it before; a second send of the same is no mistake.
  boolean hasDeclined(Viewer viewer, UUID invitation) {
    return store
        .past(viewer.person(), invitation)
        .filter(past -> past.state().equals("declined") && past.round() == RoundState.ANSWERING)
        .isPresent();
  }

  private Instrument questions(Invitation invitation) {
    return rounds.questions(invitation.round()).orElseThrow();
  }

  private AnswerSheet read(Sheet sheet) {
    return json.readValue(sheet.words(), AnswerSheet.class);
  }

  private static <T> Outcome<T> unlessBroken(Supplier<Outcome<T>> reading) {
    try {
      return reading.get();
    } catch (BrokenSeal changed) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "feedback.answer-broken"));
    }
  }
}
