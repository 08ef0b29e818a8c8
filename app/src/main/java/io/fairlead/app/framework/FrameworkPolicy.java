package io.fairlead.app.framework;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// Everyone may read by which rules they work; people operations changes them.
@Component
class FrameworkPolicy implements PolicyRows {
  static final String RECORD = "framework";
  static final String DOCUMENT = "document";
  static final String DRAFT = "draft";
  static final String READ = "read";
  static final String CHANGE = "change";

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(RECORD, READ, DOCUMENT, Relation.EVERYONE, Reach.ORGANISATION),
        new PolicyRow(RECORD, CHANGE, DOCUMENT, Relation.PEOPLE_OPS, Reach.ORGANISATION),
        new PolicyRow(RECORD, READ, DRAFT, Relation.SELF, Reach.BUILT_IN),
        new PolicyRow(RECORD, CHANGE, DRAFT, Relation.SELF, Reach.BUILT_IN));
  }
}
