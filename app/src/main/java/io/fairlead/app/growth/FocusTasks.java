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

/// What somebody works on stands on their Home when the day has come to look at it.
@Component
class FocusTasks implements TaskSource {
  private static final int SECONDS = 180;
  private static final int DAYS_AHEAD = 2;
  private static final int LONGEST = 80;

  private final JdbcClient database;

  FocusTasks(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<Task> own(Viewer viewer, Words words) {
    return database
        .sql(
            """
            select id, doing, review from development_focus
            where person = :viewer and state = 'active' and review <= :until order by review, id
            """)
        .param("viewer", viewer.person())
        .param("until", words.today().plusDays(DAYS_AHEAD))
        .query((row, _) ->
            new Task(
                words.text("plan.task", shortened(row.getString("doing"))),
                words.text("plan.task.detail"),
                SECONDS,
                row.getObject("review", LocalDate.class),
                words.text("plan.task.do"),
                "/growth/plan/" + row.getObject("id", UUID.class)))
        .list();
  }

  @Override
  public List<Task> team(Viewer viewer, Words words) {
    return List.of();
  }

  static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = text.lastIndexOf(' ', LONGEST - 1);
    return text.substring(0, end < LONGEST / 2 ? LONGEST - 1 : end) + "…";
  }
}
