package io.fairlead.app.framework;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.running.Running;
import io.fairlead.app.platform.running.RunningSource;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// A framework that waits for its day, and one whose day came in vain, on the board.
@Component
@Order(30)
class PlannedRunning implements RunningSource {
  private final PlannedChanges changes;
  private final Frameworks frameworks;

  PlannedRunning(PlannedChanges changes, Frameworks frameworks) {
    this.changes = changes;
    this.frameworks = frameworks;
  }

  @Override
  public List<Running> running(Viewer viewer, Words words) {
    List<PlannedChange> latest = changes.latest();
    return latest.stream()
        .filter(change ->
            change.state() == PlannedChange.State.WAITING
                || (change.state() == PlannedChange.State.REFUSED
                    && change.equals(latest.getFirst())
                    && change.basedOn() >= frameworks.inForce().number() - 1))
        .map(change ->
            new Running(
                "framework",
                change.reason(),
                words.text(
                    "running.framework." + change.state().code(), words.plainDate(change.from())),
                List.of(),
                "/studio/framework/plans/" + change.id(),
                change.state() == PlannedChange.State.REFUSED,
                List.of()))
        .toList();
  }
}
