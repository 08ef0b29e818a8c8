package io.fairlead.app.goals;

import io.fairlead.app.goals.MeasureUseStore.Following;
import io.fairlead.app.measures.DayValue;
import io.fairlead.app.measures.MeasureFollower;
import io.fairlead.app.measures.MeasureReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Key results whose value follows a measure: within their cycle, day by day, corrections included.
@Component
class FollowedValues implements MeasureFollower {
  /// A measure's figure is a double: more digits than it has are noise.
  private static final MathContext DIGITS = new MathContext(15);

  private final MeasureUseStore store;
  private final MeasureReader measures;
  private final Tracks tracks;
  private final Clock clock;

  FollowedValues(MeasureUseStore store, MeasureReader measures, Tracks tracks, Clock clock) {
    this.measures = measures;
    this.store = store;
    this.tracks = tracks;
    this.clock = clock;
  }

  @Override
  public void changed(UUID measure, UUID series, List<DayValue> values) {
    List<UUID> keyResults =
        store.followers(series).stream()
            .filter(each -> follows(each, values))
            .map(Following::keyResult)
            .toList();
    if (!keyResults.isEmpty()) {
      tracks.rebuild(keyResults);
    }
  }

  /// Has the key results of an objective take over what their measures have.
  void take(UUID objective) {
    List<UUID> changed =
        store.followingOf(objective).stream()
            .filter(each -> follows(each, measures.values(each.series())))
            .map(Following::keyResult)
            .toList();
    if (!changed.isEmpty()) {
      tracks.rebuild(changed);
    }
  }

  /// @return whether something is different now
  private boolean follows(Following following, List<DayValue> values) {
    Map<LocalDate, Optional<BigDecimal>> before = store.followed(following.keyResult());
    Map<LocalDate, Optional<BigDecimal>> changes = new TreeMap<>();
    for (DayValue each : values) {
      LocalDate day = each.day();
      if (!day.isBefore(following.from()) && !day.isAfter(following.until())) {
        BigDecimal value = new BigDecimal(each.value(), DIGITS).stripTrailingZeros();
        Optional<BigDecimal> stood = before.getOrDefault(day, Optional.empty());
        if (stood.isEmpty() || stood.get().compareTo(value) != 0) {
          changes.put(day, Optional.of(value));
        }
        before.remove(day);
      }
    }
    before.forEach((day, stood) -> {
      if (stood.isPresent()) {
        changes.put(day, Optional.empty());
      }
    });
    if (!changes.isEmpty()) {
      store.follow(following.keyResult(), changes, clock.instant());
    }
    return !changes.isEmpty();
  }
}
