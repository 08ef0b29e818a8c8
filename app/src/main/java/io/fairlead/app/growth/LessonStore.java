package io.fairlead.app.growth;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which lessons were done.
@Repository
class LessonStore {
  private final JdbcClient database;
  private final String mine;

  LessonStore(JdbcClient database, Policy policy) {
    this.database = database;
    this.mine =
        policy.condition(LessonRules.RECORD, LessonRules.READ, LessonRules.DONE, "d.person");
  }

  /// Those that the viewer has done.
  Map<String, LessonDone> done(Viewer viewer) {
    Map<String, LessonDone> done = new HashMap<>();
    database
        .sql("select d.lesson, d.edition, d.at from lesson_done d where " + mine)
        .params(viewer.parameters())
        .query(row -> {
          done.put(
              row.getString("lesson"),
              new LessonDone(row.getInt("edition"), row.getTimestamp("at").toInstant()));
        });
    return done;
  }

  boolean isDone(UUID person, String lesson) {
    return database
        .sql(
            """
            select exists (select 1 from lesson_done where person = :person and lesson = :lesson)
            """)
        .param("person", person)
        .param("lesson", lesson)
        .query(Boolean.class)
        .single();
  }

  /// Done again is done as it was, but for a newer edition.
  void done(UUID person, String lesson, int edition, Instant at) {
    database
        .sql(
            """
            insert into lesson_done (person, lesson, edition, at) values (:person, :lesson, :edition, :at)
            on conflict (person, lesson) do update set edition = excluded.edition, at = excluded.at
            where lesson_done.edition < excluded.edition
            """)
        .param("person", person)
        .param("lesson", lesson)
        .param("edition", edition)
        .param("at", Timestamp.from(at))
        .update();
  }
}
