package io.fairlead.app.talk;

import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Saying one of a few things about a comment or a check-in with one click, and taking it back.
/// Saying it twice changes nothing.
@Component
public class Reactions {
  private static final int NAMED = 12;

  private final CommentStore comments;
  private final JdbcClient database;
  private final Idempotency idempotency;
  private final Ids ids;
  private final Clock clock;

  Reactions(
      CommentStore comments, JdbcClient database, Idempotency idempotency, Ids ids, Clock clock) {
    this.comments = comments;
    this.database = database;
    this.idempotency = idempotency;
    this.ids = ids;
    this.clock = clock;
  }

  /// @param given whether it is to stand afterwards
  public Outcome<Comment> toComment(
      Viewer viewer, UUID id, String kind, boolean given, @Nullable String key) {
    return idempotency
        .once(
            viewer.person(),
            "reaction.comment",
            key,
            List.of(id, kind, given),
            UUID.class,
            () -> {
              Optional<Comment> comment = comments.find(viewer, id);
              if (comment.isEmpty()) {
                return Outcome.refused(Reason.notFound());
              }
              if (!comment.get().stands()) {
                return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "talk.gone"));
              }
              if (!comments.mayTalk(viewer, comment.get().about())) {
                return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
              }
              return set(viewer, id, null, kind, given);
            })
        .then(_ ->
            comments
                .find(viewer, id)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Reason.notFound())));
  }

  /// @return the reaction's kind, as it was given
  public Outcome<UUID> toCheckIn(
      Viewer viewer, About about, String kind, boolean given, @Nullable String key) {
    return idempotency.once(
        viewer.person(),
        "reaction.check-in",
        key,
        List.of(about, kind, given),
        UUID.class,
        () -> {
          if (!comments.mayTalk(viewer, about)) {
            return Outcome.refused(comments.barred(viewer, about));
          }
          return set(viewer, null, about.checkIn(), kind, given);
        });
  }

  private Outcome<UUID> set(
      Viewer viewer, @Nullable UUID comment, @Nullable UUID checkIn, String code, boolean given) {
    Optional<ReactionKind> kind = ReactionKind.find(code);
    if (kind.isEmpty()) {
      return Outcome.refused(Reason.invalid("kind", "talk.unknown-reaction"));
    }
    UUID id = ids.next();
    if (given) {
      database
          .sql(
              """
              insert into reaction (id, comment, check_in, person, kind, at)
              values (:id, :comment, :check_in, :person, :kind, :at) on conflict do nothing
              """)
          .param("id", id)
          .param("comment", comment)
          .param("check_in", checkIn)
          .param("person", viewer.person())
          .param("kind", kind.get().code())
          .param("at", Timestamp.from(clock.instant()))
          .update();
    } else {
      database
          .sql(
              """
              delete from reaction where person = :person and kind = :kind
                and %s = :thing
              """
                  .formatted(comment == null ? "check_in" : "comment"))
          .param("person", viewer.person())
          .param("kind", kind.get().code())
          .param("thing", comment == null ? checkIn : comment)
          .update();
    }
    return Outcome.done(id);
  }

  /// The reactions to one thing as a column of a statement that binds `:viewer`.
  static String sql(String column, String thing) {
    return """
    (select json_agg(json_build_object('kind', r.kind, 'count', r.count, 'mine', r.mine, 'names', r.names) order by r.kind)
      from (select r.kind, count(*) as count, bool_or(r.person = :viewer) as mine,
          array_agg(r.name order by r.place) filter (where r.place <= %3$d and r.name is not null) as names
        from (select g.kind, g.person, ri.name, row_number() over (partition by g.kind order by g.at, g.id) as place
          from reaction g left join identity ri on ri.person = g.person where g.%1$s = %2$s) r
        group by r.kind) r)\
    """
        .formatted(column, thing, NAMED);
  }

  static List<Reacted> read(JsonMapper json, @Nullable String text) {
    List<Reacted> reactions = new ArrayList<>();
    if (text != null) {
      for (JsonNode each : json.readTree(text)) {
        List<String> names = new ArrayList<>();
        each.path("names").forEach(name -> names.add(name.asString()));
        reactions.add(
            new Reacted(
                ReactionKind.find(each.path("kind").asString()).orElseThrow(),
                each.path("count").asInt(),
                each.path("mine").asBoolean(),
                List.copyOf(names)));
      }
    }
    return List.copyOf(reactions);
  }
}
