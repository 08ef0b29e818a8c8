package io.fairlead.methods.framework;

import io.fairlead.methods.wording.GoalRule;
import io.fairlead.methods.wording.LintSettings;
import io.fairlead.methods.wording.Severity;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// From checked values to the typed model.
final class FrameworkModel {
  private static final LocalDate COUNTED_FROM = LocalDate.of(2024, 1, 1);

  private FrameworkModel() {}

  static Framework of(Values document) {
    return new Framework(
        organisation(document.section("organisation")),
        direction(document.section("direction")),
        vocabulary(document.section("vocabulary")),
        places(document.section("places")),
        cadence(document.section("cadence")),
        goals(document.section("goals")),
        measures(document.section("measures")),
        scorecard(document.section("scorecard")),
        FeedbackModel.of(document.section("feedback")),
        lint(document.section("lint")),
        effort(document.section("effort").section("minutes-a-week")),
        document.sections("waivers").stream()
            .map(waiver ->
                new Waiver(waiver.text("rule"), waiver.textOrNull("path"), waiver.text("reason")))
            .toList());
  }

  private static Organisation organisation(Values values) {
    return new Organisation(
        values.text("name"),
        ZoneId.of(values.text("zone")),
        Locale.forLanguageTag(values.text("locale")));
  }

  private static Direction direction(Values values) {
    return new Direction(
        values.textOrNull("mission"),
        values.textOrNull("vision"),
        values.sections("ambitions").stream()
            .map(ambition ->
                new Direction.Ambition(
                    ambition.text("name"), ambition.textOrNull("why"), ambition.dayOrNull("by")))
            .toList(),
        values.sections("values").stream()
            .map(value -> new Direction.Value(value.text("name"), value.textOrNull("means")))
            .toList());
  }

  private static Vocabulary vocabulary(Values values) {
    Map<Noun, Noun.Forms> renamed = new EnumMap<>(Noun.class);
    for (Noun noun : Noun.values()) {
      if (values.has(Shape.word(noun))) {
        Values forms = values.section(Shape.word(noun));
        renamed.put(noun, new Noun.Forms(forms.text("singular"), forms.text("plural")));
      }
    }
    return new Vocabulary(renamed);
  }

  private static Places places(Values values) {
    return new Places(values.flag("goals"), values.flag("talk"));
  }

  private static Cadence cadence(Values values) {
    Values year = values.section("fiscal-year");
    Values planning = values.section("planning");
    Values grading = values.section("grading");
    return new Cadence(
        new Cadence.FiscalYear(
            year.choice("starts", Month.class), year.choice("named-by", YearName.class)),
        cycles(values.section("cycles")),
        new Cadence.Planning(
            planning.whole("opens-days-before"), planning.whole("closes-days-after")),
        new Cadence.Grading(grading.whole("opens-days-before"), grading.whole("closes-days-after")),
        checkIns(values.section("check-ins")));
  }

  private static Cadence.Cycles cycles(Values values) {
    return new Cadence.Cycles(
        values.choice("length", CycleLength.class),
        values.choices("longer", CycleLength.class),
        values.choice("names", CycleNames.class),
        values.sections("custom").stream()
            .map(custom ->
                new Cadence.Custom(custom.text("name"), custom.day("starts"), custom.day("ends")))
            .toList());
  }

  private static Cadence.CheckIns checkIns(Values values) {
    return new Cadence.CheckIns(
        values.choice("rhythm", Rhythm.class),
        values.choice("day", DayOfWeek.class),
        values.has("counted-from") ? values.day("counted-from") : COUNTED_FROM);
  }

  private static GoalRules goals(Values values) {
    Values limits = values.section("limits");
    Values scoring = values.section("scoring");
    Values tooEasy = scoring.section("too-easy");
    Values alignment = values.section("alignment");
    Values staleness = values.section("staleness");
    return new GoalRules(
        EnumSet.copyOf(values.choices("objective-kinds", GoalRules.ObjectiveKind.class)),
        EnumSet.copyOf(values.choices("key-result-kinds", GoalRules.KeyResultKind.class)),
        values.flag("individual-goals"),
        new GoalRules.Limits(
            limits.whole("objectives-per-owner"),
            limits.whole("key-results-at-least"),
            limits.whole("key-results-at-most")),
        values.choice("visibility", GoalRules.Visibility.class),
        values.flag("weights"),
        bands(scoring.section("aspirational")),
        bands(scoring.section("committed")),
        new GoalRules.TooEasy(tooEasy.fraction("mean-from"), tooEasy.whole("cycles")),
        new GoalRules.Alignment(
            alignment.whole("contributions-at-most"),
            alignment.whole("levels-at-most"),
            alignment.flag("sideways"),
            alignment.flag("upwards-agreement")),
        new GoalRules.Staleness(staleness.whole("days"), staleness.whole("missed-check-ins")));
  }

  private static MeasureDefaults measures(Values values) {
    return new MeasureDefaults(
        values.whole("per-leader"),
        values.choice("frequency", MeasureDefaults.Frequency.class),
        values.choice("visibility", MeasureDefaults.Visibility.class),
        values.whole("baseline"),
        values.flag("signals"),
        values.choice("define", MeasureDefaults.Definers.class));
  }

  private static ScorecardDefaults scorecard(Values values) {
    List<ScorecardDefaults.Perspective> named =
        values.sections("perspectives").stream()
            .map(each -> new ScorecardDefaults.Perspective(each.text("name"), each.whole("weight")))
            .toList();
    return new ScorecardDefaults(
        named.isEmpty() ? ScorecardDefaults.USUAL : named,
        values.choice("review", ScorecardDefaults.Review.class));
  }

  private static LintSettings lint(Values values) {
    Map<GoalRule, Severity> severities = new EnumMap<>(GoalRule.class);
    for (Values each : values.sections("severities")) {
      severities.put(rule(each.text("rule")), each.choice("severity", Severity.class));
    }
    Values limits = values.section("limits");
    return new LintSettings(
        values.texts("off").stream().map(FrameworkModel::rule).collect(Collectors.toSet()),
        severities,
        limits.whole("words"),
        limits.whole("key-results"),
        limits.whole("objectives"));
  }

  private static GoalRule rule(String id) {
    return GoalRule.find(id).orElseThrow();
  }

  private static Effort effort(Values minutes) {
    return new Effort(
        wholeOrEmpty(minutes, "member"),
        wholeOrEmpty(minutes, "leader"),
        wholeOrEmpty(minutes, "leader-of-leaders"));
  }

  private static OptionalInt wholeOrEmpty(Values values, String name) {
    return values.has(name) ? OptionalInt.of(values.whole(name)) : OptionalInt.empty();
  }

  private static GoalRules.Bands bands(Values values) {
    return new GoalRules.Bands(values.fraction("reached-from"), values.fraction("partly-from"));
  }
}
