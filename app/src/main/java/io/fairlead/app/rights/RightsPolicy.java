package io.fairlead.app.rights;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// Everybody takes along what is held about them; people operations do it for somebody else, erase
/// who has left, and say how long what is kept.
@Component
class RightsPolicy implements PolicyRows {
  static final String PERSONAL_DATA = "personal-data";
  static final String RETENTION = "retention";
  static final String PAPER = "processing-record";
  static final String ALL = "all";
  static final String READ = "read";
  static final String CHANGE = "change";
  static final String ERASE = "erase";

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(PERSONAL_DATA, READ, ALL, Relation.SELF, Reach.BUILT_IN),
        new PolicyRow(PERSONAL_DATA, READ, ALL, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(PERSONAL_DATA, ERASE, ALL, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(RETENTION, READ, ALL, Relation.PEOPLE_OPS, Reach.ORGANISATION),
        new PolicyRow(RETENTION, READ, ALL, Relation.AUDITOR, Reach.ORGANISATION),
        new PolicyRow(RETENTION, READ, ALL, Relation.IT_ADMINISTRATOR, Reach.ORGANISATION),
        new PolicyRow(RETENTION, CHANGE, ALL, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(PAPER, READ, ALL, Relation.PEOPLE_OPS, Reach.ORGANISATION),
        new PolicyRow(PAPER, READ, ALL, Relation.AUDITOR, Reach.ORGANISATION),
        new PolicyRow(PAPER, READ, ALL, Relation.IT_ADMINISTRATOR, Reach.ORGANISATION));
  }
}
