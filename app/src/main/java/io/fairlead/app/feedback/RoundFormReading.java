package io.fairlead.app.feedback;

import io.fairlead.app.people.People;
import io.fairlead.app.people.PersonEntry;
import io.fairlead.app.people.PersonName;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Makes a round's input of what somebody sent with its form. A name that was left as the form had
/// it means whom it meant, even if somebody else is called that too, or the viewer cannot look them
/// up: saving a draft unchanged changes nothing.
final class RoundFormReading {
  private static final int MOST_NAMES = 500;

  private final Viewer viewer;
  private final MultiValueMap<String, String> form;
  private final Standing standing;
  private final People people;
  private final RoundPlaces places;
  private final List<Reason> wrong = new ArrayList<>();

  /// What the form had in it.
  ///
  /// @param round the draft; null for a new round
  /// @param objective its title, or empty
  record Standing(
      @Nullable Round round,
      Population population,
      List<PersonName> people,
      @Nullable String objective) {
    static final Standing NOTHING = new Standing(null, Population.EVERYBODY, List.of(), null);

    /// Who stands there under this name.
    Optional<UUID> person(String field, String name) {
      if (round == null) {
        return Optional.empty();
      }
      RoundTerms terms = round.terms();
      RoundEscrow escrow = terms.escrow();
      return switch (field) {
        case "owner" -> same(name, round.ownerName(), terms.owner());
        case "steward" -> same(name, round.stewardName(), terms.steward());
        case "escrow.first" ->
            escrow == null
                ? Optional.empty()
                : same(name, round.custodians().getFirst(), escrow.first().person());
        case "escrow.second" ->
            escrow == null
                ? Optional.empty()
                : same(name, round.custodians().getLast(), escrow.second().person());
        default -> throw new IllegalArgumentException(field);
      };
    }

    private static Optional<UUID> same(String name, @Nullable String was, @Nullable UUID id) {
      return name.equals(was) ? Optional.ofNullable(id) : Optional.empty();
    }
  }

  /// @param wrong what cannot be read, which is not in the input
  record Sent(RoundInput input, List<Reason> wrong) {}

  RoundFormReading(
      Viewer viewer,
      MultiValueMap<String, String> form,
      Standing standing,
      People people,
      RoundPlaces places) {
    this.viewer = viewer;
    this.form = form;
    this.standing = standing;
    this.people = people;
    this.places = places;
  }

  Sent read() {
    RoundInput input =
        new RoundInput(
            form.getFirst("kind"),
            form.getFirst("name"),
            form.getFirst("purpose"),
            person("owner"),
            form.getFirst("validationNote"),
            form.getFirst("instrument"),
            whole("numeric"),
            whole("comments"),
            whole("width"),
            whole("colluders"),
            form.getFirst("unit"),
            form.getFirst("audience"),
            person("steward"),
            form.getFirst("concerns"),
            form.getFirst("lesson"),
            flag("self"),
            flag("manager"),
            whole("peers"),
            whole("reports"),
            whole("others"),
            whole("budget"),
            RoundPages.day(form.getFirst("nominateBy")),
            RoundPages.day(form.getFirst("opens")),
            RoundPages.day(form.getFirst("closes")),
            ids(form.getOrDefault("units", List.of())),
            named(),
            objective(),
            form.getFirst("reviewees"),
            flag("reportsAtDebrief"),
            whole("reportsAfter"),
            Set.copyOf(form.getOrDefault("without", List.of())),
            new RoundEscrowInput(
                person("escrow.first"),
                form.getFirst("escrow.firstKey"),
                person("escrow.second"),
                form.getFirst("escrow.secondKey"),
                whole("escrow.days")));
    return new Sent(input, List.copyOf(wrong));
  }

  private @Nullable UUID person(String field) {
    String name = value(field);
    if (name.isEmpty()) {
      return null;
    }
    Optional<UUID> found =
        standing.person(field, name).or(() -> people.meant(viewer, name).map(PersonEntry::id));
    if (found.isEmpty()) {
      wrong.add(Reason.invalid(field, "feedback.nobody-called", name));
    }
    return found.orElse(null);
  }

  private Set<UUID> named() {
    List<PersonName> left = new ArrayList<>(standing.people());
    Set<UUID> found = new HashSet<>();
    List<String> typed = new ArrayList<>();
    for (String line : value("people").lines().map(String::strip).toList()) {
      Optional<PersonName> was = left.stream().filter(each -> each.name().equals(line)).findFirst();
      was.ifPresentOrElse(
          each -> {
            left.remove(each);
            found.add(each.id());
          },
          () -> typed.add(line));
    }
    typed.removeIf(String::isEmpty);
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

  private @Nullable UUID objective() {
    String title = value("objective");
    if (title.isEmpty()) {
      return null;
    }
    if (title.equals(standing.objective())) {
      return standing.population().objective();
    }
    Optional<UUID> found = places.objective(viewer, title);
    if (found.isEmpty()) {
      wrong.add(Reason.invalid("objective", "feedback.no-objective-called", title));
    }
    return found.orElse(null);
  }

  private String value(String field) {
    return Objects.requireNonNullElse(form.getFirst(field), "").strip();
  }

  private @Nullable Boolean flag(String field) {
    String value = form.getFirst(field);
    return value == null ? null : !value.equals("no");
  }

  private @Nullable Integer whole(String field) {
    String text = value(field);
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
  static Set<UUID> ids(Collection<String> texts) {
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
