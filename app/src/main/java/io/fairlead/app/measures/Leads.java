package io.fairlead.app.measures;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Option;
import io.fairlead.methods.measures.Frequency;
import io.fairlead.methods.measures.History;
import io.fairlead.methods.measures.LeadLag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Whether one measure moves before another, from the values of both as a whole. It says what comes
/// first, never what causes what.
@Component
public class Leads {
  private static final int MOST_CHOICES = 1_000;

  private final Measures measures;
  private final MeasureStore store;
  private final MeasureValues values;

  Leads(Measures measures, MeasureStore store, MeasureValues values) {
    this.measures = measures;
    this.store = store;
    this.values = values;
  }

  /// What the viewer may compare, by name.
  List<Option> choices(Viewer viewer) {
    return store.names(viewer, MOST_CHOICES);
  }

  /// Two measures and what their history says.
  ///
  /// @param step what a lag of one is
  /// @param averaged whether the one with more values was averaged over the steps of the other
  record Led(Measure lead, Measure lagging, Frequency step, boolean averaged, LeadLag found) {}

  /// What the history of two measures says; empty where the viewer may not see both.
  ///
  /// @param lead which may move first
  /// @param lag which may follow
  public Optional<LeadLag> of(Viewer viewer, UUID lead, UUID lag) {
    return measures.find(viewer, lead).isEmpty() || measures.find(viewer, lag).isEmpty()
        ? Optional.empty()
        : Optional.of(LeadLag.of(history(viewer, lead), history(viewer, lag)));
  }

  Outcome<Led> compared(Viewer viewer, UUID lead, UUID lag) {
    Optional<Measure> first = measures.find(viewer, lead);
    Optional<Measure> second = measures.find(viewer, lag);
    if (first.isEmpty() || second.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    if (lead.equals(lag)) {
      return Outcome.refused(Reason.invalid("lag", "measures.lead-same"));
    }
    History leading = history(viewer, lead);
    History lagging = history(viewer, lag);
    return Outcome.done(
        new Led(
            first.get(),
            second.get(),
            Frequency.common(leading.frequency(), lagging.frequency()),
            leading.frequency() != lagging.frequency(),
            LeadLag.of(leading, lagging)));
  }

  private History history(Viewer viewer, UUID measure) {
    var all = values.series(viewer, measure, Slice.WHOLE);
    return History.of(
        all.stream().map(DayValue::day).toList(),
        all.stream().mapToDouble(DayValue::value).toArray());
  }
}
