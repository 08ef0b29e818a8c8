package io.fairlead.app.setup;

import static io.fairlead.app.setup.SetupPolicy.SETUP;
import static io.fairlead.app.setup.SetupPolicy.STEPS;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import io.fairlead.app.setup.SetupStep.Way;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The first run as pages: where it goes on, of a large organisation all there is to do, and its
/// end. Each step can be left; the way back stands on every page until it is ended.
@Controller
public class SetupPages {
  private final Setup setup;
  private final SetupStages stages;
  private final Policy policy;
  private final Pages pages;

  SetupPages(Setup setup, SetupStages stages, Policy policy, Pages pages) {
    this.setup = setup;
    this.stages = stages;
    this.policy = policy;
    this.pages = pages;
  }

  /// Goes on where it was left; of a large organisation, shows all there is to do.
  @GetMapping("/setup")
  @Guarded(record = "setup", act = "read", fields = "steps")
  Object go(
      @AuthenticationPrincipal Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    stages.allowed(viewer);
    Optional<SetupState> state = setup.state();
    if (state.isEmpty() && !setup.isOpen()) {
      return "redirect:/";
    }
    SetupStages.leave(request, response, state.map(each -> !each.ended()).orElse(true));
    if (state.isEmpty()) {
      return "redirect:" + SetupStep.ORGANISATION.path();
    }
    if (state.get().way() == Way.LARGE) {
      return list(state.get());
    }
    return state.get().ended()
        ? "redirect:/"
        : "redirect:" + state.get().next().orElse(SetupStep.READERS).path();
  }

  /// What is to be done, in order.
  ///
  /// @param next the step to begin with; null when all are taken
  public record ListPage(List<Item> items, @Nullable String next, int taken, boolean ended) {
    public ListPage {
      items = List.copyOf(items);
    }
  }

  /// @param state `done`, `skipped` or `open`
  public record Item(String code, String state) {}

  private ModelAndView list(SetupState state) {
    Words words = pages.words();
    List<Item> items =
        state.steps().stream().map(step -> new Item(step.code(), state.said(step))).toList();
    return pages.show(
        "setup/list",
        words.text("setup.title"),
        Place.STUDIO,
        policy.seenBy(words, SETUP, STEPS),
        new ListPage(
            items, state.next().map(SetupStep::code).orElse(null), state.taken(), state.ended()));
  }

  /// Goes to the page on which a step is taken, or passes it over.
  @PostMapping("/setup/steps/{step}")
  @Guarded(record = "setup", act = "change", fields = "steps")
  String step(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String step,
      @RequestParam(defaultValue = "false") boolean skip) {
    SetupStep found =
        SetupStep.find(step).orElseThrow(() -> new RefusedException(Reason.notFound()));
    SetupStages.done(setup.mark(viewer, found, skip));
    return "redirect:" + (skip ? "/setup" : found.path());
  }

  @PostMapping("/setup/end")
  @Guarded(record = "setup", act = "change", fields = "steps")
  String end(
      @AuthenticationPrincipal Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    SetupStages.done(setup.end(viewer));
    SetupStages.leave(request, response, false);
    return "redirect:/";
  }
}
