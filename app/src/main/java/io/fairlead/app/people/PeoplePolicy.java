package io.fairlead.app.people;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Who may read and change what about people, units and teams.
///
/// Field classes of a person: `directory` (name, title, unit, manager, teams), `contact` (address),
/// `employment` (dates, employee number), `attributes` (whatever else the organisation keeps),
/// `place` (unit, manager, last day: where somebody stands decides who reads what of whom, so that
/// no composed role moves anybody).
@Component
class PeoplePolicy implements PolicyRows {
  static final String PERSON = "person";
  static final String TEAM = "team";
  static final String UNIT = "unit";
  static final String PEOPLE_FILE = "people-file";
  static final String LEGAL_HOLD = "legal-hold";

  static final String ORGANISATION = "organisation";

  static final String SHAPE = "shape";
  static final String DIRECTORY = "directory";
  static final String CONTACT = "contact";
  static final String EMPLOYMENT = "employment";
  static final String PLACE = "place";
  static final String ATTRIBUTES = "attributes";
  static final String ALL = "all";

  static final String READ = "read";
  static final String CHANGE = "change";
  static final String CREATE = "create";

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(PERSON, READ, DIRECTORY, Relation.EVERYONE, Reach.PERSON),
        new PolicyRow(PERSON, READ, CONTACT, Relation.SELF, Reach.PERSON),
        new PolicyRow(PERSON, READ, CONTACT, PeopleRelations.LINE, Reach.PERSON),
        new PolicyRow(PERSON, READ, CONTACT, PeopleRelations.HR_PARTNER, Reach.PERSON),
        new PolicyRow(PERSON, READ, CONTACT, Relation.PEOPLE_OPS, Reach.PERSON),
        new PolicyRow(PERSON, READ, CONTACT, PeopleRelations.SHARED_BY_CHOICE, Reach.PERSON),
        new PolicyRow(PERSON, READ, EMPLOYMENT, Relation.SELF, Reach.PERSON),
        new PolicyRow(PERSON, READ, EMPLOYMENT, PeopleRelations.LINE, Reach.PERSON),
        new PolicyRow(PERSON, READ, EMPLOYMENT, PeopleRelations.HR_PARTNER, Reach.PERSON),
        new PolicyRow(PERSON, READ, EMPLOYMENT, Relation.PEOPLE_OPS, Reach.PERSON),
        new PolicyRow(PERSON, READ, ATTRIBUTES, Relation.SELF, Reach.PERSON),
        new PolicyRow(PERSON, READ, ATTRIBUTES, PeopleRelations.HR_PARTNER, Reach.PERSON),
        new PolicyRow(PERSON, READ, ATTRIBUTES, Relation.PEOPLE_OPS, Reach.PERSON),
        new PolicyRow(PERSON, CREATE, ALL, Relation.PEOPLE_OPS, Reach.ORGANISATION),
        new PolicyRow(PERSON, CHANGE, ALL, Relation.PEOPLE_OPS, Reach.PERSON),
        new PolicyRow(PERSON, CHANGE, PLACE, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(PERSON, CHANGE, CONTACT, Relation.SELF, Reach.PERSON),
        new PolicyRow(UNIT, READ, ALL, Relation.EVERYONE, Reach.ORGANISATION),
        new PolicyRow(UNIT, CHANGE, ALL, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(TEAM, READ, ALL, Relation.EVERYONE, Reach.ORGANISATION),
        new PolicyRow(TEAM, CREATE, ALL, PeopleRelations.LEADS_PEOPLE, Reach.ORGANISATION),
        new PolicyRow(TEAM, CREATE, ALL, Relation.PEOPLE_OPS, Reach.ORGANISATION),
        new PolicyRow(TEAM, CHANGE, ALL, PeopleRelations.TEAM_LEAD, Reach.BUILT_IN),
        new PolicyRow(TEAM, CHANGE, ALL, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(ORGANISATION, READ, SHAPE, Relation.PEOPLE_OPS, Reach.ORGANISATION),
        new PolicyRow(ORGANISATION, READ, SHAPE, Relation.EXECUTIVE, Reach.ORGANISATION),
        new PolicyRow(PEOPLE_FILE, READ, ALL, Relation.PEOPLE_OPS, Reach.ORGANISATION),
        new PolicyRow(PEOPLE_FILE, CHANGE, ALL, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(LEGAL_HOLD, READ, ALL, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(LEGAL_HOLD, READ, ALL, Relation.AUDITOR, Reach.BUILT_IN),
        new PolicyRow(LEGAL_HOLD, CHANGE, ALL, Relation.PEOPLE_OPS, Reach.BUILT_IN));
  }

  @Override
  public Map<String, Set<String>> needs() {
    return Map.of(
        PolicyRow.permission(PERSON, CHANGE, ALL),
        Set.of(
            PolicyRow.permission(PERSON, READ, CONTACT),
            PolicyRow.permission(PERSON, READ, EMPLOYMENT),
            PolicyRow.permission(PERSON, READ, ATTRIBUTES)));
  }
}
