package io.fairlead.methods.wording;

import java.util.Optional;
import java.util.stream.Stream;

/// A rule of the goal linter. O-rules are about an objective, K-rules about a key result. The id
/// names it in files, answers, framework documents and waivers, and never changes its meaning.
public enum GoalRule {
  /// A number, percentage or amount of money stands in the objective.
  NUMBER_IN_OBJECTIVE("O1", Severity.WARNING),
  /// The objective is long, or says no act.
  UNCLEAR_SENTENCE("O2", Severity.WARNING),
  /// The objective keeps up what is there already.
  BUSINESS_AS_USUAL("O3", Severity.WARNING),
  /// No key result, one only, or too many. Too many and one only are no errors.
  NUMBER_OF_KEY_RESULTS("O4", Severity.ERROR),
  /// The objective could be anybody's: FAST's *specific* is missing.
  UNSPECIFIC_OBJECTIVE("O5", Severity.WARNING),
  /// The owner has too many objectives in one cycle.
  OVERLOADED_OWNER("O6", Severity.WARNING),
  /// Measure, baseline, target, unit, due day or owner is missing.
  INCOMPLETE("K1", Severity.ERROR),
  /// The target is the baseline, or lies on the wrong side of it.
  LEADS_NOWHERE("K2", Severity.ERROR),
  /// A task: what will be done or made, and nothing that shows what it changes. A reminder where it
  /// is at least counted.
  TASK("K3", Severity.WARNING),
  /// All key results of the objective are milestones or yes-no.
  NOTHING_MEASURED("K4", Severity.WARNING),
  /// All measures of the objective lag, or the one that should lead does not.
  NOTHING_LEADS("K5", Severity.WARNING),
  /// The target lies on this side of the trend, or of the best there ever was.
  NOT_AMBITIOUS("K6", Severity.WARNING),
  /// Words that everyone reads as they like, and no figure that would settle it.
  VAGUE("K7", Severity.WARNING),
  /// Due before the cycle begins or after it ends.
  DUE_OUTSIDE_CYCLE("K8", Severity.REMINDER),
  /// Two results in one.
  COMPOUND("K9", Severity.WARNING),
  /// A weight of zero or less.
  WEIGHT_NOT_POSITIVE("K10", Severity.ERROR),
  /// A running figure that is only kept where it is.
  KPI_IN_DISGUISE("K11", Severity.WARNING),
  /// The same measure stands in two goals.
  MEASURED_TWICE("K12", Severity.WARNING),
  /// Somebody is paid by it, and no counter-measure guards it.
  NO_GUARDRAIL("K13", Severity.WARNING);

  private final String id;
  private final Severity severity;

  GoalRule(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  /// As written: `K3`.
  public String id() {
    return id;
  }

  /// The gravest that its findings have, where nobody has set another.
  public Severity severity() {
    return severity;
  }

  /// Whether it is about an objective as such.
  public boolean isOfObjective() {
    return id.startsWith("O");
  }

  public static Optional<GoalRule> find(String id) {
    return Stream.of(values()).filter(rule -> rule.id.equalsIgnoreCase(id)).findFirst();
  }
}
