package io.fairlead.app.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// With `fairlead.demo=true`, has the company in the database before the first page can be asked
/// for.
@Component
@ConditionalOnProperty("fairlead.demo")
class DemoStart implements SmartLifecycle {
  private final DemoFilling filling;
  private final DemoFeedback feedback;
  private volatile boolean running;

  DemoStart(DemoFilling filling, DemoFeedback feedback) {
    this.filling = filling;
    this.feedback = feedback;
  }

  @Override
  public void start() {
    running = true;
    filling.fillIfEmpty(sentence -> System.out.println("         " + sentence));
    feedback.close();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Before the server listens and before anything works in the background.
  @Override
  public int getPhase() {
    return 0;
  }
}
