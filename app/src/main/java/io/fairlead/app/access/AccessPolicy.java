package io.fairlead.app.access;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// Who may let people in and give roles. An IT administrator runs the installation but gives no
/// role that opens content, and makes no password link for somebody who holds one: else the link
/// would be the role.
@Component
class AccessPolicy implements PolicyRows {
  static final String ACCOUNT = "account";
  static final String ROLE = "role";
  static final String SERVICE = "service";

  static final String SIGN_IN = "sign-in";
  static final String SESSIONS = "sessions";
  static final String CONTENT = "content";
  static final String TECHNICAL = "technical";
  static final String ALL = "all";

  static final String READ = "read";
  static final String CHANGE = "change";
  static final String GRANT = "grant";

  private static final Relation IT_ADMINISTRATOR_OF_PLAIN =
      new Relation(
          "it-administrator-of-plain",
          """
          ('it-administrator' = any(:viewer_roles) and not exists (select 1 from role_grant g \
          where g.person = {subject} and g.role <> 'it-administrator'))\
          """);

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(ACCOUNT, READ, SIGN_IN, Relation.PEOPLE_OPS),
        new PolicyRow(ACCOUNT, READ, SIGN_IN, Relation.IT_ADMINISTRATOR),
        new PolicyRow(ACCOUNT, CHANGE, SIGN_IN, Relation.PEOPLE_OPS),
        new PolicyRow(ACCOUNT, CHANGE, SIGN_IN, IT_ADMINISTRATOR_OF_PLAIN),
        new PolicyRow(ACCOUNT, READ, SESSIONS, Relation.SELF),
        new PolicyRow(ACCOUNT, CHANGE, SESSIONS, Relation.SELF),
        new PolicyRow(SERVICE, READ, ALL, Relation.PEOPLE_OPS),
        new PolicyRow(SERVICE, READ, ALL, Relation.IT_ADMINISTRATOR),
        new PolicyRow(SERVICE, READ, ALL, Relation.AUDITOR),
        new PolicyRow(SERVICE, CHANGE, ALL, Relation.PEOPLE_OPS),
        new PolicyRow(SERVICE, CHANGE, ALL, Relation.IT_ADMINISTRATOR),
        new PolicyRow(ROLE, READ, ALL, Relation.PEOPLE_OPS),
        new PolicyRow(ROLE, READ, ALL, Relation.IT_ADMINISTRATOR),
        new PolicyRow(ROLE, READ, ALL, Relation.AUDITOR),
        new PolicyRow(ROLE, GRANT, CONTENT, Relation.PEOPLE_OPS),
        new PolicyRow(ROLE, GRANT, TECHNICAL, Relation.PEOPLE_OPS),
        new PolicyRow(ROLE, GRANT, TECHNICAL, Relation.IT_ADMINISTRATOR));
  }
}
