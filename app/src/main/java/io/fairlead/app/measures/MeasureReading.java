package io.fairlead.app.measures;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Limits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes a plan of what was sent, or says everything that is wrong with it at once.
final class MeasureReading {
  static final int LONGEST_DEFINITION = 4_000;
  static final int LONGEST_DECISION = 500;
  static final int LONGEST_UNIT = 30;
  static final int LONGEST_FORMULA = 1_000;
  static final int MOST_PEOPLE = 50;
  static final int FEWEST_BASELINE = 12;
  static final int MOST_BASELINE = 120;
  private static final int USUAL_BASELINE = 20;
  private static final int MOST_DECIMALS = 6;

  /// Beyond this figures are a slip of the keyboard, and sums of squares lose their meaning.
  static final double LARGEST = 1e15;

  private final MeasureInput input;
  private final List<Reason> wrong = new ArrayList<>();

  private MeasureReading(MeasureInput input) {
    this.input = input;
  }

  static Outcome<MeasurePlan> read(Viewer writer, MeasureInput input) {
    MeasureReading reading = new MeasureReading(input);
    MeasurePlan plan = reading.plan(writer);
    return reading.wrong.isEmpty() ? Outcome.done(plan) : Outcome.refused(reading.wrong);
  }

  private MeasurePlan plan(Viewer writer) {
    String name = text("name", input.name(), Limits.LINE);
    if (name.isEmpty()) {
      wrong.add(Reason.invalid("name", "required"));
    }
    Way way = one("direction", input.direction(), Way.HIGHER, Way::find);
    Source source = one("source", input.source(), Source.MANUAL, Source::find);
    String formula = text("formula", input.formula(), LONGEST_FORMULA);
    if (source == Source.COMPUTED && formula.isEmpty()) {
      wrong.add(Reason.invalid("formula", "measures.formula-missing"));
    }
    Audience audience = one("visibility", input.visibility(), Audience.PUBLIC, Audience::find);
    if (audience == Audience.UNIT && input.ofUnit() == null) {
      wrong.add(Reason.invalid("visibility", "measures.no-unit"));
    }
    MeasurePlan plan =
        new MeasurePlan(
            name,
            text("definition", input.definition(), LONGEST_DEFINITION),
            Objects.requireNonNullElse(input.owner(), writer.person()),
            input.ofUnit(),
            text("unit", input.unit(), LONGEST_UNIT),
            within("decimals", input.decimals(), 1, 0, MOST_DECIMALS),
            way,
            one("frequency", input.frequency(), Frequency.MONTHLY, Frequency::find),
            one("tense", input.tense(), Tense.UNSAID, Tense::find),
            figure("target", input.target()),
            way == Way.BAND ? figure("low", input.low()) : null,
            way == Way.BAND ? figure("high", input.high()) : null,
            figure("warning", input.warning()),
            figure("alarm", input.alarm()),
            within("baseline", input.baseline(), USUAL_BASELINE, FEWEST_BASELINE, MOST_BASELINE),
            source,
            source == Source.COMPUTED ? formula : "",
            text("decision", input.decision(), LONGEST_DECISION),
            Objects.requireNonNullElse(input.pays(), false),
            audience,
            people("enters", input.enters()),
            audience == Audience.NAMED ? people("readers", input.readers()) : List.of());
    ends(plan);
    return plan;
  }

  private void ends(MeasurePlan plan) {
    BigDecimal low = plan.low();
    BigDecimal high = plan.high();
    if (plan.way() == Way.BAND && (low == null || high == null)) {
      wrong.add(Reason.invalid(low == null ? "low" : "high", "measures.band-open"));
    } else if (low != null && high != null && low.compareTo(high) > 0) {
      wrong.add(Reason.invalid("high", "measures.band-upside-down"));
    }
    BigDecimal warning = plan.warning();
    BigDecimal alarm = plan.alarm();
    boolean has = warning != null || alarm != null;
    if (has && (plan.way() == Way.TARGET || plan.way() == Way.BAND)) {
      wrong.add(Reason.invalid("warning", "measures.no-thresholds"));
    } else if (warning != null && alarm != null && isWrongWay(plan.way(), warning, alarm)) {
      wrong.add(Reason.invalid("alarm", "measures.alarm-before-warning"));
    }
  }

  private static boolean isWrongWay(Way way, BigDecimal warning, BigDecimal alarm) {
    int order = alarm.compareTo(warning);
    return way == Way.HIGHER ? order > 0 : order < 0;
  }

  private String text(String field, @Nullable String sent, int longest) {
    String text = Objects.requireNonNullElse(sent, "").strip();
    if (text.length() > longest) {
      wrong.add(Reason.invalid(field, "too-long", longest));
    }
    if (text.indexOf('\0') >= 0) {
      wrong.add(Reason.invalid(field, "measures.unreadable"));
    }
    return text;
  }

  private <T> T one(
      String field, @Nullable String sent, T usual, Function<String, Optional<T>> find) {
    if (sent == null || sent.isBlank()) {
      return usual;
    }
    Optional<T> found = find.apply(sent.strip().toLowerCase(Locale.ROOT));
    if (found.isEmpty()) {
      wrong.add(Reason.invalid(field, "measures.unknown-choice"));
    }
    return found.orElse(usual);
  }

  private int within(String field, @Nullable Integer sent, int usual, int least, int most) {
    if (sent != null && (sent < least || sent > most)) {
      wrong.add(Reason.invalid(field, "measures.out-of-range", least, most));
      return usual;
    }
    return Objects.requireNonNullElse(sent, usual);
  }

  private @Nullable BigDecimal figure(String field, @Nullable BigDecimal sent) {
    if (sent != null && !(Math.abs(sent.doubleValue()) < LARGEST)) {
      wrong.add(Reason.invalid(field, "measures.not-a-figure"));
      return null;
    }
    return sent;
  }

  private List<UUID> people(String field, @Nullable List<UUID> sent) {
    List<UUID> people = sent == null ? List.of() : sent.stream().distinct().toList();
    if (people.size() > MOST_PEOPLE) {
      wrong.add(Reason.invalid(field, "measures.too-many-people", MOST_PEOPLE));
      return List.of();
    }
    return people;
  }
}
