package io.fairlead.app.measures;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// Who sees and applies a file of values: whoever brought it. What of it they may write is said by
/// the measures themselves.
@Component
class MeasureImportRules implements PolicyRows {
  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(
            "measure-import", "import", MeasureRules.FIGURES, Relation.SELF, Reach.PERSON));
  }
}
