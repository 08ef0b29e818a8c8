package io.fairlead.app.goals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What the map reads.
final class GoalMapSql {
  /// A map of more beginnings than this shows no shape.
  static final int MOST_FOCUSED = 12;

  /// One objective to begin from.
  static final String NAMED =
      "select %s from objective o where o.id = any(:focus) and o.state <> 'dropped' and %s";

  /// Outwards from the beginning (`%1$s`), two steps up and two down, through what is visible
  /// (`%2$s`).
  static final String AROUND =
      """
      begun as (%1$s),
      up as (
        select id, 0 as step from begun
        union
        select next.id, up.step + 1 from up cross join lateral (
          select o.id from alignment a join objective o on o.id = a.parent
          where a.child = up.id and a.state = 'agreed' and o.state <> 'dropped' and %2$s limit 100) next
        where up.step < 2),
      down as (
        select id, 0 as step from begun
        union
        select next.id, down.step + 1 from down cross join lateral (
          select o.id from alignment a join objective o on o.id = a.child
          where a.parent = down.id and a.state = 'agreed' and o.state <> 'dropped' and %2$s
          order by a.share desc, o.id limit 100) next
        where down.step < 2),
      near as (
        select id, min(step) as step from (select id, step from up union all select id, step from down) both_ways
        group by id order by min(step), id limit :most),
      page as (
        select o.id, near.step as level, lower(o.title) as sort from near join objective o on o.id = near.id)
      """;

  /// More than these that touch an objective, but do not show, are not counted.
  static final int MOST_COUNTED = 100;

  /// The contributions among what shows, and of what touches it at most `MOST_COUNTED` a node and
  /// direction; `%1$s` is the condition to see an objective `o`.
  static final String LINKS =
      """
      select a.child, a.parent, a.share, a.is_primary, true as child_shown, true as parent_shown
      from alignment a where a.child = any(:shown) and a.parent = any(:shown) and a.state = 'agreed'
      union all
      select a.child, a.parent, a.share, a.is_primary, true, false
      from alignment a join objective o on o.id = a.parent
      where a.child = any(:shown) and not a.parent = any(:shown) and a.state = 'agreed' and o.state <> 'dropped' and %1$s
      union all
      select below.child, node.id, below.share, below.is_primary, false, true
      from unnest(:shown) as node(id) cross join lateral (
        select a.child, a.share, a.is_primary from alignment a join objective o on o.id = a.child
        where a.parent = node.id and not a.child = any(:shown) and a.state = 'agreed' and o.state <> 'dropped' and %1$s
        limit %2$d) below
      order by child, parent
      """;

  record Link(
      UUID child,
      UUID parent,
      double share,
      boolean primary,
      boolean childShown,
      boolean parentShown) {}

  private GoalMapSql() {}

  static Link link(ResultSet row, int number) throws SQLException {
    return new Link(
        row.getObject("child", UUID.class),
        row.getObject("parent", UUID.class),
        row.getDouble("share"),
        row.getBoolean("is_primary"),
        row.getBoolean("child_shown"),
        row.getBoolean("parent_shown"));
  }

  static GoalMap.Found found(List<ObjectiveRow> shown, Set<UUID> focus, List<Link> links) {
    List<GoalMap.Contribution> contributions = new ArrayList<>();
    Map<UUID, Integer> elsewhere = new HashMap<>();
    for (Link link : links) {
      if (link.childShown && link.parentShown) {
        contributions.add(
            new GoalMap.Contribution(link.child, link.parent, link.share, link.primary));
      } else {
        elsewhere.merge(link.childShown ? link.child : link.parent, 1, Integer::sum);
      }
    }
    elsewhere.replaceAll((_, counted) -> Math.min(counted, MOST_COUNTED));
    return new GoalMap.Found(shown, new HashSet<>(focus), contributions, elsewhere);
  }
}
