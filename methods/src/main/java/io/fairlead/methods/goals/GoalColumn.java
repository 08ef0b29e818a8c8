package io.fairlead.methods.goals;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The columns of the flat goals file, in the order of its export. A row is a key result; the
/// columns of the objective repeat on each of its rows.
public enum GoalColumn {
  OBJECTIVE_ID,
  PARENT_ID,
  /// `id:share;id:share`
  CONTRIBUTES_TO,
  CYCLE,
  LEVEL,
  OWNER,
  OBJECTIVE,
  /// aspirational, committed or learning
  KIND,
  KR_ID,
  KEY_RESULT,
  /// increase, decrease, band, milestones or yes-no
  KR_KIND,
  BASELINE,
  /// A number; for milestones `name:weight;name:weight`
  TARGET,
  LOW,
  HIGH,
  TOLERANCE,
  UNIT,
  WEIGHT,
  /// A number; yes or no; the names of the milestones done, separated by `;`
  CURRENT,
  /// 0 to 10
  CONFIDENCE,
  /// A date, `2026-03-31`
  DUE,
  /// Of the objective: draft, proposed, active, graded, closed or dropped
  STATUS;

  /// As written in the header: `objective_id`.
  public String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<GoalColumn> find(String header) {
    return Stream.of(values()).filter(column -> column.header().equals(header)).findFirst();
  }

  /// Whether it says something of the objective rather than of one key result.
  boolean isOfObjective() {
    return this == STATUS || compareTo(KIND) <= 0;
  }
}
