package io.fairlead.app.access;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  static final String CUSTOM = "custom";
  static final String ALL = "all";

  static final String READ = "read";
  static final String CHANGE = "change";
  static final String GRANT = "grant";

  private static final Relation IT_ADMINISTRATOR_OF_PLAIN =
      new Relation(
          "it-administrator-of-plain",
          """
          ('it-administrator' = any(:viewer_roles) and not exists (select 1 from role_grant g \
          where g.person = {subject} and g.role <> 'it-administrator') \
          and not exists (select 1 from custom_role_grant c \
          where c.person = {subject} and (c.last_day is null or c.last_day >= :today)))\
          """);

  /// The viewer holds the role that is the subject, and may give it on.
  private static final Relation GIVES_ON =
      new Relation("gives-role-on", "'gives:' || {subject}::text = any(:viewer_roles)");

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(ACCOUNT, READ, SIGN_IN, Relation.PEOPLE_OPS, Reach.ORGANISATION),
        new PolicyRow(ACCOUNT, READ, SIGN_IN, Relation.IT_ADMINISTRATOR, Reach.ORGANISATION),
        new PolicyRow(ACCOUNT, CHANGE, SIGN_IN, Relation.PEOPLE_OPS, Reach.PERSON),
        new PolicyRow(ACCOUNT, CHANGE, SIGN_IN, IT_ADMINISTRATOR_OF_PLAIN, Reach.PERSON),
        new PolicyRow(ACCOUNT, READ, SESSIONS, Relation.SELF, Reach.BUILT_IN),
        new PolicyRow(ACCOUNT, CHANGE, SESSIONS, Relation.SELF, Reach.BUILT_IN),
        new PolicyRow(SERVICE, READ, ALL, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(SERVICE, READ, ALL, Relation.IT_ADMINISTRATOR, Reach.BUILT_IN),
        new PolicyRow(SERVICE, READ, ALL, Relation.AUDITOR, Reach.BUILT_IN),
        new PolicyRow(SERVICE, CHANGE, ALL, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(SERVICE, CHANGE, ALL, Relation.IT_ADMINISTRATOR, Reach.BUILT_IN),
        new PolicyRow(ROLE, READ, ALL, Relation.PEOPLE_OPS, Reach.ORGANISATION),
        new PolicyRow(ROLE, READ, ALL, Relation.IT_ADMINISTRATOR, Reach.ORGANISATION),
        new PolicyRow(ROLE, READ, ALL, Relation.AUDITOR, Reach.ORGANISATION),
        new PolicyRow(ROLE, READ, CUSTOM, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(ROLE, READ, CUSTOM, Relation.IT_ADMINISTRATOR, Reach.BUILT_IN),
        new PolicyRow(ROLE, READ, CUSTOM, Relation.AUDITOR, Reach.BUILT_IN),
        new PolicyRow(ROLE, READ, CUSTOM, GIVES_ON, Reach.BUILT_IN),
        new PolicyRow(ROLE, CHANGE, CUSTOM, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(ROLE, GRANT, CUSTOM, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(ROLE, GRANT, CUSTOM, GIVES_ON, Reach.BUILT_IN),
        new PolicyRow(ROLE, GRANT, CONTENT, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(ROLE, GRANT, TECHNICAL, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(ROLE, GRANT, TECHNICAL, Relation.IT_ADMINISTRATOR, Reach.BUILT_IN));
  }

  @Override
  public Map<String, Set<String>> needs() {
    return Map.of(
        PolicyRow.permission(ACCOUNT, CHANGE, SIGN_IN),
        Set.of(PolicyRow.permission(ACCOUNT, READ, SIGN_IN)));
  }
}
