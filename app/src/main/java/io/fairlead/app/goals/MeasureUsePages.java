package io.fairlead.app.goals;

import io.fairlead.app.measures.MeasureCard;
import io.fairlead.app.measures.MeasureList;
import io.fairlead.app.measures.MeasureQuery;
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
import io.fairlead.app.platform.web.Sparkline;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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

/// The measures of an objective: which gives a key result its values, which guards it, which is
/// watched; and from something that left its range, an objective that brings it back.
@Controller
public class MeasureUsePages {
  /// Measures that are offered in the form; of more, one is found on its own page.
  private static final int OFFERED = 200;

  private final MeasureUses uses;
  private final Restoring restoring;
  private final Objectives objectives;
  private final MeasureList measures;
  private final Pages pages;
  private final Policy policy;

  MeasureUsePages(
      MeasureUses uses,
      Restoring restoring,
      Objectives objectives,
      MeasureList measures,
      Pages pages,
      Policy policy) {
    this.uses = uses;
    this.restoring = restoring;
    this.objectives = objectives;
    this.measures = measures;
    this.pages = pages;
    this.policy = policy;
  }

  /// @param said what it does and how it stands, in a sentence
  /// @param line its values in small; null where there are none to be seen
  public record Row(
      UUID id,
      @Nullable UUID measure,
      String name,
      String said,
      boolean worse,
      @Nullable Sparkline line) {
    static Row of(Words words, MeasureUse use) {
      boolean hidden = use.measure() == null;
      String name = hidden ? words.text("measure-use.hidden") : use.name();
      return new Row(
          use.id(),
          use.measure(),
          use.slice().isEmpty() ? name : words.text("measure-use.part", name, use.slice()),
          hidden
              ? role(words, use)
              : words.text("measure-use.said", role(words, use), now(words, use)),
          use.worse(),
          use.values().isEmpty() ? null : Sparkline.of(use.values()));
    }

    private static String role(Words words, MeasureUse use) {
      String keyResult = use.keyResultTitle();
      return keyResult == null
          ? words.text("measure-use.watched")
          : words.text("measure-use." + use.role().code(), keyResult);
    }

    private static String now(Words words, MeasureUse use) {
      Double value = use.lastValue();
      LocalDate day = use.lastDay();
      if (value == null || day == null) {
        return words.text("measures.no-values");
      }
      String latest =
          words.text(
              "measure-use.latest",
              words.number(value, use.decimals()),
              use.unit(),
              words.date(day));
      return use.worse() && use.role() == MeasureUse.Role.GUARDS
          ? words.text("measure-use.warns", latest)
          : latest;
    }
  }

  /// What may be chosen and what was sent.
  public record UsesPage(
      UUID objective,
      String title,
      boolean mayChange,
      List<Row> rows,
      List<Option> roles,
      List<Option> keyResults,
      List<Option> measures,
      List<Option> ways,
      FormState form,
      String key) {}

  @GetMapping("/goals/{id}/measures")
  @Guarded(record = "objective", act = "read", fields = "goal")
  ModelAndView measures(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return page(viewer, id, FormState.EMPTY, Idempotency.freshKey());
  }

  @PostMapping("/goals/{id}/measures")
  @Guarded(record = "objective", act = "change", fields = "goal")
  Object begin(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    MeasureUses.Input input =
        new MeasureUses.Input(
            sent.get("role"),
            id(sent.get("keyResult")),
            id(sent.get("measure")),
            null,
            sent.get("name"),
            sent.get("unit"),
            sent.get("direction"));
    return switch (uses.begin(viewer, id, input, sent.get("key"))) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("measure-use.begun"), null);
        yield "redirect:/goals/" + id + "/measures";
      }
      case Refused<UUID> refused -> {
        Reason.Kind kind = refused.reasons().getFirst().kind();
        if (kind == Reason.Kind.NOT_FOUND || kind == Reason.Kind.FORBIDDEN) {
          throw new RefusedException(refused);
        }
        ModelAndView again =
            page(
                viewer,
                id,
                FormState.refused(sent, refused),
                sent.getOrDefault("key", Idempotency.freshKey()));
        again.setStatus(Errors.status(refused.reasons()));
        yield again;
      }
    };
  }

  @PostMapping("/goals/{id}/measures/{use}/end")
  @Guarded(record = "objective", act = "change", fields = "goal")
  String end(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID use,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    if (uses.end(viewer, id, use, key) instanceof Refused<UUID> refused) {
      throw new RefusedException(refused);
    }
    Toasts.leave(response, pages.words().text("measure-use.ended"), null);
    return "redirect:/goals/" + id + "/measures";
  }

  /// Drafts an objective that brings a measure back to its range.
  @PostMapping("/goals/from-measure/{measure}/{alert}")
  @Guarded(record = "measure", act = "change", fields = "figures")
  String restore(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID measure,
      @PathVariable UUID alert,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    return switch (restoring.draft(viewer, measure, alert, pages.words(), key)) {
      case Done<UUID>(UUID objective) -> {
        Toasts.leave(response, pages.words().text("measure-use.drafted"), null);
        yield "redirect:/goals/" + objective + "/edit";
      }
      case Refused<UUID> refused -> throw new RefusedException(refused);
    };
  }

  private ModelAndView page(Viewer viewer, UUID id, FormState form, String key) {
    Words words = pages.words();
    Objective objective =
        objectives.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return pages.show(
        "goals/measures",
        words.text("measure-use.title"),
        Place.GOALS,
        policy.seenBy(words, GoalRules.RECORD, GoalRules.GOAL),
        new UsesPage(
            id,
            objective.plan().title(),
            objective.mayChange() && objective.state().isOpen(),
            uses.of(viewer, id).stream().map(each -> Row.of(words, each)).toList(),
            Arrays.stream(MeasureUse.Role.values())
                .map(each -> new Option(each.code(), words.text("measure-use.role." + each.code())))
                .toList(),
            keyResults(words, objective),
            offered(viewer, words),
            List.of(
                new Option("higher", words.text("measures.way-long.higher")),
                new Option("lower", words.text("measures.way-long.lower")),
                new Option("target", words.text("measures.way-long.target"))),
            form,
            key));
  }

  private static List<Option> keyResults(Words words, Objective objective) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.text("measure-use.whole")));
    objective.plan().keyResults().stream()
        .filter(each ->
            each.id() != null
                && each.kind() != KeyResultKind.MILESTONES
                && each.kind() != KeyResultKind.YES_NO)
        .forEach(each -> options.add(new Option(String.valueOf(each.id()), each.title())));
    return options;
  }

  private List<Option> offered(Viewer viewer, Words words) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.text("measure-use.new")));
    for (MeasureCard each :
        measures.list(viewer, new MeasureQuery("", null, null, null, false, false, 0, OFFERED))) {
      options.add(new Option(each.measure().id().toString(), each.measure().plan().name()));
    }
    return options;
  }

  private static @Nullable UUID id(@Nullable String text) {
    return Optional.ofNullable(text)
        .filter(each -> each.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
        .map(UUID::fromString)
        .orElse(null);
  }
}
