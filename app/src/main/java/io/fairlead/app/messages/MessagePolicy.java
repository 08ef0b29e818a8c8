package io.fairlead.app.messages;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// An inbox and its settings are their person's alone. Whom mail may reach is for people operations
/// to say; who runs the installation sees whether it does.
@Component
class MessagePolicy implements PolicyRows {
  static final String NOTICE = "notice";
  static final String ALL = "all";
  static final String READ = "read";
  static final String CHANGE = "change";
  static final String MAIL = "mail";
  static final String SEND = "send";
  static final String TEST = "test";

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(NOTICE, READ, ALL, Relation.SELF, Reach.BUILT_IN),
        new PolicyRow(NOTICE, CHANGE, ALL, Relation.SELF, Reach.BUILT_IN),
        new PolicyRow(MAIL, READ, ALL, Relation.PEOPLE_OPS, Reach.ORGANISATION),
        new PolicyRow(MAIL, READ, ALL, Relation.IT_ADMINISTRATOR, Reach.ORGANISATION),
        new PolicyRow(MAIL, SEND, ALL, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(MAIL, TEST, ALL, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(MAIL, TEST, ALL, Relation.IT_ADMINISTRATOR, Reach.BUILT_IN));
  }
}
