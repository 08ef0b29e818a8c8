package io.fairlead.app.measures;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What owners should look at: each stands until somebody says what it was.
@Component
public class Alerts {
  static final int LONGEST = 1_000;
  private static final int MOST = 50;

  private final AlertStore store;
  private final Measures measures;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Clock clock;

  Alerts(AlertStore store, Measures measures, Idempotency idempotency, Audit audit, Clock clock) {
    this.store = store;
    this.measures = measures;
    this.idempotency = idempotency;
    this.audit = audit;
    this.clock = clock;
  }

  /// Of one measure, those that stand first, then the newest; empty where the viewer may not read
  /// it.
  public List<Alert> of(Viewer viewer, UUID measure) {
    return store.of(viewer, measure, MOST);
  }

  public Optional<Alert> find(Viewer viewer, UUID alert) {
    return store.find(viewer, alert);
  }

  /// Says what it was, or what is done about it; it stands no longer.
  public Outcome<UUID> answer(Viewer viewer, UUID id, String answer, @Nullable String key) {
    return idempotency.once(
        viewer.person(),
        "measure.answer",
        key,
        List.of(id, answer),
        UUID.class,
        () -> answered(viewer, id, answer.strip()));
  }

  private Outcome<UUID> answered(Viewer viewer, UUID id, String answer) {
    Optional<Alert> alert = store.find(viewer, id);
    if (alert.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    Measure measure = measures.find(viewer, alert.get().measure()).orElseThrow();
    if (!measure.mayChange() && !measure.mayEnter()) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    if (answer.isEmpty()) {
      return Outcome.refused(Reason.invalid("answer", "required"));
    }
    if (answer.length() > LONGEST) {
      return Outcome.refused(Reason.invalid("answer", "too-long", LONGEST));
    }
    if (answer.indexOf('\0') >= 0) {
      return Outcome.refused(Reason.invalid("answer", "measures.unreadable"));
    }
    if (!store.answer(id, viewer.person(), answer, clock.instant())) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "measures.answered"));
    }
    audit.record(
        viewer.person(),
        "measure.alert-answered",
        MeasureRules.RECORD,
        measure.id(),
        measure.plan().owner());
    return Outcome.done(id);
  }
}
