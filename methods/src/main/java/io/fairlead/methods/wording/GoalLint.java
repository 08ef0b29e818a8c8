package io.fairlead.methods.wording;

import io.fairlead.methods.wording.LintedKeyResult.Facts;
import io.fairlead.methods.wording.LintedKeyResult.Indicator;
import io.fairlead.methods.wording.LintedKeyResult.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The goal linter: explained findings on an objective and its key results, each a function of
/// their words, their figures and the facts that are given. The same input has the same findings.
///
/// Sources: the rules O1 to O4 and K1 to K10 after Doerr, *Measure What Matters*, 2018, and Google
/// re:Work; *specific* after Sull and Sull, *With Goals, FAST Beats SMART*, 2018; guardrails after
/// Goodhart's law.
public final class GoalLint {
  /// A longer title without a known verb may well have one that is not known.
  private static final int LONGEST_NAME = 3;

  private final GoalReader reader;
  private final LintSettings settings;

  public GoalLint(Language language, LintSettings settings) {
    this.reader = new GoalReader(language);
    this.settings = settings;
  }

  /// What the rules find: errors, then warnings, then reminders, each in the order of the goal.
  public List<GoalFinding> findings(LintedObjective objective) {
    List<ReadKeyResult> read =
        objective.keyResults().stream()
            .map(keyResult -> reader.keyResult(keyResult.title(), keyResult.given()))
            .toList();
    return findings(objective, reader.objective(objective.title()), read);
  }

  /// The same, for who has read them already.
  List<GoalFinding> findings(
      LintedObjective objective, ReadObjective title, List<ReadKeyResult> read) {
    var found = new Found();
    found.objective(objective, title, read);
    for (int i = 0; i < read.size(); i++) {
      found.keyResult(i, objective, objective.keyResults().get(i), read.get(i));
    }
    found.findings.sort(Comparator.comparing(GoalFinding::severity));
    return List.copyOf(found.findings);
  }

  private final class Found {
    final List<GoalFinding> findings = new ArrayList<>();

    private void add(GoalRule rule, Severity own, int index, String part, @Nullable Span span) {
      if (settings.speaks(rule)) {
        findings.add(new GoalFinding(rule, settings.of(rule, own), index, part, span));
      }
    }

    private void add(GoalRule rule, int index, String part, @Nullable Span span) {
      add(rule, rule.severity(), index, part, span);
    }

    // --- The objective

    void objective(LintedObjective objective, ReadObjective title, List<ReadKeyResult> read) {
      if (title.hasNumber()) {
        Quantity number = title.numbers().getFirst();
        Severity severity =
            isSmallWord(number) ? Severity.REMINDER : GoalRule.NUMBER_IN_OBJECTIVE.severity();
        add(GoalRule.NUMBER_IN_OBJECTIVE, severity, -1, "number", Span.of(number));
      }
      if (title.words() > settings.mostWords()) {
        add(GoalRule.UNCLEAR_SENTENCE, -1, "long", null);
      }
      if (title.words() > 0 && title.words() <= LONGEST_NAME && !title.verb()) {
        add(GoalRule.UNCLEAR_SENTENCE, -1, "no-verb", null);
      }
      if (title.usual() != null) {
        add(GoalRule.BUSINESS_AS_USUAL, -1, "usual", title.usual());
      }
      if (title.words() > 0 && !title.specific()) {
        add(GoalRule.UNSPECIFIC_OBJECTIVE, -1, "anybody", null);
      }
      if (objective.objectivesOfOwner() > settings.mostObjectives()) {
        add(GoalRule.OVERLOADED_OWNER, -1, "many", null);
      }
      numberOfKeyResults(read.size());
      mixture(objective, read);
    }

    /// `three markets` says how many, and is hardly a measure.
    private static boolean isSmallWord(Quantity number) {
      boolean plain = number.kind() == Quantity.Kind.COUNT || number.kind() == Quantity.Kind.TIME;
      return plain && Character.isLowerCase(number.text().charAt(0));
    }

    private void numberOfKeyResults(int number) {
      switch (number) {
        case 0 -> add(GoalRule.NUMBER_OF_KEY_RESULTS, -1, "none", null);
        case 1 -> add(GoalRule.NUMBER_OF_KEY_RESULTS, Severity.REMINDER, -1, "one", null);
        default -> {
          if (number > settings.mostKeyResults()) {
            add(GoalRule.NUMBER_OF_KEY_RESULTS, Severity.WARNING, -1, "many", null);
          }
        }
      }
    }

    private void mixture(LintedObjective objective, List<ReadKeyResult> read) {
      int unmeasured = 0;
      int lagging = 0;
      for (int i = 0; i < read.size(); i++) {
        LintedKeyResult one = objective.keyResults().get(i);
        boolean words = one.kind() == Kind.UNSAID && !read.get(i).measure();
        unmeasured += one.kind().isUnmeasured() || words ? 1 : 0;
        lagging += one.facts().indicator() == Indicator.LAGGING ? 1 : 0;
      }
      if (read.size() > 1 && unmeasured == read.size()) {
        add(GoalRule.NOTHING_MEASURED, -1, "all", null);
      }
      if (!read.isEmpty() && lagging == read.size()) {
        add(GoalRule.NOTHING_LEADS, -1, "all", null);
      }
    }

    // --- A key result

    void keyResult(int index, LintedObjective objective, LintedKeyResult one, ReadKeyResult read) {
      Facts facts = one.facts();
      missing(index, one, read);
      leadsNowhere(index, one, read);
      boolean aimed = !one.given().target().isBlank() || facts.targetRelative();
      boolean figure = one.kind() != Kind.UNSAID && !one.kind().isUnmeasured() && aimed;
      boolean named = figure || (one.kind() != Kind.UNSAID && read.state());
      if (read.task() && !named) {
        boolean counted = read.countsWork();
        Severity severity = counted ? Severity.REMINDER : GoalRule.TASK.severity();
        add(GoalRule.TASK, severity, index, counted ? "counted" : "task", read.act());
      }
      if (facts.indicator() == Indicator.NOT_LEADING) {
        add(GoalRule.NOTHING_LEADS, index, "does-not-lead", null);
      }
      ambition(index, one, read);
      if (read.vague() != null && !aimed) {
        add(GoalRule.VAGUE, index, "vague", read.vague());
      }
      due(index, objective, facts.due());
      if (read.joint() != null) {
        add(GoalRule.COMPOUND, index, "joint", read.joint());
      }
      if (facts.weight() != null && !(facts.weight() > 0)) {
        add(GoalRule.WEIGHT_NOT_POSITIVE, index, "weight", null);
      }
      boolean moves = one.kind() == Kind.INCREASE || one.kind() == Kind.DECREASE;
      if (read.kpiInDisguise() && !(moves && aimed)) {
        add(GoalRule.KPI_IN_DISGUISE, index, "kept", read.act());
      }
      if (facts.elsewhere()) {
        add(GoalRule.MEASURED_TWICE, index, "elsewhere", null);
      }
      if (facts.paid() && !facts.guarded()) {
        add(GoalRule.NO_GUARDRAIL, index, "paid", null);
      }
    }

    private void missing(int index, LintedKeyResult one, ReadKeyResult read) {
      Facts facts = one.facts();
      if (facts.dueMissing()) {
        add(GoalRule.INCOMPLETE, Severity.REMINDER, index, "due", null);
      }
      if (facts.ownerMissing()) {
        add(GoalRule.INCOMPLETE, Severity.REMINDER, index, "owner", null);
      }
      if (one.kind().isUnmeasured()) {
        return;
      }
      if (!read.measure() && one.kind() == Kind.UNSAID) {
        add(GoalRule.INCOMPLETE, index, "measure", read.act());
        return;
      }
      if (!read.baseline() && one.kind() != Kind.BAND) {
        baselineMissing(index, facts, read);
      }
      if (!read.target() && !facts.targetRelative()) {
        add(GoalRule.INCOMPLETE, index, "target", null);
      }
      if (isBareNumber(one.given()) && read.quantities().isEmpty()) {
        add(GoalRule.INCOMPLETE, Severity.WARNING, index, "unit", null);
      }
    }

    private void baselineMissing(int index, Facts facts, ReadKeyResult read) {
      if (facts.baselineComing() || read.baselineComing()) {
        add(GoalRule.INCOMPLETE, Severity.REMINDER, index, "baseline-coming", null);
        return;
      }
      Severity severity = read.startsAtNothing() ? Severity.REMINDER : Severity.ERROR;
      add(GoalRule.INCOMPLETE, severity, index, "baseline", null);
    }

    private static boolean isBareNumber(GivenFigures given) {
      return given.unit().isBlank() && number(given.target()).isPresent();
    }

    private void leadsNowhere(int index, LintedKeyResult one, ReadKeyResult read) {
      OptionalDouble from = value(one.given().baseline(), read, true);
      OptionalDouble to = value(one.given().target(), read, false);
      if (from.isEmpty() || to.isEmpty() || one.kind() == Kind.BAND) {
        return;
      }
      double way = to.getAsDouble() - from.getAsDouble();
      if (way == 0) {
        add(GoalRule.LEADS_NOWHERE, index, "equal", null);
        return;
      }
      boolean up = one.kind() == Kind.INCREASE || (one.kind() == Kind.UNSAID && read.way() > 0);
      boolean down = one.kind() == Kind.DECREASE || (one.kind() == Kind.UNSAID && read.way() < 0);
      if ((up && way < 0) || (down && way > 0)) {
        add(GoalRule.LEADS_NOWHERE, index, "wrong-way", null);
      }
    }

    private void ambition(int index, LintedKeyResult one, ReadKeyResult read) {
      OptionalDouble to = value(one.given().target(), read, false);
      if (to.isEmpty() || one.kind() == Kind.BAND) {
        return;
      }
      double sign = one.kind() == Kind.DECREASE ? -1 : 1;
      double target = sign * to.getAsDouble();
      OptionalDouble trend = one.facts().trend();
      OptionalDouble best = one.facts().best();
      if (trend.isPresent() && target <= sign * trend.getAsDouble()) {
        add(GoalRule.NOT_AMBITIOUS, index, "trend", null);
      } else if (best.isPresent() && target < sign * best.getAsDouble()) {
        add(GoalRule.NOT_AMBITIOUS, index, "best", null);
      }
    }

    private void due(int index, LintedObjective objective, @Nullable LocalDate due) {
      LocalDate from = objective.cycleFrom();
      LocalDate to = objective.cycleTo();
      if (due != null && to != null && due.isAfter(to)) {
        add(GoalRule.DUE_OUTSIDE_CYCLE, index, "after", null);
      }
      if (due != null && from != null && due.isBefore(from)) {
        add(GoalRule.DUE_OUTSIDE_CYCLE, index, "before", null);
      }
    }
  }

  /// The figure that is given, or else the one of the text.
  private static OptionalDouble value(String given, ReadKeyResult read, boolean baseline) {
    OptionalDouble written = number(given);
    if (written.isPresent()) {
      return written;
    }
    List<Quantity> said =
        read.quantities().stream()
            .filter(quantity -> baseline ? quantity.isBaseline() : quantity.isTarget())
            .toList();
    boolean comparable = read.baseline() && read.target() && said.size() == 1;
    return comparable ? said.getFirst().value() : OptionalDouble.empty();
  }

  private static OptionalDouble number(String written) {
    try {
      return written.isBlank()
          ? OptionalDouble.empty()
          : OptionalDouble.of(Double.parseDouble(written.strip()));
    } catch (NumberFormatException _) {
      return OptionalDouble.empty();
    }
  }
}
