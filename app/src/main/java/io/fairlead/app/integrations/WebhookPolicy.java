package io.fairlead.app.integrations;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// People operations and IT administrators say where events are sent; auditors see it.
@Component
class WebhookPolicy implements PolicyRows {
  static final String RECORD = "webhook";
  static final String READ = "read";
  static final String CHANGE = "change";
  static final String ALL = "all";

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(RECORD, READ, ALL, Relation.PEOPLE_OPS, Reach.ORGANISATION),
        new PolicyRow(RECORD, READ, ALL, Relation.IT_ADMINISTRATOR, Reach.ORGANISATION),
        new PolicyRow(RECORD, READ, ALL, Relation.AUDITOR, Reach.ORGANISATION),
        new PolicyRow(RECORD, CHANGE, ALL, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(RECORD, CHANGE, ALL, Relation.IT_ADMINISTRATOR, Reach.BUILT_IN));
  }
}
