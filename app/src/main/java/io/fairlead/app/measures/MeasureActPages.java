package io.fairlead.app.measures;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Toasts;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is done on a measure's page: enter a value, say what happened, answer what it shows.
@Controller
class MeasureActPages {
  private final Measures measures;
  private final MeasureValues values;
  private final MeasureEvents events;
  private final Alerts alerts;
  private final MeasurePages measurePages;
  private final Pages pages;

  MeasureActPages(
      Measures measures,
      MeasureValues values,
      MeasureEvents events,
      Alerts alerts,
      MeasurePages measurePages,
      Pages pages) {
    this.measures = measures;
    this.values = values;
    this.events = events;
    this.alerts = alerts;
    this.measurePages = measurePages;
    this.pages = pages;
  }

  @PostMapping("/measures/{id}/values")
  @Guarded(record = "measure", act = "enter", fields = "figures")
  Object enter(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    List<Reason> wrong = new ArrayList<>();
    LocalDate day = day(form.get("day"));
    BigDecimal figure = MeasureForm.figure(form, "value", wrong);
    boolean takesBack = form.containsKey("takes-back");
    if (figure == null && wrong.isEmpty() && !takesBack) {
      wrong.add(Reason.invalid("value", "required"));
    }
    if (day == null) {
      wrong.add(Reason.invalid("day", "required"));
    }
    Outcome<Entered> outcome =
        day == null || !wrong.isEmpty()
            ? Outcome.refused(wrong)
            : values.enter(
                viewer,
                id,
                List.of(
                    new NewValue(
                        slice(viewer, id, form),
                        day,
                        takesBack || figure == null ? null : (Double) figure.doubleValue())),
                Source.MANUAL,
                form.get("key"));
    return switch (outcome) {
      case Done<Entered>(Entered entered) -> {
        String said =
            entered.added() > 0
                ? "measures.entered"
                : entered.corrected() > 0 ? "measures.corrected" : "measures.unchanged";
        Toasts.leave(response, pages.words().text(said), null);
        yield back(id, form);
      }
      case Refused<Entered>(List<Reason> reasons) -> again(viewer, id, form, ofForm(reasons));
    };
  }

  /// A reason of the one value that a form enters stands beside its field.
  private static List<Reason> ofForm(List<Reason> reasons) {
    return reasons.stream()
        .map(each -> {
          String field = each.fieldName();
          return field == null || !field.startsWith("values")
              ? each
              : new Reason(
                  each.kind(),
                  each.code(),
                  each.parameters(),
                  each.code().equals("measures.day-far") ? "day" : "value");
        })
        .toList();
  }

  /// The slice that the page shows, or one that the form names.
  private Slice slice(Viewer viewer, UUID id, Map<String, String> form) {
    String shown = form.getOrDefault("slice", "");
    if (!shown.isEmpty()) {
      return values
          .slice(viewer, id, shown)
          .orElseThrow(() -> new RefusedException(Reason.notFound()));
    }
    return new Slice(
        form.getOrDefault("dimension", "").strip(), form.getOrDefault("name", "").strip(), null);
  }

  @PostMapping("/measures/{id}/events")
  @Guarded(record = "measure", act = "read", fields = "figures")
  Object say(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    MeasureEvents.Input input =
        new MeasureEvents.Input(
            day(form.get("event-day")), form.get("words"), form.containsKey("rebases"));
    return switch (events.say(viewer, id, input, form.get("key"))) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("measures.event-said"), null);
        yield back(id, form);
      }
      case Refused<UUID>(List<Reason> reasons) ->
          again(
              viewer,
              id,
              form,
              reasons.stream()
                  .map(each ->
                      "day".equals(each.fieldName())
                          ? new Reason(each.kind(), each.code(), each.parameters(), "event-day")
                          : each)
                  .toList());
    };
  }

  @PostMapping("/measures/{id}/events/{event}/withdrawal")
  @Guarded(record = "measure", act = "read", fields = "figures")
  String withdraw(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID event,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    if (events.withdraw(viewer, id, event, form.get("key")) instanceof Refused<UUID> refused) {
      throw new RefusedException(refused);
    }
    Toasts.leave(response, pages.words().text("measures.event-withdrawn"), null);
    return back(id, form);
  }

  @PostMapping("/measures/{id}/alerts/{alert}/answer")
  @Guarded(record = "measure", act = "read", fields = "figures")
  Object answer(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID alert,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    return switch (alerts.answer(viewer, alert, form.getOrDefault("answer", ""), form.get("key"))) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("measures.answer-said"), null);
        yield back(id, form);
      }
      case Refused<UUID>(List<Reason> reasons) -> again(viewer, id, form, reasons);
    };
  }

  private Object again(Viewer viewer, UUID id, Map<String, String> form, List<Reason> reasons) {
    Reason.Kind kind = reasons.getFirst().kind();
    if (kind == Reason.Kind.NOT_FOUND || kind == Reason.Kind.FORBIDDEN) {
      measures.find(viewer, id);
      throw new RefusedException(new Refused<>(reasons));
    }
    ModelAndView page =
        measurePages.one(
            viewer,
            id,
            form.getOrDefault("slice", ""),
            new FormState(form, reasons),
            MeasureForms.key(form));
    page.setStatus(Errors.status(reasons));
    return page;
  }

  private static String back(UUID id, Map<String, String> form) {
    String slice = form.getOrDefault("slice", "");
    return "redirect:/measures/"
        + id
        + (slice.matches("[0-9a-fA-F-]{36}") ? "?slice=" + slice : "");
  }

  static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
