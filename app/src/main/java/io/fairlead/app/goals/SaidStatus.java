package io.fairlead.app.goals;

import io.fairlead.methods.goals.Status;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody says of a status instead of the figures, and why. It holds until it is taken back.
///
/// @param by the name of who said so; empty once it was erased
public record SaidStatus(Status status, String reason, String by, Instant at) {
  /// What can be said. Stale and without data are what figures are, not what people say.
  static final Set<Status> SAYABLE =
      Set.of(Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK, Status.DONE);

  /// The column that `read` reads: what is said now of the row `alias`.
  ///
  /// @param column of `status_override`: `objective` or `key_result`
  static String sql(String column, String alias) {
    return """
    (select case when s.status is not null then array[s.status, s.reason,
        coalesce((select n.name from identity n where n.person = s.by_person), ''),
        to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')] end
      from status_override s where s.%s = %s.id order by s.at desc, s.id desc limit 1)
    """
        .formatted(column, alias);
  }

  static @Nullable SaidStatus read(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    if (array == null) {
      return null;
    }
    String[] said = (String[]) array.getArray();
    return new SaidStatus(status(said[0]), said[1], said[2], Instant.parse(said[3]));
  }

  /// The status of a stored code.
  static Status status(String code) {
    return Status.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
