package io.fairlead.app.rights;

import io.fairlead.app.goals.CheckIn;
import io.fairlead.app.goals.CheckIns;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A working life for a test: somebody who has said and done a bit of everything, and whose name
/// stands in all the places where names end up.
@Component
final class Life {
  private final JdbcClient database;
  private final Goals goals;
  private final CheckIns checkIns;
  private final TestClock clock;

  Life(JdbcClient database, Goals goals, CheckIns checkIns, TestClock clock) {
    this.database = database;
    this.goals = goals;
    this.checkIns = checkIns;
    this.clock = clock;
  }

  static Viewer peopleOps() {
    return new Viewer(
        Person.ELIF.id(),
        Person.ELIF.fullName(),
        Set.of(Role.PEOPLE_OPS),
        Set.of(),
        Set.of(),
        TestClock.TODAY);
  }

  /// What the life left behind that tests look at.
  record Traces(UUID objective, UUID keyResult, UUID comment, UUID answer) {}

  Traces of(Person who) {
    Timestamp now = Timestamp.from(clock.instant());
    UUID objective = goals.objective(who, "Installers finish without calling");
    goals.objective(who, "A thought of my own", "Q2 2026", "draft", "public");
    UUID keyResult = goals.keyResult(objective, "Calls per site", 3, 1);
    UUID above = goals.objective(Person.MARA, "New sites report within a day");
    goals.align(objective, above, 1, true);
    checkIns
        .save(
            who.viewer(),
            List.of(
                new CheckIn(
                    keyResult,
                    BigDecimal.valueOf(2),
                    Set.of(),
                    7,
                    "I spoke with six crews.",
                    false)),
            null)
        .orThrow();
    UUID comment = say(who, objective, null, "Six crews were content.");
    UUID answer =
        say(
            Person.MARA,
            objective,
            comment,
            "Thanks to %s (%s).\n%s and @{%s} made it."
                .formatted(
                    who.fullName(),
                    who.email(),
                    who.fullName().toUpperCase(Locale.ROOT),
                    who.id()));
    run("insert into comment_mention (comment, person) values (?, ?)", answer, who.id());
    run(
        "insert into goal_import (id, file_name, content, state, by_person, at, mapping) values (?, ?, ?, 'applied', ?, ?, ?::jsonb)",
        UUID.randomUUID(),
        "goals of " + who.fullName() + ".csv",
        "owner,title\n" + who.email() + ",Finish\n\"" + who.fullName() + "\",Other\n",
        Person.ELIF.id(),
        now,
        "{\"people\": {\"" + who.fullName() + "\": \"x\"}}");
    UUID run = UUID.randomUUID();
    run(
        """
        insert into import_run (id, format, file_name, charset, separator, header, fields, attribute_names, absent, effective,
          state, total_rows, made_by, made_at)
        values (?, 'fairlead', 'people.csv', 'UTF-8', ',', '{name,email}', '{}', '{}', 'stay', '2026-05-01', 'applied', 2, ?, ?)
        """,
        run,
        Person.ELIF.id(),
        now);
    importRow(run, 1, who, null);
    importRow(run, 2, Person.MARA, who);
    run(
        "insert into import_before (run, person, version, made, before) values (?, ?, 1, false, jsonb_build_object('identity', jsonb_build_object('name', ?::text)))",
        run,
        who.id(),
        who.fullName());
    run(
        "insert into outgoing_mail (id, recipient, kind, letter, queued_at, next_at) values (?, ?, 'digest', jsonb_build_object('parameters', jsonb_build_array(?::text)), ?, ?)",
        UUID.randomUUID(),
        who.id(),
        who.fullName(),
        now,
        now);
    run(
        "insert into outgoing_mail (id, recipient, kind, letter, queued_at, next_at) values (?, ?, 'digest', jsonb_build_object('parameters', jsonb_build_array('By' || chr(10) || ?::text)), ?, ?)",
        UUID.randomUUID(),
        Person.MARA.id(),
        who.fullName(),
        now,
        now);
    run(
        "insert into notice (id, recipient, kind, link, key, parameters, told_at, in_inbox) values (?, ?, 'reminder', '/', 'reminder.before', jsonb_build_array('Ask ' || ?::text, 'today'), ?, true)",
        UUID.randomUUID(),
        Person.MARA.id(),
        who.fullName(),
        now);
    run(
        "insert into notice (id, recipient, kind, link, key, parameters, told_at, in_inbox) values (?, ?, 'reminder', '/', 'reminder.before', '[\"Update\", \"today\"]', ?, true)",
        UUID.randomUUID(),
        who.id(),
        now);
    run(
        "insert into framework_draft (id, author, document, based_on, saved_at, version) values (?, ?, ?, 0, ?, 1)",
        UUID.randomUUID(),
        Person.ELIF.id(),
        "# asked for by " + who.fullName() + "\nversion: 1\n",
        now);
    run(
        "insert into framework_draft (id, author, document, based_on, saved_at, version) values (?, ?, 'version: 1', 0, ?, 1)",
        UUID.randomUUID(),
        who.id(),
        now);
    run(
        "insert into undo_entry (id, kind, record, who, made_at, until, payload) values (?, 'goals.changed', ?, ?, ?, ?, ?)",
        UUID.randomUUID(),
        objective,
        Person.MARA.id(),
        now,
        Timestamp.from(clock.instant().plusSeconds(3600)),
        "{\"why\": \"says\\n" + who.fullName() + "\"}");
    run(
        "insert into role_grant (id, person, role, granted_by, granted_at) values (?, ?, 'executive', ?, ?)",
        UUID.randomUUID(),
        who.id(),
        Person.ELIF.id(),
        now);
    run(
        "insert into follower (objective, person, follows, at) values (?, ?, true, ?)",
        above,
        who.id(),
        now);
    run(
        "insert into api_token (id, token_hash, person, name, scopes, created_at, expires_at) values (?, ?, ?, 'mine', '{goals:read}', ?, ?)",
        UUID.randomUUID(),
        who.name().getBytes(StandardCharsets.US_ASCII),
        who.id(),
        now,
        now);
    run(
        "insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version) values ('access.mail-link', ?, ?, ?, false, 1)",
        UUID.randomUUID().toString(),
        ("{\"email\": \"" + who.email() + "\", \"what\": \"sign-in\"}")
            .getBytes(StandardCharsets.UTF_8),
        now);
    run(
        "update identity set attributes = jsonb_build_object('Mentor', ?::text) where person = ?",
        who.fullName(),
        Person.MARA.id());
    run(
        "insert into message_rhythm (person, rhythm) values (?, 'daily') on conflict do nothing",
        who.id());
    return new Traces(objective, keyResult, comment, answer);
  }

  private void importRow(
      UUID run, int number, Person who, @org.jspecify.annotations.Nullable Person manager) {
    database
        .sql(
            """
            insert into import_row (run, number, line, cells, name, email, manager_email, leaves, attributes, person, manager, verdict)
            values (:run, :number, :number, :cells, :name, :email, :manager_email, false, '{}', :person, :manager, 'changed')
            """)
        .param("run", run)
        .param("number", number)
        .param(
            "cells",
            new String[] {who.fullName(), who.email(), manager == null ? "" : manager.email()})
        .param("name", who.fullName())
        .param("email", who.email())
        .param("manager_email", manager == null ? null : manager.email())
        .param("person", who.id())
        .param("manager", manager == null ? null : manager.id())
        .update();
  }

  private UUID say(
      Person by, UUID objective, @org.jspecify.annotations.Nullable UUID answers, String body) {
    UUID id = UUID.randomUUID();
    Timestamp now = Timestamp.from(clock.instant());
    database
        .sql(
            "insert into comment (id, objective, answers, by_person, at) values (:id, :objective, :answers, :by, :now)")
        .param("id", id)
        .param("objective", objective)
        .param("answers", answers)
        .param("by", by.id())
        .param("now", now)
        .update();
    run(
        "insert into comment_wording (comment, number, body, at) values (?, 1, ?, ?)",
        id,
        body,
        now);
    return id;
  }

  private void run(String sql, Object... parameters) {
    database.sql(sql).params(parameters).update();
  }

  /// Their last day was a while ago.
  void leave(Person who) {
    run(
        "update employment set during = daterange(lower(during), '2026-05-01') where person = ?",
        who.id());
    run(
        "update reporting_line set during = daterange(lower(during), '2026-05-01') where person = ?",
        who.id());
    run("delete from line_of where below = ?", who.id());
  }

  /// Every table in which the text stands, in any column.
  List<String> tablesWith(String... texts) {
    List<String> found = new ArrayList<>();
    List<String> tables =
        database
            .sql(
                "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
            .query((row, _) -> row.getString(1))
            .list();
    for (String table : tables) {
      for (String text : texts) {
        long rows =
            database
                .sql(
                    """
                    select count(*) from "%s" t where strpos(lower(t::text), lower(:text)) > 0
                      or strpos(t::text, encode(convert_to(:text, 'UTF8'), 'hex')) > 0
                    """
                        .formatted(table))
                .param("text", text)
                .query(Long.class)
                .single();
        if (rows > 0) {
          found.add(table + ": " + text);
        }
      }
    }
    return found;
  }
}
