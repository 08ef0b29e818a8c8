package io.fairlead.app.audit;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// Auditors read the whole record; everybody reads who read their own records.
@Component
class AuditPolicy implements PolicyRows {
  static final String RECORD = "audit-entry";
  static final String READ = "read";
  static final String ALL = "all";
  static final String READS = "reads";

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(RECORD, READ, ALL, Relation.AUDITOR, Reach.BUILT_IN),
        new PolicyRow(RECORD, READ, READS, Relation.SELF, Reach.BUILT_IN));
  }
}
