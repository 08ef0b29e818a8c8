package io.fairlead.app.growth;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.people.PersonName;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.words.OrganisationSettings;
import io.fairlead.methods.coaching.conversations.ShippedSituations;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Preparing a conversation with somebody of one's line: from a situation to a sheet, a time, what
/// was agreed, and the day to look at it again. It rests on what its writer saw, and reads nothing
/// else of anybody.
@Component
public class PreparedConversations {
  private static final int LONGEST_AGREED = 2_000;

  private final ConversationStore store;
  private final Idempotency idempotency;
  private final OrganisationSettings organisation;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  PreparedConversations(
      ConversationStore store,
      Idempotency idempotency,
      OrganisationSettings organisation,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.idempotency = idempotency;
    this.organisation = organisation;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// The viewer's own.
  public List<PreparedConversation> all(Viewer viewer) {
    return store.all(viewer);
  }

  /// The viewer's own with a person, of those that are not over.
  List<PreparedConversation> open(Viewer viewer, UUID about) {
    return store.open(viewer, about);
  }

  /// One, if it is the viewer's.
  public Optional<PreparedConversation> find(Viewer viewer, UUID id) {
    Optional<PreparedConversation> found = store.find(viewer, id);
    if (found.isEmpty()) {
      store.owner(id).ifPresent(owner -> audit.denied(viewer, ConversationRules.RECORD, id, owner));
    }
    return found;
  }

  /// Whom the viewer may prepare one with: their line, those who report to them first.
  ///
  /// @param name a part of it; empty for all
  public List<PersonName> line(Viewer viewer, String name) {
    return store.line(viewer, name.strip());
  }

  /// Somebody of the viewer's line.
  public Optional<PersonName> person(Viewer viewer, UUID person) {
    return store.person(viewer, person);
  }

  /// Prepares one.
  ///
  /// @param key lets it take effect once
  /// @return its id
  public Outcome<UUID> prepare(
      Viewer writer, UUID about, String situation, PreparationInput input, @Nullable String key) {
    if (person(writer, about).isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (ShippedSituations.find(situation).isEmpty()) {
      return Outcome.refused(Reason.invalid("situation", "conversation.no-such-situation"));
    }
    return input
        .read(zone(), writer.today())
        .then(read ->
            idempotency.once(
                writer.person(),
                "conversation.prepare",
                key,
                Arrays.asList(about, situation, input),
                UUID.class,
                () -> {
                  UUID id = ids.next();
                  store.insert(id, writer.person(), about, situation, read, clock.instant());
                  return Outcome.done(id);
                }));
  }

  /// Says anew what is prepared, from the version that its writer had before them.
  public Outcome<UUID> change(
      Viewer writer, UUID id, long version, PreparationInput input, @Nullable String key) {
    return once(
        writer,
        id,
        "conversation.change",
        Arrays.asList(id, version, input),
        key,
        now ->
            readable(now)
                .then(before ->
                    input
                        .read(zone(), writer.today())
                        .then(read ->
                            store.update(
                                    id,
                                    writer.person(),
                                    version,
                                    new PreparationInput.Read(
                                        read.preparation().agreeing(before.agreed()),
                                        read.bookedAt(),
                                        read.minutes(),
                                        read.followUp()),
                                    clock.instant())
                                ? Outcome.done(id)
                                : Outcome.refused(
                                    Reason.of(Reason.Kind.STALE, "conversation.stale")))));
  }

  /// Notes that it was held and what was agreed.
  ///
  /// @param followUp when to look at it again; null for never
  public Outcome<UUID> hold(
      Viewer writer, UUID id, String agreed, @Nullable LocalDate followUp, @Nullable String key) {
    return once(
        writer,
        id,
        "conversation.hold",
        Arrays.asList(id, agreed, followUp),
        key,
        now ->
            readable(now)
                .then(before -> {
                  List<Reason> wrong = new ArrayList<>();
                  String said = PreparationInput.line(wrong, "agreed", agreed, LONGEST_AGREED);
                  if (said.isEmpty()) {
                    wrong.add(Reason.invalid("agreed", "conversation.agreed-missing"));
                  }
                  if (followUp != null && followUp.isBefore(writer.today())) {
                    wrong.add(Reason.invalid("followUp", "conversation.follow-up-past"));
                  }
                  if (!wrong.isEmpty()) {
                    return Outcome.refused(wrong);
                  }
                  LocalDate heldOn = now.heldOn();
                  store.hold(
                      id,
                      writer.person(),
                      before.agreeing(said),
                      heldOn == null ? writer.today() : heldOn,
                      followUp,
                      clock.instant());
                  return Outcome.done(id);
                }));
  }

  /// Ends the follow-up: both have looked at it.
  public Outcome<UUID> close(Viewer writer, UUID id, @Nullable String key) {
    return once(
        writer,
        id,
        "conversation.close",
        List.of(id),
        key,
        now -> {
          if (!now.isHeld()) {
            return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "conversation.not-held"));
          }
          store.close(id, clock.instant());
          return Outcome.done(id);
        });
  }

  /// Takes it away for good.
  public Outcome<UUID> remove(Viewer writer, UUID id, @Nullable String key) {
    return once(
        writer,
        id,
        "conversation.remove",
        List.of(id),
        key,
        _ -> {
          store.delete(id);
          return Outcome.done(id);
        });
  }

  private Outcome<UUID> once(
      Viewer writer,
      UUID id,
      String act,
      Object input,
      @Nullable String key,
      Function<PreparedConversation, Outcome<UUID>> doing) {
    if (find(writer, id).isEmpty() && !act.equals("conversation.remove")) {
      return Outcome.refused(Reason.notFound());
    }
    return idempotency.once(
        writer.person(),
        act,
        key,
        input,
        UUID.class,
        () -> {
          store.lock(id);
          return store
              .find(writer, id)
              .map(doing)
              .orElseGet(() -> Outcome.refused(Reason.notFound()));
        });
  }

  /// What was written, without which nothing can be added to it.
  private static Outcome<Preparation> readable(PreparedConversation conversation) {
    Preparation preparation = conversation.preparation();
    return preparation == null
        ? Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "conversation.key-missing"))
        : Outcome.done(preparation);
  }

  ZoneId zone() {
    return organisation.organisation().zone();
  }
}
