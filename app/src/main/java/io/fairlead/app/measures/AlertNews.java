package io.fairlead.app.measures;

import io.fairlead.app.messages.Channel;
import io.fairlead.app.messages.MessageKind;
import io.fairlead.app.messages.MessageKinds;
import io.fairlead.app.messages.Messages;
import io.fairlead.app.messages.Notice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells a measure's owner that it needs a look: once an occasion, whatever else of it stands
/// beside, and not again while something as grave waits for their answer.
@Component
class AlertNews implements MessageKinds {
  static final String ALERT = "measure-alert";

  private final JdbcClient database;
  private final Messages messages;

  AlertNews(JdbcClient database, Messages messages) {
    this.database = database;
    this.messages = messages;
  }

  @Override
  public List<MessageKind> messageKinds() {
    return List.of(new MessageKind(ALERT, Channel.INBOX, true));
  }

  /// What was raised now.
  ///
  /// @param worse null where neither way is wrong
  /// @param since the day on which it began, from which it is known again while it lasts
  record News(UUID alert, Alert.Kind kind, @Nullable Boolean worse, LocalDate since) {
    private int gravity() {
      return kind == Alert.Kind.THRESHOLD ? 3 : Boolean.TRUE.equals(worse) ? 2 : 1;
    }

    private String what() {
      if (kind == Alert.Kind.THRESHOLD) {
        return "threshold";
      }
      return worse == null ? "moved" : worse ? "worse" : "better";
    }
  }

  /// Of a measure.
  ///
  /// @param name where everybody may read it; empty else, since a message may be read by who no
  ///   longer may
  /// @param waiting how grave is what waits for an answer beside the news, 0 for nothing
  private record Told(UUID owner, String name, int waiting) {}

  void tell(UUID measure, Collection<News> raised) {
    raised.stream()
        .max(Comparator.comparingInt(News::gravity))
        .ifPresent(gravest -> tell(measure, gravest, raised));
  }

  private void tell(UUID measure, News gravest, Collection<News> raised) {
    Told told = told(measure, raised);
    if (told.waiting() >= gravest.gravity()) {
      return;
    }
    boolean named = !told.name().isEmpty();
    messages.tell(
        List.of(
            Notice.of(
                    ALERT,
                    told.owner(),
                    null,
                    "/measures/" + measure + "#alerts",
                    "measures.told." + gravest.what() + (named ? "" : ".unnamed"),
                    named ? new String[] {told.name()} : new String[0])
                .onlyOnce(
                    "%s %s %s %s".formatted(ALERT, measure, gravest.what(), gravest.since()))));
  }

  private Told told(UUID measure, Collection<News> raised) {
    return database
        .sql(
            """
            select m.owner, case when m.visibility = 'public' then m.name else '' end as name,
              coalesce((select max(case when a.kind = 'threshold' then 3 when a.worse then 2 else 1 end)
                from measure_alert a
                where a.measure = m.id and a.answered_at is null and a.id <> all(:raised)), 0) as waiting
            from measure m where m.id = :measure
            """)
        .param("measure", measure)
        .param("raised", raised.stream().map(News::alert).toArray(UUID[]::new))
        .query((row, _) ->
            new Told(
                row.getObject("owner", UUID.class), row.getString("name"), row.getInt("waiting")))
        .single();
  }
}
