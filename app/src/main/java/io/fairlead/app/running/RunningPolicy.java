package io.fairlead.app.running;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// Counts of what is in progress are for those who lead it and those who run the installation; each
/// row besides asks who may see what it counts.
@Component
class RunningPolicy implements PolicyRows {
  static final String RUNNING = "running";
  static final String COUNTS = "counts";
  static final String READ = "read";

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(RUNNING, READ, COUNTS, Relation.PEOPLE_OPS, Reach.ORGANISATION),
        new PolicyRow(RUNNING, READ, COUNTS, Relation.EXECUTIVE, Reach.ORGANISATION),
        new PolicyRow(RUNNING, READ, COUNTS, Relation.IT_ADMINISTRATOR, Reach.ORGANISATION));
  }
}
