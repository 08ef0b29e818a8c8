package io.fairlead.app.growth;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.tasks.Task;
import io.fairlead.app.platform.tasks.TaskSource;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a prepared conversation asks of whoever prepared it: to say what was agreed once its time
/// has passed, and to look at it again when that day has come.
@Component
class ConversationTasks implements TaskSource {
  private static final int SECONDS = 180;
  private static final int DAYS_AHEAD = 1;

  private final JdbcClient database;

  ConversationTasks(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<Task> own(Viewer viewer, Words words) {
    return database
        .sql(
            """
            select c.id, coalesce(i.name, '') as name, c.held_on is not null as held,
              coalesce(c.follow_up, (c.booked_at at time zone :zone)::date) as due,
              (c.booked_at at time zone :zone)::date as booked
            from prepared_conversation c left join identity i on i.person = c.about
            where c.owner = :viewer and c.closed_at is null and (
              (c.held_on is null and (c.booked_at at time zone :zone)::date < :today)
              or (c.held_on is not null and c.follow_up <= :until))
            order by due, c.id
            """)
        .param("viewer", viewer.person())
        .param("zone", words.zone().getId())
        .param("today", words.today())
        .param("until", words.today().plusDays(DAYS_AHEAD))
        .query((row, _) -> {
          String which = row.getBoolean("held") ? "follow-up" : "agreed";
          return new Task(
              words.text("conversation.task." + which, row.getString("name")),
              words.text("conversation.task." + which + ".detail"),
              SECONDS,
              row.getObject(row.getBoolean("held") ? "due" : "booked", LocalDate.class),
              words.text("conversation.task.do"),
              "/growth/conversations/" + row.getObject("id", UUID.class));
        })
        .list();
  }

  @Override
  public List<Task> team(Viewer viewer, Words words) {
    return List.of();
  }
}
