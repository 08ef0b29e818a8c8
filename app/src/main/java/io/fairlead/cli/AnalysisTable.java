package io.fairlead.cli;

import io.fairlead.methods.measures.Analysis;
import io.fairlead.methods.measures.LeadLag;
import io.fairlead.methods.measures.Limits;
import io.fairlead.methods.measures.Season;
import io.fairlead.methods.measures.Signal;
import io.fairlead.methods.measures.SignalRule;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The answer of `analyse measures` for people: a line a measure with its limits, what its newest
/// signal says, and below that a line a pair. Figures are rounded half up, and only here.
final class AnalysisTable {
  private static final String NONE = "–";
  private static final double DAYS_A_MONTH = 365.25 / 12;
  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);

  private AnalysisTable() {}

  static void print(PrintWriter out, List<Analyse.Analysed> measures, List<Analyse.Led> pairs) {
    var columns =
        new Columns()
            .text("MEASURE")
            .figure("VALUES")
            .figure("LOWER")
            .figure("CENTRE")
            .figure("UPPER")
            .figure("A MONTH")
            .figure("SIGNALS")
            .text("NEWEST SIGNAL")
            .text("CHARTED");
    for (Analyse.Analysed measure : measures) {
      Analysis analysis = measure.analysis();
      columns.row(
          measure.name(),
          String.valueOf(analysis.history().size()),
          analysis.limits().map(limits -> figure(limits.lower())).orElse(NONE),
          analysis.centre().isPresent() ? figure(analysis.centre().getAsDouble()) : NONE,
          analysis.limits().map(limits -> figure(limits.upper())).orElse(NONE),
          trend(analysis),
          String.valueOf(analysis.signals().size()),
          newest(analysis),
          charted(analysis));
    }
    columns.print(out);
    if (!pairs.isEmpty()) {
      out.println();
      pairs.forEach(pair -> out.println(Columns.plain(sentence(pair))));
    }
  }

  /// What it gains or loses a month by itself, where that can be told from nothing.
  private static String trend(Analysis analysis) {
    return analysis
        .trend()
        .filter(trend -> trend.isThere() && analysis.history().hasCalendar())
        .map(trend -> (trend.perDay() > 0 ? "+" : "") + figure(trend.perDay() * DAYS_A_MONTH))
        .orElse(NONE);
  }

  private static String newest(Analysis analysis) {
    if (analysis.signals().isEmpty()) {
      return switch (analysis.status()) {
        case OK -> analysis.isWithoutPast() ? "none beside its past" : "none: it swings as ever";
        case TOO_FEW -> "fewer than " + Limits.FEWEST + " values";
        case ZERO_VARIANCE -> "it never moves";
      };
    }
    Signal signal = analysis.signals().getLast();
    boolean hasCalendar = analysis.history().hasCalendar();
    String at =
        hasCalendar
            ? analysis.history().days().get(signal.index()).toString()
            : "value " + (signal.index() + 1);
    return at + ": " + words(signal.rule(), analysis.isUpward(signal));
  }

  private static String words(SignalRule rule, boolean isUpward) {
    String side = isUpward ? "above" : "below";
    return switch (rule) {
      case BEYOND_LIMIT -> side + " the limit";
      case TWO_OF_THREE -> "two of three far " + side;
      case FOUR_OF_FIVE -> "four of five " + side;
      case EIGHT_ON_ONE_SIDE -> "eight in a row " + side;
      case TREND_OF_SIX -> "six in a row " + (isUpward ? "rising" : "falling");
      case LEAP -> "a leap " + (isUpward ? "up" : "down");
    };
  }

  private static String charted(Analysis analysis) {
    List<String> words = new ArrayList<>();
    analysis
        .season()
        .ifPresent(season ->
            words.add(
                season.kind() == Season.Kind.MULTIPLICATIVE
                    ? "without season (multiplies)"
                    : "without season"));
    if (analysis.isWithoutPast()) {
      words.add("without the past (r1 %s)".formatted(figure(analysis.autocorrelation().orElse(0))));
    }
    return words.isEmpty() ? "as measured" : String.join(", ", words);
  }

  private static String sentence(Analyse.Led pair) {
    LeadLag found = pair.found();
    return switch (found.verdict()) {
      case LEADS ->
          "%s leads %s by %d: r %s, and chance stays below %s. That is no cause."
              .formatted(
                  pair.lead(),
                  pair.lag(),
                  found.bestLag(),
                  figure(found.correlation()),
                  figure(found.band()));
      case DOES_NOT_LEAD ->
          "%s does not lead %s: at its best, %d later, r is %s; chance stays below %s."
              .formatted(
                  pair.lead(),
                  pair.lag(),
                  found.bestLag(),
                  figure(found.correlation()),
                  figure(found.band()));
      case TOO_LITTLE_DATA ->
          "Whether %s leads %s cannot be said: %d moves can be compared, and it takes %d."
              .formatted(pair.lead(), pair.lag(), found.points(), LeadLag.FEWEST);
    };
  }

  private static String figure(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(FOUR_DIGITS);
    return Math.abs(value) >= 10_000
        ? String.format(Locale.ROOT, "%,.0f", BigDecimal.valueOf(value))
        : rounded.stripTrailingZeros().toPlainString();
  }
}
