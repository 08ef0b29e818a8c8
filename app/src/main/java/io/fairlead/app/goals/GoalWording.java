package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.wording.GivenFigures;
import io.fairlead.methods.wording.GoalFinding;
import io.fairlead.methods.wording.GoalLint;
import io.fairlead.methods.wording.GoalRule;
import io.fairlead.methods.wording.Language;
import io.fairlead.methods.wording.LintSettings;
import io.fairlead.methods.wording.LintedKeyResult;
import io.fairlead.methods.wording.LintedKeyResult.Facts;
import io.fairlead.methods.wording.LintedKeyResult.Kind;
import io.fairlead.methods.wording.LintedObjective;
import io.fairlead.methods.wording.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What the goal linter finds in an objective of the product, said in the organisation's words.
public final class GoalWording {
  private GoalWording() {}

  /// A finding with all that is said of it.
  ///
  /// @param keyResult its number, from 1; 0 for the objective
  /// @param about the objective, or the key result by its number
  public record Said(
      GoalFinding finding, int keyResult, String about, String message, String why, String better) {
    public String rule() {
      return finding.rule().id();
    }
  }

  /// What is found, the gravest first.
  ///
  /// @param cycle in which it is to be reached; null if that is not known yet
  /// @param objectivesOfOwner in that cycle, this one included; 0 if not counted
  /// @param more what else is known of a key result, added to what its form says
  static List<GoalFinding> findings(
      String title,
      List<KeyResultPlan> keyResults,
      @Nullable Cycle cycle,
      int objectivesOfOwner,
      LintSettings settings,
      BiFunction<KeyResultPlan, Facts, Facts> more) {
    var linted =
        new LintedObjective(
            title,
            keyResults.stream().map(plan -> linted(plan, more)).toList(),
            cycle == null ? null : cycle.starts(),
            cycle == null ? null : cycle.ends(),
            objectivesOfOwner);
    return new GoalLint(Language.ENGLISH, settings).findings(linted);
  }

  /// @param figure the one that a finding speaks of beside its words; empty where it speaks of none
  static List<Said> said(
      List<GoalFinding> findings,
      LintSettings settings,
      Words words,
      BiFunction<GoalFinding, Words, String> figure) {
    return findings.stream()
        .map(finding -> said(finding, settings, words, figure.apply(finding, words)))
        .toList();
  }

  private static Said said(GoalFinding finding, LintSettings settings, Words words, String figure) {
    String rule = finding.rule().id().toLowerCase(Locale.ROOT);
    Span span = finding.span();
    int number = finding.keyResult() + 1;
    String message =
        words.text(
            "wording.found." + rule + "." + finding.part(),
            span == null ? "" : span.text(),
            most(finding.rule(), settings),
            figure);
    return new Said(
        finding,
        number,
        number == 0 ? words.text("wording.objective") : words.text("wording.key-result", number),
        message,
        words.text("wording.why." + rule),
        words.text("wording.better." + rule));
  }

  /// The limit that a rule speaks of; 0 if it has none.
  private static int most(GoalRule rule, LintSettings settings) {
    return switch (rule) {
      case UNCLEAR_SENTENCE -> settings.mostWords();
      case NUMBER_OF_KEY_RESULTS -> settings.mostKeyResults();
      case OVERLOADED_OWNER -> settings.mostObjectives();
      case NUMBER_IN_OBJECTIVE,
          BUSINESS_AS_USUAL,
          UNSPECIFIC_OBJECTIVE,
          INCOMPLETE,
          LEADS_NOWHERE,
          TASK,
          NOTHING_MEASURED,
          NOTHING_LEADS,
          NOT_AMBITIOUS,
          VAGUE,
          DUE_OUTSIDE_CYCLE,
          COMPOUND,
          WEIGHT_NOT_POSITIVE,
          KPI_IN_DISGUISE,
          MEASURED_TWICE,
          NO_GUARDRAIL ->
          0;
    };
  }

  /// The few to be shown while somebody writes: first one of each part of the goal, the gravest of
  /// it.
  static List<Said> few(List<Said> said, int most) {
    List<Said> chosen = new ArrayList<>();
    Set<Integer> spoken = new HashSet<>();
    for (Said one : said) {
      if (spoken.add(one.keyResult())) {
        chosen.add(one);
      }
    }
    said.stream().filter(one -> !chosen.contains(one)).forEach(chosen::add);
    return List.copyOf(chosen.subList(0, Math.min(most, chosen.size())));
  }

  private static LintedKeyResult linted(
      KeyResultPlan plan, BiFunction<KeyResultPlan, Facts, Facts> more) {
    boolean band = plan.kind() == KeyResultKind.BAND;
    var given =
        new GivenFigures(
            plain(plan.baseline()), plain(band ? plan.high() : plan.target()), plan.unit());
    Facts facts =
        Facts.said(
            plan.weight().doubleValue(),
            plan.due(),
            plan.baselineDue() != null,
            plan.targetMode() != TargetMode.ABSOLUTE && plan.change() != null);
    return new LintedKeyResult(plan.title(), given, kind(plan.kind()), more.apply(plan, facts));
  }

  private static String plain(@Nullable BigDecimal figure) {
    return figure == null ? "" : figure.toPlainString();
  }

  private static Kind kind(KeyResultKind kind) {
    return switch (kind) {
      case INCREASE -> Kind.INCREASE;
      case DECREASE -> Kind.DECREASE;
      case BAND -> Kind.BAND;
      case MILESTONES -> Kind.MILESTONES;
      case YES_NO -> Kind.YES_NO;
    };
  }
}
