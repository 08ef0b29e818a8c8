package io.fairlead.app.people;

import io.fairlead.app.platform.policy.Relation;

/// The relations that the organisation's structure makes, for every module's policy rows.
public final class PeopleRelations {
  /// The viewer is the person's direct manager today.
  public static final Relation MANAGER =
      new Relation(
          "manager",
          Relation.exists(
              "select 1 from line_of l where l.above = :viewer and l.below = {subject} and l.depth = 1"));

  /// The viewer manages the person today, directly or through others.
  public static final Relation LINE =
      new Relation(
          "line",
          Relation.exists(
              "select 1 from line_of l where l.above = :viewer and l.below = {subject} and l.depth > 0"));

  /// The viewer is HR partner of a unit that the person works in today, or of one above it.
  public static final Relation HR_PARTNER =
      new Relation(
          "hr-partner",
          "'hr-partner' = any(:viewer_roles) and "
              + Relation.exists(
                  """
                  select 1 from employment e join unit_line u on u.below = e.unit \
                  where e.person = {subject} and u.above = any(:viewer_units) and e.during @> :today\
                  """));

  /// The person lets everyone see how to reach them.
  public static final Relation SHARED_BY_CHOICE =
      new Relation(
          "shared-by-choice",
          Relation.exists(
              "select 1 from identity shared where shared.person = {subject} and shared.contact_shared"));

  /// The viewer leads the team that is the subject.
  public static final Relation TEAM_LEAD =
      new Relation(
          "team-lead",
          """
          exists (select 1 from team led where led.id = {subject} and led.lead = :viewer)\
          """);

  /// The viewer manages somebody, whoever the subject is.
  public static final Relation LEADS_PEOPLE =
      new Relation(
          "leads-people",
          """
          exists (select 1 from line_of l where l.above = :viewer and l.depth = 1)\
          """);

  private PeopleRelations() {}
}
