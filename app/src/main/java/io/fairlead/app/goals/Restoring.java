package io.fairlead.app.goals;

import io.fairlead.app.goals.MeasureUse.Role;
import io.fairlead.app.goals.ObjectiveInput.KeyResultInput;
import io.fairlead.app.measures.Alert;
import io.fairlead.app.measures.Alerts;
import io.fairlead.app.measures.Measure;
import io.fairlead.app.measures.MeasureReader;
import io.fairlead.app.measures.Standing;
import io.fairlead.app.measures.Way;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// From a measure that left its range to an objective that brings it back: a draft with the one key
/// result that follows the measure. The draft is its writer's own until they put it forward.
@Component
public class Restoring {
  private final Alerts alerts;
  private final MeasureReader reader;
  private final Objectives objectives;
  private final MeasureUses uses;
  private final Idempotency idempotency;

  Restoring(
      Alerts alerts,
      MeasureReader reader,
      Objectives objectives,
      MeasureUses uses,
      Idempotency idempotency) {
    this.alerts = alerts;
    this.reader = reader;
    this.objectives = objectives;
    this.uses = uses;
    this.idempotency = idempotency;
  }

  /// @return the drafted objective's id
  public Outcome<UUID> draft(
      Viewer viewer, UUID measure, UUID alert, Words words, @Nullable String key) {
    return idempotency.once(
        viewer.person(),
        "objective.from-measure",
        key,
        List.of(measure, alert),
        UUID.class,
        () -> drafted(viewer, measure, alert, words));
  }

  private Outcome<UUID> drafted(Viewer viewer, UUID measure, UUID alertId, Words words) {
    Optional<Alert> alert =
        alerts.find(viewer, alertId).filter(each -> each.measure().equals(measure));
    Optional<MeasureReader.Read> read =
        alert.flatMap(each ->
            reader
                .series(viewer, measure, each.slice())
                .flatMap(series -> reader.read(viewer, measure, series)));
    if (alert.isEmpty() || read.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (!read.get().measure().mayChange()) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    if (!alert.get().stands()) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "measures.answered"));
    }
    return objectives
        .draft(viewer, input(words, read.get().measure(), read.get().standing(), alert.get()), null)
        .then(objective -> {
          UUID keyResult = objective.plan().keyResultIds().iterator().next();
          return uses.begin(
                  viewer,
                  objective.id(),
                  new MeasureUses.Input(
                      Role.FEEDS.code(),
                      keyResult,
                      measure,
                      read.get().standing().series(),
                      null,
                      null,
                      null),
                  null)
              .then(_ ->
                  alerts.answer(
                      viewer,
                      alertId,
                      words.text("measure-use.answered", objective.plan().title()),
                      null))
              .then(_ -> Outcome.done(objective.id()));
        });
  }

  private static ObjectiveInput input(
      Words words, Measure measure, Standing standing, Alert alert) {
    String name = measure.plan().name();
    return new ObjectiveInput(
        "",
        words.text("measure-use.restore.title", name),
        words.text(
            "measure-use.restore.why",
            name,
            words.number(alert.value(), measure.plan().decimals()),
            measure.plan().unit(),
            words.plainDate(alert.day())),
        "committed",
        "",
        "",
        "",
        "",
        "",
        "",
        List.of(),
        "",
        List.of(keyResult(words, measure, standing, alert)),
        List.of());
  }

  /// From where it is to its usual mean, or to stay within its usual range or its band.
  private static KeyResultInput keyResult(
      Words words, Measure measure, Standing standing, Alert alert) {
    String title = words.text("measure-use.restore.key-result", measure.plan().name());
    double now = standing.lastValue() == null ? alert.value() : standing.lastValue();
    BigDecimal warning = measure.plan().warning();
    Double centre = standing.centre();
    BigDecimal target = warning != null ? warning : centre == null ? null : figure(measure, centre);
    Way way = measure.plan().way();
    boolean better =
        target != null
            && (way == Way.LOWER
                ? target.doubleValue() < now
                : way == Way.HIGHER && target.doubleValue() > now);
    if (better) {
      return input(
          title,
          way == Way.LOWER ? "decrease" : "increase",
          figure(measure, now),
          target,
          null,
          null,
          measure.plan().unit());
    }
    return input(
        title,
        "band",
        null,
        null,
        measure.plan().low() != null ? measure.plan().low() : end(measure, standing.lower(), now),
        measure.plan().high() != null ? measure.plan().high() : end(measure, standing.upper(), now),
        measure.plan().unit());
  }

  private static BigDecimal end(Measure measure, @Nullable Double end, double now) {
    return figure(measure, end == null ? now : end);
  }

  /// With the decimals that the measure is shown with.
  private static BigDecimal figure(Measure measure, double value) {
    return BigDecimal.valueOf(value).setScale(measure.plan().decimals(), RoundingMode.HALF_UP);
  }

  private static KeyResultInput input(
      String title,
      String kind,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal target,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      String unit) {
    return new KeyResultInput(
        "",
        title,
        kind,
        text(baseline),
        "",
        "",
        text(target),
        "",
        text(low),
        text(high),
        "",
        unit,
        "",
        "",
        "",
        "",
        "",
        List.of());
  }

  private static String text(@Nullable BigDecimal figure) {
    return figure == null ? "" : figure.toPlainString();
  }
}
