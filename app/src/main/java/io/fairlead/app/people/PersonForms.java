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
import io.fairlead.app.platform.web.Merge;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
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
  private static final String BASE = "base.";
  private static final String CHOICE = "choose-";
  private static final Map<String, String> LABELS =
      Map.of(
          "name", "people.name",
          "email", "people.email",
          "title", "people.role",
          "employeeNumber", "people.number",
          "unit", "people.unit",
          "manager", "people.manager",
          "lastDay", "people.last-day");
  private static final Set<String> DETAILS =
      Set.of("name", "email", "title", "employeeNumber", "unit");

  private final People people;
  private final Lines lines;
  private final Pages pages;
  private final Policy policy;

  PersonForms(People people, Lines lines, Pages pages, Policy policy) {
    this.people = people;
    this.lines = lines;
    this.pages = pages;
    this.policy = policy;
  }

  /// @param person null: somebody new
  /// @param version of the person that the form began with
  /// @param base every field as the form began, by which two people's changes are told apart
  /// @param conflicts what two people changed at once
  public record FormPage(
      @Nullable PersonEntry person,
      @Nullable Long version,
      Map<String, String> base,
      FormState form,
      List<Conflict> conflicts,
      List<Option> units,
      List<String> attributes,
      UUID key) {
    public FormPage {
      base = Map.copyOf(base);
      conflicts = List.copyOf(conflicts);
      units = List.copyOf(units);
      attributes = List.copyOf(attributes);
    }
  }

  /// A field that two people changed, with what to call it.
  public record Conflict(String label, Merge.Conflict merge) {}

  @GetMapping("/people/new")
  @Guarded(record = "person", act = "create", fields = "all")
  ModelAndView fresh(@AuthenticationPrincipal Viewer viewer) {
    if (!people.mayHire(viewer)) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return hiring(FormState.of("from", people.today()));
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
      case Refused<UUID> refused -> hiring(FormState.refused(sent, refused));
    };
  }

  @GetMapping("/people/{id}/edit")
  @Guarded(record = "person", act = "change", fields = "all")
  ModelAndView edit(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    PersonEntry person = changeable(viewer, id);
    Map<String, String> values = values(person);
    return shown(person, person.version(), values, new FormState(values, List.of()), List.of());
  }

  private ModelAndView hiring(FormState form) {
    return shown(null, null, Map.of(), form, List.of());
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
    changeable(viewer, id);
    return merged(
        viewer,
        id,
        chosen(sent),
        field -> DETAILS.contains(field) || field.startsWith(ATTRIBUTE),
        (fields, key, seen) ->
            people.change(
                viewer,
                new PersonChange(
                    id, seen, details(fields), id(fields.get("unit")), date(fields, "from"), key)),
        version);
  }

  /// What was chosen where two people had changed the same: a field taken from the other has what
  /// this form began with.
  private static Map<String, String> chosen(Map<String, String> sent) {
    Map<String, String> chosen = new LinkedHashMap<>(sent);
    sent.forEach((name, value) -> {
      if (name.startsWith(CHOICE) && value.equals("theirs")) {
        String field = name.substring(CHOICE.length());
        chosen.put(field, sent.getOrDefault(BASE + field, ""));
      }
    });
    return chosen;
  }

  /// A change of the person at a version, with the fields as they are to be.
  private interface Act {
    Outcome<Long> at(Map<String, String> fields, @Nullable String key, long version);
  }

  /// Does the act. When somebody else changed the person meanwhile, brings both together field by
  /// field and does it then, or shows both values where both changed the same.
  private ModelAndView merged(
      Viewer viewer,
      UUID id,
      Map<String, String> sent,
      Predicate<String> own,
      Act act,
      long version) {
    Outcome<Long> outcome = act.at(sent, sent.get("key"), version);
    if (!(outcome instanceof Refused<Long>(List<Reason> reasons))) {
      return new ModelAndView("redirect:/people/" + id);
    }
    PersonEntry now = changeable(viewer, id);
    if (reasons.getFirst().kind() != Reason.Kind.STALE) {
      return shown(now, version, base(sent), new FormState(sent, reasons), List.of());
    }
    Map<String, String> theirs = values(now);
    Map<String, String> mine = new LinkedHashMap<>();
    sent.forEach((field, value) -> {
      if (own.test(field)) {
        mine.put(field, value);
      }
    });
    Merge merge = Merge.of(base(sent), mine, theirs);
    Map<String, String> fields = new LinkedHashMap<>(sent);
    fields.putAll(merge.merged());
    theirs.forEach(fields::putIfAbsent);
    if (merge.isClean()) {
      Outcome<Long> again = act.at(fields, null, now.version());
      return switch (again) {
        case Done<Long> _ -> new ModelAndView("redirect:/people/" + id);
        case Refused<Long> refused ->
            shown(now, now.version(), theirs, FormState.refused(fields, refused), List.of());
      };
    }
    return shown(now, now.version(), theirs, new FormState(fields, reasons), merge.conflicts());
  }

  private static Map<String, String> base(Map<String, String> sent) {
    Map<String, String> base = new LinkedHashMap<>();
    sent.forEach((name, value) -> {
      if (name.startsWith(BASE)) {
        base.put(name.substring(BASE.length()), value);
      }
    });
    return base;
  }

  @PostMapping("/people/{id}/line")
  @Guarded(record = "person", act = "change", fields = "all")
  ModelAndView line(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam long version,
      @RequestParam Map<String, String> sent) {
    changeable(viewer, id);
    return merged(
        viewer,
        id,
        chosen(sent),
        "manager"::equals,
        (fields, key, seen) ->
            manager(viewer, fields)
                .then(manager ->
                    lines.assign(
                        viewer,
                        new LineChange(
                            id, seen, manager.orElse(null), date(fields, "lineFrom"), key))),
        version);
  }

  @PostMapping("/people/{id}/departure")
  @Guarded(record = "person", act = "change", fields = "all")
  ModelAndView depart(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam long version,
      @RequestParam Map<String, String> sent) {
    changeable(viewer, id);
    return merged(
        viewer,
        id,
        chosen(sent),
        "lastDay"::equals,
        (fields, key, seen) ->
            people.depart(viewer, new Departure(id, seen, date(fields, "lastDay"), key)),
        version);
  }

  @PostMapping("/people/{id}/contact")
  @Guarded(record = "person", act = "change", fields = "contact")
  ModelAndView contact(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, @RequestParam boolean shared) {
    PeopleApi.done(people.shareContact(viewer, id, shared, null));
    return new ModelAndView("redirect:/people/" + id);
  }

  private ModelAndView shown(
      @Nullable PersonEntry person,
      @Nullable Long version,
      Map<String, String> base,
      FormState form,
      List<Merge.Conflict> conflicts) {
    Words words = pages.words();
    List<Option> options = units(words);
    ModelAndView view =
        pages.show(
            "people/edit",
            person == null ? words.text("people.new") : person.name(),
            Place.PEOPLE,
            policy.seenBy(words, PERSON, DIRECTORY),
            new FormPage(
                person,
                version,
                base,
                form,
                conflicts.stream().map(conflict -> named(words, options, conflict)).toList(),
                options,
                form.values().keySet().stream()
                    .filter(field -> field.startsWith(ATTRIBUTE))
                    .map(field -> field.substring(ATTRIBUTE.length()))
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .toList(),
                UUID.fromString(Idempotency.freshKey())));
    if (form.wasRefused()) {
      view.setStatus(Errors.status(form.reasons()));
    }
    return view;
  }

  private static Conflict named(Words words, List<Option> units, Merge.Conflict conflict) {
    String field = conflict.field();
    if (field.startsWith(ATTRIBUTE)) {
      return new Conflict(field.substring(ATTRIBUTE.length()), conflict);
    }
    if (!field.equals("unit")) {
      return new Conflict(words.text(LABELS.getOrDefault(field, "people.name")), conflict);
    }
    return new Conflict(
        words.text("people.unit"),
        new Merge.Conflict(
            field,
            conflict.base(),
            called(units, conflict.mine()),
            called(units, conflict.theirs())));
  }

  private static String called(List<Option> options, String value) {
    return options.stream()
        .filter(option -> option.value().equals(value))
        .map(Option::words)
        .findFirst()
        .orElse(value);
  }

  private Map<String, String> values(PersonEntry person) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", person.name());
    values.put("title", person.title());
    values.put("email", person.email() == null ? "" : person.email());
    values.put("employeeNumber", person.employeeNumber() == null ? "" : person.employeeNumber());
    values.put("unit", person.unit() == null ? "" : person.unit().id().toString());
    values.put("manager", person.manager() == null ? "" : person.manager().name());
    values.put("from", people.today().toString());
    values.put("lineFrom", people.today().toString());
    values.put("lastDay", person.lastDay() == null ? "" : person.lastDay().toString());
    if (person.attributes() != null) {
      person.attributes().forEach((name, value) -> values.put(ATTRIBUTE + name, value));
    }
    return values;
  }

  private List<Option> units(Words words) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.text("people.no-unit")));
    people.units().forEach(unit -> options.add(new Option(unit.id().toString(), unit.path())));
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
