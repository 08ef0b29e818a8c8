package io.fairlead.app.growth;

import io.fairlead.app.people.PeopleRelations;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// Who prepares a conversation with whom, and that nobody else reads it. To prepare is asked of the
/// person it is held with; to read and change of the alias of a row of `prepared_conversation`.
@Component
class ConversationRules implements PolicyRows {
  static final String RECORD = "conversation";
  static final String PARTNER = "conversation-partner";
  static final String SHEET = "sheet";
  static final String READ = "read";
  static final String CHANGE = "change";
  static final String PREPARE = "prepare";

  private static final Relation OWNER =
      new Relation("conversation-owner", "{subject}.owner = :viewer");

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(RECORD, READ, SHEET, OWNER, Reach.BUILT_IN),
        new PolicyRow(RECORD, CHANGE, SHEET, OWNER, Reach.BUILT_IN),
        new PolicyRow(PARTNER, PREPARE, SHEET, PeopleRelations.LINE, Reach.BUILT_IN));
  }
}
