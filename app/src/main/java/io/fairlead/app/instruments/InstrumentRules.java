package io.fairlead.app.instruments;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// Everyone may read what is asked here; people operations say what that is.
@Component
class InstrumentRules implements PolicyRows {
  static final String RECORD = "instrument";
  static final String QUESTIONS = "questions";
  static final String DRAFT = "draft";
  static final String READ = "read";
  static final String CHANGE = "change";

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(RECORD, READ, QUESTIONS, Relation.EVERYONE, Reach.ORGANISATION),
        new PolicyRow(RECORD, READ, DRAFT, Relation.PEOPLE_OPS, Reach.ORGANISATION),
        new PolicyRow(RECORD, CHANGE, DRAFT, Relation.PEOPLE_OPS, Reach.ORGANISATION));
  }
}
