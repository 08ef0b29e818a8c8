package io.fairlead.app.scorecard;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import io.fairlead.app.platform.policy.Relation.ByRole;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Who may do what with whose scorecard. The subject is the alias of a row of `scorecard`. A card
/// is read by everyone, its figures by those who may read the measures.
@Component
class ScorecardRules implements PolicyRows {
  static final String RECORD = "scorecard";
  static final String CARD = "card";
  static final String READ = "read";
  static final String CHANGE = "change";
  static final String DEFINE = "define";

  private static final Relation OWNER =
      new Relation("scorecard-owner", "{subject}.owner = :viewer");

  /// Who works in the card's unit and leads people there, while whoever they report to does not.
  private static final Relation HEAD =
      new Relation(
          "scorecard-head",
          """
          exists (select 1 from employment se where se.person = :viewer and se.during @> :today
            and se.unit = {subject}.of_unit)
          and exists (select 1 from line_of sd where sd.above = :viewer and sd.depth > 0)
          and not exists (select 1 from line_of sm join employment sb on sb.person = sm.above and sb.during @> :today
            join unit_line su on su.below = sb.unit
            where sm.below = :viewer and sm.depth = 1 and su.above = {subject}.of_unit)\
          """);

  private static final Relation LINE =
      new Relation(
          "scorecard-line",
          Relation.exists(
              "select 1 from line_of sl where sl.above = :viewer and sl.below = {subject}.owner"
                  + " and sl.depth > 0"));

  /// Whoever leads anybody can say what is to be achieved.
  private static final Relation LEADS =
      new Relation(
          "scorecard-leader",
          "exists (select 1 from line_of sd where sd.above = :viewer and sd.depth > 0)");

  private static final Relation EXECUTIVE =
      new Relation(
          "scorecard-executive",
          Relation.held(Role.EXECUTIVE),
          new ByRole(Role.EXECUTIVE, "{subject}.owner"));

  @Override
  public List<PolicyRow> policyRows() {
    return Stream.concat(
            Stream.of(
                new PolicyRow(RECORD, READ, CARD, Relation.EVERYONE, Reach.ORGANISATION),
                new PolicyRow(RECORD, DEFINE, CARD, LEADS, Reach.ORGANISATION)),
            Stream.of(OWNER, HEAD, LINE, EXECUTIVE)
                .map(relation -> new PolicyRow(RECORD, CHANGE, CARD, relation, Reach.PERSON)))
        .toList();
  }
}
