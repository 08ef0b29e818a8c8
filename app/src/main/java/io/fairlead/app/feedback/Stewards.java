package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.RoundRules.CONFIRM;
import static io.fairlead.app.feedback.RoundRules.READ;
import static io.fairlead.app.feedback.RoundRules.WITHHOLD;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.feedback.StewardStore.Closed;
import io.fairlead.app.feedback.StewardStore.StewardRound;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a round's steward may do: ask, with a reason from a list, that a whole comment be withheld
/// before its report opens. Somebody else decides. Nobody changes a word, and nothing is withheld
/// from a report that could be read.
@Component
class Stewards {
  private static final int PAGE = 50;
  private static final int ASKED = 500;

  private final StewardStore store;
  private final Idempotency idempotency;
  private final Audit audit;

  Stewards(StewardStore store, Idempotency idempotency, Audit audit) {
    this.store = store;
    this.idempotency = idempotency;
    this.audit = audit;
  }

  /// @param until when their reports begin to open; null where none is closed
  /// @param next the last of these where there are more; null where there are none
  record Comments(
      StewardRound round,
      List<StewardComment> comments,
      @Nullable Instant until,
      @Nullable UUID next) {}

  /// Some of a round's comments, for its steward.
  ///
  /// @param after the last one of the page before
  Optional<Comments> comments(Viewer viewer, UUID round, @Nullable UUID after) {
    return store
        .round(viewer, READ, round)
        .map(found -> {
          Closed closed = store.closed(viewer, round);
          List<StewardComment> all = store.comments(closed.subjects(), after, PAGE + 1);
          List<StewardComment> page = all.subList(0, Math.min(PAGE, all.size()));
          return new Comments(
              found, page, closed.until(), all.size() > PAGE ? page.getLast().id() : null);
        });
  }

  /// What the steward asks for, for whoever decides on it.
  Optional<Comments> asked(Viewer viewer, UUID round) {
    return store
        .round(viewer, CONFIRM, round)
        .map(found -> {
          Closed closed = store.closed(viewer, round);
          return new Comments(found, store.asked(closed.subjects(), ASKED), closed.until(), null);
        });
  }

  /// The steward asks that a comment be withheld.
  ///
  /// @return the round
  Outcome<UUID> ask(Viewer viewer, UUID round, UUID comment, String because, @Nullable String key) {
    return act(
        viewer,
        WITHHOLD,
        round,
        comment,
        because,
        key,
        found -> {
          Optional<StewardReason> reason = StewardReason.find(because);
          if (reason.isEmpty()) {
            return Outcome.refused(Reason.invalid("because", "steward.because"));
          }
          if (found.isWithheld()) {
            return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "steward.decided"));
          }
          store.ask(comment, reason.get(), viewer.person());
          return Outcome.done("feedback.withholding-asked");
        });
  }

  /// The steward takes back what they asked for.
  Outcome<UUID> takeBack(Viewer viewer, UUID round, UUID comment, @Nullable String key) {
    return act(
        viewer,
        WITHHOLD,
        round,
        comment,
        "",
        key,
        found -> {
          if (found.isWithheld()) {
            return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "steward.decided"));
          }
          store.ask(comment, null, null);
          return Outcome.done("feedback.withholding-taken-back");
        });
  }

  /// A second person decides.
  Outcome<UUID> decide(
      Viewer viewer, UUID round, UUID comment, boolean withheld, @Nullable String key) {
    return act(
        viewer,
        CONFIRM,
        round,
        comment,
        withheld,
        key,
        found -> {
          if (!found.isAsked()) {
            return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "steward.decided"));
          }
          if (withheld) {
            store.confirm(comment, viewer.person());
            return Outcome.done("feedback.comment-withheld");
          }
          store.ask(comment, null, null);
          return Outcome.done("feedback.withholding-rejected");
        });
  }

  /// @param doing what comes of it: the act for the record, which names the round alone
  private Outcome<UUID> act(
      Viewer viewer,
      String act,
      UUID round,
      UUID comment,
      Object input,
      @Nullable String key,
      Function<StewardComment, Outcome<String>> doing) {
    if (store.round(viewer, act, round).isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    return idempotency.once(
        viewer.person(),
        "feedback.steward." + act,
        key,
        List.of(round, comment, input),
        UUID.class,
        () ->
            store
                .lock(store.closed(viewer, round).subjects(), comment)
                .map(doing)
                .orElseGet(() -> Outcome.refused(Reason.notFound()))
                .then(recorded -> {
                  audit.record(viewer.person(), recorded, RoundRules.ROUND, round, null);
                  return Outcome.done(round);
                }));
  }
}
