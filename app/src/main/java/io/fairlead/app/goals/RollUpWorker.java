package io.fairlead.app.goals;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs `RollUps.catchUp` on every node, a second after the last run and never for more than a
/// tenth of the time: after a run that took long it rests nine times as long.
@Component
class RollUpWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RollUpWorker.class);
  private static final Duration SHORTEST_REST = Duration.ofSeconds(1);

  private final RollUps rollUps;
  private final boolean byHand;
  private volatile boolean running;
  private Thread thread = Thread.ofVirtual().unstarted(() -> {});

  /// @param byHand in tests, which catch up when they want to
  RollUpWorker(RollUps rollUps, @Value("${fairlead.testing:false}") boolean byHand) {
    this.rollUps = rollUps;
    this.byHand = byHand;
  }

  @Override
  public void start() {
    running = true;
    if (!byHand) {
      thread = Thread.ofVirtual().name("roll-ups").start(this::work);
    }
  }

  private void work() {
    while (running) {
      long before = System.nanoTime();
      try {
        rollUps.catchUp();
      } catch (RuntimeException e) {
        LOG.warn("roll-ups wait: {}", e.getClass().getSimpleName(), e);
      }
      Duration rest = Duration.ofNanos(System.nanoTime() - before).multipliedBy(9);
      try {
        Thread.sleep(rest.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : rest);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    thread.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
