package io.fairlead.app.growth;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// Everybody reads lessons; which ones somebody has done is theirs alone to see, so that nobody can
/// be listed as not having done one.
@Component
class LessonRules implements PolicyRows {
  static final String RECORD = "lesson";
  static final String DONE = "done";
  static final String READ = "read";

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(RECORD, READ, DONE, Relation.SELF, Reach.BUILT_IN),
        new PolicyRow(RECORD, "change", DONE, Relation.SELF, Reach.BUILT_IN));
  }
}
