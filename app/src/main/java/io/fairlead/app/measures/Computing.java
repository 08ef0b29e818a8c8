package io.fairlead.app.measures;

import io.fairlead.app.measures.FormulaStore.Computed;
import io.fairlead.app.measures.FormulaStore.Input;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.methods.measures.Dependencies;
import io.fairlead.methods.measures.Dependencies.Circular;
import io.fairlead.methods.measures.Dependencies.Ordered;
import io.fairlead.methods.measures.Formula;
import io.fairlead.methods.measures.Formula.Read.Broken;
import io.fairlead.methods.measures.Formula.Read.Sound;
import io.fairlead.methods.measures.FormulaValue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Measures that are computed from others, day by day, in the transaction that changes what they
/// come from. A day on which something is missing, or would be divided by nothing, has no value.
@Component
class Computing {
  private final FormulaStore formulas;
  private final MeasureStore measures;
  private final ValueStore values;
  private final Standings standings;
  private final Clock clock;

  Computing(
      FormulaStore formulas,
      MeasureStore measures,
      ValueStore values,
      Standings standings,
      Clock clock) {
    this.formulas = formulas;
    this.measures = measures;
    this.values = values;
    this.standings = standings;
    this.clock = clock;
  }

  /// Whether a measure can be computed as its plan says: the formula is one, what it names is there
  /// for its writer and not shown to more people by it, and nothing goes in circles.
  Outcome<MeasurePlan> checked(Viewer writer, String code, MeasurePlan plan) {
    if (plan.source() != Source.COMPUTED) {
      return Outcome.done(plan);
    }
    return switch (Formula.read(plan.formula())) {
      case Broken(var flaw) ->
          Outcome.refused(
              Reason.invalid(
                  "formula", "measures.formula." + flaw.kind().code(), flaw.position() + 1));
      case Sound(Formula formula) -> checked(writer, code, plan, formula);
    };
  }

  private Outcome<MeasurePlan> checked(
      Viewer writer, String code, MeasurePlan plan, Formula formula) {
    Map<String, Measure> named = new HashMap<>();
    measures.byCodes(writer, formula.measures()).forEach(each -> named.put(each.code(), each));
    for (String each : formula.measures()) {
      Measure input = named.get(each);
      if (input == null && !each.equals(code)) {
        return Outcome.refused(Reason.invalid("formula", "measures.formula-unknown", each));
      }
      if (input != null
          && plan.audience() == Audience.PUBLIC
          && input.plan().audience() != Audience.PUBLIC
          && !input.mayChange()) {
        return Outcome.refused(
            Reason.invalid("formula", "measures.formula-reveals", input.plan().name()));
      }
    }
    formulas.one();
    Map<String, Formula> all = parsed();
    all.put(code, formula);
    return Dependencies.of(Dependencies.ofFormulas(all)) instanceof Circular<String>(var path)
        ? Outcome.refused(
            Reason.invalid("formula", "measures.formula-circle", String.join(" → ", path)))
        : Outcome.done(plan);
  }

  private Map<String, Formula> parsed() {
    Map<String, Formula> parsed = new TreeMap<>();
    formulas.all().forEach(each -> parsed.put(each.code(), Formula.of(each.formula())));
    return parsed;
  }

  /// Computes a measure anew as its plan says, and all that is computed from it.
  void defined(UUID id, MeasurePlan plan) {
    String code = formulas.code(id);
    if (plan.source() == Source.COMPUTED) {
      formulas.all().stream().filter(each -> each.code().equals(code)).forEach(this::compute);
    }
    follow(code);
  }

  /// The values of a measure changed: all that is computed from it, in order.
  void follow(UUID measure) {
    follow(formulas.code(measure));
  }

  private void follow(String code) {
    Map<String, Computed> computed = new LinkedHashMap<>();
    formulas.all().forEach(each -> computed.put(each.code(), each));
    Map<String, Set<String>> needs =
        computed.isEmpty() ? Map.of() : Dependencies.ofFormulas(parsed());
    if (!(Dependencies.of(needs) instanceof Ordered<String>(List<String> order))) {
      throw new IllegalStateException("computed measures go in circles");
    }
    Set<String> changed = new TreeSet<>(Set.of(code));
    for (String each : order) {
      Computed next = computed.get(each);
      if (next != null && needs.getOrDefault(each, Set.of()).stream().anyMatch(changed::contains)) {
        compute(next);
        changed.add(each);
      }
    }
  }

  /// The series is held before its inputs are read: whoever changes another input at the same time
  /// computes after this, and sees it.
  private void compute(Computed measure) {
    values.lock(measure.whole());
    Formula formula = Formula.of(measure.formula());
    Map<String, Map<LocalDate, Double>> inputs = new HashMap<>();
    SequencedSet<LocalDate> days = new TreeSet<>();
    for (Input input : formulas.inputs(formula.measures())) {
      Map<LocalDate, Double> byDay = new HashMap<>();
      values.values(input.series()).forEach(each -> byDay.put(each.day(), each.value()));
      inputs.put(input.code(), byDay);
      days.addAll(byDay.keySet());
    }
    Map<LocalDate, Optional<Double>> computed = computed(formula, inputs, List.copyOf(days));
    values
        .values(measure.whole())
        .forEach(each -> computed.putIfAbsent(each.day(), Optional.empty()));
    List<NewValue> changes = new ArrayList<>();
    computed.forEach(
        (day, value) -> changes.add(new NewValue(Slice.WHOLE, day, value.orElse(null))));
    values.write(measure.whole(), changes, null, clock.instant(), Source.COMPUTED.code());
    standings.refresh(measure.id(), List.of(measure.whole()));
  }

  private static Map<LocalDate, Optional<Double>> computed(
      Formula formula, Map<String, Map<LocalDate, Double>> inputs, List<LocalDate> days) {
    Map<String, List<OptionalDouble>> aligned = new HashMap<>();
    inputs.forEach((code, byDay) ->
        aligned.put(
            code,
            days.stream()
                .map(day -> {
                  Double value = byDay.get(day);
                  return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
                })
                .toList()));
    List<FormulaValue> results = formula.values(aligned, days.size());
    Map<LocalDate, Optional<Double>> computed = new TreeMap<>();
    for (int i = 0; i < days.size(); i++) {
      OptionalDouble value = results.get(i).number();
      boolean sound = value.isPresent() && Math.abs(value.getAsDouble()) < MeasureReading.LARGEST;
      computed.put(days.get(i), sound ? Optional.of(value.getAsDouble()) : Optional.empty());
    }
    return computed;
  }
}
