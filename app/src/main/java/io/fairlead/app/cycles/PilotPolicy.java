package io.fairlead.app.cycles;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// Everybody sees that a pilot runs, what it tries and whether they are in it; people operations
/// begins and ends it, and compares.
@Component
class PilotPolicy implements PolicyRows {
  static final String PILOT = "pilot";
  static final String TERMS = "terms";
  static final String FIGURES = "figures";
  static final String READ = "read";
  static final String CHANGE = "change";

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(PILOT, READ, TERMS, Relation.EVERYONE, Reach.ORGANISATION),
        new PolicyRow(PILOT, READ, FIGURES, Relation.PEOPLE_OPS, Reach.ORGANISATION),
        new PolicyRow(PILOT, CHANGE, TERMS, Relation.PEOPLE_OPS, Reach.ORGANISATION));
  }
}
