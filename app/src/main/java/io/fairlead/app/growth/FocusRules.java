package io.fairlead.app.growth;

import io.fairlead.app.people.PeopleRelations;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/// Who reads what somebody works on. The subject is the alias of a row of `development_focus`. No
/// role reads it, whether built in or composed: not people operations, not the management.
@Component
public class FocusRules implements PolicyRows {
  static final String RECORD = "development-plan";
  static final String PLAN = "plan";
  static final String READ = "read";
  static final String CHANGE = "change";

  private static final Relation OWN = new Relation("focus-own", "{subject}.person = :viewer");

  private static final Relation SHARED =
      new Relation(
          "focus-manager",
          "{subject}.shared and "
              + PeopleRelations.MANAGER.condition().replace("{subject}", "{subject}.person"));

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(RECORD, READ, PLAN, OWN, Reach.BUILT_IN),
        new PolicyRow(RECORD, READ, PLAN, SHARED, Reach.BUILT_IN),
        new PolicyRow(RECORD, CHANGE, PLAN, OWN, Reach.BUILT_IN));
  }

  /// Who reads a plan, of which parts may be shared, in a sentence.
  static SeenBy seenByEach(Words words) {
    return SeenBy.of(words, words.text("plan.seen.each"), RECORD, PLAN);
  }

  /// Who reads what somebody else shares with the viewer, in a sentence.
  static SeenBy seenBy(Words words, String person) {
    return SeenBy.of(words, words.text("plan.seen.theirs", person), RECORD, PLAN);
  }

  /// Who reads one of the viewer's own, in a sentence.
  public static SeenBy seenBy(Words words, boolean shared) {
    return SeenBy.of(
        words, words.text(shared ? "plan.seen.shared" : "plan.seen.alone"), RECORD, PLAN);
  }
}
