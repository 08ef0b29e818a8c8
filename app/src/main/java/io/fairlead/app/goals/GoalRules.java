package io.fairlead.app.goals;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import io.fairlead.app.platform.policy.Relation.ByRole;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Who may do what to whose objective. The subject of every relation here is the alias of a row of
/// `objective` (`policy.condition("objective", "read", "goal", "o")`).
///
/// Field classes: `goal` is its words, figures, pace and state; `confidence` is how sure its people
/// are; `negotiation` is what was said about aligning it.
@Component
public class GoalRules implements PolicyRows {
  public static final String RECORD = "objective";
  public static final String GOAL = "goal";
  public static final String CONFIDENCE = "confidence";
  public static final String NEGOTIATION = "negotiation";

  private static final String REASSIGN = "reassign";

  private static final String PUBLISHED =
      "({subject}.state in ('active', 'graded', 'closed') or {subject}.state = 'dropped' and {subject}.was_published)";

  /// Put before others, though perhaps not published.
  private static final String PUT_FORWARD =
      "({subject}.state in ('proposed', 'active', 'graded', 'closed')"
          + " or {subject}.state = 'dropped' and {subject}.was_put_forward)";

  private static final String RUNNING = "{subject}.state in ('proposed', 'active')";

  static final Relation PUBLIC =
      new Relation("goal-public", "{subject}.visibility = 'public' and " + PUBLISHED);

  static final Relation OWNER = new Relation("goal-owner", "{subject}.owner_person = :viewer");

  static final Relation ACCOUNTABLE =
      new Relation("goal-accountable", "{subject}.accountable = :viewer");

  static final Relation DELEGATE = new Relation("goal-delegate", "{subject}.delegate = :viewer");

  /// The owner of an objective that this one was put to.
  static final Relation ASKED =
      new Relation(
          "goal-asked",
          Relation.exists(
              """
              select 1 from alignment asked join objective above on above.id = asked.parent \
              where asked.child = {subject}.id and :viewer in (above.owner_person, above.accountable, above.delegate)\
              """));

  static final Relation KEY_RESULT_OWNER =
      new Relation(
          "goal-key-result-owner",
          PUT_FORWARD
              + " and exists (select 1 from key_result part where part.objective = {subject}.id and part.owner ="
              + " :viewer)");

  /// The owning team, the people of the owning unit, or the person's colleagues in their unit.
  static final Relation TEAM =
      new Relation(
          "goal-team",
          "{subject}.visibility in ('public', 'team') and "
              + PUT_FORWARD
              + """
               and case
              when {subject}.owner_team is not null then
                exists (select 1 from membership m where m.team = {subject}.owner_team and m.person = :viewer
                  and m.during @> :today)
                or exists (select 1 from team t where t.id = {subject}.owner_team and t.lead = :viewer)
              when {subject}.owner_unit is not null then
                exists (select 1 from employment e join unit_line u on u.below = e.unit
                  where e.person = :viewer and e.during @> :today and u.above = {subject}.owner_unit)
              when {subject}.owner_person is not null then
                exists (select 1 from employment mine join employment theirs on theirs.unit = mine.unit
                  where mine.person = :viewer and mine.during @> :today
                    and theirs.person = {subject}.owner_person and theirs.during @> :today)
              else true end\
              """);

  static final Relation NAMED_READER =
      new Relation(
          "goal-reader",
          "{subject}.visibility = 'named' and "
              + PUBLISHED
              + " and exists (select 1 from objective_reader r where r.objective = {subject}.id and r.person ="
              + " :viewer)");

  static final Relation LINE =
      new Relation(
          "goal-line",
          PUT_FORWARD
              + " and "
              + Relation.exists(
                  "select 1 from line_of l where l.above = :viewer and l.below = {subject}.accountable"
                      + " and l.depth > 0"));

  static final Relation PEOPLE_OPS =
      new Relation(
          "goal-people-ops",
          PUT_FORWARD + " and " + Relation.held(Role.PEOPLE_OPS),
          new ByRole(Role.PEOPLE_OPS, "{subject}.accountable"));

  /// While it runs and whoever answers for it has left: the one who finds a new owner.
  static final Relation HEIR =
      new Relation(
          "goal-heir",
          RUNNING
              + " and "
              + hasLeft("{subject}.accountable")
              + " and heir_of({subject}.accountable, :today) = :viewer");

  /// While it runs and the owner of one of its key results has left: the one who finds a new owner
  /// for that.
  static final Relation KEY_RESULT_HEIR =
      new Relation(
          "goal-key-result-heir",
          RUNNING
              + " and exists (select 1 from key_result part where part.objective = {subject}.id and part.owner is not"
              + " null and "
              + hasLeft("part.owner")
              + " and heir_of(part.owner, :today) = :viewer)");

  /// Asked first, since it is cheaper than whose heir somebody is.
  private static String hasLeft(String person) {
    return "not "
        + Relation.exists(
            "select from employment e where e.person = "
                + person
                + " and (upper_inf(e.during) or upper(e.during) > :today)");
  }

  /// Those who may change it.
  static final List<Relation> WORKERS = List.of(OWNER, ACCOUNTABLE, DELEGATE);

  private static final List<Relation> INSIDERS =
      Stream.concat(WORKERS.stream(), Stream.of(ASKED, KEY_RESULT_OWNER, TEAM, LINE, PEOPLE_OPS))
          .toList();

  /// Who sees one objective, in a sentence: as it stands in the policy table.
  public static SeenBy seenBy(Words words, String state, String visibility) {
    boolean early =
        state.equals(ObjectiveState.DRAFT.code()) || state.equals(ObjectiveState.PROPOSED.code());
    String sentence =
        words.text("goals.seen." + (early ? state : visibility), words.organisation());
    return state.equals(ObjectiveState.DRAFT.code())
        ? new SeenBy(sentence, "/policy#objective-goal")
        : SeenBy.of(words, sentence, RECORD, GOAL);
  }

  @Override
  public List<PolicyRow> policyRows() {
    return Stream.of(
            rows("read", GOAL, Stream.of(PUBLIC)),
            rows("read", GOAL, INSIDERS.stream()),
            rows("read", GOAL, Stream.of(NAMED_READER, HEIR, KEY_RESULT_HEIR)),
            rows("read", CONFIDENCE, INSIDERS.stream()),
            rows(
                "read",
                NEGOTIATION,
                Stream.concat(WORKERS.stream(), Stream.of(ASKED, LINE, PEOPLE_OPS))),
            rows("change", GOAL, WORKERS.stream()),
            rows("override", GOAL, WORKERS.stream()),
            rows(
                REASSIGN, GOAL, Stream.concat(WORKERS.stream(), Stream.of(LINE, PEOPLE_OPS, HEIR))),
            rows("answer", NEGOTIATION, Stream.concat(WORKERS.stream(), Stream.of(ASKED))),
            rows("grade", GOAL, WORKERS.stream()))
        .flatMap(rows -> rows)
        .toList();
  }

  private static Stream<PolicyRow> rows(String act, String fields, Stream<Relation> relations) {
    // Whoever gives an objective away decides who reads it as its owner.
    Reach reach = act.equals(REASSIGN) ? Reach.BUILT_IN : Reach.PERSON;
    return relations.map(relation -> new PolicyRow(RECORD, act, fields, relation, reach));
  }
}
