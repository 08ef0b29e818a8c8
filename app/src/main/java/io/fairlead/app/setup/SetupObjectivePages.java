package io.fairlead.app.setup;

import io.fairlead.app.goals.BusinessFunction;
import io.fairlead.app.goals.GoalExample;
import io.fairlead.app.goals.GoalLibrary;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The first run's step that leads to a first objective.
@Controller
public class SetupObjectivePages {
  private final Setup setup;
  private final SetupStages stages;
  private final GoalLibrary library;
  private final Pages pages;

  SetupObjectivePages(Setup setup, SetupStages stages, GoalLibrary library, Pages pages) {
    this.setup = setup;
    this.stages = stages;
    this.library = library;
    this.pages = pages;
  }

  public record ObjectivePage(SetupStages.Stage stage, List<GoalExample> examples, boolean goals) {
    public ObjectivePage {
      examples = List.copyOf(examples);
    }
  }

  @GetMapping("/setup/objective")
  @Guarded(record = "setup", act = "read", fields = "steps")
  ModelAndView objective(@AuthenticationPrincipal Viewer viewer) {
    stages.allowed(viewer);
    return stages.shown(
        "setup/objective",
        SetupStep.OBJECTIVE,
        null,
        new ObjectivePage(
            stages.stage(SetupStep.OBJECTIVE),
            library.all().stream()
                .filter(example -> example.function() == BusinessFunction.LEADERSHIP)
                .toList(),
            pages.words().uses(library)),
        FormState.EMPTY);
  }

  /// @param example to begin with; `own` for none, empty for no objective yet
  @PostMapping("/setup/objective")
  @Guarded(record = "setup", act = "change", fields = "steps")
  String begin(
      @AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String example) {
    SetupStages.done(setup.mark(viewer, SetupStep.OBJECTIVE, example.isEmpty()));
    if (example.isEmpty()) {
      return "redirect:" + SetupStep.READERS.path();
    }
    boolean known = library.all().stream().anyMatch(each -> each.id().equals(example));
    return "redirect:/goals/new?owner=organisation:" + (known ? "&example=" + example : "");
  }
}
