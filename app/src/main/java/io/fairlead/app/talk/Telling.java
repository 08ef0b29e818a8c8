package io.fairlead.app.talk;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.fairlead.app.messages.Messages;
import io.fairlead.app.messages.Notice;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells those mentioned, those answered and those who follow that something was said: soon after,
/// by a job, and each of them once. Nobody is told of what they may not read at that moment, nor of
/// what they said themselves.
@Component
public class Telling {
  private final Readers readers;
  private final Messages messages;
  private final JdbcClient database;
  private final ObjectProvider<Scheduler> scheduler;
  private final ObjectProvider<OneTimeTask<Said>> task;
  private final Clock clock;

  Telling(
      Readers readers,
      Messages messages,
      JdbcClient database,
      ObjectProvider<Scheduler> scheduler,
      ObjectProvider<OneTimeTask<Said>> task,
      Clock clock) {
    this.readers = readers;
    this.messages = messages;
    this.database = database;
    this.scheduler = scheduler;
    this.task = task;
    this.clock = clock;
  }

  /// A comment that is to be told of, in the wording it then has.
  public record Said(UUID comment, int wording) {}

  /// In the transaction of what was said: what is rolled back is not told.
  void said(UUID comment, int wording) {
    scheduler
        .getObject()
        .schedule(
            task.getObject().instance(comment + " " + wording, new Said(comment, wording)),
            clock.instant());
  }

  /// What there is to tell.
  ///
  /// @param title of the objective where everybody may read it; empty else, since a message may be
  ///   read after its reader lost sight of the objective
  private record News(
      UUID objective,
      UUID by,
      String title,
      Set<UUID> mentioned,
      @Nullable UUID answered,
      Set<UUID> followers) {}

  /// Tells of it, unless it was withdrawn or hidden meanwhile.
  @Transactional
  public void tell(Said said) {
    Optional<News> found = news(said.comment());
    if (found.isEmpty()) {
      return;
    }
    News news = found.get();
    Set<UUID> people = new LinkedHashSet<>(news.mentioned());
    people.addAll(news.followers());
    if (news.answered() != null) {
      people.add(news.answered());
    }
    people.remove(news.by());
    Set<UUID> may = readers.among(people, news.objective());
    List<Notice> told = new ArrayList<>();
    for (UUID person : people) {
      if (may.contains(person)) {
        told.add(notice(said.comment(), news, person));
      }
    }
    messages.tell(told);
  }

  private static Notice notice(UUID comment, News news, UUID person) {
    boolean mentioned = news.mentioned().contains(person);
    String kind = mentioned ? TalkKinds.MENTION : TalkKinds.COMMENT;
    String what = mentioned ? "mentioned" : person.equals(news.answered()) ? "answered" : "said";
    String key = "talk.told." + what + (news.title().isEmpty() ? "" : ".of");
    String[] parameters = news.title().isEmpty() ? new String[0] : new String[] {news.title()};
    return Notice.of(kind, person, news.by(), "/comments/" + comment, key, parameters)
        .onlyOnce(kind + " " + comment);
  }

  private Optional<News> news(UUID comment) {
    return database
        .sql(
            """
            select c.objective, c.by_person, case when is_for_all(o.visibility, o.state) then o.title else '' end as title,
              array(select m.person from comment_mention m where m.comment = c.id) as mentioned,
              (select a.by_person from comment a where a.id = c.answers) as answered,
              array(%s) as followers
            from comment c join objective o on o.id = c.objective
            where c.id = :id and c.withdrawn_at is null and c.hidden_at is null
            """
                .formatted(Following.people("o")))
        .param("id", comment)
        .query((row, _) ->
            new News(
                row.getObject("objective", UUID.class),
                row.getObject("by_person", UUID.class),
                row.getString("title"),
                ids(row, "mentioned"),
                row.getObject("answered", UUID.class),
                ids(row, "followers")))
        .optional();
  }

  private static Set<UUID> ids(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return Set.of((UUID[]) array.getArray());
  }

  /// A comment was hidden: its author is told, and where the reason stands.
  void hidden(Comment comment, UUID by) {
    messages.tell(
        List.of(
            Notice.of(
                TalkKinds.HIDDEN,
                comment.byId(),
                by,
                "/comments/" + comment.id(),
                "talk.told.hidden")));
  }
}
