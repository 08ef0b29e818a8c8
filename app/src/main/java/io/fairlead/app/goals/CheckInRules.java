package io.fairlead.app.goals;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// Who may check in on a key result: whoever owns it, answers for its objective, stands in for
/// them, or belongs to the team that owns it; the team aside, they may say how it stands. The
/// conditions read the statement's `k` (key result) and `o` (objective).
@Component
class CheckInRules implements PolicyRows {
  static final String RECORD = "key-result";
  static final String CHECK_IN = "check-in";

  private static final Relation OWNER =
      new Relation("key-result-owner", "{subject}.owner = :viewer");
  private static final Relation ACCOUNTABLE =
      ofObjective("key-result-accountable", ":viewer in (o.accountable, o.owner_person)");
  private static final Relation DELEGATE =
      ofObjective("key-result-delegate", "o.delegate = :viewer");
  private static final Relation TEAM_MEMBER =
      ofObjective(
          "key-result-team",
          """
          exists (select 1 from membership s where s.team = o.owner_team and s.person = :viewer \
          and s.during @> :today)\
          """);

  private static final Relation HEIR =
      new Relation(
          "key-result-heir",
          """
          {subject}.owner is not null and heir_of({subject}.owner, :today) = :viewer \
          and exists (select 1 from objective o where o.id = {subject}.objective and o.state in ('proposed', 'active'))\
          """);
  private static final Relation PEOPLE_OPS =
      ofObjective(
          "key-result-people-ops",
          "o.state in ('proposed', 'active') and 'people-ops' = any(:viewer_roles)");

  private static Relation ofObjective(String code, String condition) {
    return new Relation(
        code,
        "exists (select 1 from objective o where o.id = {subject}.objective and "
            + condition
            + ")");
  }

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(RECORD, CHECK_IN, "value", OWNER, Reach.PERSON),
        new PolicyRow(RECORD, CHECK_IN, "value", ACCOUNTABLE, Reach.PERSON),
        new PolicyRow(RECORD, CHECK_IN, "value", DELEGATE, Reach.PERSON),
        new PolicyRow(RECORD, CHECK_IN, "value", TEAM_MEMBER, Reach.PERSON),
        new PolicyRow(RECORD, "override", "value", OWNER, Reach.PERSON),
        new PolicyRow(RECORD, "override", "value", ACCOUNTABLE, Reach.PERSON),
        new PolicyRow(RECORD, "override", "value", DELEGATE, Reach.PERSON),
        new PolicyRow(RECORD, "reassign", "value", ACCOUNTABLE, Reach.BUILT_IN),
        new PolicyRow(RECORD, "reassign", "value", DELEGATE, Reach.BUILT_IN),
        new PolicyRow(RECORD, "reassign", "value", HEIR, Reach.BUILT_IN),
        new PolicyRow(RECORD, "reassign", "value", PEOPLE_OPS, Reach.BUILT_IN));
  }
}
