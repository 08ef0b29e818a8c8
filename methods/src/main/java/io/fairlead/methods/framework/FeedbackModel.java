package io.fairlead.methods.framework;

import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.instruments.Relationship;
import java.time.Month;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// From the checked values of `feedback` to what they mean.
final class FeedbackModel {
  private FeedbackModel() {}

  static FeedbackDefaults of(Values values) {
    Values thresholds = values.section("thresholds");
    Values opens = values.section("opens");
    Values escrow = values.section("escrow");
    return new FeedbackDefaults(
        values.sections("rounds").stream().map(FeedbackModel::round).toList(),
        thresholds.whole("numeric"),
        thresholds.whole("comments"),
        values.whole("width"),
        values.whole("colluders"),
        values.choice("unit", ReleaseUnit.class),
        values.choice("audience", FeedbackDefaults.Audience.class),
        values.whole("budget"),
        Optional.ofNullable(values.textOrNull("steward")),
        Optional.ofNullable(values.textOrNull("concerns")),
        new FeedbackDefaults.Opening(opens.flag("debrief"), opens.whole("after")),
        Set.copyOf(values.choices("without", FeedbackIndicator.class)),
        new FeedbackDefaults.Escrow(
            escrow.choice("rounds", FeedbackDefaults.Escrow.Use.class), escrow.whole("days")));
  }

  static FeedbackRound round(Values values) {
    return new FeedbackRound(
        values.text("name"),
        values.text("instrument"),
        values.choice("purpose", FeedbackRound.Purpose.class),
        values.choice("reviewees", FeedbackRound.Reviewees.class),
        values.choice("every", FeedbackRound.Every.class),
        values.choice("month", Month.class),
        raters(values),
        values.whole("nominating"),
        values.whole("answering"),
        Optional.ofNullable(values.textOrNull("lesson")),
        Optional.ofNullable(values.textOrNull("owner")),
        Optional.ofNullable(values.textOrNull("validation")));
  }

  private static Map<Relationship, Integer> raters(Values values) {
    Map<Relationship, Integer> raters = new EnumMap<>(Relationship.class);
    raters.put(Relationship.SELF, values.flag("self") ? 1 : 0);
    raters.put(Relationship.MANAGER, values.flag("manager") ? 1 : 0);
    raters.put(Relationship.PEER, values.whole("peers"));
    raters.put(Relationship.REPORT, values.whole("reports"));
    raters.put(Relationship.CROSSFUNCTIONAL, values.whole("cross-functional"));
    raters.put(Relationship.OTHER, values.whole("external"));
    return raters;
  }
}
