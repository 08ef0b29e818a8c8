package io.fairlead.app.goals;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings along what follows from objectives and check-ins that came in bulk rather than one act at
/// a time: the first wording kept of each, tracks, roll-ups.
@Component
public class DerivedFigures {
  private static final int AT_ONCE = 1_000;

  private final JdbcClient database;
  private final ObjectiveStore objectives;
  private final Tracks tracks;
  private final RollUps rollUps;

  DerivedFigures(JdbcClient database, ObjectiveStore objectives, Tracks tracks, RollUps rollUps) {
    this.database = database;
    this.objectives = objectives;
    this.tracks = tracks;
    this.rollUps = rollUps;
  }

  /// Computes them for everything there is.
  @Transactional
  public void recomputeAll() {
    objectives.keepMissingWordings();
    List<UUID> keyResults = ids("select distinct key_result from check_in order by key_result");
    for (int from = 0; from < keyResults.size(); from += AT_ONCE) {
      tracks.rebuild(keyResults.subList(from, Math.min(keyResults.size(), from + AT_ONCE)));
    }
    rollUps.dueFor(ids("select id from objective where state in ('active', 'graded', 'closed')"));
    rollUps.catchUp();
  }

  private List<UUID> ids(String sql) {
    return List.copyOf(database.sql(sql).query(UUID.class).list());
  }
}
