package io.fairlead.app.goals;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// Who may bring goals from a file, which writes for everybody.
@Component
class GoalImportRules implements PolicyRows {
  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow("goal-import", "import", "goal", Relation.PEOPLE_OPS, Reach.BUILT_IN));
  }
}
