package io.fairlead.app.talk;

import io.fairlead.app.access.Viewers;
import io.fairlead.app.goals.GoalRules;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Who of many may read an objective, asked ahead: before somebody is mentioned, before they are
/// told. Two statements, however many they are.
@Component
class Readers {
  private final Viewers viewers;
  private final JdbcClient database;
  private final String reads;
  private final JsonMapper json;

  Readers(Viewers viewers, JdbcClient database, Policy policy, JsonMapper json) {
    this.viewers = viewers;
    this.database = database;
    this.json = json;
    this.reads = policy.conditionOf(GoalRules.RECORD, "read", GoalRules.GOAL, "o", "v");
  }

  private record Row(UUID person, Set<String> roles, Set<UUID> units) {}

  /// Those who work here and may read it.
  Set<UUID> among(Collection<UUID> people, UUID objective) {
    if (people.isEmpty()) {
      return Set.of();
    }
    List<Viewer> here = viewers.of(people);
    if (here.isEmpty()) {
      return Set.of();
    }
    List<Row> rows =
        here.stream()
            .map(viewer -> new Row(viewer.person(), Set.copyOf(viewer.codes()), viewer.units()))
            .toList();
    return Set.copyOf(
        database
            .sql(
                """
                select v.person
                from jsonb_to_recordset(:viewers::jsonb) as v (person uuid, roles text[], units uuid[]), objective o
                where o.id = :objective and %s
                """
                    .formatted(reads))
            .params(Map.of("today", here.getFirst().today()))
            .param("viewers", json.writeValueAsString(rows))
            .param("objective", objective)
            .query(UUID.class)
            .list());
  }
}
