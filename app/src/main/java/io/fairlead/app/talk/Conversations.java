package io.fairlead.app.talk;

import io.fairlead.app.goals.GoalRules;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a page of talk shows, in one statement.
@Component
class Conversations {
  static final int SHOWN = 20;

  private final CommentStore comments;
  private final GoalLinks links;
  private final JdbcClient database;
  private final JsonMapper json;
  private final String reads;
  private final String talks;

  Conversations(
      CommentStore comments, GoalLinks links, JdbcClient database, JsonMapper json, Policy policy) {
    this.comments = comments;
    this.links = links;
    this.database = database;
    this.json = json;
    this.reads = policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "o");
    this.talks = policy.condition(GoalRules.RECORD, TalkRules.TALK, GoalRules.GOAL, "o");
  }

  /// Empty for what the viewer may not read.
  ///
  /// @param at a comment to be among those shown; null for the newest
  Optional<Conversation> of(
      Viewer viewer, About about, String cursor, @Nullable UUID at, int limit) {
    Cursor from = Cursor.decoded(cursor).orElse(Cursor.NEWEST);
    Optional<Conversation> newest = read(viewer, about, from, limit);
    if (at == null
        || newest.isEmpty()
        || newest.get().comments().stream().anyMatch(each -> each.id().equals(at))) {
      return newest;
    }
    return comments
        .find(viewer, at)
        .filter(each -> each.about().equals(about))
        .map(each -> new Cursor(each.at().plus(1, ChronoUnit.MICROS), at))
        .flatMap(there -> read(viewer, about, there, limit))
        .or(() -> newest);
  }

  private Optional<Conversation> read(Viewer viewer, About about, Cursor before, int limit) {
    AtomicReference<@Nullable Conversation> head = new AtomicReference<>();
    List<Comment> said = new ArrayList<>();
    database
        .sql(
            """
            with head as materialized (
              select o.title as h_title, o.state as h_state, o.visibility as h_visibility, %2$s as h_follows,
                %3$s as h_followers, n.id as h_check_in, k.title as h_key_result, k.kind as h_kind, k.unit as h_unit,
                n.value as h_value, n.no_change as h_no_change, n.note as h_note, n.at as h_at, i.name as h_by,
                n.takes_back is not null or exists (select from check_in b where b.takes_back = n.id) as h_taken_back,
                %4$s as h_reactions, %5$s as h_links, %7$s as h_may_talk
              from objective o
              left join check_in n on n.id = :check_in
              left join key_result k on k.id = n.key_result
              left join identity i on i.person = n.by_person
              where o.id = :objective and (:check_in::uuid is null or k.objective = o.id) and %1$s)
            select * from head left join lateral (%6$s) said on true order by said.at desc, said.id desc
            """
                .formatted(
                    reads,
                    Following.mine("o"),
                    Following.count("o"),
                    Reactions.sql("check_in", "n.id"),
                    links.sql(),
                    comments.before(about),
                    talks))
        .params(viewer.parameters())
        .param("objective", about.objective())
        .param("check_in", about.checkIn())
        .param("at", Timestamp.from(before.at()))
        .param("cursor", before.id())
        .param("limit", limit + 1)
        .query(row -> {
          if (head.get() == null) {
            head.set(head(about, row));
          }
          if (row.getObject("id") != null) {
            said.add(comments.comment(row, said.size()));
          }
        });
    return Optional.ofNullable(head.get()).map(found -> found.with(said, limit));
  }

  private Conversation head(About about, ResultSet row) throws SQLException {
    UUID checkIn = row.getObject("h_check_in", UUID.class);
    return new Conversation(
        about,
        row.getString("h_title"),
        row.getString("h_state"),
        row.getString("h_visibility"),
        checkIn == null
            ? null
            : new Conversation.CheckedIn(
                checkIn,
                row.getString("h_key_result"),
                row.getString("h_kind"),
                row.getBigDecimal("h_value"),
                row.getString("h_unit"),
                row.getBoolean("h_no_change"),
                row.getString("h_note"),
                row.getString("h_by"),
                row.getTimestamp("h_at").toInstant(),
                row.getBoolean("h_taken_back"),
                Reactions.read(json, row.getString("h_reactions"))),
        new Following.Follow(row.getBoolean("h_follows"), row.getInt("h_followers")),
        List.of(),
        null,
        GoalLinks.read(json, row.getString("h_links")),
        row.getBoolean("h_may_talk"));
  }
}
