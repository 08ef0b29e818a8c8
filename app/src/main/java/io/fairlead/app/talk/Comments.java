package io.fairlead.app.talk;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.goals.Objectives;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.undo.Undo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Saying something about an objective or a check-in, wording it better, withdrawing it, and hiding
/// what must not stand. What is withdrawn or hidden keeps its place, so that answers to it can
/// still be followed.
@Service
public class Comments {
  /// Characters of a comment as somebody writes it.
  public static final int LONGEST = 4_000;

  private static final int LONGEST_REASON = 1_000;

  private final CommentStore store;
  private final Mentions mentions;
  private final Following following;
  private final Telling telling;
  private final Objectives objectives;
  private final Undo undo;
  private final Idempotency idempotency;
  private final Ids ids;
  private final Audit audit;
  private final Clock clock;

  Comments(
      CommentStore store,
      Mentions mentions,
      Following following,
      Telling telling,
      Objectives objectives,
      Undo undo,
      Idempotency idempotency,
      Ids ids,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.mentions = mentions;
    this.following = following;
    this.telling = telling;
    this.objectives = objectives;
    this.undo = undo;
    this.idempotency = idempotency;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  /// A page of what was said, the newest first.
  ///
  /// @param next where older ones begin; null where there are none
  public record Said(List<Comment> comments, @Nullable String next) {}

  /// A wording that a comment had.
  public record Wording(int number, Instant at, String body, Map<UUID, String> names) {
    public List<Piece> pieces(String somebody) {
      return Piece.of(body, names, somebody);
    }

    public String plain(String somebody) {
      return Piece.plain(body, names, somebody);
    }
  }

  /// What somebody says.
  ///
  /// @param answers the comment that this one answers
  /// @param means whom a name means that several people have, by the name in small letters
  /// @param key lets it be said once, however often it is sent
  public record Input(
      About about,
      String text,
      @Nullable UUID answers,
      Map<String, UUID> means,
      @Nullable String key) {
    public Input {
      means = Map.copyOf(means);
      // A browser sends line breaks in two characters, of which it counts one.
      text = text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
  }

  /// What was said about it, if the viewer may read it. Empty where they may not or there is no
  /// such thing.
  public Optional<Said> said(Viewer viewer, About about, String cursor, int limit) {
    Cursor from = Cursor.decoded(cursor).orElse(Cursor.NEWEST);
    List<Comment> found = store.before(viewer, about, from, limit + 1);
    if (found.isEmpty() && !mayRead(viewer, about)) {
      return Optional.empty();
    }
    return Optional.of(page(found, limit));
  }

  static Said page(List<Comment> found, int limit) {
    List<Comment> shown = List.copyOf(found.subList(0, Math.min(limit, found.size())));
    return new Said(
        shown,
        found.size() > limit
            ? new Cursor(shown.getLast().at(), shown.getLast().id()).encoded()
            : null);
  }

  /// Whether the viewer may say something about it. Who may read it may, unless they read it by a
  /// composed role alone.
  boolean mayTalk(Viewer viewer, About about) {
    return store.mayTalk(viewer, about);
  }

  /// That somebody asks for what they may not read is recorded.
  boolean mayRead(Viewer viewer, About about) {
    boolean may = store.mayRead(viewer, about);
    if (!may) {
      denied(viewer, about);
    }
    return may;
  }

  /// Records that somebody asked for what they may not read; nothing where there is none.
  void denied(Viewer viewer, About about) {
    objectives.find(viewer, about.objective());
  }

  public Optional<Comment> find(Viewer viewer, UUID id) {
    return store.find(viewer, id);
  }

  /// @return the new comment's id
  public Outcome<UUID> say(Viewer viewer, Input input) {
    return idempotency.once(
        viewer.person(),
        "comment.say",
        input.key(),
        input,
        UUID.class,
        () -> {
          if (!store.mayTalk(viewer, input.about())) {
            return Outcome.refused(store.barred(viewer, input.about()));
          }
          if (input.answers() != null && !store.isIn(input.about(), input.answers())) {
            return Outcome.refused(Reason.invalid("answers", "talk.answers-elsewhere"));
          }
          return worded(viewer, input.about().objective(), input.text(), input.means())
              .then(understood -> {
                UUID id = ids.next();
                store.insert(
                    id,
                    input.about(),
                    input.answers(),
                    viewer.person(),
                    clock.instant(),
                    understood.body(),
                    understood.people());
                following.byCommenting(viewer, input.about().objective());
                telling.said(id, 1);
                return Outcome.done(id);
              });
        });
  }

  private Outcome<Mentions.Understood> worded(
      Viewer viewer, UUID objective, String text, Map<String, UUID> means) {
    if (text.isEmpty()) {
      return Outcome.refused(Reason.invalid("text", "talk.nothing-said"));
    }
    if (text.length() > LONGEST) {
      return Outcome.refused(Reason.invalid("text", "talk.too-long", text.length(), LONGEST));
    }
    if (text.indexOf('\0') >= 0) {
      return Outcome.refused(Reason.invalid("text", "talk.unreadable"));
    }
    return mentions.understood(viewer, objective, text, means);
  }

  /// Names in the text that are several people's, with whom they may mean: to be asked.
  List<Mentions.Unclear> unclear(Viewer viewer, Input input) {
    return mentions.found(viewer, input.about().objective(), input.text(), input.means()).unclear();
  }

  /// Words a comment anew; the wordings before it are kept, for whoever may read it.
  ///
  /// @param from the number of the wording that its author had before them
  /// @return the number of the new wording
  public Outcome<Integer> reword(Viewer viewer, UUID id, int from, Input input) {
    return idempotency.once(
        viewer.person(),
        "comment.reword",
        input.key(),
        List.of(id, from, input),
        Integer.class,
        () ->
            own(viewer, id)
                .then(comment ->
                    worded(viewer, comment.about().objective(), input.text(), input.means())
                        .then(understood -> {
                          if (comment.wording() == from
                              && comment.body().equals(understood.body())) {
                            return Outcome.done(from);
                          }
                          if (!store.reword(
                              id, from, clock.instant(), understood.body(), understood.people())) {
                            return Outcome.refused(Reason.of(Reason.Kind.STALE, "stale"));
                          }
                          telling.said(id, from + 1);
                          return Outcome.done(from + 1);
                        })));
  }

  private Outcome<Comment> own(Viewer viewer, UUID id) {
    Optional<Comment> found = store.find(viewer, id);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (!found.get().mine()) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return found.get().stands()
        ? Outcome.done(found.get())
        : Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "talk.gone"));
  }

  /// Its author takes it back. For a day that can be undone; then its words are forgotten.
  ///
  /// @return what undoes it
  public Outcome<UUID> withdraw(Viewer viewer, UUID id, @Nullable String key) {
    return idempotency.once(
        viewer.person(),
        "comment.withdraw",
        key,
        id,
        UUID.class,
        () ->
            own(viewer, id)
                .then(comment -> {
                  store.withdraw(id, clock.instant());
                  audit.record(viewer.person(), "comment.withdrawn", "comment", id, comment.byId());
                  return Outcome.done(undo.keep(WithdrawnUndo.KIND, id, viewer, "-"));
                }));
  }

  /// People operations hide a comment from everybody, for a reason that stands in its place.
  ///
  /// @param because empty to show it again
  /// @return the comment
  public Outcome<UUID> hide(
      Viewer viewer, UUID id, String because, boolean hidden, @Nullable String key) {
    String reason = because.strip();
    return idempotency.once(
        viewer.person(),
        "comment.hide",
        key,
        List.of(id, reason, hidden),
        UUID.class,
        () -> {
          Optional<Comment> found = store.find(viewer, id);
          if (found.isEmpty()) {
            return Outcome.refused(Reason.notFound());
          }
          if (!found.get().mayHide()) {
            return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
          }
          if (hidden && reason.isEmpty()) {
            return Outcome.refused(Reason.invalid("reason", "talk.reason-missing"));
          }
          if (reason.length() > LONGEST_REASON) {
            return Outcome.refused(Reason.invalid("reason", "too-long", LONGEST_REASON));
          }
          if (!store.hide(id, viewer.person(), clock.instant(), hidden ? reason : "")) {
            return Outcome.refused(
                Reason.of(
                    Reason.Kind.CONFLICT, hidden ? "talk.hidden-already" : "talk.not-hidden"));
          }
          audit.record(
              viewer.person(),
              hidden ? "comment.hidden" : "comment.shown-again",
              "comment",
              id,
              found.get().byId());
          if (hidden) {
            telling.hidden(found.get(), viewer.person());
          }
          return Outcome.done(id);
        });
  }

  /// The wordings of a comment that stands, the first one first.
  public Optional<List<Wording>> wordings(Viewer viewer, UUID id) {
    return store.find(viewer, id).filter(Comment::stands).map(_ -> store.wordings(id));
  }
}
