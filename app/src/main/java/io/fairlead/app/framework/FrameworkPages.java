package io.fairlead.app.framework;

import io.fairlead.app.framework.FrameworkPage.Comparison;
import io.fairlead.app.framework.FrameworkPage.Editor;
import io.fairlead.app.framework.FrameworkPage.Field;
import io.fairlead.app.framework.FrameworkPage.History;
import io.fairlead.app.framework.FrameworkPage.Reading;
import io.fairlead.app.framework.FrameworkPage.Row;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.framework.Cadence;
import io.fairlead.methods.framework.Effect;
import io.fairlead.methods.framework.FrameworkDifference;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.FrameworkLint;
import io.fairlead.methods.framework.Parsed;
import io.fairlead.methods.framework.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The framework's pages: read it, change it by fields or as text, compare, put it in force, and
/// look back.
@Controller
class FrameworkPages {
  private static final int DAYS_SHOWN = 200;
  private static final int CHECK_INS_SHOWN = 3;

  private final Frameworks frameworks;
  private final Pages pages;
  private final Policy policy;

  FrameworkPages(Frameworks frameworks, Pages pages, Policy policy) {
    this.frameworks = frameworks;
    this.pages = pages;
    this.policy = policy;
  }

  @GetMapping("/studio")
  @Guarded(record = "framework", act = "read", fields = "document")
  String studio() {
    return "redirect:/studio/framework";
  }

  @GetMapping("/studio/framework")
  @Guarded(record = "framework", act = "read", fields = "document")
  ModelAndView read(@AuthenticationPrincipal Viewer viewer) {
    return reading(viewer, frameworks.inForce());
  }

  @GetMapping("/studio/framework/versions")
  @Guarded(record = "framework", act = "read", fields = "document")
  ModelAndView history(@AuthenticationPrincipal Viewer viewer) {
    return show(
        "framework/history",
        "framework.history",
        new History(frameworks.history(), frameworks.mayChange(viewer)));
  }

  @GetMapping("/studio/framework/versions/{number}")
  @Guarded(record = "framework", act = "read", fields = "document")
  ModelAndView version(@AuthenticationPrincipal Viewer viewer, @PathVariable int number) {
    return reading(viewer, found(number));
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
    return editor(text, inForce.number(), List.of(), false);
  }

  /// Writes what the fields say into the text and explains the result.
  @PostMapping({"/studio/framework/check", "/studio/framework/settings"})
  @Guarded(record = "framework", act = "change", fields = "document")
  ModelAndView check(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam String document,
      @RequestParam int version,
      @RequestParam Map<String, String> fields) {
    require(viewer);
    return withFields(
        plain(document), version, fields, text -> editor(text, version, List.of(), true));
  }

  @PostMapping("/studio/framework/comparison")
  @Guarded(record = "framework", act = "change", fields = "document")
  ModelAndView compare(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam String document,
      @RequestParam int version,
      @RequestParam Map<String, String> fields) {
    require(viewer);
    return withFields(
        plain(document),
        version,
        fields,
        text -> comparison(viewer, text, version, "", UUID.randomUUID(), List.of()));
  }

  private ModelAndView withFields(
      String text, int version, Map<String, String> fields, Function<String, ModelAndView> onward) {
    String written;
    try {
      written = MainSettings.written(text, fields);
    } catch (IllegalArgumentException e) {
      return editor(text, version, List.of(pages.words().text("framework.not-by-field")), true);
    }
    return onward.apply(written);
  }

  @PostMapping("/studio/framework/versions")
  @Guarded(record = "framework", act = "change", fields = "document")
  Object apply(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam String document,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam UUID key,
      HttpServletResponse response) {
    String text = plain(document);
    FrameworkInput input = new FrameworkInput(text, reason, version, key.toString());
    return switch (frameworks.apply(viewer, input)) {
      case Done<Integer>(Integer number) -> {
        Toasts.leave(response, pages.words().text("framework.applied", number), null);
        yield "redirect:/studio/framework";
      }
      case Refused<Integer>(List<Reason> reasons) -> {
        ModelAndView page = comparison(viewer, text, version, reason, key, reasons);
        page.setStatus(Errors.status(reasons));
        yield page;
      }
    };
  }

  private ModelAndView reading(Viewer viewer, FrameworkVersion version) {
    Cadence cadence = version.document().framework().cadence();
    LocalDate today = pages.words().today();
    List<Effect> since =
        version.number() == 0
            ? List.of()
            : FrameworkDifference.between(
                found(version.number() - 1).document(), version.document());
    return show(
        "framework/reading",
        "framework.title",
        new Reading(
            version,
            version.number() == frameworks.inForce().number(),
            frameworks.mayChange(viewer),
            cadence.cycles(today, today.plusDays(DAYS_SHOWN)),
            cadence.checkInsDue(today, today.plusDays(DAYS_SHOWN)).stream()
                .limit(CHECK_INS_SHOWN)
                .toList(),
            FrameworkLint.lint(version.document()),
            since));
  }

  private ModelAndView editor(String text, int version, List<String> wrong, boolean checked) {
    Editor editor =
        switch (FrameworkDocument.parse(text)) {
          case Parsed.Rejected(List<Problem> problems) ->
              new Editor(
                  text,
                  version,
                  List.of(),
                  problems.stream().map(Problem::toString).toList(),
                  List.of(),
                  checked);
          case Parsed.Read(FrameworkDocument document) ->
              new Editor(
                  text, version, fields(document), wrong, FrameworkLint.lint(document), checked);
        };
    return show("framework/editor", "framework.edit", editor);
  }

  /// What would change; whoever is late sees it against what is in force now.
  private ModelAndView comparison(
      Viewer viewer, String text, int version, String reason, UUID key, List<Reason> refused) {
    Words words = pages.words();
    return switch (frameworks.plan(viewer, text)) {
      case Refused<FrameworkPlan>(List<Reason> reasons) when !isForbidden(reasons) ->
          editor(text, version, List.of(), true);
      case Refused<FrameworkPlan> forbidden -> throw new RefusedException(forbidden);
      case Done<FrameworkPlan>(FrameworkPlan plan) -> {
        boolean late = plan.inForce().number() != version;
        List<Reason> wrong = refused.isEmpty() ? plan.refusals() : refused;
        yield show(
            "framework/comparison",
            "framework.compare",
            new Comparison(
                text,
                plan.inForce().number(),
                late ? UUID.randomUUID() : key,
                reason,
                late
                    ? List.of(words.text("framework.late", plan.inForce().number()))
                    : wrong.stream().map(words::refusal).toList(),
                plan.effects(),
                plan.findings(),
                lines(plan)));
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

  private List<Field> fields(FrameworkDocument document) {
    Words words = pages.words();
    return MainSettings.ALL.stream()
        .filter(setting -> setting.fits(document))
        .map(setting ->
            new Field(
                setting.path(),
                words.text("framework.setting." + setting.path()),
                setting.value(document),
                setting.words().stream()
                    .map(word -> new Option(word, words.text("framework.option." + word)))
                    .toList(),
                setting.isNumber()))
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

  private ModelAndView show(String template, String title, Object page) {
    Words words = pages.words();
    return pages.show(
        template,
        words.text(title),
        Place.STUDIO,
        policy.seenBy(words, FrameworkPolicy.RECORD, FrameworkPolicy.DOCUMENT),
        page);
  }
}
