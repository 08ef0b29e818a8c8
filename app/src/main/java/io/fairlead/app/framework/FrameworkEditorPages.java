package io.fairlead.app.framework;

import io.fairlead.app.framework.FrameworkPage.Comparison;
import io.fairlead.app.framework.FrameworkPage.Editor;
import io.fairlead.app.framework.FrameworkPage.Kept;
import io.fairlead.app.framework.FrameworkPage.Row;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.framework.Finding;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.FrameworkLint;
import io.fairlead.methods.framework.Parsed;
import io.fairlead.methods.framework.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Changing the framework: form and document side by side over one text, its rehearsal, the
/// difference from what is in force, and putting it in force now or on a day.
@Controller
class FrameworkEditorPages {
  private static final List<Integer> SPANS = List.of(Rehearsals.WEEKS, 26, 52);

  private final Frameworks frameworks;
  private final FrameworkDrafts drafts;
  private final PlannedChanges changes;
  private final Rehearsals rehearsals;
  private final EffectSaid effects;
  private final Pages pages;
  private final Policy policy;

  FrameworkEditorPages(
      Frameworks frameworks,
      FrameworkDrafts drafts,
      PlannedChanges changes,
      Rehearsals rehearsals,
      EffectSaid effects,
      Pages pages,
      Policy policy) {
    this.frameworks = frameworks;
    this.drafts = drafts;
    this.changes = changes;
    this.rehearsals = rehearsals;
    this.effects = effects;
    this.pages = pages;
    this.policy = policy;
  }

  /// What every step of the form carries along.
  ///
  /// @param version in force when the document was begun
  /// @param draft under which it is kept
  /// @param saved the draft's version that this window last saw, 0 for none
  private record Carried(String document, int version, UUID draft, long saved, int weeks) {
    private static Carried of(MultiValueMap<String, String> form) {
      return new Carried(
          plain(text(form, "document")),
          whole(form, "version"),
          id(text(form, "draft")),
          whole(form, "saved"),
          SPANS.contains(whole(form, "weeks")) ? whole(form, "weeks") : Rehearsals.WEEKS);
    }

    private Carried with(String text) {
      return new Carried(text, version, draft, saved, weeks);
    }

    private Carried savedAs(long number) {
      return new Carried(document, version, draft, number, weeks);
    }

    private static String text(MultiValueMap<String, String> form, String name) {
      String value = form.getFirst(name);
      return value == null ? "" : value;
    }

    private static int whole(MultiValueMap<String, String> form, String name) {
      String value = text(form, name);
      return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
    }

    private static UUID id(String value) {
      try {
        return UUID.fromString(value);
      } catch (IllegalArgumentException e) {
        return UUID.randomUUID();
      }
    }
  }

  @GetMapping("/studio/framework/edit")
  @Guarded(record = "framework", act = "change", fields = "document")
  ModelAndView edit(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam Optional<Integer> from,
      @RequestParam Optional<String> starter) {
    require(viewer);
    FrameworkVersion inForce = frameworks.inForce();
    String text =
        starter.isPresent()
            ? StarterFramework.find(starter.get())
                .orElseThrow(() -> new RefusedException(Reason.notFound()))
                .textFor(inForce)
            : from.map(this::found).orElse(inForce).document().text();
    return begun(viewer, text, inForce.number());
  }

  /// A document from a file; nothing is kept of it before it is changed here.
  @PostMapping("/studio/framework/file")
  @Guarded(record = "framework", act = "change", fields = "document")
  ModelAndView upload(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(required = false) @Nullable MultipartFile file)
      throws IOException {
    require(viewer);
    if (file == null || file.isEmpty()) {
      throw new RefusedException(Reason.invalid("file", "framework.file-missing"));
    }
    if (file.getSize() > 4L * FrameworkDocument.LONGEST) {
      throw new RefusedException(Reason.invalid("file", "framework.file-too-long"));
    }
    String text;
    try {
      text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getBytes())).toString();
    } catch (CharacterCodingException e) {
      throw new RefusedException(Reason.invalid("file", "framework.file-not-text"));
    }
    return begun(
        viewer,
        plain(text.startsWith("\uFEFF") ? text.substring(1) : text),
        frameworks.inForce().number());
  }

  private ModelAndView begun(Viewer viewer, String text, int version) {
    return editor(
        viewer,
        new Carried(text, version, UUID.randomUUID(), 0, Rehearsals.WEEKS),
        new FormWriting.Written(text, Map.of(), Map.of()),
        null);
  }

  @GetMapping("/studio/framework/drafts/{id}")
  @Guarded(record = "framework", act = "read", fields = "draft")
  ModelAndView draft(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    FrameworkDraft draft =
        drafts.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return editor(
        viewer,
        new Carried(draft.document(), draft.basedOn(), id, draft.version(), Rehearsals.WEEKS),
        new FormWriting.Written(draft.document(), Map.of(), Map.of()),
        Kept.at(draft));
  }

  @PostMapping("/studio/framework/drafts/{id}/removal")
  @Guarded(record = "framework", act = "change", fields = "draft")
  String discard(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response) {
    switch (drafts.discard(viewer, id)) {
      case Done<UUID>(UUID undo) ->
          Toasts.leave(response, pages.words().text("framework.draft.discarded"), undo);
      case Refused<UUID> refused -> throw new RefusedException(refused);
    }
    return "redirect:/studio/framework";
  }

  /// Writes what the fields say into the text, keeps it as a draft, and explains the result.
  @PostMapping({"/studio/framework/check", "/studio/framework/settings"})
  @Guarded(record = "framework", act = "change", fields = "document")
  ModelAndView check(
      @AuthenticationPrincipal Viewer viewer, @RequestParam MultiValueMap<String, String> form) {
    require(viewer);
    return editor(viewer, Carried.of(form), form);
  }

  private ModelAndView editor(Viewer viewer, Carried carried, MultiValueMap<String, String> form) {
    FormWriting.Written written = FormWriting.into(carried.document(), form);
    Carried now = carried.with(written.text());
    boolean begun =
        now.saved() > 0 || !written.text().equals(frameworks.inForce().document().text());
    if (!begun) {
      return editor(viewer, now, written, null);
    }
    return drafts
        .save(viewer, now.draft(), written.text(), now.version(), now.saved())
        .map(saved ->
            editor(
                viewer,
                saved.kept() ? now.savedAs(saved.draft().version()) : now,
                written,
                saved.kept() ? Kept.at(saved.draft()) : Kept.elsewhere(saved.draft())))
        .orElseGet(() -> editor(viewer, now, written, null));
  }

  @PostMapping("/studio/framework/comparison")
  @Guarded(record = "framework", act = "change", fields = "document")
  ModelAndView compare(
      @AuthenticationPrincipal Viewer viewer, @RequestParam MultiValueMap<String, String> form) {
    require(viewer);
    Carried carried = Carried.of(form);
    FormWriting.Written written = FormWriting.into(carried.document(), form);
    if (!written.wrong().isEmpty()) {
      return editor(viewer, carried, form);
    }
    Carried typed = carried.with(written.text());
    // What was typed in the last moment is the draft's too, unless another window has it.
    Carried now =
        typed.saved() == 0
            ? typed
            : drafts
                .save(viewer, typed.draft(), typed.document(), typed.version(), typed.saved())
                .filter(FrameworkDrafts.Saved::kept)
                .map(saved -> typed.savedAs(saved.draft().version()))
                .orElse(typed);
    return comparison(viewer, now, new Asked("", "", UUID.randomUUID()), List.of());
  }

  /// What is asked for on the last step.
  ///
  /// @param from the day on which it comes into force, as it was typed; empty for now
  private record Asked(String reason, String from, UUID key) {
    private static Asked of(MultiValueMap<String, String> form) {
      return new Asked(
          Carried.text(form, "reason"),
          Carried.text(form, "when").equals("later") ? Carried.text(form, "from") : "",
          Carried.id(Carried.text(form, "key")));
    }
  }

  /// Puts a document in force, or plans it for a day.
  @PostMapping("/studio/framework/versions")
  @Guarded(record = "framework", act = "change", fields = "document")
  Object apply(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam MultiValueMap<String, String> form,
      HttpServletResponse response) {
    Carried carried = Carried.of(form);
    Asked asked = Asked.of(form);
    FrameworkInput input =
        new FrameworkInput(
            carried.document(), asked.reason(), carried.version(), asked.key().toString());
    Words words = pages.words();
    Outcome<String> outcome =
        Carried.text(form, "when").equals("later")
            ? later(viewer, input, asked.from(), words)
            : now(viewer, input, words);
    return switch (outcome) {
      case Done<String>(String sentence) -> {
        drafts.forget(viewer, carried.draft(), carried.document());
        Toasts.leave(response, sentence, null);
        yield "redirect:/studio/framework";
      }
      case Refused<String>(List<Reason> reasons) -> {
        ModelAndView page = comparison(viewer, carried, asked, reasons);
        page.setStatus(Errors.status(reasons));
        yield page;
      }
    };
  }

  private Outcome<String> later(Viewer viewer, FrameworkInput input, String from, Words words) {
    LocalDate day;
    try {
      day = LocalDate.parse(from);
    } catch (DateTimeParseException e) {
      return Outcome.refused(Reason.invalid("from", "framework.day-missing"));
    }
    return switch (changes.plan(viewer, input, day)) {
      case Done<UUID> _ -> Outcome.done(words.text("framework.planned", words.plainDate(day)));
      case Refused<UUID>(List<Reason> reasons) -> Outcome.refused(reasons);
    };
  }

  private Outcome<String> now(Viewer viewer, FrameworkInput input, Words words) {
    return switch (frameworks.apply(viewer, input)) {
      case Done<Integer>(Integer number) -> Outcome.done(words.text("framework.applied", number));
      case Refused<Integer>(List<Reason> reasons) -> Outcome.refused(reasons);
    };
  }

  @PostMapping("/studio/framework/plans/{id}/withdrawal")
  @Guarded(record = "framework", act = "change", fields = "document")
  String withdraw(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response) {
    switch (changes.withdraw(viewer, id, null)) {
      case Done<UUID> _ -> Toasts.leave(response, pages.words().text("framework.withdrawn"), null);
      case Refused<UUID> refused -> throw new RefusedException(refused);
    }
    return "redirect:/studio/framework";
  }

  /// Starts a new change from one that was planned.
  @GetMapping("/studio/framework/plans/{id}")
  @Guarded(record = "framework", act = "change", fields = "document")
  ModelAndView planned(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    require(viewer);
    PlannedChange change =
        changes.find(id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return begun(viewer, change.document(), frameworks.inForce().number());
  }

  private ModelAndView editor(
      Viewer viewer, Carried carried, FormWriting.Written written, @Nullable Kept kept) {
    Words words = pages.words();
    Editor editor =
        switch (FrameworkDocument.parse(written.text())) {
          case Parsed.Rejected(List<Problem> problems) ->
              new Editor(
                  written.text(),
                  carried.version(),
                  carried.draft(),
                  carried.saved(),
                  kept,
                  null,
                  problems.stream().map(Problem::toString).toList(),
                  List.of(),
                  null,
                  carried.weeks(),
                  SPANS);
          case Parsed.Read(FrameworkDocument document) -> {
            List<Finding> findings = FrameworkLint.lint(document);
            FrameworkForm form =
                FrameworkForm.of(
                    document, findings, written.typed(), said(words, written.wrong()), words);
            yield new Editor(
                written.text(),
                carried.version(),
                carried.draft(),
                carried.saved(),
                kept,
                form,
                List.of(),
                findings,
                rehearsals
                    .rehearsed(viewer, document.framework(), words.today(), carried.weeks())
                    .map(RehearsalView::new)
                    .orElse(null),
                carried.weeks(),
                SPANS);
          }
        };
    return show("framework/editor", "framework.edit", FrameworkPolicy.DRAFT, editor);
  }

  private static Map<String, String> said(Words words, Map<String, String> wrong) {
    Map<String, String> said = new LinkedHashMap<>();
    wrong.forEach((path, why) ->
        said.put(path, why.equals(FormWriting.NOT_BY_FIELD) ? words.text(why) : why));
    return said;
  }

  /// What would change; whoever is late sees it against what is in force now.
  private ModelAndView comparison(
      Viewer viewer, Carried carried, Asked asked, List<Reason> refused) {
    Words words = pages.words();
    return switch (frameworks.plan(viewer, carried.document())) {
      case Refused<FrameworkPlan>(List<Reason> reasons) when !isForbidden(reasons) ->
          editor(
              viewer,
              carried,
              new FormWriting.Written(carried.document(), Map.of(), Map.of()),
              null);
      case Refused<FrameworkPlan> forbidden -> throw new RefusedException(forbidden);
      case Done<FrameworkPlan>(FrameworkPlan plan) -> {
        boolean late = plan.inForce().number() != carried.version();
        List<Reason> wrong = refused.isEmpty() ? plan.refusals() : refused;
        yield show(
            "framework/comparison",
            "framework.compare",
            FrameworkPolicy.DOCUMENT,
            new Comparison(
                carried.document(),
                plan.inForce().number(),
                carried.draft(),
                carried.saved(),
                late ? UUID.randomUUID() : asked.key(),
                asked.reason(),
                asked.from(),
                words.today().plusDays(1),
                late
                    ? List.of(words.text("framework.late", plan.inForce().number()))
                    : wrong.stream().map(words::refusal).toList(),
                effects.said(words, plan, viewer),
                plan.findings(),
                lines(plan),
                changes.waiting().orElse(null)));
      }
    };
  }

  private static boolean isForbidden(List<Reason> reasons) {
    return reasons.stream().anyMatch(reason -> reason.kind() == Reason.Kind.FORBIDDEN);
  }

  private List<Row> lines(FrameworkPlan plan) {
    if (!plan.changesText()) {
      return List.of();
    }
    return LineDifference.between(plan.inForce().document().text(), plan.next().text()).stream()
        .map(line ->
            switch (line.kind()) {
              case SAME -> new Row(" ", Integer.toString(line.number()), line.text());
              case GONE -> new Row("-", Integer.toString(line.number()), line.text());
              case NEW -> new Row("+", Integer.toString(line.number()), line.text());
              case LEFT_OUT -> new Row(" ", "", "…");
            })
        .toList();
  }

  private FrameworkVersion found(int number) {
    return frameworks.find(number).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private void require(Viewer viewer) {
    if (!frameworks.mayChange(viewer)) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
  }

  /// Browsers send every line end of a form as two characters.
  private static String plain(String text) {
    return text.replace("\r\n", "\n");
  }

  private ModelAndView show(String template, String title, String fields, Object page) {
    Words words = pages.words();
    return pages.show(
        template,
        words.text(title),
        Place.STUDIO,
        policy.seenBy(words, FrameworkPolicy.RECORD, fields),
        page);
  }
}
