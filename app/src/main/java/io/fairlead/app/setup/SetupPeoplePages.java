package io.fairlead.app.setup;

import io.fairlead.app.people.PersonEntry;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The first run's step in which people are pasted, or a few written into fields, while their chart
/// draws itself.
@Controller
public class SetupPeoplePages {
  private static final int FIVE = 4;
  private final Setup setup;
  private final SetupStages stages;
  private final Policy policy;
  private final Pages pages;

  SetupPeoplePages(Setup setup, SetupStages stages, Policy policy, Pages pages) {
    this.setup = setup;
    this.stages = stages;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param fresh how many would be added
  /// @param toMe whether those without a manager report to the viewer
  public record PeoplePage(
      SetupStages.Stage stage,
      FormState form,
      boolean toMe,
      boolean five,
      Sketch sketch,
      List<String> problems,
      int fresh,
      UUID key) {
    public PeoplePage {
      problems = List.copyOf(problems);
    }
  }

  @GetMapping("/setup/people")
  @Guarded(record = "setup", act = "read", fields = "steps")
  ModelAndView people(
      @AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String how) {
    stages.allowed(viewer);
    return people(viewer, Map.of("how", how, "toMe", "true"), FormState.EMPTY);
  }

  private ModelAndView people(Viewer viewer, Map<String, String> sent, FormState form) {
    Words words = pages.words();
    PastedPeople pasted = setup.pasted(viewer, text(sent));
    List<PersonEntry> here = setup.here(viewer);
    boolean toMe = sent.containsKey("toMe");
    return stages.shown(
        "setup/people",
        SetupStep.PEOPLE,
        policy.seenBy(words, "person", "directory"),
        new PeoplePage(
            stages.stage(SetupStep.PEOPLE),
            form.wasRefused() ? form : new FormState(sent, List.of()),
            toMe,
            "five".equals(sent.get("how")),
            Sketch.of(here, pasted.rows(), toMe ? viewer.person() : null),
            pasted.problems().stream()
                .map(problem ->
                    words.text(
                        "setup.people.wrong." + problem.code(), problem.line(), problem.what()))
                .toList(),
            pasted.rows().size(),
            UUID.fromString(
                sent.getOrDefault("key", "").matches("[0-9a-f-]{36}")
                    ? sent.get("key")
                    : Idempotency.freshKey())),
        form);
  }

  /// What was pasted, or the few that were written into fields, as one text.
  private static String text(Map<String, String> sent) {
    if (!"five".equals(sent.get("how"))) {
      return sent.getOrDefault("pasted", "");
    }
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= FIVE; i++) {
      List<String> cells = new ArrayList<>();
      for (String field : List.of("name", "email", "title")) {
        cells.add(
            '"' + sent.getOrDefault(field + i, "").replace('\t', ' ').replace("\"", "\"\"") + '"');
      }
      text.append(String.join("\t", cells)).append('\n');
    }
    return text.toString();
  }

  /// The chart of what is in the form, while it is being written.
  @PostMapping("/setup/people/chart")
  @Guarded(record = "setup", act = "read", fields = "steps")
  ModelAndView chart(
      @AuthenticationPrincipal Viewer viewer, @RequestParam Map<String, String> sent) {
    stages.allowed(viewer);
    return people(viewer, sent, FormState.EMPTY);
  }

  @PostMapping("/setup/people")
  @Guarded(record = "setup", act = "change", fields = "steps")
  Object add(@AuthenticationPrincipal Viewer viewer, @RequestParam Map<String, String> sent) {
    if (sent.containsKey("skip")) {
      SetupStages.done(setup.mark(viewer, SetupStep.PEOPLE, true));
      return "redirect:" + SetupStep.OBJECTIVE.path();
    }
    return switch (setup.add(viewer, text(sent), sent.containsKey("toMe"), sent.get("key"))) {
      case Done<Integer> _ -> "redirect:" + SetupStep.OBJECTIVE.path();
      case Refused<Integer> refused -> people(viewer, sent, SetupStages.refused(sent, refused));
    };
  }
}
