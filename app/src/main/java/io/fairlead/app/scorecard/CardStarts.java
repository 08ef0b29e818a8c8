package io.fairlead.app.scorecard;

import io.fairlead.app.measures.Measure;
import io.fairlead.app.measures.MeasureCatalogue;
import io.fairlead.app.measures.MeasureExample;
import io.fairlead.app.measures.MeasureHistories;
import io.fairlead.app.measures.Measures;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Beginning with a scorecard that others have thought about: its perspectives and objectives, the
/// measures it needs, and the arrows of its map, all at once or nothing.
@Component
public class CardStarts {
  private static final int MOST_MEASURES = 1_000;

  private final CardStarters starters;
  private final MeasureCatalogue catalogue;
  private final MeasureHistories histories;
  private final Measures measures;
  private final Scorecards scorecards;
  private final StrategyMaps maps;
  private final Idempotency idempotency;

  CardStarts(
      CardStarters starters,
      MeasureCatalogue catalogue,
      MeasureHistories histories,
      Measures measures,
      Scorecards scorecards,
      StrategyMaps maps,
      Idempotency idempotency) {
    this.starters = starters;
    this.catalogue = catalogue;
    this.histories = histories;
    this.measures = measures;
    this.scorecards = scorecards;
    this.maps = maps;
    this.idempotency = idempotency;
  }

  /// A measure that a starter needs.
  ///
  /// @param there the viewer's one of that name; null where it would be defined, without values yet
  public record Needed(MeasureExample example, @Nullable Measure there) {}

  /// A starter with what it needs, by the catalogue's id.
  public record Offer(CardStarter starter, Map<String, Needed> needed) {
    public long missing() {
      return needed.values().stream().filter(each -> each.there() == null).count();
    }
  }

  /// What can be begun with, and which of its measures the viewer has; refused to whoever may make
  /// no card.
  public Outcome<List<Offer>> offers(Viewer viewer) {
    if (!scorecards.mayDefine(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    Map<String, Measure> byName = byName(viewer);
    return Outcome.done(starters.all().stream().map(each -> offer(each, byName)).toList());
  }

  private Map<String, Measure> byName(Viewer viewer) {
    return histories.choices(viewer, MOST_MEASURES).stream()
        .collect(
            Collectors.toMap(each -> plain(each.plan().name()), each -> each, (first, _) -> first));
  }

  private Offer offer(CardStarter starter, Map<String, Measure> byName) {
    Map<String, Needed> needed = new HashMap<>();
    for (String id : starter.measures()) {
      MeasureExample example = catalogue.find(id).orElseThrow();
      needed.put(id, new Needed(example, byName.get(plain(example.name()))));
    }
    return new Offer(starter, Map.copyOf(needed));
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /// How it is to begin.
  ///
  /// @param title null: as the starter is called
  /// @param ofUnit null: the whole organisation's
  public record Beginning(@Nullable String title, @Nullable UUID ofUnit) {}

  /// Makes the card with all it needs.
  ///
  /// @param key lets it take effect once, however often it is sent
  /// @return the card's id
  public Outcome<UUID> begin(
      Viewer writer, String starter, Beginning beginning, @Nullable String key) {
    Optional<CardStarter> found = starters.find(starter);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    return idempotency.once(
        writer.person(),
        "scorecard.begin",
        key,
        List.of(starter, beginning),
        UUID.class,
        () -> begun(writer, found.get(), beginning));
  }

  private Outcome<UUID> begun(Viewer writer, CardStarter starter, Beginning beginning) {
    if (!scorecards.mayDefine(writer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    Map<String, UUID> ids = new HashMap<>();
    for (Map.Entry<String, Needed> each : offer(starter, byName(writer)).needed().entrySet()) {
      Measure there = each.getValue().there();
      if (there != null) {
        ids.put(each.getKey(), there.id());
        continue;
      }
      switch (measures.define(writer, each.getValue().example().input(beginning.ofUnit()), null)) {
        case Done<UUID>(UUID made) -> ids.put(each.getKey(), made);
        case Refused<UUID> refused -> {
          return refused;
        }
      }
    }
    Map<UUID, Measure> known = histories.measures(writer, ids.values());
    return scorecards
        .define(writer, input(starter, beginning, ids, known), null)
        .then(card -> drawn(writer, starter, card));
  }

  private static CardInput input(
      CardStarter starter, Beginning beginning, Map<String, UUID> ids, Map<UUID, Measure> known) {
    String title = beginning.title();
    return new CardInput(
        title == null || title.isBlank() ? starter.name() : title,
        beginning.ofUnit(),
        null,
        starter.perspectives().stream()
            .map(perspective ->
                new CardInput.PerspectiveInput(
                    null,
                    perspective.name(),
                    perspective.weight(),
                    perspective.objectives().stream()
                        .map(objective ->
                            new CardInput.ObjectiveInput(
                                null,
                                objective.title(),
                                objective.weight(),
                                objective.measures().stream()
                                    .map(ids::get)
                                    .map(Objects::requireNonNull)
                                    .map(known::get)
                                    .map(Objects::requireNonNull)
                                    .map(measure ->
                                        new CardInput.MeasureInput(
                                            null, measure.code(), null, null, null, null))
                                    .toList(),
                                List.of(),
                                List.of(),
                                List.of()))
                        .toList()))
            .toList());
  }

  /// The arrows between the objectives of the card, which stand as they did in the starter.
  private Outcome<UUID> drawn(Viewer writer, CardStarter starter, UUID card) {
    List<Scorecard.Objective> made =
        scorecards.find(writer, card).orElseThrow().objectives().toList();
    List<CardStarter.Objective> meant = starter.objectives().toList();
    Map<String, UUID> byKey = new HashMap<>();
    for (int i = 0; i < meant.size(); i++) {
      byKey.put(meant.get(i).key(), made.get(i).id());
    }
    for (CardStarter.StarterArrow arrow : starter.arrows()) {
      Outcome<UUID> drawn =
          maps.draw(
              writer,
              card,
              new ArrowInput(
                  byKey.get(arrow.from()),
                  byKey.get(arrow.to()),
                  arrow.sign().code(),
                  arrow.lagMonths(),
                  null),
              null);
      if (drawn instanceof Refused<UUID> refused) {
        return refused;
      }
    }
    return Outcome.done(card);
  }
}
