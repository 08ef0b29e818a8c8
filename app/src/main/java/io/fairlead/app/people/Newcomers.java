package io.fairlead.app.people;

import io.fairlead.app.platform.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Ids added without anybody who hires: the very first person of an installation, and programs that
/// act as themselves.
@Component
public class Newcomers {
  private final JdbcClient database;
  private final Ids ids;
  private final Clock clock;

  Newcomers(JdbcClient database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /// An id that acts and is nobody: without a name, employment or line.
  public UUID nobody() {
    UUID id = ids.next();
    database
        .sql("insert into person (id, created_at) values (?, ?)")
        .params(id, Timestamp.from(clock.instant()))
        .update();
    return id;
  }

  /// @param heads whether nobody manages them; else their line is left to the people file
  public UUID add(String name, String email, boolean heads, LocalDate today) {
    UUID person = ids.next();
    Timestamp now = Timestamp.from(Instant.now(clock));
    database.sql("insert into person (id, created_at) values (?, ?)").params(person, now).update();
    database
        .sql("insert into identity (person, name, email) values (?, ?, ?)")
        .params(person, name, email)
        .update();
    database
        .sql(
            """
            insert into employment (id, person, during, recorded_at) values (?, ?, daterange(?, null), ?)
            """)
        .params(ids.next(), person, today, now)
        .update();
    database
        .sql("insert into line_of (above, below, depth) values (?, ?, 0)")
        .params(person, person)
        .update();
    if (heads) {
      database
          .sql(
              """
              insert into reporting_line (id, person, during, recorded_at)
              values (?, ?, daterange(?, null), ?)
              """)
          .params(ids.next(), person, today, now)
          .update();
    }
    return person;
  }
}
