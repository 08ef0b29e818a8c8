package io.fairlead.app.goals;

import io.fairlead.app.goals.Editor.Saving;
import io.fairlead.app.goals.ObjectiveInput.WatchedInput;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The editor: an objective, its key results as sentences and what is watched, on one screen. Every
/// button works without a script: each posts the whole form with the `step` it stands for.
@Controller
class EditorPages {
  /// How long somebody has who takes an example to find out where it stands today.
  private static final int DAYS_TO_MEASURE = 14;

  private final Editor editor;
  private final GoalLibrary library;
  private final Pages pages;
  private final Clock clock;

  EditorPages(Editor editor, GoalLibrary library, Pages pages, Clock clock) {
    this.editor = editor;
    this.library = library;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/goals/new")
  @Open(because = "everyone drafts for themself; for whom else is checked")
  ModelAndView fresh(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String cycle,
      @RequestParam(defaultValue = "") String parent,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "write") String tab,
      @RequestParam(defaultValue = "") String example,
      @RequestParam(defaultValue = "") String function,
      @RequestParam(defaultValue = "") String situation,
      @RequestParam(defaultValue = "") String search) {
    Words words = pages.words();
    EditorForm form = editor.fresh(viewer, cycle, words).with("parent", parent);
    if (!owner.isEmpty()) {
      form = form.with("owner", owner);
    }
    if (!example.isEmpty()) {
      form =
          library
              .find(example)
              .orElseThrow(() -> new RefusedException(Reason.notFound()))
              .form(form, words.today().plusDays(DAYS_TO_MEASURE));
    }
    if (tab.equals("example") && example.isEmpty()) {
      return library(words, form.value("cycle"), function, situation, search);
    }
    return shown(
        editor.page(
            viewer,
            words,
            null,
            0,
            form.begun(),
            tab.equals("paste") && example.isEmpty() ? tab : "write",
            -1,
            List.of(),
            null,
            ""));
  }

  private ModelAndView library(
      Words words, String cycle, String function, String situation, String search) {
    return pages.show(
        "goals/library",
        words.text("editor.new"),
        Place.GOALS,
        null,
        new GoalLibraryPage(
            function,
            situation,
            search,
            cycle,
            library.matching(
                BusinessFunction.find(function).orElse(null),
                Situation.find(situation).orElse(null),
                search)));
  }

  @GetMapping("/goals/{id}/edit")
  @Guarded(record = "objective", act = "change", fields = "goal")
  ModelAndView stored(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Objective objective = changeable(viewer, id);
    return shown(
        editor.page(
            viewer,
            pages.words(),
            objective,
            objective.version(),
            editor.form(viewer, objective).begun(),
            "write",
            -1,
            List.of(),
            null,
            ""));
  }

  private Objective changeable(Viewer viewer, UUID id) {
    Objective objective =
        editor.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    if (!objective.mayChange()) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return objective;
  }

  @PostMapping("/goals/new")
  @Open(because = "everyone drafts for themself; for whom else is checked")
  Object draft(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    EditorForm form = EditorForm.of(taken(sent));
    String step = sent.getOrDefault("step", "save");
    EditorForm stepped = stepped(form, step, sent);
    if (isPreparing(step)) {
      return again(viewer, null, 0, stepped, step, null, HttpStatus.OK);
    }
    Saving saving = editor.draft(viewer, form, sent.getOrDefault("key", ""));
    return after(viewer, null, saving, step, response);
  }

  @PostMapping("/goals/{id}/edit")
  @Guarded(record = "objective", act = "change", fields = "goal")
  Object change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") long version,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    Objective before = changeable(viewer, id);
    EditorForm form = EditorForm.of(taken(sent));
    String step = sent.getOrDefault("step", "save");
    EditorForm stepped = stepped(form, step, sent);
    if (isPreparing(step)) {
      return again(viewer, before, version, stepped, step, null, HttpStatus.OK);
    }
    return after(viewer, before, editor.save(viewer, id, form, version), step, response);
  }

  /// What an autosave says back.
  ///
  /// @param rows the ids of the key results, in the order of the rows that are not blank
  record Saved(@Nullable UUID id, long version, String sentence, List<String> rows, boolean stop) {}

  @PostMapping("/goals/saving")
  @Open(because = "everyone drafts for themself; for whom else is checked")
  ResponseEntity<Saved> autosaveDraft(
      @AuthenticationPrincipal Viewer viewer, @RequestParam Map<String, String> sent) {
    return saved(editor.draft(viewer, EditorForm.of(sent), sent.getOrDefault("key", "")).outcome());
  }

  @PostMapping("/goals/{id}/saving")
  @Guarded(record = "objective", act = "change", fields = "goal")
  ResponseEntity<Saved> autosave(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") long version,
      @RequestParam Map<String, String> sent) {
    Objective now = changeable(viewer, id);
    if (now.version() != version) {
      return saved(Outcome.refused(Reason.of(Reason.Kind.STALE, "goals.both")));
    }
    return saved(editor.save(viewer, id, EditorForm.of(sent), version).outcome());
  }

  private ResponseEntity<Saved> saved(Outcome<Objective> outcome) {
    Words words = pages.words();
    return switch (outcome) {
      case Done<Objective>(Objective objective) ->
          ResponseEntity.ok()
              .contentType(MediaType.APPLICATION_JSON)
              .body(
                  new Saved(
                      objective.id(),
                      objective.version(),
                      words.text("editor.saved", words.time(clock.instant())),
                      objective.plan().keyResults().stream().map(one -> "" + one.id()).toList(),
                      false));
      case Refused<Objective>(List<Reason> reasons) ->
          ResponseEntity.status(Errors.status(reasons))
              .contentType(MediaType.APPLICATION_JSON)
              .body(
                  new Saved(
                      null,
                      0,
                      words.text("editor.not-saved", words.refusal(reasons.getFirst())),
                      List.of(),
                      reasons.getFirst().kind() != Reason.Kind.INVALID));
    };
  }

  @PostMapping("/goals/preview")
  @Open(because = "computes on what was sent and reads nobody's records")
  ModelAndView preview(
      @RequestParam Map<String, String> sent,
      @RequestParam(name = "try", defaultValue = "70") int share) {
    EditorForm form = EditorForm.of(sent);
    return pages.show(
        "goals/editorPreview",
        "",
        Place.GOALS,
        null,
        editor.preview(
            form,
            pages.words(),
            Math.clamp(share, 0, 100),
            Set.copyOf(Arrays.asList(sent.getOrDefault("waived", "").split(" ", -1)))));
  }

  /// Where two wrote into one field, the other's wording is taken if that was chosen.
  private static Map<String, String> taken(Map<String, String> sent) {
    Map<String, String> form = new HashMap<>(sent);
    sent.forEach((name, value) -> {
      if (name.startsWith("take.") && value.equals("theirs")) {
        String field = name.substring("take.".length());
        form.put(field, sent.getOrDefault("theirs." + field, ""));
      }
    });
    return form;
  }

  static Optional<UUID> identifier(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static boolean isPreparing(String step) {
    return step.equals("add")
        || step.equals("watch")
        || step.equals("paste")
        || step.startsWith("remove-")
        || step.startsWith("limit-");
  }

  /// The form after a step that only prepares; itself for one that stores.
  private static EditorForm stepped(EditorForm form, String step, Map<String, String> sent) {
    if (step.equals("add")) {
      return form.withRow(EditorRow.EMPTY);
    }
    if (step.equals("paste")) {
      return form.withPasted(sent.getOrDefault("document", ""));
    }
    if (step.startsWith("remove-")) {
      return form.withoutRow(index(step));
    }
    if (step.startsWith("limit-")) {
      return limited(form, index(step));
    }
    return form;
  }

  private static int index(String step) {
    try {
      return Integer.parseInt(step.substring(step.indexOf('-') + 1));
    } catch (NumberFormatException notARow) {
      return -1;
    }
  }

  /// What is only watched becomes a key result to be kept within limits.
  private static EditorForm limited(EditorForm form, int index) {
    if (index < 0 || index >= form.watched().size()) {
      return form;
    }
    List<WatchedInput> rest = new ArrayList<>(form.watched());
    WatchedInput limit = rest.remove(index);
    return form.withWatched(rest)
        .withRow(EditorRow.EMPTY.with("shape", "keep").with("title", limit.name()));
  }

  private Object after(
      Viewer viewer,
      @Nullable Objective before,
      Saving saving,
      String step,
      HttpServletResponse response) {
    if (saving.outcome() instanceof Refused<Objective>(List<Reason> reasons)) {
      if (reasons.getFirst().kind() != Reason.Kind.INVALID
          && reasons.getFirst().kind() != Reason.Kind.STALE) {
        throw new RefusedException(reasons);
      }
      return again(
          viewer, before, saving.version(), saving.form(), "save", saving, Errors.status(reasons));
    }
    Objective stored = saving.outcome().orThrow();
    Words words = pages.words();
    Outcome<Objective> next =
        switch (step) {
          case "ask" -> asked(viewer, stored, saving.form());
          case "publish" -> editor.publish(viewer, stored.id());
          default -> Outcome.done(stored);
        };
    if (next instanceof Refused<Objective>(List<Reason> reasons)) {
      Saving refused = new Saving(next, saving.form(), stored.version(), List.of(), false, "");
      return again(
          viewer,
          stored,
          stored.version(),
          editor.form(viewer, stored).withWishesOf(saving.form()),
          "save",
          refused,
          Errors.status(reasons));
    }
    String toast =
        switch (step) {
          case "ask" -> words.text("editor.asked");
          case "publish" -> words.text("editor.published");
          default ->
              saving.merged()
                  ? words.text("editor.merged", saving.other())
                  : words.text("editor.saved", words.time(clock.instant()));
        };
    boolean published = stored.state() == ObjectiveState.ACTIVE;
    Toasts.leave(response, toast, published ? editor.undo(viewer, stored.id()).orElse(null) : null);
    boolean staying = !step.equals("ask") && !step.equals("publish");
    return "redirect:/goals/" + stored.id() + (staying ? "/edit" : "");
  }

  private Outcome<Objective> asked(Viewer viewer, Objective stored, EditorForm form) {
    return editor.ask(viewer, stored, form.wishes());
  }

  private ModelAndView again(
      Viewer viewer,
      @Nullable Objective objective,
      long version,
      EditorForm form,
      String step,
      @Nullable Saving saving,
      HttpStatus status) {
    List<Reason> reasons =
        saving != null && saving.outcome() instanceof Refused<Objective>(List<Reason> why)
            ? why
            : List.of();
    boolean added = step.equals("add") || step.startsWith("limit-");
    EditorForm shown =
        (step.equals("watch") ? form.withWatched(withBlank(form.watched())) : form).begun();
    ModelAndView view =
        shown(
            editor.page(
                viewer,
                pages.words(),
                objective,
                version,
                shown,
                "write",
                added ? shown.rows().size() - 1 : -1,
                saving != null && !saving.clashes().isEmpty() ? List.of() : reasons,
                saving,
                ""));
    view.setStatus(status);
    return view;
  }

  private static List<WatchedInput> withBlank(List<WatchedInput> watched) {
    List<WatchedInput> more = new ArrayList<>(watched);
    more.add(new WatchedInput("", "", ""));
    return more;
  }

  private ModelAndView shown(EditorPage page) {
    Words words = pages.words();
    String title = words.text(page.id() == null ? "editor.new" : "editor.edit");
    String who =
        page.state() == ObjectiveState.DRAFT || page.state() == ObjectiveState.PROPOSED
            ? page.parent()
                .filter(
                    parent -> !parent.beside().isEmpty() && page.state() == ObjectiveState.DRAFT)
                .map(parent -> words.text("editor.seen.asking", parent.beside()))
                .orElseGet(() -> GoalRules.seenBy(words, page.state().code(), "").sentence())
            : page.published().sentence();
    return pages.show(
        "goals/editor", title, Place.GOALS, new SeenBy(who, "/policy#objective-goal"), page);
  }
}
