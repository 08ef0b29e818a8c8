package io.fairlead.app.measures;

import static io.fairlead.app.measures.MeasureApi.done;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The values of measures, what happened, and what they show, as JSON.
@RestController
@RequestMapping("/api/v1/measures/{id}")
class MeasureValuesApi {
  private final Measures measures;
  private final MeasureValues values;
  private final MeasureEvents events;
  private final Alerts alerts;
  private final Standings standings;
  private final OrganisationSettings organisation;

  MeasureValuesApi(
      Measures measures,
      MeasureValues values,
      MeasureEvents events,
      Alerts alerts,
      Standings standings,
      OrganisationSettings organisation) {
    this.measures = measures;
    this.values = values;
    this.events = events;
    this.alerts = alerts;
    this.standings = standings;
    this.organisation = organisation;
  }

  /// One value.
  ///
  /// @param day `2026-03-01`, or an instant with its offset, of which the organisation's day counts
  /// @param value null takes back what was entered for the day
  /// @param dimension by what the measure is divided; missing for the whole
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ValueJson(
      @Nullable String day,
      @Nullable Double value,
      @Nullable String dimension,
      @Nullable String slice,
      @Nullable UUID person) {}

  /// Values to enter.
  record ValuesInput(@Nullable List<ValueJson> values) {}

  @PostMapping("/values")
  @Guarded(record = "measure", act = "enter", fields = "figures", scope = "measures:write")
  Entered enter(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody ValuesInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    found(viewer, id);
    return done(values.enter(viewer, id, read(input), Source.PUSH, key));
  }

  private List<NewValue> read(ValuesInput input) {
    List<ValueJson> sent = Objects.requireNonNullElse(input.values(), List.of());
    if (sent.size() > MeasureValues.MOST) {
      throw new RefusedException(
          Reason.invalid("values", "measures.too-many-values", MeasureValues.MOST));
    }
    List<NewValue> read = new ArrayList<>(sent.size());
    List<Reason> wrong = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      ValueJson each = sent.get(i);
      LocalDate day = day(each.day());
      if (day == null) {
        wrong.add(Reason.invalid("values[" + i + "].day", "measures.not-a-day"));
      } else {
        Slice slice =
            new Slice(
                Objects.requireNonNullElse(each.dimension(), "").strip(),
                Objects.requireNonNullElse(each.slice(), "").strip(),
                each.person());
        read.add(new NewValue(slice, day, each.value()));
      }
    }
    if (!wrong.isEmpty()) {
      throw new RefusedException(
          new io.fairlead.app.platform.Outcome.Refused<>(
              wrong.subList(0, Math.min(wrong.size(), 50))));
    }
    return read;
  }

  private @Nullable LocalDate day(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return text.length() <= 10
          ? LocalDate.parse(text)
          : OffsetDateTime.parse(text)
              .atZoneSameInstant(organisation.organisation().zone())
              .toLocalDate();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// The values of one series, by day.
  record SeriesJson(List<DayValue> values) {}

  @GetMapping("/values")
  @Guarded(record = "measure", act = "read", fields = "figures", scope = "measures:read")
  SeriesJson values(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String dimension,
      @RequestParam(defaultValue = "") String slice,
      @RequestParam(required = false) @Nullable UUID person) {
    found(viewer, id);
    return new SeriesJson(values.series(viewer, id, new Slice(dimension, slice, person)));
  }

  /// How the whole of a measure behaves: stretches between declared changes, each with its range.
  ///
  /// @param seasonal whether ranges are those of the series without its season
  /// @param withoutPast whether they are those of what a value says beside the one before it
  record BehaviourJson(
      boolean seasonal,
      boolean withoutPast,
      List<StretchJson> stretches,
      List<SignalJson> signals) {}

  /// @param status `ok`, `too-few` or `constant`
  /// @param baseline how many values the range was made of
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StretchJson(
      LocalDate from,
      LocalDate to,
      String status,
      int baseline,
      @Nullable Double centre,
      @Nullable Double lower,
      @Nullable Double upper) {}

  record SignalJson(LocalDate day, double value, String rule) {}

  @GetMapping("/behaviour")
  @Guarded(record = "measure", act = "read", fields = "figures", scope = "measures:read")
  BehaviourJson behaviour(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String dimension,
      @RequestParam(defaultValue = "") String slice,
      @RequestParam(required = false) @Nullable UUID person) {
    found(viewer, id);
    Slice asked = new Slice(dimension, slice, person);
    Behaviour behaviour =
        standings.readable(viewer, id).stream()
            .filter(each -> each.slice().equals(asked))
            .findFirst()
            .map(each -> standings.behaviour(id, each.series()))
            .orElseThrow(() -> new RefusedException(Reason.notFound()));
    List<DayValue> all = behaviour.values();
    return new BehaviourJson(
        behaviour.isSeasonal(),
        behaviour.isWithoutPast(),
        behaviour.stretches().stream()
            .map(each -> {
              var limits = each.natural();
              return new StretchJson(
                  all.get(each.from()).day(),
                  all.get(each.to() - 1).day(),
                  Behaviour.code(each.status()),
                  each.baseline(),
                  limits == null ? null : (Double) limits.centre(),
                  limits == null ? null : (Double) limits.lower(),
                  limits == null ? null : (Double) limits.upper());
            })
            .toList(),
        behaviour.signals().stream()
            .map(each ->
                new SignalJson(
                    all.get(each.index()).day(), all.get(each.index()).value(), each.rule().code()))
            .toList());
  }

  /// What happened.
  record EventsJson(List<MeasureEvent> events) {}

  @GetMapping("/events")
  @Guarded(record = "measure", act = "read", fields = "figures", scope = "measures:read")
  EventsJson events(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    found(viewer, id);
    return new EventsJson(events.of(viewer, id));
  }

  @PostMapping("/events")
  @Guarded(record = "measure", act = "read", fields = "figures", scope = "measures:write")
  @ResponseStatus(HttpStatus.CREATED)
  EventsJson say(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody MeasureEvents.Input input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(events.say(viewer, id, input, key));
    return events(viewer, id);
  }

  @DeleteMapping("/events/{event}")
  @Guarded(record = "measure", act = "read", fields = "figures", scope = "measures:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  ResponseEntity<Void> withdraw(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID event,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(events.withdraw(viewer, id, event, key));
    return ResponseEntity.noContent().build();
  }

  /// Something its owner should look at.
  ///
  /// @param kind `signal` or `threshold`
  /// @param worse whether it went the wrong way; missing where neither way is wrong
  /// @param answeredAt missing while it stands
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AlertJson(
      UUID id,
      @Nullable String dimension,
      @Nullable String slice,
      String kind,
      String rule,
      LocalDate day,
      double value,
      @Nullable Boolean worse,
      @Nullable Instant answeredAt,
      @Nullable String answer) {
    static AlertJson of(Alert alert) {
      return new AlertJson(
          alert.id(),
          alert.slice().isWhole() ? null : alert.slice().dimension(),
          alert.slice().name().isEmpty() ? null : alert.slice().name(),
          alert.kind().code(),
          alert.rule(),
          alert.day(),
          alert.value(),
          alert.worse(),
          alert.answeredAt(),
          alert.stands() ? null : alert.answer());
    }
  }

  /// Those that stand first.
  record AlertsJson(List<AlertJson> alerts) {}

  @GetMapping("/alerts")
  @Guarded(record = "measure", act = "read", fields = "figures", scope = "measures:read")
  AlertsJson alerts(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    found(viewer, id);
    return new AlertsJson(alerts.of(viewer, id).stream().map(AlertJson::of).toList());
  }

  /// What it was, or what is done about it.
  record Answer(@Nullable String answer) {}

  @PostMapping("/alerts/{alert}/answer")
  @Guarded(record = "measure", act = "read", fields = "figures", scope = "measures:write")
  AlertJson answer(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID alert,
      @RequestBody Answer answer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    found(viewer, id);
    done(alerts.answer(viewer, alert, Objects.requireNonNullElse(answer.answer(), ""), key));
    return alerts
        .find(viewer, alert)
        .map(AlertJson::of)
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private void found(Viewer viewer, UUID id) {
    if (measures.find(viewer, id).isEmpty()) {
      throw new RefusedException(Reason.notFound());
    }
  }
}
