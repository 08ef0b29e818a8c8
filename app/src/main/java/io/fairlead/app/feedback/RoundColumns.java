package io.fairlead.app.feedback;

import io.fairlead.methods.framework.FeedbackDefaults.Opening;
import io.fairlead.methods.framework.FeedbackIndicator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Columns of `feedback_round` that more than rounds themselves are read with.
final class RoundColumns {
  private RoundColumns() {}

  /// As PostgreSQL writes an array.
  static String written(Set<FeedbackIndicator> without) {
    return without.stream()
        .map(FeedbackIndicator::code)
        .sorted()
        .collect(Collectors.joining(",", "{", "}"));
  }

  static Set<FeedbackIndicator> indicators(ResultSet row, String column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .map(code -> FeedbackIndicator.find(code).orElseThrow())
        .collect(Collectors.toUnmodifiableSet());
  }

  static Opening opening(ResultSet row) throws SQLException {
    return new Opening(row.getBoolean("opens_at_debrief"), row.getInt("opens_after"));
  }
}
