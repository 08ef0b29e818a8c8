package io.fairlead.app.cycles;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// Everybody sees which cycles there are and when their windows close; people operations lets one
/// stay open longer, and reminds.
@Component
public class CyclePolicy implements PolicyRows {
  public static final String CYCLE = "cycle";
  public static final String WINDOWS = "windows";
  public static final String CHANGE = "change";
  public static final String REMIND = "remind";

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(CYCLE, "read", WINDOWS, Relation.EVERYONE, Reach.ORGANISATION),
        new PolicyRow(CYCLE, CHANGE, WINDOWS, Relation.PEOPLE_OPS, Reach.ORGANISATION),
        new PolicyRow(CYCLE, REMIND, WINDOWS, Relation.PEOPLE_OPS, Reach.ORGANISATION));
  }
}
