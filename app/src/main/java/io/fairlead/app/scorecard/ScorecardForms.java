package io.fairlead.app.scorecard;

import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.measures.MeasureHistories;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.framework.ScorecardDefaults;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The form that says what a card is: one form for the whole, which needs no script.
@Controller
public class ScorecardForms {
  private static final int MOST_CHOICES = 1000;

  /// Where the framework names no perspectives of its own, the usual ones are said in words.
  private static final List<String> USUAL =
      List.of("finance", "customers", "processes", "learning");

  private final Scorecards scorecards;
  private final CardForm forms;
  private final MeasureHistories measures;
  private final Frameworks frameworks;
  private final Policy policy;
  private final Pages pages;

  ScorecardForms(
      Scorecards scorecards,
      CardForm forms,
      MeasureHistories measures,
      Frameworks frameworks,
      Policy policy,
      Pages pages) {
    this.scorecards = scorecards;
    this.forms = forms;
    this.measures = measures;
    this.frameworks = frameworks;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param id null for a new one
  /// @param measures codes with their names, for choosing one
  /// @param above objectives of other cards
  public record FormPage(
      @Nullable UUID id,
      @Nullable Long version,
      String key,
      FormState form,
      List<Option> units,
      List<Option> states,
      List<Option> measures,
      List<Option> above) {

    /// How many rows there are under a place, with one to fill in.
    ///
    /// @param rows such as `perspectives.0.objectives.`
    /// @param first the field that every row has
    public int rows(String rows, String first) {
      int number = 0;
      while (form.values().containsKey(rows + number + "." + first)) {
        number++;
      }
      return number + 1;
    }
  }

  @GetMapping("/scorecards/new")
  @Guarded(record = "scorecard", act = "define", fields = "card")
  ModelAndView blank(@AuthenticationPrincipal Viewer viewer) {
    if (!scorecards.mayDefine(viewer)) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    Map<String, String> values = new HashMap<>();
    values.put("owner", viewer.name());
    Words words = pages.words();
    List<ScorecardDefaults.Perspective> perspectives =
        frameworks.rules().scorecard().perspectives();
    boolean isUsual = perspectives.equals(ScorecardDefaults.USUAL);
    for (int i = 0; i < perspectives.size(); i++) {
      values.put(
          "perspectives." + i + ".name",
          isUsual
              ? words.text("scorecards.perspective." + USUAL.get(i))
              : perspectives.get(i).name());
      values.put("perspectives." + i + ".weight", Integer.toString(perspectives.get(i).weight()));
    }
    return page(viewer, null, null, new FormState(values, List.of()), Idempotency.freshKey());
  }

  @PostMapping("/scorecards")
  @Guarded(record = "scorecard", act = "define", fields = "card")
  Object define(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    CardForm.Sent sent = forms.read(viewer, form);
    Outcome<UUID> outcome =
        sent.wrong().isEmpty()
            ? scorecards.define(viewer, sent.input(), form.get("key"))
            : Outcome.refused(sent.wrong());
    return switch (outcome) {
      case Done<UUID>(UUID id) -> saved(form, id, "scorecards.defined", response);
      case Refused<UUID> refused ->
          refused(
              page(viewer, null, null, FormState.refused(sent.fields(), refused), key(form)),
              refused);
    };
  }

  @GetMapping("/scorecards/{id}/edit")
  @Guarded(record = "scorecard", act = "change", fields = "card")
  ModelAndView edit(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Scorecard card = mine(viewer, id);
    return page(
        viewer,
        id,
        card.version(),
        new FormState(forms.fields(viewer, card), List.of()),
        Idempotency.freshKey());
  }

  @PostMapping("/scorecards/{id}/edit")
  @Guarded(record = "scorecard", act = "change", fields = "card")
  Object change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    Scorecard before = mine(viewer, id);
    CardForm.Sent sent = forms.read(viewer, form);
    Outcome<UUID> outcome =
        sent.wrong().isEmpty()
            ? scorecards.change(viewer, id, version(form), sent.input(), form.get("key"))
            : Outcome.refused(sent.wrong());
    return switch (outcome) {
      case Done<UUID> _ -> saved(form, id, "scorecards.changed", response);
      case Refused<UUID> refused -> {
        boolean stale =
            refused.reasons().stream().anyMatch(each -> each.kind() == Reason.Kind.STALE);
        yield refused(
            page(
                viewer,
                id,
                stale ? before.version() : version(form),
                FormState.refused(sent.fields(), refused),
                key(form)),
            refused);
      }
    };
  }

  @PostMapping("/scorecards/{id}/removal")
  @Guarded(record = "scorecard", act = "change", fields = "card")
  String remove(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    if (scorecards.remove(viewer, id, version(form), form.get("key"))
        instanceof Refused<UUID> refused) {
      throw new RefusedException(refused);
    }
    Toasts.leave(response, pages.words().text("scorecards.removed"), null);
    return "redirect:/scorecards";
  }

  /// More rows to fill in come with the next form.
  private String saved(
      Map<String, String> form, UUID id, String toast, HttpServletResponse response) {
    Toasts.leave(response, pages.words().text(toast), null);
    return "redirect:/scorecards/" + id + (form.containsKey("more") ? "/edit" : "");
  }

  private Scorecard mine(Viewer viewer, UUID id) {
    Scorecard card =
        scorecards.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    if (!card.mayChange()) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return card;
  }

  private ModelAndView page(
      Viewer viewer, @Nullable UUID id, @Nullable Long version, FormState form, String key) {
    Words words = pages.words();
    List<Option> units = new ArrayList<>();
    units.add(new Option("", words.text("scorecards.whole-organisation", words.organisation())));
    units.addAll(scorecards.units());
    List<Option> above = new ArrayList<>();
    above.add(new Option("", words.text("scorecards.supports-nothing")));
    scorecards.all(viewer).stream()
        .filter(card -> !card.id().equals(id))
        .forEach(card ->
            card.objectives()
                .forEach(each ->
                    above.add(
                        new Option(
                            each.id().toString(),
                            words.text("scorecards.objective-of", each.title(), card.title())))));
    return pages.show(
        "scorecard/form",
        words.text(id == null ? "scorecards.new" : "scorecards.edit"),
        Place.MEASURES,
        policy.seenBy(words, ScorecardRules.RECORD, ScorecardRules.CARD),
        new FormPage(
            id,
            version,
            key,
            form,
            units,
            Arrays.stream(InitiativeState.values())
                .map(each ->
                    new Option(each.code(), words.text("scorecards.initiative." + each.code())))
                .toList(),
            measures.choices(viewer, MOST_CHOICES).stream()
                .map(each -> new Option(each.code(), each.plan().name()))
                .toList(),
            above));
  }

  private static ModelAndView refused(ModelAndView page, Refused<?> refused) {
    page.setStatus(Errors.status(refused.reasons()));
    return page;
  }

  private static long version(Map<String, String> form) {
    String text = form.getOrDefault("version", "");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
  }

  private static String key(Map<String, String> form) {
    return form.getOrDefault("key", Idempotency.freshKey());
  }
}
