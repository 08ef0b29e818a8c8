package io.fairlead.app.measures;

import io.fairlead.app.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A measure with one of its series, for modules that use measures.
@Component
public class MeasureReader {
  private final MeasureStore measures;
  private final Standings standings;

  MeasureReader(MeasureStore measures, Standings standings) {
    this.measures = measures;
    this.standings = standings;
  }

  /// @param standing where the series stands
  public record Read(Measure measure, Standing standing) {
    /// Whether it goes the wrong way now: beyond its alarm, or with a signal for the worse.
    public boolean isWorse() {
      String turn = standing.turn(measure.plan().way());
      boolean signal = turn.equals("off") || turn.equals("plain");
      return signal || standing.zone() == Zone.ALARM;
    }
  }

  /// @param series null for the whole
  /// @return empty where the viewer may not see the measure or the part
  public Optional<Read> read(Viewer viewer, UUID measure, @Nullable UUID series) {
    return measures
        .find(viewer, measure)
        .flatMap(found ->
            standings.readable(viewer, measure).stream()
                .filter(
                    each -> series == null ? each.slice().isWhole() : each.series().equals(series))
                .findFirst()
                .map(standing -> new Read(found, standing)));
  }

  /// The series of a part that the viewer may read.
  public Optional<UUID> series(Viewer viewer, UUID measure, Slice slice) {
    return standings.readable(viewer, measure).stream()
        .filter(each -> each.slice().equals(slice))
        .findFirst()
        .map(Standing::series);
  }

  /// What stands for each day of a series, by day, whoever asks: for what follows it.
  public List<DayValue> values(UUID series) {
    return standings.values(series);
  }

  /// The same of several series, in one statement.
  public Map<UUID, List<DayValue>> values(Collection<UUID> series) {
    return standings.values(series);
  }
}
