package io.fairlead.app.goals;

import io.fairlead.app.access.Viewers;
import io.fairlead.app.measures.Alert;
import io.fairlead.app.measures.MeasureReader;
import io.fairlead.app.measures.MeasureWatcher;
import io.fairlead.app.messages.Messages;
import io.fairlead.app.messages.Notice;
import io.fairlead.app.platform.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells who updates a key result that what guards it moves the wrong way: once an occasion, and
/// nobody who may not read the measure.
@Component
class Guardrails implements MeasureWatcher {
  private final JdbcClient database;
  private final Viewers viewers;
  private final MeasureReader measures;
  private final Messages messages;

  Guardrails(JdbcClient database, Viewers viewers, MeasureReader measures, Messages messages) {
    this.database = database;
    this.viewers = viewers;
    this.measures = measures;
    this.messages = messages;
  }

  /// A key result that is guarded.
  ///
  /// @param title where everybody may read it; empty else, since a message may be read by who no
  ///   longer may
  private record Guarded(UUID use, UUID objective, UUID updates, String title) {}

  @Override
  public void goesWrong(UUID measure, UUID series, Alert.Kind kind, LocalDate since) {
    List<Guarded> guarded = guarded(series);
    if (guarded.isEmpty()) {
      return;
    }
    Set<UUID> readers =
        viewers.of(guarded.stream().map(Guarded::updates).collect(Collectors.toSet())).stream()
            .filter(viewer -> measures.read(viewer, measure, series).isPresent())
            .map(Viewer::person)
            .collect(Collectors.toSet());
    messages.tell(
        guarded.stream()
            .filter(each -> readers.contains(each.updates()))
            .map(each -> notice(each, kind, since))
            .toList());
  }

  private static Notice notice(Guarded guarded, Alert.Kind kind, LocalDate since) {
    boolean titled = !guarded.title().isEmpty();
    return Notice.of(
            CycleKinds.GUARDRAIL,
            guarded.updates(),
            null,
            "/goals/" + guarded.objective(),
            titled ? "measure-use.told.warned" : "measure-use.told.warned.unnamed",
            titled ? new String[] {guarded.title()} : new String[0])
        .onlyOnce("%s %s %s %s".formatted(CycleKinds.GUARDRAIL, guarded.use(), kind.code(), since));
  }

  private List<Guarded> guarded(UUID series) {
    return database
        .sql(
            """
            select u.id, u.objective, coalesce(k.owner, o.delegate, o.accountable) as updates,
              case when is_for_all(o.visibility, o.state) then k.title else '' end as title
            from measure_use u join objective o on o.id = u.objective join key_result k on k.id = u.key_result
            where u.series = :series and u.role = 'guards' and u.ended_at is null and o.state = 'active'
            order by u.id
            """)
        .param("series", series)
        .query((row, _) ->
            new Guarded(
                row.getObject("id", UUID.class),
                row.getObject("objective", UUID.class),
                row.getObject("updates", UUID.class),
                row.getString("title")))
        .list();
  }
}
