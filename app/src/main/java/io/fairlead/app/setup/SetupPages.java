package io.fairlead.app.setup;

import static io.fairlead.app.setup.SetupPolicy.SETUP;
import static io.fairlead.app.setup.SetupPolicy.STEPS;

import io.fairlead.app.access.BulkInvitations;
import io.fairlead.app.access.Invitable;
import io.fairlead.app.access.Invitations;
import io.fairlead.app.goals.BusinessFunction;
import io.fairlead.app.goals.GoalExample;
import io.fairlead.app.goals.GoalLibrary;
import io.fairlead.app.messages.Audiences.Named;
import io.fairlead.app.messages.Previews;
import io.fairlead.app.messages.WrittenLetter;
import io.fairlead.app.people.PersonEntry;
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
import io.fairlead.app.platform.web.Frame;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import io.fairlead.app.setup.SetupStep.Way;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The first run as pages, one a step. Each can be left; the way back stands on every page until it
/// is ended.
@Controller
public class SetupPages {
  private static final int FIRST = 3;
  private static final int FIVE = 4;
  private static final int MOST_LINKS = 200;

  private final Setup setup;
  private final AimEffort effort;
  private final GoalLibrary library;
  private final Invitations invitations;
  private final BulkInvitations mailed;
  private final Previews previews;
  private final Policy policy;
  private final Pages pages;

  SetupPages(
      Setup setup,
      AimEffort effort,
      GoalLibrary library,
      Invitations invitations,
      BulkInvitations mailed,
      Previews previews,
      Policy policy,
      Pages pages) {
    this.setup = setup;
    this.effort = effort;
    this.library = library;
    this.invitations = invitations;
    this.mailed = mailed;
    this.previews = previews;
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
    allowed(viewer);
    Optional<SetupState> state = setup.state();
    if (state.isEmpty() && !setup.isOpen()) {
      return "redirect:/";
    }
    leave(request, response, state.map(each -> !each.ended()).orElse(true));
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

  private void allowed(Viewer viewer) {
    if (!setup.maySetUp(viewer)) {
      throw new RefusedException(Reason.notFound());
    }
  }

  /// Lets every page show the way back here, or no longer.
  private static void leave(
      HttpServletRequest request, HttpServletResponse response, boolean open) {
    Cookie cookie = new Cookie(Pages.SETTING_UP, open ? "1" : "");
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge(open ? -1 : 0);
    response.addCookie(cookie);
  }

  // ---- A large organisation ---------------------------------------------------------------------

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
    done(setup.mark(viewer, found, skip));
    return "redirect:" + (skip ? "/setup" : found.path());
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }

  @PostMapping("/setup/end")
  @Guarded(record = "setup", act = "change", fields = "steps")
  String end(
      @AuthenticationPrincipal Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    done(setup.end(viewer));
    leave(request, response, false);
    return "redirect:/";
  }

  // ---- Small: five steps ------------------------------------------------------------------------

  /// A step's page.
  ///
  /// @param number of the step, from 1
  /// @param back path of the step before; null on the first
  public record Stage(int number, int of, @Nullable String back) {}

  private Stage stage(SetupStep step) {
    List<SetupStep> steps = SetupStep.of(Way.SMALL);
    int at = steps.indexOf(step);
    return new Stage(at + 1, steps.size(), at == 0 ? null : steps.get(at - 1).path());
  }

  private ModelAndView shown(
      String template, SetupStep step, @Nullable SeenBy seenBy, Object page, FormState form) {
    Words words = pages.words();
    ModelAndView view =
        pages.show(
            template, words.text("setup." + step.code() + ".title"), Place.HOME, seenBy, page);
    if (form.wasRefused()) {
      view.setStatus(Errors.status(form.reasons()));
    }
    return view;
  }

  public record OrganisationPage(Stage stage, FormState form, List<String> zones, UUID key) {
    public OrganisationPage {
      zones = List.copyOf(zones);
    }
  }

  @GetMapping("/setup/organisation")
  @Guarded(record = "setup", act = "read", fields = "steps")
  ModelAndView organisation(@AuthenticationPrincipal Viewer viewer) {
    allowed(viewer);
    var inForce = setup.version().document().framework();
    boolean theirs = setup.version().number() > 0;
    return organisation(
        FormState.of(
            "name",
            theirs ? inForce.organisation().name() : "",
            "zone",
            inForce.organisation().zone().getId(),
            "mission",
            theirs ? inForce.direction().mission() : "",
            "way",
            setup.state().map(state -> state.way().code()).orElse(Way.SMALL.code())));
  }

  private ModelAndView organisation(FormState form) {
    return shown(
        "setup/organisation",
        SetupStep.ORGANISATION,
        policy.seenBy(pages.words(), "framework", "document"),
        new OrganisationPage(
            stage(SetupStep.ORGANISATION),
            form,
            java.time.ZoneId.getAvailableZoneIds().stream()
                .filter(zone ->
                    zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList(),
            UUID.fromString(Idempotency.freshKey())),
        form);
  }

  @PostMapping("/setup/organisation")
  @Guarded(record = "setup", act = "change", fields = "steps")
  Object name(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam Map<String, String> sent,
      HttpServletRequest request,
      HttpServletResponse response) {
    Way way = sent.getOrDefault("way", "").equals(Way.LARGE.code()) ? Way.LARGE : Way.SMALL;
    Outcome<Integer> outcome =
        setup.name(
            viewer,
            pages.words(),
            new Setup.Named(
                sent.getOrDefault("name", ""),
                sent.getOrDefault("zone", ""),
                sent.getOrDefault("mission", ""),
                way),
            sent.get("key"));
    return switch (outcome) {
      case Done<Integer> _ -> {
        leave(request, response, true);
        yield "redirect:" + (way == Way.LARGE ? "/setup" : SetupStep.AIMS.path());
      }
      case Refused<Integer> refused -> organisation(refused(sent, refused));
    };
  }

  /// What the form shows again; what has no form to return to is a page of its own.
  private static FormState refused(Map<String, String> sent, Refused<?> refused) {
    if (refused.reasons().getFirst().kind() == Reason.Kind.NOT_FOUND) {
      throw new RefusedException(refused);
    }
    return FormState.refused(sent, refused);
  }

  /// @param minutes a person a month, of each aim
  /// @param together of all that are chosen
  public record AimsPage(
      Stage stage, List<AimCard> cards, int together, List<String> errors, UUID key) {
    public AimsPage {
      cards = List.copyOf(cards);
      errors = List.copyOf(errors);
    }
  }

  public record AimCard(String code, boolean chosen, int minutes) {}

  @GetMapping("/setup/aims")
  @Guarded(record = "setup", act = "read", fields = "steps")
  ModelAndView aims(@AuthenticationPrincipal Viewer viewer) {
    allowed(viewer);
    return aims(Set.of(Aim.FOCUS, Aim.EARLY), FormState.EMPTY);
  }

  private ModelAndView aims(Set<Aim> chosen, FormState form) {
    Words words = pages.words();
    String document = setup.version().document().text();
    Map<Aim, Integer> minutes = effort.each(document, words.today());
    return shown(
        "setup/aims",
        SetupStep.AIMS,
        null,
        new AimsPage(
            stage(SetupStep.AIMS),
            Stream.of(Aim.values())
                .map(aim ->
                    new AimCard(aim.code(), chosen.contains(aim), minutes.getOrDefault(aim, 0)))
                .toList(),
            chosen.isEmpty() ? 0 : effort.minutes(document, chosen, words.today()),
            form.general(words),
            UUID.fromString(Idempotency.freshKey())),
        form);
  }

  /// The sum of what is chosen, while it is being chosen.
  @PostMapping("/setup/aims/minutes")
  @Guarded(record = "setup", act = "read", fields = "steps")
  ModelAndView minutes(
      @AuthenticationPrincipal Viewer viewer, @RequestParam(required = false) List<String> aim) {
    allowed(viewer);
    return aims(Aim.of(aim == null ? List.of() : aim), FormState.EMPTY);
  }

  @PostMapping("/setup/aims")
  @Guarded(record = "setup", act = "change", fields = "steps")
  Object aim(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(required = false) @Nullable List<String> aim,
      @RequestParam(defaultValue = "") String key) {
    Set<Aim> chosen = Aim.of(aim == null ? List.of() : aim);
    return switch (setup.aim(viewer, pages.words(), chosen, key)) {
      case Done<Integer> _ -> "redirect:" + SetupStep.PEOPLE.path();
      case Refused<Integer> refused -> aims(chosen, refused(Map.of(), refused));
    };
  }

  /// @param fresh how many would be added
  /// @param toMe whether those without a manager report to the viewer
  public record PeoplePage(
      Stage stage,
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
    allowed(viewer);
    return people(viewer, Map.of("how", how, "toMe", "true"), FormState.EMPTY);
  }

  private ModelAndView people(Viewer viewer, Map<String, String> sent, FormState form) {
    Words words = pages.words();
    PastedPeople pasted = setup.pasted(viewer, text(sent));
    List<PersonEntry> here = setup.here(viewer);
    boolean toMe = sent.containsKey("toMe");
    return shown(
        "setup/people",
        SetupStep.PEOPLE,
        policy.seenBy(words, "person", "directory"),
        new PeoplePage(
            stage(SetupStep.PEOPLE),
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
    allowed(viewer);
    return people(viewer, sent, FormState.EMPTY);
  }

  @PostMapping("/setup/people")
  @Guarded(record = "setup", act = "change", fields = "steps")
  Object add(@AuthenticationPrincipal Viewer viewer, @RequestParam Map<String, String> sent) {
    if (sent.containsKey("skip")) {
      done(setup.mark(viewer, SetupStep.PEOPLE, true));
      return "redirect:" + SetupStep.OBJECTIVE.path();
    }
    return switch (setup.add(viewer, text(sent), sent.containsKey("toMe"), sent.get("key"))) {
      case Done<Integer> _ -> "redirect:" + SetupStep.OBJECTIVE.path();
      case Refused<Integer> refused -> people(viewer, sent, refused(sent, refused));
    };
  }

  public record ObjectivePage(Stage stage, List<GoalExample> examples, boolean goals) {
    public ObjectivePage {
      examples = List.copyOf(examples);
    }
  }

  @GetMapping("/setup/objective")
  @Guarded(record = "setup", act = "read", fields = "steps")
  ModelAndView objective(@AuthenticationPrincipal Viewer viewer) {
    allowed(viewer);
    return shown(
        "setup/objective",
        SetupStep.OBJECTIVE,
        null,
        new ObjectivePage(
            stage(SetupStep.OBJECTIVE),
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
    done(setup.mark(viewer, SetupStep.OBJECTIVE, example.isEmpty()));
    if (example.isEmpty()) {
      return "redirect:" + SetupStep.READERS.path();
    }
    boolean known = library.all().stream().anyMatch(each -> each.id().equals(example));
    return "redirect:/goals/new?owner=organisation:" + (known ? "&example=" + example : "");
  }

  /// Who may read what, as the policy has it.
  public record Reading(String what, SeenBy seenBy) {}

  /// @param invited with a link to hand over, where there is no mail server
  public record ReadersPage(
      Stage stage,
      List<Reading> readings,
      List<String> places,
      List<Invitable> candidates,
      @Nullable WrittenLetter letter,
      boolean mail,
      List<Handed> invited,
      int sent,
      List<String> errors,
      UUID key) {
    public ReadersPage {
      readings = List.copyOf(readings);
      places = List.copyOf(places);
      candidates = List.copyOf(candidates);
      invited = List.copyOf(invited);
      errors = List.copyOf(errors);
    }

    /// Whether this is one of those who come first.
    public boolean first(int index) {
      return index < FIRST;
    }
  }

  /// Somebody with the link that lets them in.
  public record Handed(String name, String link) {}

  @GetMapping("/setup/readers")
  @Guarded(record = "setup", act = "read", fields = "steps")
  ModelAndView readers(@AuthenticationPrincipal Viewer viewer) {
    allowed(viewer);
    return readers(viewer, List.of(), 0, FormState.EMPTY);
  }

  private ModelAndView readers(Viewer viewer, List<Handed> invited, int sent, FormState form) {
    Words words = pages.words();
    Frame frame = pages.frame("", Place.HOME, null);
    List<Reading> readings = new ArrayList<>();
    for (String[] each : SEEN) {
      if (each[0].equals("person") || words.uses(library)) {
        readings.add(
            new Reading(
                words.text("setup.readers." + each[0] + "." + each[1]),
                policy.seenBy(words, each[0], each[1])));
      }
    }
    List<Invitable> candidates = mailed.wouldInvite(viewer, Named.EVERYONE);
    return shown(
        "setup/readers",
        SetupStep.READERS,
        null,
        new ReadersPage(
            stage(SetupStep.READERS),
            readings,
            frame.places().stream()
                .filter(Place::everyday)
                .map(place -> words.text(place.key()))
                .toList(),
            candidates,
            candidates.isEmpty()
                ? null
                : previews.written(
                    words,
                    BulkInvitations.letter(viewer.person()),
                    Map.of(viewer.person(), viewer.name())),
            mailed.possible(),
            invited,
            sent,
            form.general(words),
            UUID.fromString(Idempotency.freshKey())),
        form);
  }

  private static final String[][] SEEN = {
    {"objective", "goal"},
    {"objective", "confidence"},
    {"person", "directory"},
    {"person", "contact"}
  };

  /// @param whom `some`, `everyone` or `nobody`
  @PostMapping("/setup/invitations")
  @Guarded(record = "setup", act = "change", fields = "steps")
  Object invite(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "nobody") String whom,
      @RequestParam(required = false) @Nullable List<UUID> person,
      @RequestParam(defaultValue = "") String key) {
    done(setup.mark(viewer, SetupStep.READERS, whom.equals("nobody")));
    List<Invitable> candidates = mailed.wouldInvite(viewer, Named.EVERYONE);
    List<UUID> some = person == null ? List.of() : person;
    List<Invitable> chosen =
        switch (whom) {
          case "everyone" -> candidates;
          case "some" -> candidates.stream().filter(each -> some.contains(each.person())).toList();
          default -> List.of();
        };
    if (whom.equals("nobody")) {
      return "redirect:/setup/readers";
    }
    if (chosen.isEmpty()) {
      Refused<Integer> nobody =
          new Refused<>(List.of(Reason.invalid("person", "nobody-to-invite")));
      return readers(viewer, List.of(), 0, FormState.refused(Map.of(), nobody));
    }
    return mailed.possible() ? mailed(viewer, whom, chosen, key) : handed(viewer, chosen);
  }

  private ModelAndView mailed(Viewer viewer, String whom, List<Invitable> chosen, String key) {
    if (whom.equals("everyone")) {
      return sent(viewer, mailed.invite(viewer, Named.EVERYONE, key));
    }
    int count = 0;
    for (Invitable each : chosen) {
      Outcome<Integer> outcome =
          mailed.invite(viewer, new Named(null, each.person()), key + " " + each.person());
      if (outcome instanceof Refused<Integer>) {
        return sent(viewer, outcome);
      }
      count += done(outcome);
    }
    return sent(viewer, Outcome.done(count));
  }

  private ModelAndView sent(Viewer viewer, Outcome<Integer> outcome) {
    return switch (outcome) {
      case Done<Integer>(Integer count) -> readers(viewer, List.of(), count, FormState.EMPTY);
      case Refused<Integer> refused ->
          readers(viewer, List.of(), 0, FormState.refused(Map.of(), refused));
    };
  }

  /// Links to hand over, each shown this once.
  private ModelAndView handed(Viewer viewer, List<Invitable> chosen) {
    List<Handed> handed =
        chosen.stream()
            .limit(MOST_LINKS)
            .map(each -> new Handed(each.name(), done(invitations.link(viewer, each.person()))))
            .toList();
    return readers(viewer, handed, 0, FormState.EMPTY);
  }
}
