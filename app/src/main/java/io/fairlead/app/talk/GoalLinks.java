package io.fairlead.app.talk;

import io.fairlead.app.goals.GoalRules;
import io.fairlead.app.goals.Objectives;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.undo.Undo;
import io.fairlead.app.platform.web.Limits;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Pages of the web attached to an objective or a check-in, by title and address. Nothing is
/// fetched from them.
@Component
public class GoalLinks {
  static final int MOST = 50;
  private static final int LONGEST_ADDRESS = 2_000;

  private final CommentStore comments;
  private final Objectives objectives;
  private final JdbcClient database;
  private final Idempotency idempotency;
  private final Undo undo;
  private final Ids ids;
  private final Clock clock;
  private final String reads;
  private final String changes;

  GoalLinks(
      CommentStore comments,
      Objectives objectives,
      JdbcClient database,
      Idempotency idempotency,
      Undo undo,
      Ids ids,
      Clock clock,
      Policy policy) {
    this.comments = comments;
    this.objectives = objectives;
    this.database = database;
    this.idempotency = idempotency;
    this.undo = undo;
    this.ids = ids;
    this.clock = clock;
    this.reads = policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "o");
    this.changes = policy.condition(TalkRules.GOAL_LINK, TalkRules.CHANGE, TalkRules.LINK, "l");
  }

  /// @param key lets it be attached once
  public record Input(About about, String title, String address, @Nullable String key) {
    public Input {
      title = title.strip();
      address = address.strip();
    }
  }

  /// What is attached, the oldest first; empty for what the viewer may not read.
  public Optional<List<GoalLink>> of(Viewer viewer, About about) {
    List<GoalLink> found = read(viewer, about);
    if (found.isEmpty() && !comments.mayRead(viewer, about)) {
      objectives.find(viewer, about.objective());
      return Optional.empty();
    }
    return Optional.of(found);
  }

  /// What is attached to `:objective`, or to `:check_in` of it, as a column of a statement.
  String sql() {
    return """
    (select json_agg(json_build_object('id', l.id, 'title', l.title, 'address', l.address, 'by', li.name,
        'at', to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'mayRemove', coalesce(l.may_remove, false))
        order by l.at, l.id)
      from (select l.*, %s as may_remove from goal_link l
        where l.objective = :objective and l.check_in is not distinct from :check_in::uuid and l.removed_at is null
        order by l.at, l.id limit %d) l
      left join identity li on li.person = l.by_person)\
    """
        .formatted(changes, MOST);
  }

  static List<GoalLink> read(JsonMapper json, @Nullable String text) {
    List<GoalLink> links = new ArrayList<>();
    if (text != null) {
      for (JsonNode each : json.readTree(text)) {
        String address = each.path("address").asString();
        links.add(
            new GoalLink(
                UUID.fromString(each.path("id").asString()),
                each.path("title").asString(),
                address,
                Piece.host(address).orElse(""),
                each.path("by").isNull() ? null : each.path("by").asString(),
                Instant.parse(each.path("at").asString()),
                each.path("mayRemove").asBoolean()));
      }
    }
    return List.copyOf(links);
  }

  private List<GoalLink> read(Viewer viewer, About about) {
    return database
        .sql(
            """
            select l.id, l.title, l.address, l.at, i.name, %2$s as may_remove
            from objective o join goal_link l on l.objective = o.id
            left join identity i on i.person = l.by_person
            where o.id = :objective and l.check_in is not distinct from :check_in::uuid and l.removed_at is null and %1$s
            order by l.at, l.id limit :most
            """
                .formatted(reads, changes))
        .params(viewer.parameters())
        .param("objective", about.objective())
        .param("check_in", about.checkIn())
        .param("most", MOST)
        .query((row, _) ->
            new GoalLink(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("address"),
                Piece.host(row.getString("address")).orElse(""),
                row.getString("name"),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("may_remove")))
        .list();
  }

  /// @return the new link's id
  public Outcome<UUID> attach(Viewer viewer, Input input) {
    return idempotency.once(
        viewer.person(),
        "link.attach",
        input.key(),
        input,
        UUID.class,
        () -> {
          if (!comments.mayTalk(viewer, input.about())) {
            return Outcome.refused(comments.barred(viewer, input.about()));
          }
          List<Reason> wrong = wrong(input);
          if (wrong.isEmpty() && count(input.about()) >= MOST) {
            wrong.add(Reason.of(Reason.Kind.CONFLICT, "talk.links-many", MOST));
          }
          if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
          }
          UUID id = ids.next();
          database
              .sql(
                  """
                  insert into goal_link (id, objective, check_in, title, address, by_person, at)
                  values (:id, :objective, :check_in, :title, :address, :by, :at)
                  """)
              .param("id", id)
              .param("objective", input.about().objective())
              .param("check_in", input.about().checkIn())
              .param("title", input.title())
              .param("address", input.address())
              .param("by", viewer.person())
              .param("at", Timestamp.from(clock.instant()))
              .update();
          return Outcome.done(id);
        });
  }

  private static List<Reason> wrong(Input input) {
    List<Reason> wrong = new ArrayList<>();
    if (input.title().isEmpty()) {
      wrong.add(Reason.invalid("title", "required"));
    } else if (input.title().length() > Limits.LINE) {
      wrong.add(Reason.invalid("title", "too-long", Limits.LINE));
    }
    if (input.address().isEmpty()) {
      wrong.add(Reason.invalid("address", "required"));
    } else if (input.address().length() > LONGEST_ADDRESS) {
      wrong.add(Reason.invalid("address", "too-long", LONGEST_ADDRESS));
    } else if (!input.address().matches("https?://.*") || Piece.host(input.address()).isEmpty()) {
      wrong.add(Reason.invalid("address", "talk.not-a-web-address"));
    }
    if ((input.title() + input.address()).indexOf('\0') >= 0) {
      wrong.add(Reason.invalid("title", "talk.unreadable"));
    }
    return wrong;
  }

  private int count(About about) {
    return database
        .sql(
            """
            select count(*) from goal_link
            where objective = :objective and check_in is not distinct from :check_in::uuid and removed_at is null
            """)
        .param("objective", about.objective())
        .param("check_in", about.checkIn())
        .query(Integer.class)
        .single();
  }

  /// Taking away what is gone already is refused as not there.
  ///
  /// @return what undoes it
  public Outcome<UUID> remove(Viewer viewer, UUID objective, UUID link, @Nullable String key) {
    return idempotency.once(
        viewer.person(),
        "link.remove",
        key,
        List.of(objective, link),
        UUID.class,
        () -> {
          Optional<Boolean> may =
              database
                  .sql(
                      """
                      select %2$s from objective o join goal_link l on l.objective = o.id
                      where o.id = :objective and l.id = :link and l.removed_at is null and %1$s
                      """
                          .formatted(reads, changes))
                  .params(viewer.parameters())
                  .param("objective", objective)
                  .param("link", link)
                  .query(Boolean.class)
                  .optional();
          if (may.isEmpty()) {
            return Outcome.refused(Reason.notFound());
          }
          if (!may.get()) {
            return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
          }
          database
              .sql("update goal_link set removed_at = :at, removed_by = :by where id = :link")
              .param("at", Timestamp.from(clock.instant()))
              .param("by", viewer.person())
              .param("link", link)
              .update();
          return Outcome.done(undo.keep(LinkUndo.KIND, link, viewer, objective.toString()));
        });
  }
}
