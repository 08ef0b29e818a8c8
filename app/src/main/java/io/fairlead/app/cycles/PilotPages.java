package io.fairlead.app.cycles;

import io.fairlead.app.cycles.Pilot.State;
import io.fairlead.app.cycles.PilotBeginning.Preview;
import io.fairlead.app.cycles.PilotPage.Offered;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.people.People;
import io.fairlead.app.platform.Outcome;
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
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Trying a framework with a group first: the step before it begins, what it came to, and its end.
@Controller
class PilotPages {
  private final Pilots pilots;
  private final PilotBeginning beginning;
  private final PilotEnding ending;
  private final PilotWords said;
  private final Frameworks frameworks;
  private final People people;
  private final Pages pages;
  private final Policy policy;

  PilotPages(
      Pilots pilots,
      PilotBeginning beginning,
      PilotEnding ending,
      PilotWords said,
      Frameworks frameworks,
      People people,
      Pages pages,
      Policy policy) {
    this.pilots = pilots;
    this.beginning = beginning;
    this.ending = ending;
    this.said = said;
    this.frameworks = frameworks;
    this.people = people;
    this.pages = pages;
    this.policy = policy;
  }

  private static final int MOST_NAMES = 200;

  /// What was sent, and what is wrong with the names in it: they mean nobody, or more than one.
  private record Sent(PilotInput input, List<Reason> wrong) {}

  /// The step before, with what it would do; looking again changes nothing.
  @PostMapping("/studio/framework/pilots/preparation")
  @Guarded(record = "pilot", act = "change", fields = "terms")
  ModelAndView prepare(
      @AuthenticationPrincipal Viewer viewer, @RequestParam MultiValueMap<String, String> form) {
    Sent sent = sent(viewer, form);
    return page(viewer, form, sent, sent.wrong());
  }

  @PostMapping("/studio/framework/pilots")
  @Guarded(record = "pilot", act = "change", fields = "terms")
  Object begin(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam MultiValueMap<String, String> form,
      HttpServletResponse response) {
    Sent sent = sent(viewer, form);
    List<Reason> reasons = sent.wrong();
    if (reasons.isEmpty()) {
      switch (beginning.begin(viewer, sent.input())) {
        case Done<UUID>(UUID id) -> {
          Toasts.leave(
              response, pages.words().text("pilots.begun", sent.input().name().strip()), null);
          return "redirect:/studio/framework/pilots/" + id;
        }
        case Refused<UUID>(List<Reason> why) -> reasons = why;
      }
    }
    ModelAndView page = page(viewer, form, sent, reasons);
    page.setStatus(Errors.status(reasons));
    return page;
  }

  private Sent sent(Viewer viewer, MultiValueMap<String, String> form) {
    List<Reason> wrong = new ArrayList<>();
    Set<UUID> named = new HashSet<>();
    List<String> typed =
        text(form, "people").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (typed.size() > MOST_NAMES) {
      wrong.add(Reason.invalid("people", "pilots.names-many", MOST_NAMES));
    } else {
      for (String name : typed) {
        people
            .meant(viewer, name)
            .ifPresentOrElse(
                person -> named.add(person.id()),
                () -> wrong.add(Reason.invalid("people", "pilots.nobody", name)));
      }
    }
    PilotInput input =
        new PilotInput(
            text(form, "document").replace("\r\n", "\n"),
            whole(text(form, "version")),
            text(form, "name"),
            new PilotGroup(ids(form, "units"), ids(form, "teams"), named),
            day(text(form, "first")),
            day(text(form, "last")),
            text(form, "reason"),
            text(form, "key"));
    return new Sent(input, wrong);
  }

  private ModelAndView page(
      Viewer viewer, MultiValueMap<String, String> form, Sent sent, List<Reason> refused) {
    Words words = pages.words();
    boolean fresh = !form.containsKey("first");
    PilotInput input = fresh ? usual(viewer, sent.input(), words) : sent.input();
    Preview preview = value(beginning.preview(viewer, input));
    if (fresh || !preview.endings().contains(input.last())) {
      // Another first day has other endings; the nearest is as good a guess as any.
      LocalDate last = preview.endings().isEmpty() ? null : preview.endings().getFirst();
      input = withDays(input, input.first(), last);
      preview = value(beginning.preview(viewer, input));
    }
    Map<String, String> typed =
        Map.of(
            "name", input.name(),
            "people", text(form, "people"),
            "first", iso(input.first()),
            "last", iso(input.last()),
            "reason", input.reason());
    Stream<Reason> shown = refused.isEmpty() ? firm(preview) : refused.stream();
    return show(
        "cycles/pilotBegin",
        words.text("pilots.title"),
        new PilotPage.Begin(
            input.document(),
            preview.inForce(),
            text(form, "draft"),
            text(form, "saved"),
            fresh || refused.stream().anyMatch(reason -> reason.kind() == Reason.Kind.STALE)
                ? Idempotency.freshKey()
                : text(form, "key"),
            new FormState(typed, shown.toList()),
            parts(pilots.units(), input.group().units()),
            parts(pilots.teams(viewer.today()), input.group().teams()),
            preview.endings().stream()
                .map(day -> new Option(day.toString(), words.plainDate(day)))
                .toList(),
            words.text("pilots.counted", preview.people(), PilotWords.parts(words, input.group())),
            words.text("pilots.staying", preview.staying()),
            preview.tried(),
            preview.waiting(),
            preview.made()));
  }

  /// What is wrong whatever is chosen: of what was not filled in yet nobody is told.
  private static Stream<Reason> firm(Preview preview) {
    return preview.refusals().stream()
        .filter(reason ->
            reason.fieldName() == null
                || reason.fieldName().equals("document")
                || reason.code().equals("pilots.in-two")
                || reason.code().equals("pilots.cycle-name-taken"));
  }

  private PilotInput usual(Viewer viewer, PilotInput input, Words words) {
    LocalDate first =
        frameworks.rules().cadence().cycles(viewer.today(), viewer.today().plusDays(200)).stream()
            .map(cycle -> cycle.during().opens())
            .filter(opens -> opens.isAfter(viewer.today()))
            .findFirst()
            .orElse(viewer.today());
    return new PilotInput(
        input.document(),
        input.basedOn(),
        words.text("pilots.usual-name"),
        input.group(),
        first,
        first.plusDays(PilotBeginning.MOST_DAYS),
        "",
        input.key());
  }

  private static PilotInput withDays(
      PilotInput input, @Nullable LocalDate first, @Nullable LocalDate last) {
    return new PilotInput(
        input.document(),
        input.basedOn(),
        input.name(),
        input.group(),
        first,
        last,
        input.reason(),
        input.key());
  }

  /// What is chosen stands first, so that nobody has to look for it.
  private static List<Offered> parts(List<PilotGroup.Part> all, Set<UUID> chosen) {
    return all.stream()
        .map(each -> new Offered(each.id(), each.name(), chosen.contains(each.id())))
        .sorted(Comparator.comparing(part -> !part.chosen()))
        .toList();
  }

  @GetMapping("/studio/framework/pilots/{id}")
  @Guarded(record = "pilot", act = "read", fields = "terms")
  ModelAndView pilot(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return shown(viewer, id, FormState.EMPTY, Idempotency.freshKey());
  }

  @PostMapping("/studio/framework/pilots/{id}/end")
  @Guarded(record = "pilot", act = "change", fields = "terms")
  Object end(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String as,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    State state = PilotEnding.as(as).orElseThrow(() -> new RefusedException(PilotEnding.NEITHER));
    return switch (ending.end(
        viewer, new PilotEnding.End(id, state, reason, whole(version), key))) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("pilots.ended-as." + state.code()), null);
        yield "redirect:/studio/framework/pilots/" + id;
      }
      case Refused<UUID>(List<Reason> reasons) -> {
        if (reasons.stream()
            .anyMatch(each ->
                each.kind() == Reason.Kind.NOT_FOUND || each.kind() == Reason.Kind.FORBIDDEN)) {
          throw new RefusedException(reasons);
        }
        ModelAndView page =
            shown(viewer, id, new FormState(Map.of("reason", reason), reasons), key);
        page.setStatus(Errors.status(reasons));
        yield page;
      }
    };
  }

  private ModelAndView shown(Viewer viewer, UUID id, FormState form, String key) {
    Words words = pages.words();
    Pilot pilot = pilots.find(id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    boolean mayChange = pilots.mayChange(viewer);
    return show(
        "cycles/pilot",
        words.text("pilots.of", pilot.name()),
        new PilotPage.Shown(
            pilot,
            said.of(words, pilot, viewer.today()),
            pilots.mine(viewer).contains(id),
            pilots.places(pilot.group()),
            mayChange ? pilots.names(pilot.group()) : List.of(),
            pilots.difference(pilot),
            pilots.compared(viewer, pilot).orElse(null),
            policy.seenBy(words, PilotPolicy.PILOT, PilotPolicy.FIGURES),
            mayChange && pilot.isRunning() ? form : null,
            frameworks.inForce().number(),
            key));
  }

  private static Preview value(Outcome<Preview> outcome) {
    return switch (outcome) {
      case Done<Preview>(Preview preview) -> preview;
      case Refused<Preview> refused -> throw new RefusedException(refused);
    };
  }

  private static Set<UUID> ids(MultiValueMap<String, String> form, String name) {
    return form.getOrDefault(name, List.of()).stream()
        .map(PilotPages::id)
        .collect(Collectors.toSet());
  }

  /// What is no id is nothing that there is.
  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      return new UUID(0, 0);
    }
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException notADay) {
      return null;
    }
  }

  private static int whole(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }

  private static String iso(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private static String text(MultiValueMap<String, String> form, String name) {
    String value = form.getFirst(name);
    return value == null ? "" : value;
  }

  private ModelAndView show(String template, String title, Object page) {
    Words words = pages.words();
    return pages.show(
        template,
        title,
        Place.STUDIO,
        policy.seenBy(words, PilotPolicy.PILOT, PilotPolicy.TERMS),
        page);
  }
}
