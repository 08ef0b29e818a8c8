package io.fairlead.app.growth;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.instruments.Behaviour;
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

/// One's development plan: choose a behaviour, say what to do about it, and read it again.
@Controller
public class FocusPages {
  static final String OWN = "one's own development plan";
  private static final int USUAL_WEEKS = 6;
  private static final int MOST_SHOWN = 30;

  private final DevelopmentPlans plans;
  private final Pages pages;

  FocusPages(DevelopmentPlans plans, Pages pages) {
    this.plans = plans;
    this.pages = pages;
  }

  public record PlanPage(List<Focus> active, List<Focus> ended, boolean mayBegin) {}

  /// @param competency its name
  public record Offered(Behaviour behaviour, String does, String shows, String competency) {}

  /// @param found how many there are, of which the first are offered
  public record ChoosePage(
      String competency,
      String level,
      String q,
      List<Option> competencies,
      List<Option> levels,
      List<Offered> offered,
      int found) {}

  /// @param focus null for a new one
  /// @param seenBy who will read what is written
  public record FormPage(
      @Nullable Focus focus,
      FormState form,
      String key,
      long version,
      SeenBy seenBy,
      @Nullable String competency) {
    public static final int ACTIONS = FocusReading.MOST_ACTIONS;

    public static String[] fields() {
      return FocusForm.fields();
    }
  }

  public record FocusPage(Focus focus, FormState note, FormState end, String key, SeenBy seenBy) {}

  @GetMapping("/growth/plan")
  @Open(because = OWN)
  ModelAndView plan(@AuthenticationPrincipal Viewer viewer) {
    List<Focus> all = plans.of(viewer, viewer.person());
    List<Focus> active = all.stream().filter(Focus::isActive).toList();
    Words words = pages.words();
    return pages.show(
        "growth/plan",
        words.text("plan.title"),
        Place.GROWTH,
        FocusRules.seenByEach(words),
        new PlanPage(
            active,
            all.stream().filter(each -> !each.isActive()).toList(),
            active.size() < DevelopmentPlans.MOST_ACTIVE));
  }

  /// Without a behaviour: which one; with one, or `own`: what to do about it.
  @GetMapping("/growth/plan/new")
  @Open(because = OWN)
  ModelAndView choose(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String competency,
      @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String behaviour) {
    if (!behaviour.isEmpty()) {
      return form(null, begun(viewer, behaviour), Idempotency.freshKey(), 1);
    }
    Words words = pages.words();
    String language = words.locale().getLanguage();
    int wanted = level.matches("[1-5]") ? Integer.parseInt(level) : 0;
    List<Behaviour> found = Behaviours.matching(competency, wanted, q, language);
    List<Option> competencies = new ArrayList<>();
    competencies.add(new Option("", words.text("plan.any-competency")));
    Map<String, String> names = new HashMap<>();
    Behaviours.competencies()
        .forEach(each -> {
          names.put(each.id(), each.name().in(language));
          competencies.add(new Option(each.id(), each.name().in(language)));
        });
    List<Option> levels = new ArrayList<>();
    levels.add(new Option("", words.text("plan.any-level")));
    Behaviours.levels()
        .forEach(each ->
            levels.add(new Option(Integer.toString(each.number()), each.name().in(language))));
    return pages.show(
        "growth/choose",
        words.text("plan.choose"),
        Place.GROWTH,
        null,
        new ChoosePage(
            competency,
            level,
            q,
            competencies,
            levels,
            found.stream()
                .limit(MOST_SHOWN)
                .map(each ->
                    new Offered(
                        each,
                        each.does().in(language),
                        each.shows().in(language),
                        names.getOrDefault(each.competency(), each.competency())))
                .toList(),
            found.size()));
  }

  /// What the form begins with: the library's sentence and measure, from today for six weeks.
  private FormState begun(Viewer viewer, String behaviour) {
    String language = pages.words().locale().getLanguage();
    Optional<Behaviour> chosen = Behaviours.find(behaviour);
    return FormState.of(
        "behaviour", chosen.map(Behaviour::id).orElse(""),
        "doing", chosen.map(each -> each.does().in(language)).orElse(""),
        "success", chosen.map(each -> each.shows().in(language)).orElse(""),
        "starts", viewer.today(),
        "review", viewer.today().plusWeeks(USUAL_WEEKS));
  }

  @PostMapping("/growth/plan")
  @Open(because = OWN)
  Object begin(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    FocusForm.Sent sent = FocusForm.read(form);
    Outcome<UUID> outcome =
        sent.wrong().isEmpty()
            ? plans.begin(viewer, sent.input(), form.get("key"))
            : Outcome.refused(sent.wrong());
    return switch (outcome) {
      case Done<UUID>(UUID id) -> {
        Toasts.leave(response, pages.words().text("plan.begun"), null);
        yield "redirect:/growth/plan/" + id;
      }
      case Refused<UUID> refused -> again(null, form, refused, 1);
    };
  }

  @GetMapping("/growth/plan/{id}")
  @Guarded(record = "development-plan", act = "read", fields = "plan")
  ModelAndView one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return page(found(viewer, id), FormState.EMPTY, FormState.EMPTY, Idempotency.freshKey());
  }

  @GetMapping("/growth/plan/{id}/edit")
  @Guarded(record = "development-plan", act = "change", fields = "plan")
  ModelAndView edit(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Focus focus = mine(viewer, id);
    return form(focus, FocusForm.of(focus), Idempotency.freshKey(), focus.version());
  }

  @PostMapping("/growth/plan/{id}/edit")
  @Guarded(record = "development-plan", act = "change", fields = "plan")
  Object change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    Focus focus = mine(viewer, id);
    long version = version(form);
    FocusForm.Sent sent = FocusForm.read(form);
    Outcome<UUID> outcome =
        sent.wrong().isEmpty()
            ? plans.change(viewer, id, version, sent.input(), form.get("key"))
            : Outcome.refused(sent.wrong());
    return switch (outcome) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("plan.changed"), null);
        yield "redirect:/growth/plan/" + id;
      }
      case Refused<UUID> refused -> {
        boolean stale =
            refused.reasons().stream().anyMatch(each -> each.kind() == Reason.Kind.STALE);
        yield again(focus, form, refused, stale ? focus.version() : version);
      }
    };
  }

  ModelAndView page(Focus focus, FormState note, FormState end, String key) {
    Words words = pages.words();
    SeenBy seenBy =
        focus.mine()
            ? FocusRules.seenBy(words, focus.shared())
            : FocusRules.seenBy(words, focus.personName());
    return pages.show(
        "growth/focus",
        words.text(focus.mine() ? "plan.one" : "plan.one-of", focus.personName()),
        Place.GROWTH,
        seenBy,
        new FocusPage(focus, note, end, key, seenBy));
  }

  private ModelAndView again(
      @Nullable Focus focus, Map<String, String> sent, Refused<UUID> refused, long version) {
    ModelAndView page =
        form(
            focus,
            FormState.refused(sent, refused),
            sent.getOrDefault("key", Idempotency.freshKey()),
            version);
    page.setStatus(Errors.status(refused.reasons()));
    return page;
  }

  private ModelAndView form(@Nullable Focus focus, FormState form, String key, long version) {
    Words words = pages.words();
    SeenBy seenBy = FocusRules.seenBy(words, focus != null && focus.shared());
    return pages.show(
        "growth/focusForm",
        words.text(focus == null ? "plan.new" : "plan.edit"),
        Place.GROWTH,
        seenBy,
        new FormPage(
            focus,
            form,
            key,
            version,
            seenBy,
            Behaviours.find(form.value("behaviour")).map(Behaviour::competency).orElse(null)));
  }

  Focus found(Viewer viewer, UUID id) {
    return plans.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private Focus mine(Viewer viewer, UUID id) {
    Focus focus = found(viewer, id);
    if (!focus.mine()) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return focus;
  }

  private static long version(Map<String, String> form) {
    String sent = form.getOrDefault("version", "");
    return sent.matches("\\d{1,18}") ? Long.parseLong(sent) : 0;
  }
}
