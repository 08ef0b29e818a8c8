package io.fairlead.app.feedback;

import io.fairlead.app.people.People;
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
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.lessons.ShippedLessons;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

/// Setting up a round: four questions first, then one form.
@Controller
class RoundForms {
  private static final List<String> QUESTIONS =
      List.of("decides", "compares", "answerable", "validated");
  private static final int MOST_NAMES = 500;

  private final Rounds rounds;
  private final RoundPlaces places;
  private final RoundPlans plans;
  private final People people;
  private final Policy policy;
  private final Pages pages;

  RoundForms(
      Rounds rounds,
      RoundPlaces places,
      RoundPlans plans,
      People people,
      Policy policy,
      Pages pages) {
    this.rounds = rounds;
    this.places = places;
    this.plans = plans;
    this.people = people;
    this.policy = policy;
    this.pages = pages;
  }

  private record Sent(RoundInput input, List<Reason> wrong) {}

  @GetMapping("/feedback/rounds/new")
  @Guarded(record = "feedback-round", act = "define", fields = "terms")
  ModelAndView blank(
      @AuthenticationPrincipal Viewer viewer, @RequestParam Map<String, String> asked) {
    if (!rounds.mayDefine(viewer)) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    Map<String, String> values = plans.values(viewer, asked.get("from"));
    aid(asked)
        .flatMap(PurposeAid::purpose)
        .ifPresent(purpose -> values.put("purpose", purpose.code()));
    return page(
        viewer,
        null,
        null,
        FormState.of(flat(values)),
        asked,
        Set.of(),
        codes(plans.usual().without()),
        Idempotency.freshKey());
  }

  private static @Nullable Object[] flat(Map<String, String> values) {
    return values.entrySet().stream()
        .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
        .toArray();
  }

  /// Once all four questions are answered.
  private static Optional<PurposeAid> aid(Map<String, String> asked) {
    return asked.keySet().containsAll(QUESTIONS)
        ? Optional.of(
            new PurposeAid(
                "yes".equals(asked.get("decides")),
                "yes".equals(asked.get("compares")),
                "yes".equals(asked.get("answerable")),
                "yes".equals(asked.get("validated"))))
        : Optional.empty();
  }

  @PostMapping("/feedback/rounds")
  @Guarded(record = "feedback-round", act = "define", fields = "terms")
  Object define(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam MultiValueMap<String, String> form,
      HttpServletResponse response) {
    Sent sent = sent(viewer, form);
    Outcome<UUID> outcome =
        sent.wrong().isEmpty()
            ? rounds.define(viewer, sent.input(), form.getFirst("key"))
            : Outcome.refused(sent.wrong());
    return answered(viewer, outcome, null, null, form, response);
  }

  @GetMapping("/feedback/rounds/{id}/edit")
  @Guarded(record = "feedback-round", act = "run", fields = "terms")
  ModelAndView edit(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Round round =
        rounds.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    if (!round.mayRun()) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    if (round.state() != RoundState.DRAFT) {
      throw new RefusedException(
          Reason.of(Reason.Kind.CONFLICT, "feedback.other-state." + round.state().code()));
    }
    Population population = rounds.population(id);
    return page(
        viewer,
        id,
        round.version(),
        FormState.of(flat(values(round, population))),
        Map.of(),
        population.units(),
        codes(round.terms().without()),
        Idempotency.freshKey());
  }

  @PostMapping("/feedback/rounds/{id}/edit")
  @Guarded(record = "feedback-round", act = "run", fields = "terms")
  Object change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> form,
      HttpServletResponse response) {
    Sent sent = sent(viewer, form);
    long version = RoundPages.version(form.toSingleValueMap());
    Outcome<UUID> outcome =
        sent.wrong().isEmpty()
            ? rounds.change(viewer, id, version, sent.input(), form.getFirst("key"))
            : Outcome.refused(sent.wrong());
    return answered(viewer, outcome, id, version, form, response);
  }

  private Object answered(
      Viewer viewer,
      Outcome<UUID> outcome,
      @Nullable UUID id,
      @Nullable Long version,
      MultiValueMap<String, String> form,
      HttpServletResponse response) {
    return switch (outcome) {
      case Done<UUID>(UUID saved) -> {
        Toasts.leave(response, pages.words().text("feedback.saved"), null);
        yield "redirect:/feedback/rounds/" + saved;
      }
      case Refused<UUID> refused -> {
        if (refused.reasons().stream()
            .anyMatch(each ->
                each.kind() == Reason.Kind.NOT_FOUND || each.kind() == Reason.Kind.FORBIDDEN)) {
          throw new RefusedException(refused);
        }
        ModelAndView page =
            page(
                viewer,
                id,
                version,
                FormState.refused(form.toSingleValueMap(), refused),
                Map.of(),
                ids(form.getOrDefault("units", List.of())),
                Set.copyOf(form.getOrDefault("without", List.of())),
                Objects.requireNonNullElse(form.getFirst("key"), Idempotency.freshKey()));
        page.setStatus(Errors.status(refused.reasons()));
        yield page;
      }
    };
  }

  private ModelAndView page(
      Viewer viewer,
      @Nullable UUID id,
      @Nullable Long version,
      FormState form,
      Map<String, String> asked,
      Set<UUID> units,
      Set<String> without,
      String key) {
    Words words = pages.words();
    Optional<Purpose> purpose = Purpose.find(form.value("purpose"));
    String advice =
        aid(asked)
            .map(given ->
                words.text(
                    "feedback.advice." + given.purpose().map(Purpose::code).orElse("neither")))
            .orElse(null);
    List<Option> lessons = new ArrayList<>();
    lessons.add(new Option("", words.text("feedback.form.no-lesson")));
    ShippedLessons.lessons()
        .forEach(lesson -> lessons.add(new Option(lesson.id(), lesson.title())));
    return pages.show(
        "feedback/form",
        words.text(id == null ? "feedback.form.new" : "feedback.form.edit"),
        Place.FEEDBACK,
        policy.seenBy(words, RoundRules.ROUND, RoundRules.TERMS),
        new RoundPage.Form(
            id,
            version,
            key,
            form,
            new FormState(new HashMap<>(asked), List.of()),
            advice,
            purpose.map(known -> RoundWords.never(words, known)).orElse(List.of()),
            purpose.isPresent(),
            rounds.instruments().stream()
                .map(each ->
                    new Option(
                        each.id(),
                        words.text(
                            "feedback.form.instrument-of",
                            each.name().in("en"),
                            each.items().size(),
                            words.number(Math.ceil(each.estimatedMinutes()), 0))))
                .toList(),
            lessons,
            places.units().stream()
                .map(unit ->
                    new RoundPage.Unit(
                        UUID.fromString(unit.value()),
                        unit.words(),
                        units.contains(UUID.fromString(unit.value()))))
                .toList(),
            places.objectives(viewer),
            Arrays.stream(FeedbackIndicator.values())
                .map(each ->
                    new RoundPage.LeftOut(
                        each.code(),
                        words.text("feedback.indicator." + each.code()),
                        without.contains(each.code())))
                .toList(),
            plans.steward(viewer).orElse(null),
            policy.seenBy(words, RoundRules.ROUND, RoundRules.TERMS),
            id == null ? plans.links() : List.of()));
  }

  private static Set<String> codes(Set<FeedbackIndicator> indicators) {
    return indicators.stream().map(FeedbackIndicator::code).collect(Collectors.toSet());
  }

  private Map<String, String> values(Round round, Population population) {
    RoundTerms terms = round.terms();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("kind", terms.kind().code());
    values.put("name", terms.name());
    values.put("purpose", terms.purpose().code());
    values.put("owner", Objects.requireNonNullElse(round.ownerName(), ""));
    values.put("validationNote", terms.validationNote());
    values.put("instrument", terms.instrument());
    values.put("numeric", Integer.toString(terms.numeric()));
    values.put("comments", Integer.toString(terms.comments()));
    values.put("width", Integer.toString(terms.width()));
    values.put("colluders", Integer.toString(terms.colluders()));
    values.put("unit", terms.unit().name().toLowerCase(Locale.ROOT));
    values.put("audience", terms.audience().code());
    values.put("steward", Objects.requireNonNullElse(round.stewardName(), ""));
    values.put("concerns", terms.concerns());
    values.put("lesson", Objects.requireNonNullElse(terms.lesson(), ""));
    values.put("self", yesNo(terms.self()));
    values.put("manager", yesNo(terms.manager()));
    values.put("reviewees", Population.code(population.reviewees()));
    values.put("peers", Integer.toString(terms.peers()));
    values.put("reports", Integer.toString(terms.reports()));
    values.put("others", Integer.toString(terms.others()));
    values.put("budget", Integer.toString(terms.budget()));
    values.put("nominateBy", terms.nominateBy().toString());
    values.put("opens", terms.opens().toString());
    values.put("closes", terms.closes().toString());
    values.put("reportsAtDebrief", yesNo(terms.opening().debrief()));
    values.put("reportsAfter", Integer.toString(terms.opening().after()));
    RoundEscrow escrow = terms.escrow();
    if (escrow != null) {
      values.put("escrow.first", round.custodians().getFirst());
      values.put("escrow.firstKey", escrow.first().key().text());
      values.put("escrow.second", round.custodians().getLast());
      values.put("escrow.secondKey", escrow.second().key().text());
      values.put("escrow.days", Integer.toString(escrow.days()));
    }
    values.put("people", String.join("\n", places.names(population.people())));
    values.put(
        "objective", population.objective() == null ? "" : places.title(population.objective()));
    return values;
  }

  private Sent sent(Viewer viewer, MultiValueMap<String, String> form) {
    List<Reason> wrong = new ArrayList<>();
    RoundInput input =
        new RoundInput(
            form.getFirst("kind"),
            form.getFirst("name"),
            form.getFirst("purpose"),
            person(viewer, form, "owner", wrong),
            form.getFirst("validationNote"),
            form.getFirst("instrument"),
            whole(form, "numeric", wrong),
            whole(form, "comments", wrong),
            whole(form, "width", wrong),
            whole(form, "colluders", wrong),
            form.getFirst("unit"),
            form.getFirst("audience"),
            person(viewer, form, "steward", wrong),
            form.getFirst("concerns"),
            form.getFirst("lesson"),
            flag(form, "self"),
            flag(form, "manager"),
            whole(form, "peers", wrong),
            whole(form, "reports", wrong),
            whole(form, "others", wrong),
            whole(form, "budget", wrong),
            RoundPages.day(form.getFirst("nominateBy")),
            RoundPages.day(form.getFirst("opens")),
            RoundPages.day(form.getFirst("closes")),
            ids(form.getOrDefault("units", List.of())),
            named(viewer, form, wrong),
            objective(viewer, form, wrong),
            form.getFirst("reviewees"),
            flag(form, "reportsAtDebrief"),
            whole(form, "reportsAfter", wrong),
            Set.copyOf(form.getOrDefault("without", List.of())),
            new RoundEscrowInput(
                person(viewer, form, "escrow.first", wrong),
                form.getFirst("escrow.firstKey"),
                person(viewer, form, "escrow.second", wrong),
                form.getFirst("escrow.secondKey"),
                whole(form, "escrow.days", wrong)));
    return new Sent(input, wrong);
  }

  private @Nullable UUID objective(
      Viewer viewer, MultiValueMap<String, String> form, List<Reason> wrong) {
    String title = Objects.requireNonNullElse(form.getFirst("objective"), "").strip();
    if (title.isEmpty()) {
      return null;
    }
    Optional<UUID> found = places.objective(viewer, title);
    if (found.isEmpty()) {
      wrong.add(Reason.invalid("objective", "feedback.no-objective-called", title));
    }
    return found.orElse(null);
  }

  private Set<UUID> named(Viewer viewer, MultiValueMap<String, String> form, List<Reason> wrong) {
    List<String> typed =
        Objects.requireNonNullElse(form.getFirst("people"), "")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    Set<UUID> found = new HashSet<>();
    if (typed.size() > MOST_NAMES) {
      wrong.add(Reason.invalid("people", "feedback.many-names", MOST_NAMES));
      return found;
    }
    for (String name : typed) {
      people
          .meant(viewer, name)
          .ifPresentOrElse(
              person -> found.add(person.id()),
              () -> wrong.add(Reason.invalid("people", "feedback.nobody-called", name)));
    }
    return found;
  }

  private @Nullable UUID person(
      Viewer viewer, MultiValueMap<String, String> form, String field, List<Reason> wrong) {
    String name = Objects.requireNonNullElse(form.getFirst(field), "").strip();
    if (name.isEmpty()) {
      return null;
    }
    Optional<UUID> found = people.meant(viewer, name).map(PersonEntry::id);
    if (found.isEmpty()) {
      wrong.add(Reason.invalid(field, "feedback.nobody-called", name));
    }
    return found.orElse(null);
  }

  static String yesNo(boolean value) {
    return value ? "yes" : "no";
  }

  private static @Nullable Boolean flag(MultiValueMap<String, String> form, String field) {
    String value = form.getFirst(field);
    return value == null ? null : !value.equals("no");
  }

  private static @Nullable Integer whole(
      MultiValueMap<String, String> form, String field, List<Reason> wrong) {
    String text = Objects.requireNonNullElse(form.getFirst(field), "").strip();
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("[0-9]{1,6}")) {
      wrong.add(Reason.invalid(field, "feedback.not-a-number"));
      return null;
    }
    return Integer.valueOf(text);
  }

  /// What is no id is nothing that there is.
  private static Set<UUID> ids(Collection<String> texts) {
    return texts.stream()
        .map(text -> {
          try {
            return UUID.fromString(text);
          } catch (IllegalArgumentException notAnId) {
            return new UUID(0, 0);
          }
        })
        .collect(Collectors.toSet());
  }
}
