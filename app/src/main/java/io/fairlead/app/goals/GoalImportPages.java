package io.fairlead.app.goals;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.methods.table.TableText;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Bringing goals from a file, as pages: upload or paste, say what is what, look, apply, take back.
@Controller
public class GoalImportPages {
  private static final String FIELD = "field.";
  private static final String CYCLE = "cycle.";

  private final GoalImport imports;
  private final Policy policy;
  private final Pages pages;

  GoalImportPages(GoalImport imports, Policy policy, Pages pages) {
    this.policy = policy;
    this.imports = imports;
    this.pages = pages;
  }

  /// The page that asks for a file.
  public record Ask(List<GoalImportRun> latest, List<String> errors, String pasted) {}

  /// The page of one file.
  ///
  /// @param remarks on its wording; none of them is in the way
  public record Look(
      GoalImport.Previewed previewed, List<String> errors, List<ImportRemark> remarks) {
    public int remarked() {
      return remarks.stream().mapToInt(ImportRemark::count).sum();
    }
  }

  @GetMapping("/goals/import")
  @Guarded(record = "goal-import", act = "import", fields = "goal")
  ModelAndView ask(@AuthenticationPrincipal Viewer viewer) {
    if (!GoalImport.mayImport(viewer)) {
      throw new RefusedException(Reason.notFound());
    }
    return asking(viewer, List.of(), "");
  }

  private ModelAndView asking(Viewer viewer, List<String> errors, String pasted) {
    return pages.show(
        "goals/import",
        pages.words().text("goals.import.title"),
        Place.GOALS,
        policy.seenBy(pages.words(), GoalRules.RECORD, GoalRules.GOAL),
        new Ask(imports.latest(viewer), errors, pasted));
  }

  @PostMapping("/goals/import")
  @Guarded(record = "goal-import", act = "import", fields = "goal")
  ModelAndView bring(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String text,
      HttpServletResponse response)
      throws IOException {
    String content = text;
    String name = pages.words().text("goals.import.pasted");
    if (file != null && !file.isEmpty()) {
      content = TableText.decoded(file.getBytes());
      String original = file.getOriginalFilename();
      name = original == null || original.isBlank() ? name : original;
    }
    return switch (imports.bring(viewer, name, content)) {
      case Outcome.Done<UUID>(UUID id) -> new ModelAndView("redirect:/goals/import/" + id);
      case Outcome.Refused<UUID> refused -> refused(viewer, refused, text);
    };
  }

  private ModelAndView refused(Viewer viewer, Outcome.Refused<UUID> refused, String text) {
    if (refused.reasons().getFirst().kind() == Reason.Kind.FORBIDDEN) {
      throw new RefusedException(Reason.notFound());
    }
    ModelAndView again = asking(viewer, sentences(refused), text);
    again.setStatus(io.fairlead.app.platform.web.Errors.status(refused.reasons()));
    return again;
  }

  private List<String> sentences(Outcome.Refused<?> refused) {
    return refused.reasons().stream().map(pages.words()::refusal).toList();
  }

  @GetMapping("/goals/import/{id}")
  @Guarded(record = "goal-import", act = "import", fields = "goal")
  ModelAndView look(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return looking(viewer, id, List.of());
  }

  private ModelAndView looking(Viewer viewer, UUID id, List<String> errors) {
    GoalImport.Previewed previewed =
        imports.preview(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return pages.show(
        "goals/importRun",
        previewed.run().fileName(),
        Place.GOALS,
        policy.seenBy(pages.words(), GoalRules.RECORD, GoalRules.GOAL),
        new Look(
            previewed,
            errors,
            previewed.run().state().equals("previewed")
                ? imports.remarks(previewed.plan(), pages.words())
                : List.of()));
  }

  @PostMapping("/goals/import/{id}/understanding")
  @Guarded(record = "goal-import", act = "import", fields = "goal")
  String understand(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form) {
    Map<String, String> fields = new LinkedHashMap<>();
    form.forEach((name, value) -> {
      if (name.startsWith(FIELD) && !value.isEmpty()) {
        fields.put(name.substring(FIELD.length()), value);
      }
    });
    ImportSettings settings =
        new ImportSettings(
            fields,
            form.getOrDefault("owner", ""),
            form.getOrDefault("cycle", ""),
            singleCycles(form),
            form.getOrDefault("state", "active"),
            form.containsKey("leaveUnreadable"),
            form.containsKey("baselineIsZero"));
    done(imports.understand(viewer, id, settings));
    return "redirect:/goals/import/" + id;
  }

  /// Each cycle's own choice; one that names days is made even where nothing else was chosen.
  private static Map<String, String> singleCycles(Map<String, String> form) {
    Map<String, String> cycles = new LinkedHashMap<>();
    form.forEach((field, choice) -> {
      if (!field.startsWith(CYCLE)) {
        return;
      }
      String name = field.substring(CYCLE.length());
      String firstDay = form.getOrDefault("starts." + name, "");
      String lastDay = form.getOrDefault("ends." + name, "");
      boolean named = !firstDay.isEmpty() || !lastDay.isEmpty();
      if (choice.equals("make") || (choice.isEmpty() && named)) {
        cycles.put(name, ImportSettings.making(firstDay, lastDay));
      } else if (!choice.isEmpty()) {
        cycles.put(name, choice);
      }
    });
    return cycles;
  }

  @PostMapping("/goals/import/{id}/application")
  @Guarded(record = "goal-import", act = "import", fields = "goal")
  ModelAndView apply(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "all") String extent,
      HttpServletResponse response) {
    GoalImport.Extent wanted =
        extent.equals("good") ? GoalImport.Extent.GOOD : GoalImport.Extent.ALL;
    return switch (imports.apply(viewer, id, wanted)) {
      case Outcome.Done<GoalImportRun.Counts>(GoalImportRun.Counts counts) -> {
        Toasts.leave(
            response,
            pages
                .words()
                .text(
                    "goals.import.applied",
                    counts.objectives(),
                    counts.keyResults(),
                    counts.parked()),
            null);
        yield new ModelAndView("redirect:/goals/import/" + id);
      }
      case Outcome.Refused<GoalImportRun.Counts> refused -> again(viewer, id, refused);
    };
  }

  @PostMapping("/goals/import/{id}/undo")
  @Guarded(record = "goal-import", act = "import", fields = "goal")
  ModelAndView undo(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response) {
    return switch (imports.undo(viewer, id)) {
      case Outcome.Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("goals.import.undone"), null);
        yield new ModelAndView("redirect:/goals/import/" + id);
      }
      case Outcome.Refused<UUID> refused -> again(viewer, id, refused);
    };
  }

  private ModelAndView again(Viewer viewer, UUID id, Outcome.Refused<?> refused) {
    if (refused.reasons().getFirst().kind() == Reason.Kind.FORBIDDEN) {
      throw new RefusedException(Reason.notFound());
    }
    ModelAndView view = looking(viewer, id, sentences(refused));
    view.setStatus(io.fairlead.app.platform.web.Errors.status(refused.reasons()));
    return view;
  }

  private static void done(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?> refused) {
      boolean hidden = refused.reasons().getFirst().kind() == Reason.Kind.FORBIDDEN;
      throw hidden ? new RefusedException(Reason.notFound()) : new RefusedException(refused);
    }
  }
}
