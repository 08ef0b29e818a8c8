package io.fairlead.app.growth;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people work on. Every statement that reads for somebody carries the condition under which
/// they may.
@Repository
class FocusStore {
  private final JdbcClient database;
  private final String readable;

  FocusStore(JdbcClient database, Policy policy) {
    this.database = database;
    this.readable =
        """
        select f.*, coalesce(i.name, '') as name, f.person = :viewer as mine
        from development_focus f left join identity i on i.person = f.person
        where %s
        """
            .formatted(policy.condition(FocusRules.RECORD, FocusRules.READ, FocusRules.PLAN, "f"));
  }

  Optional<Focus> find(Viewer viewer, UUID id) {
    return whole(
            database.sql(readable + " and f.id = :id").params(viewer.parameters()).param("id", id))
        .stream()
        .findFirst();
  }

  /// Those of a person that the viewer may read: what is worked on first, then what ended last.
  List<Focus> of(Viewer viewer, UUID person) {
    return whole(
        database
            .sql(
                readable
                    + """
                     and f.person = :person
                    order by f.state <> 'active', f.ended_at desc nulls first, f.created_at, f.id limit 100
                    """)
            .params(viewer.parameters())
            .param("person", person));
  }

  /// Whose it is, whoever asks.
  Optional<UUID> owner(UUID id) {
    return database
        .sql("select person from development_focus where id = :id")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  private List<Focus> whole(JdbcClient.StatementSpec statement) {
    List<Focus> found = statement.query((row, _) -> focus(row)).list();
    if (found.isEmpty()) {
      return found;
    }
    UUID[] ids = found.stream().map(Focus::id).toArray(UUID[]::new);
    Map<UUID, List<Focus.Action>> actions = actions(ids);
    Map<UUID, List<Focus.Note>> notes = notes(ids);
    return found.stream()
        .map(each ->
            with(
                each,
                actions.getOrDefault(each.id(), List.of()),
                notes.getOrDefault(each.id(), List.of())))
        .toList();
  }

  private static Focus focus(ResultSet row) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new Focus(
        row.getObject("id", UUID.class),
        row.getObject("person", UUID.class),
        row.getString("name"),
        row.getString("behaviour"),
        row.getString("doing"),
        row.getString("support"),
        row.getString("success"),
        row.getObject("starts", LocalDate.class),
        row.getObject("review", LocalDate.class),
        Focus.State.of(row.getString("state")),
        ended == null ? null : ended.toInstant(),
        row.getString("learned"),
        row.getBoolean("shared"),
        row.getLong("version"),
        row.getBoolean("mine"),
        List.of(),
        List.of());
  }

  private static Focus with(Focus of, List<Focus.Action> actions, List<Focus.Note> notes) {
    return new Focus(
        of.id(),
        of.person(),
        of.personName(),
        of.behaviour(),
        of.doing(),
        of.support(),
        of.success(),
        of.starts(),
        of.review(),
        of.state(),
        of.endedAt(),
        of.learned(),
        of.shared(),
        of.version(),
        of.mine(),
        actions,
        notes);
  }

  private Map<UUID, List<Focus.Action>> actions(UUID[] ids) {
    Map<UUID, List<Focus.Action>> actions = new HashMap<>();
    database
        .sql("select * from focus_action where focus = any(:ids) order by focus, place")
        .param("ids", ids)
        .query(row -> {
          actions
              .computeIfAbsent(row.getObject("focus", UUID.class), _ -> new ArrayList<>())
              .add(
                  new Focus.Action(
                      row.getString("text"),
                      row.getObject("due", LocalDate.class),
                      row.getObject("done_on", LocalDate.class)));
        });
    return actions;
  }

  private Map<UUID, List<Focus.Note>> notes(UUID[] ids) {
    Map<UUID, List<Focus.Note>> notes = new HashMap<>();
    database
        .sql("select * from focus_note where focus = any(:ids) order by focus, at desc, id desc")
        .param("ids", ids)
        .query(row -> {
          notes
              .computeIfAbsent(row.getObject("focus", UUID.class), _ -> new ArrayList<>())
              .add(
                  new Focus.Note(
                      row.getObject("id", UUID.class),
                      row.getTimestamp("at").toInstant(),
                      row.getString("text")));
        });
    return notes;
  }

  /// Lets one change of a person's plan wait for another.
  void lock(UUID person) {
    database
        .sql("select pg_advisory_xact_lock(hashtextextended('focus' || :person, 0))")
        .param("person", person.toString())
        .query((_, _) -> true)
        .single();
  }

  /// @return whether there was a place for it among the active ones
  boolean insert(UUID id, UUID person, FocusReading read, Instant at) {
    int inserted =
        database
            .sql(
                """
                insert into development_focus (id, person, slot, behaviour, doing, support, success, starts, review, created_at)
                select :id, :person, min(slot), :behaviour, :doing, :support, :success, :starts, :review, :at
                from generate_series(1, 2) slot where not exists (
                  select 1 from development_focus f where f.person = :person and f.state = 'active' and f.slot = slot.slot)
                having min(slot) is not null
                """)
            .param("id", id)
            .param("person", person)
            .param("behaviour", read.behaviour())
            .param("doing", read.doing())
            .param("support", read.support())
            .param("success", read.success())
            .param("starts", read.starts())
            .param("review", read.review())
            .param("at", Timestamp.from(at))
            .update();
    if (inserted == 1) {
      replaceActions(id, read.actions());
    }
    return inserted == 1;
  }

  /// @return whether it still was of that version, and active
  boolean update(UUID id, long version, FocusReading read) {
    int updated =
        database
            .sql(
                """
                update development_focus set behaviour = :behaviour, doing = :doing, support = :support,
                  success = :success, starts = :starts, review = :review, version = version + 1
                where id = :id and version = :version and state = 'active'
                """)
            .param("id", id)
            .param("version", version)
            .param("behaviour", read.behaviour())
            .param("doing", read.doing())
            .param("support", read.support())
            .param("success", read.success())
            .param("starts", read.starts())
            .param("review", read.review())
            .update();
    if (updated == 1) {
      replaceActions(id, read.actions());
    }
    return updated == 1;
  }

  private void replaceActions(UUID id, List<Focus.Action> actions) {
    database.sql("delete from focus_action where focus = :id").param("id", id).update();
    for (int place = 0; place < actions.size(); place++) {
      Focus.Action action = actions.get(place);
      database
          .sql(
              """
              insert into focus_action (focus, place, text, due, done_on) values (:id, :place, :text, :due, :done)
              """)
          .param("id", id)
          .param("place", place)
          .param("text", action.text())
          .param("due", action.due())
          .param("done", action.doneOn())
          .update();
    }
  }

  /// @param doneOn null: it is to do again
  boolean tick(UUID id, int place, @Nullable LocalDate doneOn) {
    return database
            .sql(
                """
                with ticked as (
                  update focus_action set done_on = :done where focus = :id and place = :place returning focus)
                update development_focus set version = version + 1 where id in (select focus from ticked)
                """)
            .param("id", id)
            .param("place", place)
            .param("done", doneOn)
            .update()
        == 1;
  }

  void note(UUID note, UUID id, String text, Instant at) {
    database
        .sql("insert into focus_note (id, focus, at, text) values (:note, :id, :at, :text)")
        .param("note", note)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .param("text", text)
        .update();
  }

  void review(UUID id, LocalDate review) {
    database
        .sql(
            """
            update development_focus set review = :review, version = version + 1 where id = :id
            """)
        .param("id", id)
        .param("review", review)
        .update();
  }

  void share(UUID id, boolean shared) {
    database
        .sql("update development_focus set shared = :shared where id = :id")
        .param("id", id)
        .param("shared", shared)
        .update();
  }

  void end(UUID id, Focus.State state, String learned, Instant at) {
    database
        .sql(
            """
            update development_focus set state = :state, learned = :learned, ended_at = :at, version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("state", state.code())
        .param("learned", learned)
        .param("at", Timestamp.from(at))
        .update();
  }
}
