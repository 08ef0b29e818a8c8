package io.fairlead.app.people;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// Who may read and change what about people, units and teams.
///
/// Field classes of a person: `directory` (name, title, unit, manager, teams), `contact` (address),
/// `employment` (dates, employee number), `attributes` (whatever else the organisation keeps).
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
  static final String ATTRIBUTES = "attributes";
  static final String ALL = "all";

  static final String READ = "read";
  static final String CHANGE = "change";
  static final String CREATE = "create";

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(PERSON, READ, DIRECTORY, Relation.EVERYONE),
        new PolicyRow(PERSON, READ, CONTACT, Relation.SELF),
        new PolicyRow(PERSON, READ, CONTACT, PeopleRelations.LINE),
        new PolicyRow(PERSON, READ, CONTACT, PeopleRelations.HR_PARTNER),
        new PolicyRow(PERSON, READ, CONTACT, Relation.PEOPLE_OPS),
        new PolicyRow(PERSON, READ, CONTACT, PeopleRelations.SHARED_BY_CHOICE),
        new PolicyRow(PERSON, READ, EMPLOYMENT, Relation.SELF),
        new PolicyRow(PERSON, READ, EMPLOYMENT, PeopleRelations.LINE),
        new PolicyRow(PERSON, READ, EMPLOYMENT, PeopleRelations.HR_PARTNER),
        new PolicyRow(PERSON, READ, EMPLOYMENT, Relation.PEOPLE_OPS),
        new PolicyRow(PERSON, READ, ATTRIBUTES, Relation.SELF),
        new PolicyRow(PERSON, READ, ATTRIBUTES, PeopleRelations.HR_PARTNER),
        new PolicyRow(PERSON, READ, ATTRIBUTES, Relation.PEOPLE_OPS),
        new PolicyRow(PERSON, CREATE, ALL, Relation.PEOPLE_OPS),
        new PolicyRow(PERSON, CHANGE, ALL, Relation.PEOPLE_OPS),
        new PolicyRow(PERSON, CHANGE, CONTACT, Relation.SELF),
        new PolicyRow(UNIT, READ, ALL, Relation.EVERYONE),
        new PolicyRow(UNIT, CHANGE, ALL, Relation.PEOPLE_OPS),
        new PolicyRow(TEAM, READ, ALL, Relation.EVERYONE),
        new PolicyRow(TEAM, CREATE, ALL, PeopleRelations.LEADS_PEOPLE),
        new PolicyRow(TEAM, CREATE, ALL, Relation.PEOPLE_OPS),
        new PolicyRow(TEAM, CHANGE, ALL, PeopleRelations.TEAM_LEAD),
        new PolicyRow(TEAM, CHANGE, ALL, Relation.PEOPLE_OPS),
        new PolicyRow(ORGANISATION, READ, SHAPE, Relation.PEOPLE_OPS),
        new PolicyRow(ORGANISATION, READ, SHAPE, Relation.EXECUTIVE),
        new PolicyRow(PEOPLE_FILE, READ, ALL, Relation.PEOPLE_OPS),
        new PolicyRow(PEOPLE_FILE, CHANGE, ALL, Relation.PEOPLE_OPS),
        new PolicyRow(LEGAL_HOLD, READ, ALL, Relation.PEOPLE_OPS),
        new PolicyRow(LEGAL_HOLD, READ, ALL, Relation.AUDITOR),
        new PolicyRow(LEGAL_HOLD, CHANGE, ALL, Relation.PEOPLE_OPS));
  }
}
