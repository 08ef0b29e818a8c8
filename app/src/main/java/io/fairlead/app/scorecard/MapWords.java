package io.fairlead.app.scorecard;

import io.fairlead.app.measures.Measure;
import io.fairlead.app.platform.words.Words;
import io.fairlead.app.scorecard.StrategyMaps.Tested;
import io.fairlead.methods.scorecard.ArrowTest;

/// What the data say of an arrow, in sentences that never speak of a cause.
final class MapWords {
  private MapWords() {}

  /// `Training hours lead defects by 3 months, as expected (41 months compared).`
  static String finding(Words words, Tested tested) {
    Measure from = tested.from();
    Measure to = tested.to();
    ArrowTest test = tested.test();
    if (from == null || to == null) {
      return words.text("scorecards.finding.no-measure");
    }
    if (test == null) {
      return words.text("scorecards.finding.same-measure");
    }
    String one = from.plan().name();
    String other = to.plan().name();
    String compared = periods(words, tested, test.periods());
    return switch (test.finding()) {
      case TOO_LITTLE_DATA ->
          words.text("scorecards.finding.too-little-data", one, other, compared);
      case NO_LEAD -> words.text("scorecards.finding.no-lead", one, other, compared);
      case OTHER_SIGN ->
          words.text(
              "scorecards.finding.other-sign",
              one,
              other,
              periods(words, tested, test.lag()),
              compared);
      case SUPPORTED ->
          words.text(
              test.inTime(tested.expectedLag())
                  ? "scorecards.finding.supported"
                  : "scorecards.finding.supported-at-another-time",
              one,
              other,
              periods(words, tested, test.lag()),
              compared);
    };
  }

  private static String periods(Words words, Tested tested, int number) {
    return words.text("scorecards.periods." + tested.period().code(), number);
  }
}
