package io.fairlead.app.measures;

import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.measures.Trend;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What figures and their behaviour say, in sentences.
final class MeasureWords {
  private MeasureWords() {}

  /// A figure with its unit: `6.4 %`.
  static String figure(Words words, MeasurePlan plan, double value) {
    String figure = words.number(value, plan.decimals());
    return plan.unit().isEmpty() ? figure : words.text("measures.figure", figure, plan.unit());
  }

  /// `It rises by about 12 k€ a month (10 to 14), as read from 1 March 2024 on.` Daily and weekly
  /// values are said a month, longer ones a year.
  static String trend(Words words, MeasurePlan plan, Trend trend) {
    boolean monthly =
        switch (plan.frequency()) {
          case DAILY, WEEKLY, MONTHLY -> true;
          case QUARTERLY, YEARLY -> false;
        };
    double days = monthly ? 365.25 / 12 : 365.25;
    boolean up = trend.perDay() > 0;
    double least = days * Math.min(Math.abs(trend.lower()), Math.abs(trend.upper()));
    double most = days * Math.max(Math.abs(trend.lower()), Math.abs(trend.upper()));
    double about = days * Math.abs(trend.perDay());
    int decimals = decimals(about);
    String figure = words.number(about, decimals);
    return words.text(
        "measures.trend." + (up ? "up" : "down") + (monthly ? ".month" : ".year"),
        plan.unit().isEmpty() ? figure : words.text("measures.figure", figure, plan.unit()),
        words.number(least, decimals),
        words.number(most, decimals),
        words.plainDate(trend.from()));
  }

  /// So many that three figures of it are seen.
  private static int decimals(double value) {
    return value == 0 ? 0 : Math.clamp(2 - (int) Math.floor(Math.log10(value)), 0, 6);
  }

  /// `2.3 calls, 27 April`, or that there is no value yet.
  static String latest(Words words, MeasurePlan plan, Standing standing) {
    Double value = standing.lastValue();
    LocalDate day = standing.lastDay();
    return value == null || day == null
        ? words.text("measures.no-values")
        : words.text("measures.latest", figure(words, plan, value), words.date(day));
  }

  /// How it behaves, in one sentence.
  static String behaviour(Words words, Standing standing) {
    return switch (standing.status()) {
      case "no-values" -> words.text("measures.no-values");
      case "too-few" -> words.text("measures.too-few", standing.count());
      case "constant" -> words.text("measures.constant");
      default -> signal(words, standing);
    };
  }

  private static String signal(Words words, Standing standing) {
    LocalDate day = standing.signalDay();
    String rule = standing.signalRule();
    if (day == null || rule == null || standing.signalValue() == null) {
      return words.text("measures.usual");
    }
    String said = rule(words, rule, Boolean.TRUE.equals(standing.signalUp()));
    return standing.signalsNow()
        ? words.text("measures.signal-now", said, words.date(day))
        : words.text("measures.signal-past", said, words.date(day));
  }

  /// What a rule found, as the end of a sentence: `left its usual range upwards`.
  static String rule(Words words, String rule, boolean up) {
    return words.text("measures.rule." + rule + (up ? ".up" : ".down"));
  }

  /// `Usual is 1.4 to 2.8 calls.`
  static @Nullable String range(Words words, MeasurePlan plan, Standing standing) {
    Double lower = standing.lower();
    Double upper = standing.upper();
    if (lower == null || upper == null) {
      return null;
    }
    return words.text(
        "measures.range", words.number(lower, plan.decimals()), figure(words, plan, upper));
  }

  /// What somebody should know of it beside its name: `Weekly, leading, lower is better.`
  static String kind(Words words, MeasurePlan plan) {
    String frequency = words.text("measures.frequency." + plan.frequency().code());
    String way = words.text("measures.way." + plan.way().code());
    return plan.tense() == Tense.UNSAID
        ? words.text("measures.kind", frequency, way)
        : words.text(
            "measures.kind-of-tense",
            frequency,
            words.text("measures.tense." + plan.tense().code()),
            way);
  }

  /// A slice as a reader knows it.
  static String slice(Words words, Slice slice, @Nullable String person) {
    if (slice.isWhole()) {
      return words.text("measures.whole");
    }
    String name = slice.person() == null ? slice.name() : person;
    return words.text("measures.slice", slice.dimension(), name == null ? "–" : name);
  }
}
