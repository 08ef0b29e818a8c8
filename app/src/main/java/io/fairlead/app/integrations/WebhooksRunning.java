package io.fairlead.app.integrations;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.running.Running;
import io.fairlead.app.platform.running.RunningSource;
import io.fairlead.app.platform.words.Words;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Webhooks on the board, those that send or were stopped.
@Component
@Order(50)
class WebhooksRunning implements RunningSource {
  private final Webhooks webhooks;

  WebhooksRunning(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  public List<Running> running(Viewer viewer, Words words) {
    return webhooks.all(viewer).stream()
        .flatMap(List::stream)
        .filter(webhook -> !webhook.state().equals("paused"))
        .map(webhook -> row(words, webhook))
        .toList();
  }

  private static Running row(Words words, Webhook webhook) {
    Instant since = webhook.failingSince();
    return new Running(
        "webhooks",
        webhook.name(),
        since == null
            ? words.text("webhooks.state." + webhook.state())
            : words.text("webhooks.failing", words.day(since)),
        List.of(),
        "/studio/webhooks/" + webhook.id(),
        webhook.state().equals("failed") || since != null,
        List.of());
  }
}
