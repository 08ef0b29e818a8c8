package io.fairlead.app.feedback;

import io.fairlead.app.feedback.RoundFormReading.Sent;
import io.fairlead.app.feedback.RoundFormReading.Standing;
import io.fairlead.app.people.People;
import io.fairlead.app.people.PersonName;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
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
import java.util.HashMap;
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
    Sent sent = new RoundFormReading(viewer, form, Standing.NOTHING, people, places).read();
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
    if (round.terms().isFollowUp()) {
      throw new RefusedException(
          Reason.of(Reason.Kind.CONFLICT, "feedback.follow-up-unchangeable"));
    }
    Standing standing = standing(round);
    return page(
        viewer,
        id,
        round.version(),
        FormState.of(flat(values(round, standing))),
        Map.of(),
        standing.population().units(),
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
    Standing standing =
        rounds.find(viewer, id).filter(Round::mayRun).map(this::standing).orElse(Standing.NOTHING);
    Sent sent = new RoundFormReading(viewer, form, standing, people, places).read();
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
      case Refused<UUID> refused ->
          RefusedForm.again(
              refused,
              form.toSingleValueMap(),
              sent ->
                  page(
                      viewer,
                      id,
                      version,
                      sent,
                      Map.of(),
                      RoundFormReading.ids(form.getOrDefault("units", List.of())),
                      Set.copyOf(form.getOrDefault("without", List.of())),
                      Objects.requireNonNullElse(form.getFirst("key"), Idempotency.freshKey())));
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
            instruments(words, form.value("instrument")),
            lessons,
            places.units(units).stream()
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
            plans.usual().escrow().rounds(),
            policy.seenBy(words, RoundRules.ROUND, RoundRules.TERMS),
            id == null ? plans.links() : List.of()));
  }

  /// With the one that stands in the form, even where it can be asked no more: a list without it
  /// would choose another.
  private List<Option> instruments(Words words, String standing) {
    List<Option> options = new ArrayList<>();
    rounds
        .instruments()
        .forEach(each ->
            options.add(
                new Option(
                    each.id(),
                    words.text(
                        "feedback.form.instrument-of",
                        each.name().in("en"),
                        each.items().size(),
                        words.number(Math.ceil(each.estimatedMinutes()), 0)))));
    if (!standing.isEmpty() && options.stream().noneMatch(each -> each.value().equals(standing))) {
      options.add(new Option(standing, standing));
    }
    return options;
  }

  private static Set<String> codes(Set<FeedbackIndicator> indicators) {
    return indicators.stream().map(FeedbackIndicator::code).collect(Collectors.toSet());
  }

  private Map<String, String> values(Round round, Standing standing) {
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
    values.put("reviewees", Population.code(standing.population().reviewees()));
    values.put("peers", Integer.toString(terms.peers()));
    values.put("reports", Integer.toString(terms.reports()));
    values.put("others", Integer.toString(terms.others()));
    values.put("budget", Integer.toString(terms.budget()));
    values.put("nominateBy", terms.nominateBy().toString());
    values.put("opens", terms.opens().toString());
    values.put("closes", terms.closes().toString());
    values.put("reportsAtDebrief", yesNo(terms.opening().debrief()));
    values.put("reportsAfter", Integer.toString(terms.opening().after()));
    values.put("escrow.days", Integer.toString(plans.usual().escrow().days()));
    RoundEscrow escrow = terms.escrow();
    if (escrow != null) {
      values.put("escrow.first", round.custodians().getFirst());
      values.put("escrow.firstKey", escrow.first().key().text());
      values.put("escrow.second", round.custodians().getLast());
      values.put("escrow.secondKey", escrow.second().key().text());
      values.put("escrow.days", Integer.toString(escrow.days()));
    }
    values.put(
        "people",
        standing.people().stream().map(PersonName::name).collect(Collectors.joining("\n")));
    values.put("objective", Objects.requireNonNullElse(standing.objective(), ""));
    return values;
  }

  /// What the form of a draft has in it.
  private Standing standing(Round round) {
    Population population = rounds.population(round.id());
    UUID objective = population.objective();
    return new Standing(
        round,
        population,
        places.named(population.people()),
        objective == null ? null : places.title(objective));
  }

  static String yesNo(boolean value) {
    return value ? "yes" : "no";
  }
}
