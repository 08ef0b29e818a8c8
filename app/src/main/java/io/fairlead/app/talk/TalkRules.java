package io.fairlead.app.talk;

import io.fairlead.app.goals.GoalRules;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
  private final List<Relation> workers;

  TalkRules(GoalRules goals) {
    this.readers = who(goals, "read");
    this.workers = who(goals, CHANGE);
  }

  private static List<Relation> who(GoalRules goals, String act) {
    return goals.policyRows().stream()
        .filter(row ->
            row.recordType().equals(GoalRules.RECORD)
                && row.act().equals(act)
                && row.fields().equals(GoalRules.GOAL))
        .map(PolicyRow::relation)
        .toList();
  }

  @Override
  public List<PolicyRow> policyRows() {
    List<PolicyRow> rows = new ArrayList<>();
    for (Relation reader : readers) {
      rows.add(new PolicyRow(GoalRules.RECORD, TALK, GoalRules.GOAL, reader));
      rows.add(new PolicyRow(COMMENT, "read", TEXT, ofItsObjective(reader)));
      rows.add(new PolicyRow(COMMENT, TALK, TEXT, ofItsObjective(reader)));
      rows.add(new PolicyRow(GOAL_LINK, "read", LINK, ofItsObjective(reader)));
      if (reader.code().equals(PEOPLE_OPERATIONS)) {
        rows.add(new PolicyRow(COMMENT, HIDE, TEXT, ofItsObjective(reader)));
      }
    }
    rows.add(new PolicyRow(COMMENT, CHANGE, TEXT, author("comment-author")));
    rows.add(new PolicyRow(GOAL_LINK, CHANGE, LINK, author("link-author")));
    for (Relation worker : workers) {
      rows.add(new PolicyRow(GOAL_LINK, CHANGE, LINK, ofItsObjective(worker)));
    }
    return List.copyOf(rows);
  }

  private static Relation ofItsObjective(Relation reader) {
    return new Relation(reader.code(), ofItsObjective(reader.condition()));
  }

  private static String ofItsObjective(String condition) {
    return "exists (select 1 from objective about where about.id = {subject}.objective and ("
        + condition.replace("{subject}", "about")
        + "))";
  }

  /// Whoever wrote it, as long as they may still read what it is about.
  private Relation author(String code) {
    String reads =
        readers.stream()
            .map(reader -> "(" + reader.condition() + ")")
            .collect(Collectors.joining(" or "));
    return new Relation(code, "{subject}.by_person = :viewer and " + ofItsObjective(reads));
  }
}
