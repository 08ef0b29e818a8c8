package io.fairlead.app.measures;

import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.framework.MeasureDefaults;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The forms that say what a measure is.
@Controller
public class MeasureForms {
  private final Measures measures;
  private final MeasureForm forms;
  private final MeasureUnits units;
  private final MeasureCatalogue catalogue;
  private final Frameworks frameworks;
  private final Pages pages;

  MeasureForms(
      Measures measures,
      MeasureForm forms,
      MeasureUnits units,
      MeasureCatalogue catalogue,
      Frameworks frameworks,
      Pages pages) {
    this.measures = measures;
    this.forms = forms;
    this.units = units;
    this.catalogue = catalogue;
    this.frameworks = frameworks;
    this.pages = pages;
  }

  /// @param id null for a new one
  public record FormPage(
      @Nullable UUID id,
      @Nullable Long version,
      String key,
      FormState form,
      SeenBy seenBy,
      List<Option> units,
      List<Option> ways,
      List<Option> frequencies,
      List<Option> tenses,
      List<Option> sources,
      List<Option> audiences,
      boolean retired,
      boolean more) {}

  @GetMapping("/measures/new")
  @Guarded(record = "measure", act = "define", fields = "figures")
  ModelAndView blank(
      @AuthenticationPrincipal Viewer viewer, @RequestParam Map<String, String> given) {
    if (!measures.mayDefine(viewer)) {
      throw new RefusedException(Measures.NOT_A_DEFINER);
    }
    Map<String, String> values = new HashMap<>(given);
    catalogue
        .find(given.getOrDefault("from", ""))
        .ifPresent(example -> example.fields().forEach(values::putIfAbsent));
    values.putIfAbsent("owner", viewer.name());
    values.putIfAbsent("direction", Way.HIGHER.code());
    MeasureDefaults usual = frameworks.rules().measures();
    values.putIfAbsent("frequency", usual.frequency().name().toLowerCase(Locale.ROOT));
    values.putIfAbsent("visibility", usual.visibility().name().toLowerCase(Locale.ROOT));
    values.putIfAbsent("decimals", "1");
    values.putIfAbsent("baseline", Integer.toString(usual.baseline()));
    return page(null, null, new FormState(values, List.of()), Idempotency.freshKey(), false);
  }

  @PostMapping("/measures")
  @Guarded(record = "measure", act = "define", fields = "figures")
  Object define(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    MeasureForm.Sent sent = forms.read(viewer, form);
    Outcome<UUID> outcome =
        sent.wrong().isEmpty()
            ? measures.define(viewer, sent.input(), form.get("key"))
            : Outcome.refused(sent.wrong());
    return switch (outcome) {
      case Done<UUID>(UUID id) -> {
        Toasts.leave(
            response,
            pages.words().text("measures.defined", form.getOrDefault("name", "").strip()),
            null);
        yield "redirect:/measures/" + id;
      }
      case Refused<UUID> refused ->
          refused(page(null, null, FormState.refused(form, refused), key(form), false), refused);
    };
  }

  @GetMapping("/measures/{id}/edit")
  @Guarded(record = "measure", act = "change", fields = "figures")
  ModelAndView edit(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Measure measure = mine(viewer, id);
    return page(
        id,
        measure.version(),
        new FormState(forms.fields(viewer, measure), List.of()),
        Idempotency.freshKey(),
        measure.retired());
  }

  @PostMapping("/measures/{id}/edit")
  @Guarded(record = "measure", act = "change", fields = "figures")
  Object change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    Measure before = mine(viewer, id);
    MeasureForm.Sent sent = forms.read(viewer, form);
    Outcome<UUID> outcome =
        sent.wrong().isEmpty()
            ? measures.change(viewer, id, version(form), sent.input(), form.get("key"))
            : Outcome.refused(sent.wrong());
    return switch (outcome) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("measures.changed"), null);
        yield "redirect:/measures/" + id;
      }
      case Refused<UUID> refused -> {
        boolean stale =
            refused.reasons().stream().anyMatch(each -> each.kind() == Reason.Kind.STALE);
        long version = stale ? before.version() : version(form);
        yield refused(
            page(id, version, FormState.refused(form, refused), key(form), before.retired()),
            refused);
      }
    };
  }

  @PostMapping("/measures/{id}/retirement")
  @Guarded(record = "measure", act = "change", fields = "figures")
  String retire(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    boolean retired = form.getOrDefault("retired", "true").equals("true");
    if (measures.retire(viewer, id, version(form), retired, form.get("key"))
        instanceof Refused<UUID> refused) {
      throw new RefusedException(refused);
    }
    Toasts.leave(
        response, pages.words().text(retired ? "measures.retired" : "measures.taken-up"), null);
    return "redirect:/measures/" + id;
  }

  private Measure mine(Viewer viewer, UUID id) {
    Measure measure =
        measures.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    if (!measure.mayChange()) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return measure;
  }

  private ModelAndView page(
      @Nullable UUID id, @Nullable Long version, FormState form, String key, boolean retired) {
    Words words = pages.words();
    Audience audience = Audience.find(form.value("visibility")).orElse(Audience.PUBLIC);
    boolean more =
        form.wasRefused()
            || Stream.of("low", "high", "warning", "alarm", "formula", "decision", "enters")
                .anyMatch(each -> !form.value(each).isEmpty());
    return pages.show(
        "measures/form",
        words.text(id == null ? "measures.new" : "measures.edit"),
        Place.MEASURES,
        MeasureRules.seenBy(words, audience),
        new FormPage(
            id,
            version,
            key,
            form,
            MeasureRules.seenBy(words, audience),
            units.options(words),
            options(words, "measures.way-long.", Way.values(), Way::code),
            options(words, "measures.frequency.", Frequency.values(), Frequency::code),
            options(words, "measures.tense-long.", Tense.values(), Tense::code),
            options(words, "measures.source.", Source.values(), Source::code),
            options(words, "measures.audience.", Audience.values(), Audience::code),
            retired,
            more));
  }

  private static <T> List<Option> options(
      Words words, String key, T[] values, Function<T, String> code) {
    return Arrays.stream(values)
        .map(each -> {
          String value = code.apply(each);
          return new Option(value, words.text(key + (value.isEmpty() ? "unsaid" : value)));
        })
        .toList();
  }

  private static ModelAndView refused(ModelAndView page, Refused<?> refused) {
    page.setStatus(Errors.status(refused.reasons()));
    return page;
  }

  static long version(Map<String, String> form) {
    String text = form.getOrDefault("version", "");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
  }

  static String key(Map<String, String> form) {
    return form.getOrDefault("key", Idempotency.freshKey());
  }
}
