package io.fairlead.app.measures;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Choice;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The form that says how samples are scored, and closing a period.
@Controller
public class RubricPages {
  private final Measures measures;
  private final Rubrics rubrics;
  private final RubricLibrary library;
  private final RubricForm forms;
  private final Pages pages;

  RubricPages(
      Measures measures, Rubrics rubrics, RubricLibrary library, RubricForm forms, Pages pages) {
    this.measures = measures;
    this.rubrics = rubrics;
    this.library = library;
    this.forms = forms;
    this.pages = pages;
  }

  /// @param revision that the writer has before them; 0 for none
  /// @param points of the scale
  /// @param needed points that have to be described
  /// @param shown how many items stand open
  /// @param examples to begin with
  /// @param effect from when another wording is used; null where nothing is scored yet
  public record FormPage(
      UUID measure,
      String measureName,
      long revision,
      String key,
      FormState form,
      SeenBy seenBy,
      int points,
      List<Integer> needed,
      int shown,
      List<Choice> examples,
      @Nullable String effect) {
    public static final int ITEMS = RubricReading.MOST_ITEMS;

    /// All fields that the form shows.
    public String[] fields() {
      List<String> fields = new ArrayList<>(List.of("samples", "raters", "people"));
      for (int item = 0; item < ITEMS; item++) {
        String at = RubricForm.at(item);
        fields.add(at + "name");
        fields.add(at + "question");
        for (int point = 0; point < points; point++) {
          fields.add(RubricForm.anchor(at, point));
        }
      }
      return fields.toArray(String[]::new);
    }
  }

  @GetMapping("/measures/{id}/rubric")
  @Guarded(record = "measure", act = "change", fields = "figures")
  ModelAndView form(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String from) {
    Measure measure = mine(viewer, id);
    Optional<Rubric> rubric = rubrics.find(viewer, id);
    Map<String, String> values = new HashMap<>();
    values.put("samples", Integer.toString(RubricReading.USUAL_SAMPLES));
    values.put("raters", Integer.toString(RubricReading.USUAL_RATERS));
    rubric.ifPresent(each -> values.putAll(forms.fields(viewer, each)));
    library
        .find(from)
        .ifPresent(example -> {
          values.keySet().removeIf(field -> field.startsWith("items["));
          values.putAll(RubricForm.fields(example.items()));
          values.put("points", Integer.toString(RubricReading.USUAL_POINTS));
        });
    return page(
        measure,
        rubric,
        rubric.map(Rubric::revision).orElse(0L),
        new FormState(values, List.of()),
        Idempotency.freshKey(),
        from);
  }

  @PostMapping("/measures/{id}/rubric")
  @Guarded(record = "measure", act = "change", fields = "figures")
  Object save(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    Measure measure = mine(viewer, id);
    RubricForm.Sent sent = forms.read(viewer, form);
    long revision = MeasureForms.version(form);
    Outcome<UUID> outcome =
        sent.wrong().isEmpty()
            ? rubrics.save(viewer, id, revision, sent.input(), form.get("key"))
            : Outcome.refused(sent.wrong());
    return switch (outcome) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("rubric.saved"), null);
        yield "redirect:/measures/" + id;
      }
      case Refused<UUID> refused -> {
        Optional<Rubric> now = rubrics.find(viewer, id);
        boolean stale =
            refused.reasons().stream().anyMatch(each -> each.kind() == Reason.Kind.STALE);
        ModelAndView page =
            page(
                measure,
                now,
                stale ? now.map(Rubric::revision).orElse(0L) : revision,
                FormState.refused(form, refused),
                MeasureForms.key(form),
                "");
        page.setStatus(Errors.status(refused.reasons()));
        yield page;
      }
    };
  }

  @PostMapping("/measures/{id}/closure")
  @Guarded(record = "measure", act = "change", fields = "figures")
  String close(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    if (rubrics.close(viewer, id, MeasureActPages.day(form.get("through")), form.get("key"))
        instanceof Refused<UUID> refused) {
      throw new RefusedException(refused);
    }
    boolean opened = form.getOrDefault("through", "").isEmpty();
    Toasts.leave(response, pages.words().text(opened ? "rubric.opened" : "rubric.closed"), null);
    return "redirect:/measures/" + id + "/samples?day=" + form.getOrDefault("day", "");
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
      Measure measure,
      Optional<Rubric> rubric,
      long revision,
      FormState form,
      String key,
      String from) {
    Words words = pages.words();
    String points = form.value("points");
    int scale = points.matches("[357]") ? Integer.parseInt(points) : RubricReading.USUAL_POINTS;
    int shown = RubricReading.FEWEST_ITEMS;
    for (int item = shown; item < RubricReading.MOST_ITEMS; item++) {
      shown = form.value(RubricForm.at(item) + "name").isEmpty() ? shown : item + 1;
    }
    SeenBy seenBy = MeasureRules.seenBy(words, measure.plan().audience());
    return pages.show(
        "measures/rubricForm",
        words.text("rubric.form-title"),
        Place.MEASURES,
        seenBy,
        new FormPage(
            measure.id(),
            measure.plan().name(),
            revision,
            key,
            form,
            seenBy,
            scale,
            List.of(0, scale / 2, scale - 1),
            shown,
            library.all().stream()
                .map(each ->
                    Choice.of(
                        each.name(),
                        "/measures/" + measure.id() + "/rubric?from=" + each.id(),
                        each.id().equals(from)))
                .toList(),
            rubric
                .flatMap(each -> rubrics.effect(measure, each))
                .map(day -> words.text("rubric.effect", words.date(day)))
                .orElse(null)));
  }
}
