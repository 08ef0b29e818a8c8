package io.fairlead.app.people;

import static io.fairlead.app.people.PeoplePolicy.DIRECTORY;
import static io.fairlead.app.people.PeoplePolicy.PERSON;

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
import io.fairlead.app.platform.words.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The forms with which people operations add and change people.
@Controller
public class PersonForms {
  private static final String ATTRIBUTE = "attribute:";

  private final People people;
  private final Lines lines;
  private final UnitStore units;
  private final Pages pages;
  private final Policy policy;

  PersonForms(People people, Lines lines, UnitStore units, Pages pages, Policy policy) {
    this.people = people;
    this.lines = lines;
    this.units = units;
    this.pages = pages;
    this.policy = policy;
  }

  /// @param person null: somebody new
  public record FormPage(
      @Nullable PersonEntry person,
      FormState form,
      List<Option> units,
      List<String> attributes,
      UUID key) {}

  @GetMapping("/people/new")
  @Guarded(record = "person", act = "create", fields = "all")
  ModelAndView fresh(@AuthenticationPrincipal Viewer viewer) {
    if (!people.mayHire(viewer)) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return shown(null, FormState.of("from", people.today()));
  }

  @PostMapping("/people/new")
  @Guarded(record = "person", act = "create", fields = "all")
  ModelAndView hire(
      @AuthenticationPrincipal Viewer viewer, @RequestParam Map<String, String> sent) {
    Outcome<UUID> outcome =
        manager(viewer, sent)
            .then(manager ->
                people.hire(
                    viewer,
                    new NewPerson(
                        details(sent),
                        id(sent.get("unit")),
                        manager.orElse(null),
                        date(sent, "from"),
                        sent.get("key"))));
    return switch (outcome) {
      case Done<UUID>(UUID person) -> new ModelAndView("redirect:/people/" + person);
      case Refused<UUID> refused -> shown(null, FormState.refused(sent, refused));
    };
  }

  @GetMapping("/people/{id}/edit")
  @Guarded(record = "person", act = "change", fields = "all")
  ModelAndView edit(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return shown(changeable(viewer, id), FormState.EMPTY);
  }

  private PersonEntry changeable(Viewer viewer, UUID id) {
    PersonEntry person =
        people.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    if (!people.mayChange(viewer, id)) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return person;
  }

  @PostMapping("/people/{id}/edit")
  @Guarded(record = "person", act = "change", fields = "all")
  ModelAndView change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam long version,
      @RequestParam Map<String, String> sent) {
    PersonEntry person = changeable(viewer, id);
    return after(
        person,
        sent,
        people.change(
            viewer,
            new PersonChange(
                id,
                version,
                details(sent),
                id(sent.get("unit")),
                date(sent, "from"),
                sent.get("key"))));
  }

  @PostMapping("/people/{id}/line")
  @Guarded(record = "person", act = "change", fields = "all")
  ModelAndView line(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam long version,
      @RequestParam Map<String, String> sent) {
    PersonEntry person = changeable(viewer, id);
    return after(
        person,
        sent,
        manager(viewer, sent)
            .then(manager ->
                lines.assign(
                    viewer,
                    new LineChange(
                        id,
                        version,
                        manager.orElse(null),
                        date(sent, "lineFrom"),
                        sent.get("key")))));
  }

  @PostMapping("/people/{id}/departure")
  @Guarded(record = "person", act = "change", fields = "all")
  ModelAndView depart(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam long version,
      @RequestParam Map<String, String> sent) {
    PersonEntry person = changeable(viewer, id);
    return after(
        person,
        sent,
        people.depart(viewer, new Departure(id, version, date(sent, "lastDay"), sent.get("key"))));
  }

  private ModelAndView after(PersonEntry person, Map<String, String> sent, Outcome<Long> outcome) {
    return switch (outcome) {
      case Done<Long> done -> new ModelAndView("redirect:/people/" + person.id());
      case Refused<Long> refused -> shown(person, FormState.refused(sent, refused));
    };
  }

  @PostMapping("/people/{id}/contact")
  @Guarded(record = "person", act = "change", fields = "contact")
  ModelAndView contact(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, @RequestParam boolean shared) {
    PeopleApi.done(people.shareContact(viewer, id, shared));
    return new ModelAndView("redirect:/people/" + id);
  }

  private ModelAndView shown(@Nullable PersonEntry person, FormState form) {
    Words words = pages.words();
    FormState state = form.values().isEmpty() && person != null ? of(person) : form;
    Map<String, String> known =
        person == null || person.attributes() == null ? Map.of() : person.attributes();
    ModelAndView view =
        pages.show(
            "people/edit",
            person == null ? words.text("people.new") : person.name(),
            Place.PEOPLE,
            policy.seenBy(words, PERSON, DIRECTORY),
            new FormPage(
                person,
                state,
                units(words),
                List.copyOf(known.keySet()),
                UUID.fromString(Idempotency.freshKey())));
    if (form.wasRefused()) {
      view.setStatus(Errors.status(form.reasons()));
    }
    return view;
  }

  private FormState of(PersonEntry person) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", person.name());
    values.put("title", person.title());
    values.put("email", person.email() == null ? "" : person.email());
    values.put("employeeNumber", person.employeeNumber() == null ? "" : person.employeeNumber());
    values.put("unit", person.unit() == null ? "" : person.unit().id().toString());
    values.put("manager", person.manager() == null ? "" : person.manager().name());
    values.put("from", people.today().toString());
    values.put("lineFrom", people.today().toString());
    values.put("lastDay", "");
    if (person.attributes() != null) {
      person.attributes().forEach((name, value) -> values.put(ATTRIBUTE + name, value));
    }
    return new FormState(values, List.of());
  }

  private List<Option> units(Words words) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.text("people.no-unit")));
    units.all().forEach(unit -> options.add(new Option(unit.id().toString(), unit.path())));
    return options;
  }

  private static PersonDetails details(Map<String, String> sent) {
    Map<String, String> attributes = new LinkedHashMap<>();
    sent.forEach((name, value) -> {
      if (name.startsWith(ATTRIBUTE)) {
        attributes.put(name.substring(ATTRIBUTE.length()), value);
      }
    });
    String added = sent.getOrDefault("attributeName", "").strip();
    if (!added.isEmpty()) {
      attributes.put(added, sent.getOrDefault("attributeValue", ""));
    }
    return new PersonDetails(
        sent.getOrDefault("name", ""),
        sent.getOrDefault("email", ""),
        sent.getOrDefault("title", ""),
        sent.get("employeeNumber"),
        attributes);
  }

  private Outcome<Optional<UUID>> manager(Viewer viewer, Map<String, String> sent) {
    String text = sent.getOrDefault("manager", "").strip();
    if (text.isEmpty()) {
      return Outcome.done(Optional.empty());
    }
    return people
        .meant(viewer, text)
        .map(person -> Outcome.done(Optional.of(person.id())))
        .orElseGet(() -> Outcome.refused(Reason.invalid("manager", "which-person")));
  }

  private static @Nullable UUID id(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Reason.invalid("unit", "unknown-unit"));
    }
  }

  private static @Nullable LocalDate date(Map<String, String> sent, String field) {
    String text = sent.getOrDefault(field, "").strip();
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new RefusedException(Reason.invalid(field, "not-a-date"));
    }
  }
}
