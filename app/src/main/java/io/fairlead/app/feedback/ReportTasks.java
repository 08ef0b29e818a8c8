package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.RoundRules.COMMENTS;
import static io.fairlead.app.feedback.RoundRules.CONFIRM;
import static io.fairlead.app.feedback.RoundRules.READ;
import static io.fairlead.app.feedback.RoundRules.ROUND;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.tasks.Task;
import io.fairlead.app.platform.tasks.TaskSource;
import io.fairlead.app.platform.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What waits while reports are still closed: one's own talk to book, comments to look through, and
/// what a steward asks for.
@Component
class ReportTasks implements TaskSource {
  private static final int FOR_BOOKING = 120;
  private static final int FOR_A_COMMENT = 10;
  private static final int OF_INTEREST = 14;

  private final JdbcClient database;
  private final Clock clock;
  private final String waiting;

  ReportTasks(JdbcClient database, Clock clock, Policy policy) {
    this.database = database;
    this.clock = clock;
    this.waiting =
        """
        select case when fs.person is null then 'team' else 'report' end as kind, fs.id, r.name, p.published_on, 1 as many,
          r.opens_at_debrief, r.opens_after, false as has_steward
        from feedback_subject fs join feedback_report p on p.subject = fs.id join feedback_round r on r.id = fs.round
        where (fs.person = :viewer or (fs.person is null and fs.manager = :viewer)) and fs.debrief_booked_at is null and p.published_on >= :since
        union all
        """
            + comments("steward", policy.condition(ROUND, READ, COMMENTS, "r"), "true")
            + " union all "
            + comments(
                "second",
                policy.condition(ROUND, CONFIRM, COMMENTS, "r"),
                "c.withheld_by is not null and c.confirmed_by is null");
  }

  /// Those of reports about others, which have no booked debrief and are thus closed the longest.
  private static String comments(String kind, String may, String which) {
    return """
    select '%s' as kind, r.id, r.name, max(p.published_on) as published_on, count(*) as many,
      r.opens_at_debrief, r.opens_after, r.steward is not null as has_steward
    from feedback_round r join feedback_subject fs on fs.round = r.id join feedback_report p on p.subject = fs.id
    join feedback_comment c on c.subject = fs.id
    where r.state = 'published' and %s and p.published_on >= :since and fs.person is distinct from :viewer
      and fs.manager is distinct from :viewer and fs.debrief_booked_at is null and not c.named and %s
    group by r.id
    """
        .formatted(kind, may, which);
  }

  private record Waiting(String kind, UUID id, String name, int many, Instant opens) {}

  @Override
  public List<Task> own(Viewer viewer, Words words) {
    Instant now = clock.instant();
    return database
        .sql(waiting)
        .params(viewer.parameters())
        .param("since", viewer.today().minusDays(OF_INTEREST))
        .query((row, _) ->
            new Waiting(
                row.getString("kind"),
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getInt("many"),
                ReportOpening.of(
                    row.getObject("published_on", LocalDate.class),
                    null,
                    row.getBoolean("has_steward"),
                    RoundColumns.opening(row),
                    words.zone())))
        .list()
        .stream()
        .filter(each -> now.isBefore(each.opens()))
        .map(each -> task(words, each))
        .toList();
  }

  private static Task task(Words words, Waiting waiting) {
    String path =
        switch (waiting.kind()) {
          case "report", "team" -> "/feedback/reports/" + waiting.id();
          case "steward" -> "/feedback/rounds/" + waiting.id() + "/comments";
          default -> "/feedback/rounds/" + waiting.id() + "/comments/asked";
        };
    return new Task(
        words.text("feedback-task." + waiting.kind(), waiting.name(), waiting.many()),
        words.text(
            "feedback-report.opens", words.day(waiting.opens()), words.time(waiting.opens())),
        path.startsWith("/feedback/reports/") ? FOR_BOOKING : waiting.many() * FOR_A_COMMENT,
        LocalDate.ofInstant(waiting.opens(), words.zone()),
        words.text("feedback-task." + waiting.kind() + ".button"),
        path);
  }

  @Override
  public List<Task> team(Viewer viewer, Words words) {
    return List.of();
  }
}
