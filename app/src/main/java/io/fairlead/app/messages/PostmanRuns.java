package io.fairlead.app.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps the postmen walking: threads of their own, so that a slow mail server holds up neither the
/// jobs nor a request. Not at all without a mail server, and not under `fairlead.testing`.
@Component
class PostmanRuns implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(PostmanRuns.class);
  private static final long PAUSE_SECONDS = 2;
  private static final long GOODBYE_SECONDS = 20;

  private final Postman postman;
  private final MailSettings settings;
  private final boolean testing;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<Thread> running = new ArrayList<>();

  PostmanRuns(
      Postman postman, MailSettings settings, @Value("${fairlead.testing:false}") boolean testing) {
    this.postman = postman;
    this.settings = settings;
    this.testing = testing;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    if (testing || !settings.ready()) {
      return;
    }
    for (int number = 0; number < settings.connections(); number++) {
      running.add(Thread.ofVirtual().name("postman-" + number).start(this::walk));
    }
  }

  private void walk() {
    try (MailServer server = new MailServer(settings)) {
      boolean over = false;
      while (!over) {
        over = ended.await(round(server) > 0 ? 0 : PAUSE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int round(MailServer server) {
    try {
      return postman.round(server);
    } catch (RuntimeException e) {
      LOG.warn("mail waits: {}", e.getClass().getSimpleName());
      server.close();
      return 0;
    }
  }

  /// Lets what is being handed over come to its end.
  @Override
  public void destroy() throws InterruptedException {
    ended.countDown();
    for (Thread each : running) {
      each.join(TimeUnit.SECONDS.toMillis(GOODBYE_SECONDS));
    }
  }
}
