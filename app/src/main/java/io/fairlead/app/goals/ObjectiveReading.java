package io.fairlead.app.goals;

import io.fairlead.app.goals.ObjectiveInput.KeyResultInput;
import io.fairlead.app.goals.ObjectiveInput.MilestoneInput;
import io.fairlead.app.goals.ObjectiveInput.WatchedInput;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.methods.goals.ObjectiveKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Turns what came in into a plan, or into every reason why it is none, each at its field
/// (`keyResults[1].target`). Judges form only: whether a figure is a figure, a text not too long.
final class ObjectiveReading {
  static final int LONGEST_TITLE = 300;
  static final int LONGEST_TEXT = 10_000;
  static final int MOST_KEY_RESULTS = 30;
  static final int MOST_MILESTONES = 50;
  static final int MOST_WATCHED = 20;
  static final int MOST_READERS = 200;

  private final ObjectiveInput input;
  private final UUID writer;
  private final List<Reason> reasons = new ArrayList<>();

  private ObjectiveReading(ObjectiveInput input, UUID writer) {
    this.input = input;
    this.writer = writer;
  }

  /// @param writer owns the objective when the input names no owner
  static Outcome<ObjectivePlan> read(
      ObjectiveInput input, UUID writer, UUID currentCycle, Visibility usual) {
    return new ObjectiveReading(input, writer).plan(currentCycle, usual);
  }

  /// A key result as far as it can be read, for a preview: what cannot be is left out.
  static KeyResultPlan sketch(KeyResultInput input, UUID writer) {
    ObjectiveInput nothing =
        new ObjectiveInput(
            "", "", "", "", "", "", "", "", "", "", List.of(), "", List.of(), List.of());
    return new ObjectiveReading(nothing, writer).keyResult("", input);
  }

  private Outcome<ObjectivePlan> plan(UUID currentCycle, Visibility usual) {
    Owner owner = owner();
    UUID accountable = id("accountable", input.accountable());
    UUID cycle = id("cycle", input.cycle());
    tooMany("keyResults", input.keyResults().size(), MOST_KEY_RESULTS);
    tooMany("watched", input.watched().size(), MOST_WATCHED);
    tooMany("readers", input.readers().size(), MOST_READERS);
    if (reasons.stream().anyMatch(reason -> reason.code().equals("goals.too-many"))) {
      return Outcome.refused(reasons);
    }
    ObjectivePlan plan =
        new ObjectivePlan(
            cycle == null ? currentCycle : cycle,
            required("title", text("title", input.title(), LONGEST_TITLE)),
            text("why", input.why(), LONGEST_TEXT),
            code("kind", input.kind(), ObjectiveKind::find, ObjectiveKind.ASPIRATIONAL),
            text("question", input.question(), LONGEST_TEXT),
            owner,
            accountable != null
                ? accountable
                : owner.kind() == Owner.Kind.PERSON && owner.id() != null ? owner.id() : writer,
            id("delegate", input.delegate()),
            code("visibility", input.visibility(), Visibility::find, usual),
            readers(),
            text("standsAloneBecause", input.standsAloneBecause(), LONGEST_TEXT),
            each(input.keyResults(), "keyResults", this::keyResult),
            each(input.watched(), "watched", this::watched));
    return reasons.isEmpty() ? Outcome.done(plan) : Outcome.refused(reasons);
  }

  private Owner owner() {
    Owner.Kind kind = code("ownerKind", input.ownerKind(), Owner.Kind::find, Owner.Kind.PERSON);
    UUID id = id("owner", input.owner());
    if (kind == Owner.Kind.ORGANISATION) {
      return Owner.ORGANISATION;
    }
    if (id == null && kind != Owner.Kind.PERSON) {
      reasons.add(Reason.invalid("owner", "required"));
    }
    return id == null ? Owner.person(writer) : new Owner(kind, id);
  }

  private Set<UUID> readers() {
    Set<UUID> readers = new HashSet<>();
    for (String reader : input.readers()) {
      UUID id = id("readers", reader);
      if (id != null) {
        readers.add(id);
      }
    }
    return readers;
  }

  private KeyResultPlan keyResult(String at, KeyResultInput one) {
    tooMany(at + "milestones", one.milestones().size(), MOST_MILESTONES);
    return new KeyResultPlan(
        id(at + "id", one.id()),
        required(at + "title", text(at + "title", one.title(), LONGEST_TITLE)),
        code(at + "kind", one.kind(), KeyResultKind::find, KeyResultKind.INCREASE),
        figure(at + "baseline", one.baseline()),
        date(at + "baselineDue", one.baselineDue()),
        code(at + "targetMode", one.targetMode(), TargetMode::find, TargetMode.ABSOLUTE),
        figure(at + "target", one.target()),
        figure(at + "change", one.change()),
        figure(at + "low", one.low()),
        figure(at + "high", one.high()),
        figure(at + "tolerance", one.tolerance()),
        text(at + "unit", one.unit(), 60),
        weight(at + "weight", one.weight()),
        id(at + "owner", one.owner()),
        date(at + "due", one.due()),
        Set.of("true", "on", "yes").contains(one.settledLater()),
        text(at + "guardrail", one.guardrail(), 500),
        one.milestones().size() > MOST_MILESTONES
            ? List.of()
            : each(one.milestones(), at + "milestones", this::milestone));
  }

  private KeyResultPlan.Milestone milestone(String at, MilestoneInput one) {
    return new KeyResultPlan.Milestone(
        id(at + "id", one.id()),
        required(at + "name", text(at + "name", one.name(), 200)),
        weight(at + "weight", one.weight()));
  }

  private ObjectivePlan.Watched watched(String at, WatchedInput one) {
    return new ObjectivePlan.Watched(
        id(at + "id", one.id()),
        required(at + "name", text(at + "name", one.name(), 200)),
        text(at + "note", one.note(), 500));
  }

  private interface Item<I, P> {
    P read(String at, I input);
  }

  private <I, P> List<P> each(List<I> inputs, String field, Item<I, P> item) {
    return IntStream.range(0, inputs.size())
        .mapToObj(i -> item.read(field + "[" + i + "].", inputs.get(i)))
        .toList();
  }

  private void tooMany(String field, int number, int most) {
    if (number > most) {
      reasons.add(Reason.invalid(field, "goals.too-many", most));
    }
  }

  private String required(String field, String text) {
    if (text.isEmpty()) {
      reasons.add(Reason.invalid(field, "required"));
    }
    return text;
  }

  private String text(String field, String text, int longest) {
    if (text.length() > longest) {
      reasons.add(Reason.invalid(field, "too-long", longest));
      return text.substring(0, longest);
    }
    if (text.indexOf('\0') >= 0) {
      reasons.add(Reason.invalid(field, "goals.unreadable"));
      return "";
    }
    return text;
  }

  private <C> C code(String field, String code, Function<String, Optional<C>> find, C otherwise) {
    if (code.isEmpty()) {
      return otherwise;
    }
    Optional<C> found = find.apply(code);
    if (found.isEmpty()) {
      reasons.add(Reason.invalid(field, "goals.unknown-choice"));
    }
    return found.orElse(otherwise);
  }

  private @Nullable UUID id(String field, String id) {
    if (id.isEmpty()) {
      return null;
    }
    try {
      if (id.length() == 36) {
        return UUID.fromString(id);
      }
    } catch (IllegalArgumentException ignored) {
      // falls through to the reason
    }
    reasons.add(Reason.invalid(field, "goals.unknown-choice"));
    return null;
  }

  private @Nullable BigDecimal figure(String field, String text) {
    if (text.isEmpty()) {
      return null;
    }
    Optional<BigDecimal> figure = Figures.parse(text);
    if (figure.isEmpty()) {
      reasons.add(Reason.invalid(field, "goals.not-a-figure"));
    }
    return figure.orElse(null);
  }

  private BigDecimal weight(String field, String text) {
    BigDecimal weight = figure(field, text);
    if (weight == null) {
      return BigDecimal.ONE;
    }
    if (weight.signum() <= 0 || weight.compareTo(BigDecimal.valueOf(1000)) > 0) {
      reasons.add(Reason.invalid(field, "goals.weight"));
      return BigDecimal.ONE;
    }
    return weight;
  }

  private @Nullable LocalDate date(String field, String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 1900 && date.getYear() <= 2200) {
        return date;
      }
    } catch (DateTimeParseException ignored) {
      // falls through to the reason
    }
    reasons.add(Reason.invalid(field, "goals.not-a-date"));
    return null;
  }
}
