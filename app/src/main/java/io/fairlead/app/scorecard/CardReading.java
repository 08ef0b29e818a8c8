package io.fairlead.app.scorecard;

import io.fairlead.app.measures.Measure;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Limits;
import io.fairlead.app.scorecard.CardInput.InitiativeInput;
import io.fairlead.app.scorecard.CardInput.MeasureInput;
import io.fairlead.app.scorecard.CardInput.ObjectiveInput;
import io.fairlead.app.scorecard.CardInput.PerspectiveInput;
import io.fairlead.app.scorecard.Scorecard.Initiative;
import io.fairlead.app.scorecard.Scorecard.Objective;
import io.fairlead.app.scorecard.Scorecard.Perspective;
import io.fairlead.app.scorecard.Scorecard.Weighed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes a plan of what was sent, or says everything that is wrong with it at once; each by the
/// place where it stands, such as `perspectives.0.objectives.1.title`.
final class CardReading {
  static final int MOST_PERSPECTIVES = 8;
  static final int MOST_OBJECTIVES = 12;
  static final int MOST_MEASURES = 8;
  static final int MOST_INITIATIVES = 8;
  static final int MOST_LINKS = 12;
  private static final BigDecimal MOST_WEIGHT = BigDecimal.valueOf(1000);
  private static final double LARGEST = 1e15;

  private final Map<String, Measure> byCode;
  private final Map<UUID, Weighed> standing;
  private final Set<UUID> visible;
  private final Ids ids;
  private final Set<UUID> ofCard;
  private final Set<UUID> taken = new HashSet<>();
  private final List<Reason> wrong = new ArrayList<>();

  /// @param before the card as it stands; null for a new one
  /// @param readable the measures that the writer can see: those named, and those on the card
  CardReading(@Nullable Scorecard before, List<Measure> readable, Ids ids) {
    this.byCode =
        readable.stream().collect(Collectors.toMap(Measure::code, each -> each, (one, _) -> one));
    this.visible = readable.stream().map(Measure::id).collect(Collectors.toSet());
    this.ids = ids;
    List<Perspective> perspectives = before == null ? List.of() : before.perspectives();
    List<Objective> objectives =
        perspectives.stream().flatMap(each -> each.objectives().stream()).toList();
    this.standing =
        objectives.stream()
            .flatMap(each -> each.measures().stream())
            .collect(Collectors.toMap(Weighed::id, each -> each));
    this.ofCard =
        Stream.of(
                perspectives.stream().map(Perspective::id),
                objectives.stream().map(Objective::id),
                standing.keySet().stream(),
                objectives.stream()
                    .flatMap(each -> each.initiatives().stream())
                    .map(Initiative::id))
            .flatMap(each -> each)
            .collect(Collectors.toSet());
  }

  /// The codes of measures that are named in it.
  static List<String> codes(CardInput input) {
    return list(input.perspectives()).stream()
        .flatMap(each -> list(each.objectives()).stream())
        .flatMap(each -> list(each.measures()).stream())
        .map(each -> Objects.requireNonNullElse(each.measure(), "").strip())
        .filter(code -> !code.isEmpty())
        .distinct()
        .toList();
  }

  Outcome<CardPlan> read(Viewer writer, CardInput input) {
    String title = line("title", input.title());
    List<Perspective> perspectives = new ArrayList<>();
    List<PerspectiveInput> sent =
        atMost("perspectives", list(input.perspectives()), MOST_PERSPECTIVES);
    for (int i = 0; i < sent.size(); i++) {
      perspectives.add(perspective("perspectives." + i + ".", sent.get(i)));
    }
    CardPlan plan =
        new CardPlan(
            title,
            input.ofUnit(),
            Objects.requireNonNullElse(input.owner(), writer.person()),
            perspectives);
    return wrong.isEmpty() ? Outcome.done(plan) : Outcome.refused(wrong);
  }

  private Perspective perspective(String at, PerspectiveInput input) {
    List<Objective> objectives = new ArrayList<>();
    List<ObjectiveInput> sent =
        atMost(at + "objectives", list(input.objectives()), MOST_OBJECTIVES);
    for (int i = 0; i < sent.size(); i++) {
      objectives.add(objective(at + "objectives." + i + ".", sent.get(i)));
    }
    BigDecimal weight = Objects.requireNonNullElse(input.weight(), BigDecimal.ZERO);
    if (weight.signum() < 0 || weight.compareTo(BigDecimal.ONE) > 0) {
      wrong.add(Reason.invalid(at + "weight", "scorecards.share"));
    }
    return new Perspective(id(at, input.id()), line(at + "name", input.name()), weight, objectives);
  }

  private Objective objective(String at, ObjectiveInput input) {
    List<Weighed> measures = new ArrayList<>();
    List<MeasureInput> sent = atMost(at + "measures", list(input.measures()), MOST_MEASURES);
    Set<UUID> once = new HashSet<>();
    for (int i = 0; i < sent.size(); i++) {
      Weighed measure = measure(at + "measures." + i + ".", sent.get(i));
      if (measure != null) {
        if (!once.add(measure.measure())) {
          wrong.add(Reason.invalid(at + "measures." + i + ".measure", "scorecards.measure-twice"));
        }
        measures.add(measure);
      }
    }
    List<Initiative> initiatives = new ArrayList<>();
    List<InitiativeInput> done =
        atMost(at + "initiatives", list(input.initiatives()), MOST_INITIATIVES);
    for (int i = 0; i < done.size(); i++) {
      initiatives.add(initiative(at + "initiatives." + i + ".", done.get(i)));
    }
    return new Objective(
        id(at, input.id()),
        line(at + "title", input.title()),
        weight(at, input.weight()),
        measures,
        initiatives,
        atMost(at + "goals", list(input.goals()), MOST_LINKS).stream().distinct().toList(),
        atMost(at + "supports", list(input.supports()), MOST_LINKS).stream().distinct().toList());
  }

  private @Nullable Weighed measure(String at, MeasureInput input) {
    Weighed before = input.id() == null ? null : standing.get(input.id());
    String code = Objects.requireNonNullElse(input.measure(), "").strip();
    if (code.isEmpty() && before != null && !visible.contains(before.measure())) {
      id(at, input.id());
      return before;
    }
    Measure measure = byCode.get(code);
    if (measure == null) {
      wrong.add(Reason.invalid(at + "measure", "scorecards.unknown-measure", code));
      return null;
    }
    Weighed weighed =
        new Weighed(
            id(at, input.id()),
            measure.id(),
            weight(at, input.weight()),
            figure(at + "floor", input.floor()),
            figure(at + "target", input.target()),
            figure(at + "stretch", input.stretch()));
    CardScores.flaw(weighed, measure)
        .ifPresent(
            flaw -> wrong.add(Reason.invalid(at + flaw.field(), "scorecards." + flaw.code())));
    return weighed;
  }

  private Initiative initiative(String at, InitiativeInput input) {
    String state = Objects.requireNonNullElse(input.state(), InitiativeState.PLANNED.code());
    if (InitiativeState.find(state).isEmpty()) {
      wrong.add(Reason.invalid(at + "state", "scorecards.unknown-choice"));
    }
    return new Initiative(
        id(at, input.id()),
        line(at + "name", input.name()),
        input.owner(),
        null,
        input.due(),
        InitiativeState.find(state).orElse(InitiativeState.PLANNED));
  }

  /// An id that is the card's own and comes once, or a new one.
  private UUID id(String at, @Nullable UUID sent) {
    if (sent == null) {
      return ids.next();
    }
    if (!ofCard.contains(sent) || !taken.add(sent)) {
      wrong.add(Reason.invalid(at + "id", "scorecards.unknown-part"));
    }
    return sent;
  }

  private BigDecimal weight(String at, @Nullable BigDecimal sent) {
    BigDecimal weight = Objects.requireNonNullElse(sent, BigDecimal.ONE);
    if (weight.signum() < 0 || weight.compareTo(MOST_WEIGHT) > 0) {
      wrong.add(Reason.invalid(at + "weight", "scorecards.weight"));
    }
    return weight;
  }

  private @Nullable BigDecimal figure(String field, @Nullable BigDecimal sent) {
    if (sent != null && Math.abs(sent.doubleValue()) >= LARGEST) {
      wrong.add(Reason.invalid(field, "scorecards.too-large"));
      return null;
    }
    return sent;
  }

  private String line(String field, @Nullable String sent) {
    String line = Objects.requireNonNullElse(sent, "").strip();
    if (line.isEmpty()) {
      wrong.add(Reason.invalid(field, "required"));
    }
    if (line.length() > Limits.LINE) {
      wrong.add(Reason.invalid(field, "too-long", Limits.LINE));
    }
    return line;
  }

  private <T> List<T> atMost(String field, List<T> sent, int most) {
    if (sent.size() > most) {
      wrong.add(Reason.invalid(field, "scorecards.too-many", most));
      return List.of();
    }
    if (sent.stream().anyMatch(Objects::isNull)) {
      wrong.add(Reason.invalid(field, "required"));
      return List.of();
    }
    return sent;
  }

  private static <T> List<T> list(@Nullable List<T> sent) {
    return sent == null ? List.of() : sent;
  }
}
