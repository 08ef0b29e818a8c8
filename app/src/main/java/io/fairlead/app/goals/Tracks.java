package io.fairlead.app.goals;

import io.fairlead.app.goals.CheckInStore.Said;
import io.fairlead.methods.goals.Attainment;
import io.fairlead.methods.goals.KeyResult;
import io.fairlead.methods.goals.Observation;
import io.fairlead.methods.goals.TimeInBand;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Recomputes tracks from the check-ins. Called in the transaction that adds a check-in or changes
/// what a key result asks for, so that a track never disagrees with its check-ins.
@Component
class Tracks {
  private final CheckInStore store;
  private final RollUps rollUps;
  private final Clock clock;

  Tracks(CheckInStore store, RollUps rollUps, Clock clock) {
    this.store = store;
    this.rollUps = rollUps;
    this.clock = clock;
  }

  /// Recomputes the tracks of the key results, and has the roll-ups above them computed again.
  Map<UUID, Track> rebuild(Collection<UUID> keyResults) {
    List<KeyResultDefinition> definitions = store.definitions(keyResults);
    Map<UUID, List<Said>> history = store.history(keyResults);
    Map<KeyResultDefinition, Track> tracks = new LinkedHashMap<>();
    List<UUID> silent = new ArrayList<>();
    for (KeyResultDefinition definition : definitions) {
      List<Said> said = history.getOrDefault(definition.id(), List.of());
      if (!said.isEmpty()) {
        tracks.put(definition, track(definition, said));
      }
      if (said.isEmpty()) {
        silent.add(definition.id());
      }
    }
    if (!silent.isEmpty()) {
      store.forgetTracks(silent);
    }
    store.keepTracks(tracks, clock.instant());
    rollUps.dueFor(definitions.stream().map(KeyResultDefinition::objective).distinct().toList());
    Map<UUID, Track> byId = new LinkedHashMap<>();
    tracks.forEach((definition, track) -> byId.put(definition.id(), track));
    return byId;
  }

  /// One point a day, the day's last word; what has no score has no point. A band's points say
  /// where it stood on the day, its score for how much of the time it held.
  static Track track(KeyResultDefinition keyResult, List<Said> said) {
    NavigableMap<LocalDate, Double> progress = new TreeMap<>();
    NavigableMap<LocalDate, Double> figures = new TreeMap<>();
    BigDecimal value = null;
    Set<UUID> done = Set.of();
    @Nullable Double score = null;
    @Nullable Integer confidence = null;
    @Nullable Integer previous = null;
    for (Said one : said) {
      if (one.value() != null) {
        value = one.value();
      }
      if (one.done() != null) {
        done = one.done();
      }
      if (one.confidence() != null) {
        previous = confidence;
        confidence = one.confidence();
      }
      if (value != null) {
        figures.put(one.day(), value.doubleValue());
      }
      Attainment attainment = keyResult.method().score(keyResult.reading(value, done));
      if (attainment instanceof Attainment.Scored scored) {
        score = scored.value();
        progress.put(one.day(), scored.unclipped());
      }
    }
    if (score != null && keyResult.method() instanceof KeyResult.Band band) {
      score = timeInBand(band, figures);
    }
    Said last = lastWord(said);
    return new Track(
        progress.entrySet().stream()
            .map(day -> new Track.Point(day.getKey(), day.getValue()))
            .toList(),
        value,
        score,
        confidence,
        previous,
        last.followed() ? last.heard() : last.day(),
        last.by());
  }

  /// What a measure said is no word of anybody: who has to look is asked as if nothing had been
  /// said since it began to follow.
  private static Said lastWord(List<Said> said) {
    return said.reversed().stream()
        .filter(one -> !one.followed())
        .findFirst()
        .orElseGet(() -> said.stream().min(Comparator.comparing(Said::heard)).orElseThrow());
  }

  /// A band with a series is scored by the share of time that its figures lay inside.
  private static double timeInBand(KeyResult.Band band, NavigableMap<LocalDate, Double> figures) {
    LocalDate first = figures.firstKey();
    List<Observation> series =
        figures.entrySet().stream()
            .map(day -> new Observation(first.until(day.getKey(), ChronoUnit.DAYS), day.getValue()))
            .toList();
    return TimeInBand.of(band, series, series.getLast().day()).shareOfTime();
  }
}
