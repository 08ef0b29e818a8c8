package io.fairlead.app.instruments;

import io.fairlead.app.instruments.InstrumentDrafts.Beginning;
import io.fairlead.app.instruments.InstrumentEditor.BeginPage;
import io.fairlead.app.instruments.InstrumentEditor.DocumentPage;
import io.fairlead.app.instruments.InstrumentEditor.PickPage;
import io.fairlead.app.instruments.OwnInstrument.Draft;
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
import io.fairlead.methods.instruments.ItemBank;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/// Writing an instrument: as a form, which needs no script, or as its document. Every button of the
/// form saves the draft first.
@Controller
public class InstrumentForms {
  private final Instruments instruments;
  private final InstrumentDrafts drafts;
  private final Policy policy;
  private final Pages pages;

  InstrumentForms(Instruments instruments, InstrumentDrafts drafts, Policy policy, Pages pages) {
    this.instruments = instruments;
    this.drafts = drafts;
    this.policy = policy;
    this.pages = pages;
  }

  @GetMapping("/feedback/instruments/new")
  @Guarded(record = "instrument", act = "change", fields = "draft")
  ModelAndView begin(
      @AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String from) {
    require(viewer);
    return beginning(FormState.of("from", from), Idempotency.freshKey());
  }

  @PostMapping("/feedback/instruments")
  @Guarded(record = "instrument", act = "change", fields = "draft")
  Object begun(@AuthenticationPrincipal Viewer viewer, @RequestParam Map<String, String> form) {
    return switch (drafts.begin(
        viewer, new Beginning(form.get("name"), form.get("from"), null), form.get("key"))) {
      case Done<String>(String id) -> "redirect:" + address(id, "/edit");
      case Refused<String> refused -> {
        forbidden(refused);
        yield refused(beginning(FormState.refused(form, refused), key(form)), refused);
      }
    };
  }

  private ModelAndView beginning(FormState form, String key) {
    Words words = pages.words();
    String language = InstrumentPages.language(words);
    List<Option> choices = new ArrayList<>();
    choices.add(new Option("", words.text("instruments.from-nothing")));
    instruments
        .published()
        .forEach(each -> choices.add(new Option(each.id(), each.name().in(language))));
    return show("new", words.text("instruments.new"), new BeginPage(choices, form, key));
  }

  /// Begins the next edition of one that was published.
  @PostMapping("/feedback/instruments/{id}/draft")
  @Guarded(record = "instrument", act = "change", fields = "draft")
  String next(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String id,
      @RequestParam Map<String, String> form) {
    if (drafts.next(viewer, id, version(form), form.get("key")) instanceof Refused<Long> refused) {
      throw new RefusedException(refused);
    }
    return "redirect:" + address(id, "/edit");
  }

  @GetMapping("/feedback/instruments/{id}/edit")
  @Guarded(record = "instrument", act = "change", fields = "draft")
  Object edit(@AuthenticationPrincipal Viewer viewer, @PathVariable String id) {
    OwnInstrument own = mine(viewer, id);
    return InstrumentFields.of(draft(own).document())
        .<Object>map(fields ->
            form(own, new FormState(fields.values(), List.of()), own.version(), freshKey()))
        .orElseGet(() -> "redirect:" + address(id, "/document"));
  }

  /// Saves the draft, then does what the button says: `publish`, `pick:sections.0`, or a change of
  /// rows.
  @PostMapping("/feedback/instruments/{id}/edit")
  @Guarded(record = "instrument", act = "change", fields = "draft")
  Object save(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    OwnInstrument own = mine(viewer, id);
    String act = form.getOrDefault("act", "");
    Map<String, String> sent = known(form, own);
    String document =
        InstrumentWriting.document(InstrumentIds.filled(InstrumentRows.after(act, sent)));
    return switch (drafts.save(viewer, id, version(form), document, form.get("key"))) {
      case Done<Long>(Long version) ->
          act.equals("publish")
              ? published(viewer, id, version, true, response)
              : saved(id, act, response);
      case Refused<Long> refused ->
          refused(
              form(own, FormState.refused(sent, refused), seen(own, form, refused), key(form)),
              refused);
    };
  }

  private Object saved(String id, String act, HttpServletResponse response) {
    if (act.startsWith("pick:sections.")) {
      return "redirect:"
          + address(
              id,
              "/items?section=" + act.substring("pick:sections.".length()).replaceAll("\\D", ""));
    }
    if (act.isEmpty()) {
      Toasts.leave(response, pages.words().text("instruments.saved"), null);
      return "redirect:" + address(id, "/edit");
    }
    String row = act.substring(act.indexOf(':') + 1);
    return "redirect:"
        + address(id, "/edit")
        + (row.matches("[a-z0-9.-]+") ? "#" + row.replaceFirst("\\.items.*$", "") : "");
  }

  /// @param byForm whether what is missing is said beside the fields, or else beside the document
  private Object published(
      Viewer viewer, String id, long version, boolean byForm, HttpServletResponse response) {
    return switch (drafts.publish(viewer, id, version, null)) {
      case Done<Integer>(Integer edition) -> {
        Toasts.leave(
            response, pages.words().text("instruments.published", Integer.toString(edition)), null);
        yield "redirect:" + address(id, "");
      }
      case Refused<Integer> refused -> {
        OwnInstrument own = mine(viewer, id);
        String document = draft(own).document();
        yield refused(
            InstrumentFields.of(document)
                .filter(_ -> byForm)
                .map(fields ->
                    form(
                        own,
                        FormState.refused(fields.values(), refused),
                        own.version(),
                        freshKey()))
                .orElseGet(() ->
                    document(
                        own,
                        FormState.refused(Map.of("document", document), refused),
                        own.version(),
                        freshKey())),
            refused);
      }
    };
  }

  @GetMapping("/feedback/instruments/{id}/document")
  @Guarded(record = "instrument", act = "change", fields = "draft")
  ModelAndView document(@AuthenticationPrincipal Viewer viewer, @PathVariable String id) {
    OwnInstrument own = mine(viewer, id);
    return document(
        own, FormState.of("document", draft(own).document()), own.version(), freshKey());
  }

  @PostMapping("/feedback/instruments/{id}/document")
  @Guarded(record = "instrument", act = "change", fields = "draft")
  Object saveDocument(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    OwnInstrument own = mine(viewer, id);
    String document = form.getOrDefault("document", "");
    return switch (drafts.save(viewer, id, version(form), document, form.get("key"))) {
      case Done<Long>(Long version) -> {
        if (form.getOrDefault("act", "").equals("publish")) {
          yield published(viewer, id, version, false, response);
        }
        Toasts.leave(response, pages.words().text("instruments.saved"), null);
        yield "redirect:" + address(id, "/document");
      }
      case Refused<Long> refused ->
          refused(
              document(own, FormState.refused(form, refused), seen(own, form, refused), key(form)),
              refused);
    };
  }

  /// What a form that saves itself is answered.
  public record Saved(long version, String savedAt) {}

  /// Saves what stands in the form, or in the document, while somebody writes.
  @PostMapping("/feedback/instruments/{id}/autosave")
  @Guarded(record = "instrument", act = "change", fields = "draft")
  @ResponseBody
  Saved autosave(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String id,
      @RequestParam Map<String, String> form) {
    OwnInstrument own = mine(viewer, id);
    String document = form.get("document");
    if (document == null) {
      document = InstrumentWriting.document(InstrumentIds.filled(known(form, own)));
    }
    return switch (drafts.save(viewer, id, version(form), document, null)) {
      case Done<Long>(Long version) ->
          new Saved(version, pages.words().time(draft(mine(viewer, id)).savedAt()));
      case Refused<Long> refused -> throw new RefusedException(refused);
    };
  }

  /// Items of the bank, to take into a section of the draft.
  @GetMapping("/feedback/instruments/{id}/items")
  @Guarded(record = "instrument", act = "change", fields = "draft")
  ModelAndView items(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "0") String section,
      @RequestParam(defaultValue = "") String competency,
      @RequestParam(defaultValue = "") String search) {
    OwnInstrument own = mine(viewer, id);
    Map<String, String> fields =
        InstrumentFields.of(draft(own).document())
            .map(InstrumentFields::values)
            .orElseThrow(() -> new RefusedException(Reason.notFound()));
    Words words = pages.words();
    String language = InstrumentPages.language(words);
    Bank.Asked asked = new Bank.Asked(competency, "", search.strip());
    return show(
        "pick",
        words.text("instruments.pick"),
        new PickPage(
            id,
            InstrumentEditor.title(fields, id),
            section,
            asked,
            BankPages.competencies(words, language, "instruments.all-competencies"),
            BankPages.groups(Bank.items(asked, language)),
            InstrumentEditor.picked(fields),
            language,
            own.version(),
            freshKey()));
  }

  /// @param item ids in the bank
  @PostMapping("/feedback/instruments/{id}/items")
  @Guarded(record = "instrument", act = "change", fields = "draft")
  String pick(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "0") String section,
      @RequestParam(required = false) @Nullable List<String> item,
      @RequestParam Map<String, String> form) {
    OwnInstrument own = mine(viewer, id);
    Map<String, String> fields =
        InstrumentFields.of(draft(own).document())
            .map(InstrumentFields::values)
            .orElseThrow(() -> new RefusedException(Reason.notFound()));
    List<String> chosen =
        item == null
            ? List.of()
            : item.stream().filter(each -> ItemBank.shipped().find(each).isPresent()).toList();
    if (!section.matches("\\d{1,4}")
        || !InstrumentFields.rows(fields, "sections").contains(Integer.valueOf(section))) {
      throw new RefusedException(Reason.notFound());
    }
    String document =
        InstrumentWriting.document(InstrumentRows.pick(fields, Integer.parseInt(section), chosen));
    if (drafts.save(viewer, id, version(form), document, form.get("key"))
        instanceof Refused<Long> refused) {
      throw new RefusedException(refused);
    }
    return "redirect:" + address(id, "/edit") + "#sections." + section;
  }

  /// Throws the draft away.
  @PostMapping("/feedback/instruments/{id}/removal")
  @Guarded(record = "instrument", act = "change", fields = "draft")
  String discard(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    OwnInstrument own = mine(viewer, id);
    if (drafts.discard(viewer, id, version(form), form.get("key"))
        instanceof Refused<String> refused) {
      throw new RefusedException(refused);
    }
    Toasts.leave(response, pages.words().text("instruments.discarded"), null);
    return "redirect:" + (own.editions() == 0 ? "/feedback/instruments" : address(id, ""));
  }

  private ModelAndView form(OwnInstrument own, FormState form, long version, String key) {
    Words words = pages.words();
    return show(
        "edit",
        InstrumentEditor.title(form.values(), own.code()),
        InstrumentEditor.formPage(
            words,
            own,
            form,
            version,
            key,
            policy.seenBy(words, InstrumentRules.RECORD, InstrumentRules.DRAFT)));
  }

  private ModelAndView document(OwnInstrument own, FormState form, long version, String key) {
    String document = form.value("document");
    InstrumentCheck check = InstrumentCheck.of(document, own.code(), own.next());
    InstrumentFields fields = check.fields();
    return show(
        "document",
        fields == null ? own.code() : InstrumentEditor.title(fields.values(), own.code()),
        new DocumentPage(
            own.code(),
            own.next(),
            own.editions() > 0,
            version,
            key,
            form,
            fields != null,
            check.instrument() != null,
            check.refusals(),
            check.findings()));
  }

  /// Fields that a form may send; the id and the edition are not its to choose.
  private static Map<String, String> known(Map<String, String> form, OwnInstrument own) {
    Map<String, String> known = new LinkedHashMap<>();
    known.put("instrument", own.code());
    known.put("edition", Integer.toString(own.next()));
    form.forEach((path, value) -> {
      if (InstrumentFields.isKnown(path)) {
        known.putIfAbsent(path, value.replace("\r\n", "\n"));
      }
    });
    return known;
  }

  /// Whoever was late has now seen what was changed.
  private static long seen(OwnInstrument own, Map<String, String> form, Refused<?> refused) {
    boolean stale = refused.reasons().stream().anyMatch(each -> each.kind() == Reason.Kind.STALE);
    return stale ? own.version() : version(form);
  }

  private OwnInstrument mine(Viewer viewer, String id) {
    require(viewer);
    OwnInstrument own =
        instruments.own(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    draft(own);
    return own;
  }

  private static Draft draft(OwnInstrument own) {
    Draft draft = own.draft();
    if (draft == null) {
      throw new RefusedException(Reason.of(Reason.Kind.CONFLICT, "instruments.no-draft"));
    }
    return draft;
  }

  private void require(Viewer viewer) {
    if (!drafts.mayChange(viewer)) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
  }

  private static void forbidden(Refused<?> refused) {
    if (refused.reasons().getFirst().kind() == Reason.Kind.FORBIDDEN) {
      throw new RefusedException(refused);
    }
  }

  private ModelAndView show(String template, String title, Object page) {
    Words words = pages.words();
    return pages.show(
        "instruments/" + template,
        title,
        Place.FEEDBACK,
        policy.seenBy(words, InstrumentRules.RECORD, InstrumentRules.DRAFT),
        page);
  }

  private static String address(String id, String below) {
    return "/feedback/instruments/" + id + below;
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
    return form.getOrDefault("key", freshKey());
  }

  private static String freshKey() {
    return Idempotency.freshKey();
  }
}
