package io.fairlead.app.talk;

import io.fairlead.app.goals.GoalRules;
import io.fairlead.app.people.LegalHoldSql;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tables of comments. Every statement that reads carries the condition under which the viewer
/// may read the objective.
@Repository
class CommentStore {
  private final JdbcClient database;
  private final JsonMapper json;
  private final String talks;
  private final String reads;
  private final String mayHide;

  CommentStore(JdbcClient database, JsonMapper json, Policy policy) {
    this.database = database;
    this.json = json;
    this.talks = policy.condition(GoalRules.RECORD, TalkRules.TALK, GoalRules.GOAL, "o");
    this.reads = policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "o");
    this.mayHide = policy.condition(TalkRules.COMMENT, TalkRules.HIDE, TalkRules.TEXT, "c");
  }

  /// Whether the viewer may say something about it.
  boolean mayTalk(Viewer viewer, About about) {
    return may(talks, viewer, about);
  }

  /// Whether it is there, and the viewer may read it.
  boolean mayRead(Viewer viewer, About about) {
    return may(reads, viewer, about);
  }

  /// Why somebody may not say anything about it.
  Reason barred(Viewer viewer, About about) {
    return mayRead(viewer, about)
        ? Reason.of(Reason.Kind.FORBIDDEN, "forbidden")
        : Reason.notFound();
  }

  private boolean may(String condition, Viewer viewer, About about) {
    return database
        .sql(
            """
            select exists (select 1 from objective o where o.id = :objective and %s
              and (:check_in::uuid is null or exists (
                select 1 from check_in n join key_result k on k.id = n.key_result
                where n.id = :check_in::uuid and k.objective = o.id)))
            """
                .formatted(condition))
        .params(viewer.parameters())
        .param("objective", about.objective())
        .param("check_in", about.checkIn())
        .query(Boolean.class)
        .single();
  }

  /// Whether that comment stands in the same conversation.
  boolean isIn(About about, UUID comment) {
    return database
        .sql(
            """
            select exists (select 1 from comment
              where id = :id and objective = :objective and check_in is not distinct from :check_in::uuid)
            """)
        .param("id", comment)
        .param("objective", about.objective())
        .param("check_in", about.checkIn())
        .query(Boolean.class)
        .single();
  }

  void insert(
      UUID id,
      About about,
      @Nullable UUID answers,
      UUID by,
      Instant at,
      String body,
      Collection<UUID> people) {
    database
        .sql(
            """
            with said as (
              insert into comment (id, objective, check_in, answers, by_person, at)
              values (:id, :objective, :check_in, :answers, :by, :at)),
            worded as (insert into comment_wording (comment, number, body, at) values (:id, 1, :body, :at))
            insert into comment_mention (comment, person) select :id, unnest(:people::uuid[])
            """)
        .param("id", id)
        .param("objective", about.objective())
        .param("check_in", about.checkIn())
        .param("answers", answers)
        .param("by", by)
        .param("at", Timestamp.from(at))
        .param("body", body)
        .param("people", people.toArray(UUID[]::new))
        .update();
  }

  /// Words it anew.
  ///
  /// @param from the wording that its author had before them
  /// @return whether that was still the one that counts
  boolean reword(UUID id, int from, Instant at, String body, Collection<UUID> people) {
    return database
            .sql(
                """
                with changed as (
                  update comment set wording = wording + 1, edited_at = :at
                  where id = :id and wording = :from and withdrawn_at is null and hidden_at is null
                  returning id, wording),
                named as (
                  insert into comment_mention (comment, person) select id, unnest(:people::uuid[]) from changed
                  on conflict do nothing)
                insert into comment_wording (comment, number, body, at) select id, wording, :body, :at from changed
                """)
            .param("id", id)
            .param("from", from)
            .param("at", Timestamp.from(at))
            .param("body", body)
            .param("people", people.toArray(UUID[]::new))
            .update()
        == 1;
  }

  /// @param at null to let it stand again
  boolean withdraw(UUID id, @Nullable Instant at) {
    return database
            .sql(
                """
                update comment set withdrawn_at = :at::timestamptz
                where id = :id and (withdrawn_at is null) <> (:at::timestamptz is null)
                """)
            .param("id", id)
            .param("at", at == null ? null : Timestamp.from(at))
            .update()
        == 1;
  }

  /// @param because empty to show it again
  boolean hide(UUID id, UUID by, Instant at, String because) {
    return database
            .sql(
                because.isEmpty()
                    ? """
                    update comment set hidden_at = null, hidden_by = null, hidden_because = ''
                    where id = :id and hidden_at is not null
                    """
                    : """
                    update comment set hidden_at = :at, hidden_by = :by, hidden_because = :because
                    where id = :id and hidden_at is null
                    """)
            .params(
                because.isEmpty()
                    ? Map.of("id", id)
                    : Map.of("id", id, "at", Timestamp.from(at), "by", by, "because", because))
            .update()
        == 1;
  }

  /// Forgets the words of what was withdrawn before; their rows keep the place.
  int forgetWithdrawn(Instant before) {
    return database
        .sql(
            """
            with gone as (select id from comment where withdrawn_at < :before and hidden_at is null and %s),
            mentions as (delete from comment_mention where comment in (select id from gone))
            delete from comment_wording where comment in (select id from gone)
            """
                .formatted(LegalHoldSql.free("comment.by_person")))
        .param("before", Timestamp.from(before))
        .update();
  }

  /// One, if the viewer may read it.
  Optional<Comment> find(Viewer viewer, UUID id) {
    return database
        .sql(select("c.id = :id", "limit 1"))
        .params(viewer.parameters())
        .param("id", id)
        .query(this::comment)
        .optional();
  }

  /// What was said about it before a moment, the newest first.
  List<Comment> before(Viewer viewer, About about, Cursor cursor, int limit) {
    return database
        .sql(before(about))
        .params(viewer.parameters())
        .param("objective", about.objective())
        .param("check_in", about.checkIn())
        .param("at", Timestamp.from(cursor.at()))
        .param("cursor", cursor.id())
        .param("limit", limit)
        .query(this::comment)
        .list();
  }

  /// A page of a conversation, as a statement: `:objective`, `:check_in`, before `:at` and
  /// `:cursor`, at most `:limit`.
  String before(About about) {
    return select(
        (about.checkIn() == null
                ? "c.objective = :objective and c.check_in is null"
                : "c.objective = :objective and c.check_in = :check_in")
            + " and (c.at, c.id) < (:at, :cursor)",
        "order by c.at desc, c.id desc limit :limit");
  }

  /// A statement of comments that the viewer may read.
  ///
  /// @param which condition on the comment `c`
  /// @param end its order and limit
  String select(String which, String end) {
    return """
    select c.id, c.objective, c.check_in, c.answers, c.by_person, i.name as by_name, c.at, c.wording, c.edited_at,
      c.withdrawn_at, c.hidden_at, c.hidden_because, c.by_person = :viewer as mine, %3$s as may_hide,
      case when c.withdrawn_at is null and c.hidden_at is null then w.body else '' end as body,
      (select ai.name from comment a join identity ai on ai.person = a.by_person where a.id = c.answers) as answers_to,
      (select json_object_agg(m.person, mi.name) from comment_mention m join identity mi on mi.person = m.person
        where m.comment = c.id) as names,
      %4$s as reactions
    from (select c.* from comment c where %1$s and exists (select 1 from objective o where o.id = c.objective and %2$s)
      %5$s) c
    left join comment_wording w on w.comment = c.id and w.number = c.wording
    left join identity i on i.person = c.by_person
    order by c.at desc, c.id desc
    """
        .formatted(which, reads, mayHide, Reactions.sql("comment", "c.id"), end);
  }

  Comment comment(ResultSet row, int number) throws SQLException {
    boolean stands =
        row.getTimestamp("withdrawn_at") == null && row.getTimestamp("hidden_at") == null;
    return new Comment(
        row.getObject("id", UUID.class),
        new About(row.getObject("objective", UUID.class), row.getObject("check_in", UUID.class)),
        row.getObject("answers", UUID.class),
        row.getString("answers_to"),
        row.getObject("by_person", UUID.class),
        row.getString("by_name"),
        row.getTimestamp("at").toInstant(),
        row.getString("body") == null ? "" : row.getString("body"),
        stands ? names(json, row.getString("names")) : Map.of(),
        row.getInt("wording"),
        instant(row, "edited_at"),
        instant(row, "withdrawn_at"),
        instant(row, "hidden_at"),
        row.getString("hidden_because"),
        row.getBoolean("mine"),
        row.getBoolean("may_hide"),
        stands ? Reactions.read(json, row.getString("reactions")) : List.of());
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  static Map<UUID, String> names(JsonMapper json, @Nullable String text) {
    Map<UUID, String> names = new HashMap<>();
    if (text != null) {
      for (Map.Entry<String, JsonNode> each : json.readTree(text).properties()) {
        names.put(UUID.fromString(each.getKey()), each.getValue().asString());
      }
    }
    return Map.copyOf(names);
  }

  /// Each wording that a comment had, the first one first; the caller has made sure that the viewer
  /// may read it.
  List<Comments.Wording> wordings(UUID comment) {
    return database
        .sql(
            """
            select w.number, w.body, w.at,
              (select json_object_agg(m.person, mi.name) from comment_mention m join identity mi on mi.person = m.person
                where m.comment = w.comment) as names
            from comment_wording w where w.comment = :comment order by w.number
            """)
        .param("comment", comment)
        .query((row, _) ->
            new Comments.Wording(
                row.getInt("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("body"),
                names(json, row.getString("names"))))
        .list();
  }
}
