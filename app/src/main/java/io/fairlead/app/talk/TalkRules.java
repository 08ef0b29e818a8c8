package io.fairlead.app.talk;

import io.fairlead.app.goals.GoalRules;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import io.fairlead.app.platform.policy.Relation.ByRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Who may read an objective may read what is said about it and say something themselves: the
/// readers here are made from the rows of `goals`, so that the two cannot come apart. A comment is
/// changed by its author, and hidden by people operations, with a reason; a link is taken away by
/// whoever attached it and by those who may change the objective.
///
/// The subject of relations on `comment` and `goal-link` is the alias of a row of `comment` and
/// `goal_link`; of those on `objective`, a row of `objective`.
@Component
class TalkRules implements PolicyRows {
  static final String COMMENT = "comment";
  static final String TEXT = "text";
  static final String TALK = "talk";
  static final String GOAL_LINK = "goal-link";
  static final String LINK = "link";
  static final String CHANGE = "change";
  static final String HIDE = "hide";

  private static final String PEOPLE_OPERATIONS = "goal-people-ops";

  private final List<Relation> readers;
  private final List<String> composedReaders;
  private final List<Relation> workers;

  TalkRules(GoalRules goals) {
    this.readers = rows(goals, "read").map(PolicyRow::relation).toList();
    this.composedReaders =
        rows(goals, "read")
            .filter(PolicyRow::isComposable)
            .map(PolicyRow::composedCondition)
            .toList();
    this.workers = rows(goals, CHANGE).map(PolicyRow::relation).toList();
  }

  private static Stream<PolicyRow> rows(GoalRules goals, String act) {
    return goals.policyRows().stream()
        .filter(row ->
            row.recordType().equals(GoalRules.RECORD)
                && row.act().equals(act)
                && row.fields().equals(GoalRules.GOAL));
  }

  @Override
  public List<PolicyRow> policyRows() {
    List<PolicyRow> rows = new ArrayList<>();
    for (Relation reader : readers) {
      rows.add(new PolicyRow(GoalRules.RECORD, TALK, GoalRules.GOAL, reader, Reach.PERSON));
      rows.add(withGoal(COMMENT, "read", TEXT, reader));
      rows.add(withGoal(COMMENT, TALK, TEXT, reader));
      rows.add(withGoal(GOAL_LINK, "read", LINK, reader));
      if (reader.code().equals(PEOPLE_OPERATIONS)) {
        // Whoever hides it does something to its author, not to whose objective it is about.
        Relation ofAuthor =
            new Relation(
                reader.code(),
                ofItsObjective(reader.condition()),
                new ByRole(Role.PEOPLE_OPS, "{subject}.by_person"));
        rows.add(new PolicyRow(COMMENT, HIDE, TEXT, ofAuthor, Reach.PERSON));
      }
    }
    rows.add(new PolicyRow(COMMENT, CHANGE, TEXT, author("comment-author"), Reach.PERSON));
    rows.add(new PolicyRow(GOAL_LINK, CHANGE, LINK, author("link-author"), Reach.PERSON));
    for (Relation worker : workers) {
      rows.add(new PolicyRow(GOAL_LINK, CHANGE, LINK, ofItsObjective(worker), Reach.PERSON));
    }
    return List.copyOf(rows);
  }

  @Override
  public Map<String, Set<String>> needs() {
    Set<String> reading = Set.of(PolicyRow.permission(GoalRules.RECORD, "read", GoalRules.GOAL));
    return Map.of(
        PolicyRow.permission(GoalRules.RECORD, TALK, GoalRules.GOAL),
        reading,
        PolicyRow.permission(COMMENT, HIDE, TEXT),
        reading);
  }

  /// What comes with reading the objective, or with talking about it.
  private static PolicyRow withGoal(String record, String act, String fields, Relation reader) {
    return new PolicyRow(
        record,
        act,
        fields,
        ofItsObjective(reader),
        Reach.PERSON,
        PolicyRow.permission(GoalRules.RECORD, act, GoalRules.GOAL));
  }

  private static Relation ofItsObjective(Relation reader) {
    ByRole byRole = reader.byRole();
    return new Relation(
        reader.code(),
        ofItsObjective(reader.condition()),
        byRole == null
            ? null
            : new ByRole(byRole.role(), byRole.person().replace("{subject}", "about")));
  }

  private static String ofItsObjective(String condition) {
    return "exists (select 1 from objective about where about.id = {subject}.objective and ("
        + condition.replace("{subject}", "about")
        + "))";
  }

  /// Whoever wrote it, as long as they may still read what it is about.
  private Relation author(String code) {
    String reads =
        Stream.concat(readers.stream().map(Relation::condition), composedReaders.stream())
            .map(each -> "(" + each + ")")
            .collect(Collectors.joining(" or "));
    return new Relation(code, "{subject}.by_person = :viewer and " + ofItsObjective(reads));
  }
}
