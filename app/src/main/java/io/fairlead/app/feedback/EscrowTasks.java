package io.fairlead.app.feedback;

import io.fairlead.app.disclosure.Escrows;
import io.fairlead.app.feedback.EscrowRequestStore.Waiting;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.tasks.Task;
import io.fairlead.app.platform.tasks.TaskSource;
import io.fairlead.app.platform.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// What waits for somebody in an escrow, on their Home alone: a request to decide on, and a package
/// to take that was agreed to. Nothing once the escrow is over.
@Component
class EscrowTasks implements TaskSource {
  private static final int SECONDS = 300;

  private final EscrowRequestStore store;
  private final Escrows escrows;
  private final Clock clock;

  EscrowTasks(EscrowRequestStore store, Escrows escrows, Clock clock) {
    this.store = store;
    this.escrows = escrows;
    this.clock = clock;
  }

  @Override
  public List<Task> own(Viewer viewer, Words words) {
    return store.waitingFor(viewer).stream()
        .flatMap(waiting ->
            escrows
                .until(waiting.round())
                .filter(until -> clock.instant().isBefore(until))
                .map(until -> task(viewer, waiting, until, words))
                .stream())
        .toList();
  }

  /// Due at once: somebody may be threatened.
  private static Task task(Viewer viewer, Waiting waiting, Instant until, Words words) {
    String key = "escrow-task." + (waiting.own() ? "take" : "decide");
    return new Task(
        words.text(key, waiting.name()),
        words.text("escrow-task.until", words.day(until), words.time(until)),
        SECONDS,
        viewer.today(),
        words.text(key + ".button"),
        "/feedback/rounds/" + waiting.round() + "/escrow");
  }

  @Override
  public List<Task> team(Viewer viewer, Words words) {
    return List.of();
  }
}
