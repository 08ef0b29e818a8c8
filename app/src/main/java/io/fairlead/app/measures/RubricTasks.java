package io.fairlead.app.measures;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.tasks.Task;
import io.fairlead.app.platform.tasks.TaskSource;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What rubrics ask of people: samples to score, all of one measure in one task.
@Component
class RubricTasks implements TaskSource {
  private static final int ITEM_SECONDS = 25;
  private static final int SAMPLE_SECONDS = 30;
  private static final int MOST = 10;

  private final JdbcClient database;

  RubricTasks(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<Task> own(Viewer viewer, Words words) {
    return database
        .sql(
            """
            select m.id, m.name, count(*) as waiting, min(s.day) as since,
              (array_agg(s.id order by s.day, s.added_at, s.id))[1] as first,
              sum((select jsonb_array_length(v.items) from rubric_version v
                where v.measure = m.id and v.from_day <= s.day order by v.from_day desc limit 1)) as items
            from rubric_sample_rater r join rubric_sample s on s.id = r.sample
            join rubric b on b.measure = s.measure join measure m on m.id = s.measure
            where r.person = :viewer and s.withdrawn_at is null and m.retired_at is null and m.source = 'rubric'
              and (b.closed_through is null or s.day > b.closed_through)
              and not exists (select from rubric_score c where c.sample = s.id and c.rater = r.person)
            group by m.id, m.name order by min(s.day), m.id limit :most
            """)
        .param("viewer", viewer.person())
        .param("most", MOST)
        .query((row, _) ->
            new Task(
                words.text("rubric-task.title", row.getInt("waiting"), row.getString("name")),
                words.text(
                    "rubric-task.detail", words.date(row.getObject("since", LocalDate.class))),
                row.getInt("waiting") * SAMPLE_SECONDS + row.getInt("items") * ITEM_SECONDS,
                null,
                words.text("rubric-task.button"),
                "/measures/"
                    + row.getObject("id", UUID.class)
                    + "/samples/"
                    + row.getObject("first", UUID.class)))
        .list();
  }

  @Override
  public List<Task> team(Viewer viewer, Words words) {
    return List.of();
  }
}
