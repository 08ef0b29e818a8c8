package io.fairlead.app.goals;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Rows of the database as lines of the goals file.
final class GoalFileSql {
  /// `%1$s` is the condition to see an objective `p`, `%2$s` that to read the confidence of `o`.
  static final String LINES =
      """
      select coalesce(o.external_id, o.id::text) as code, o.title, o.why, o.kind, o.state, o.level, c.name as cycle,
        coalesce(i.name, t.name, u.name, '') as owner, o.attributes,
        (select coalesce(p.external_id, p.id::text) from alignment a join objective p on p.id = a.parent
          where a.child = o.id and a.is_primary and a.state = 'agreed' and %1$s) as parent,
        (select json_object_agg(coalesce(p.external_id, p.id::text), a.share order by p.id)
          from alignment a join objective p on p.id = a.parent
          where a.child = o.id and not a.is_primary and a.state = 'agreed' and %1$s) as contributions,
        k.id as part, coalesce(k.external_id, k.id::text) as part_code, k.title as part_title, k.kind as part_kind,
        k.baseline, k.target, k.low, k.high, k.tolerance, k.unit, k.weight, k.due, k.attributes as part_attributes,
        (select json_agg(json_build_object('name', m.name, 'weight', m.weight) order by m.position)
          from milestone m where m.key_result = k.id) as milestones,
        case when k.kind = 'milestones' then (
          select array(select m.name from milestone m where m.id = any(n.done) order by m.position)
          from counting_check_in n where n.key_result = k.id and n.done is not null order by n.at desc, n.id desc limit 1) end as done,
        d.value, case when %2$s then d.confidence end as confidence
      from page join objective o on o.id = page.id join cycle c on c.id = o.cycle
      left join identity i on i.person = o.owner_person
      left join team t on t.id = o.owner_team
      left join unit u on u.id = o.owner_unit
      left join key_result k on k.objective = o.id
      left join key_result_track d on d.key_result = k.id
      order by page.level, page.sort, page.id, k.position
      """;

  private static final TypeReference<LinkedHashMap<String, String>> TEXTS =
      new TypeReference<>() {};
  private static final TypeReference<LinkedHashMap<String, BigDecimal>> SHARES =
      new TypeReference<>() {};

  private record Step(String name, BigDecimal weight) {}

  private GoalFileSql() {}

  static GoalLine line(ResultSet row, JsonMapper json) throws SQLException {
    String contributions = row.getString("contributions");
    String parent = row.getString("parent");
    Map<String, String> attributes = new LinkedHashMap<>();
    if (!row.getString("why").isEmpty()) {
      attributes.put("why", row.getString("why"));
    }
    attributes.putAll(json.readValue(row.getString("attributes"), TEXTS));
    if (row.getString("part_attributes") != null) {
      attributes.putAll(json.readValue(row.getString("part_attributes"), TEXTS));
    }
    return new GoalLine(
        row.getString("code"),
        parent == null ? "" : parent,
        contributions == null ? Map.of() : json.readValue(contributions, SHARES),
        row.getString("cycle"),
        ObjectiveRow.Level.of(row.getInt("level")).code(),
        row.getString("owner"),
        row.getString("title"),
        row.getString("kind"),
        row.getString("state"),
        part(row, json),
        attributes);
  }

  private static GoalLine.@Nullable Part part(ResultSet row, JsonMapper json) throws SQLException {
    if (row.getString("part") == null) {
      return null;
    }
    KeyResultKind kind = KeyResultKind.of(row.getString("part_kind"));
    String milestones = row.getString("milestones");
    return new GoalLine.Part(
        row.getString("part_code"),
        row.getString("part_title"),
        kind,
        row.getBigDecimal("baseline"),
        row.getBigDecimal("target"),
        row.getBigDecimal("low"),
        row.getBigDecimal("high"),
        row.getBigDecimal("tolerance"),
        milestones == null ? List.of() : steps(json.readValue(milestones, Step[].class)),
        row.getString("unit"),
        row.getBigDecimal("weight"),
        current(row, kind),
        row.getObject("confidence", Integer.class),
        row.getObject("due", LocalDate.class));
  }

  private static List<KeyResultPlan.Milestone> steps(Step[] steps) {
    return Arrays.stream(steps)
        .map(step -> new KeyResultPlan.Milestone(null, step.name(), step.weight()))
        .toList();
  }

  private static String current(ResultSet row, KeyResultKind kind) throws SQLException {
    if (kind == KeyResultKind.MILESTONES) {
      java.sql.Array done = row.getArray("done");
      return done == null
          ? ""
          : Arrays.stream((String[]) done.getArray()).collect(Collectors.joining(";"));
    }
    BigDecimal value = row.getBigDecimal("value");
    if (value == null) {
      return "";
    }
    return kind == KeyResultKind.YES_NO
        ? value.signum() == 0 ? "no" : "yes"
        : GoalLine.plain(value);
  }
}
