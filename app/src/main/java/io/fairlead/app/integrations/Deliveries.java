package io.fairlead.app.integrations;

import io.fairlead.app.access.RoleHolders;
import io.fairlead.app.audit.Audit;
import io.fairlead.app.integrations.WebhookStore.Claimed;
import io.fairlead.app.integrations.WebhookStore.Following;
import io.fairlead.app.integrations.WebhookStore.Message;
import io.fairlead.app.messages.Messages;
import io.fairlead.app.messages.Notice;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Pages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends events to webhooks. Each is queued once for each webhook, in a transaction with how far
/// was looked; sent outside of any; and sent again, later and later, until it is taken. A webhook
/// that takes nothing for five days, or says that it is gone, is stopped.
@Component
class Deliveries {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  /// How long to wait after the first try, the second, …; then the message is given up.
  static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  static final Duration GIVEN_UP_AFTER = Duration.ofDays(5);
  static final Duration KEPT = Duration.ofDays(30);
  private static final double JITTER = 0.2;

  /// Another node may send what this one claimed and did not finish by then.
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final int GONE = 410;
  private static final int LOOKED_AT = 500;
  private static final int EACH = 4;
  private static final int AT_ONCE = 20;

  private final WebhookStore store;
  private final WebhookSecrets secrets;
  private final Events events;
  private final Payloads payloads;
  private final Pages pages;
  private final Audit audit;
  private final Messages messages;
  private final RoleHolders holders;
  private final Ids ids;
  private final Clock clock;
  private final Sender sender;
  private final TransactionTemplate transaction;

  Deliveries(
      WebhookStore store,
      WebhookSecrets secrets,
      Events events,
      Payloads payloads,
      Pages pages,
      Audit audit,
      Messages messages,
      RoleHolders holders,
      Ids ids,
      Clock clock,
      PlatformTransactionManager transactions,
      @Value("${fairlead.webhooks.private-addresses:false}") boolean anywhere,
      @Value("${fairlead.webhooks.longest:15s}") Duration longest) {
    this.store = store;
    this.secrets = secrets;
    this.events = events;
    this.payloads = payloads;
    this.pages = pages;
    this.audit = audit;
    this.messages = messages;
    this.holders = holders;
    this.ids = ids;
    this.clock = clock;
    this.sender = new Sender(anywhere, longest);
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Queues what happened and sends what is due.
  ///
  /// @return how many messages were tried
  int run() {
    queue();
    List<Claimed> due = claim();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> sending = new ArrayList<>();
      due.forEach(message -> sending.add(threads.submit(() -> send(message))));
      sending.forEach(Deliveries::finished);
    }
    return due.size();
  }

  private static void finished(Future<?> sending) {
    try {
      sending.get();
    } catch (ExecutionException e) {
      LOG.error("a message was not sent; it waits for another try", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Claimed> claim() {
    Instant now = clock.instant();
    List<Claimed> claimed =
        transaction.execute(_ -> store.claim(now, now.plus(LEASE), EACH, AT_ONCE));
    return claimed == null ? List.of() : claimed;
  }

  /// Puts what happened since into the queues of the webhooks that want it.
  void queue() {
    List<Webhook> sending = store.all().stream().filter(Webhook::isSending).toList();
    if (sending.isEmpty()) {
      return;
    }
    events.number();
    for (Webhook webhook : sending) {
      boolean more;
      do {
        more = Boolean.TRUE.equals(transaction.execute(_ -> queueNext(webhook.id())));
      } while (more);
    }
  }

  private boolean queueNext(UUID id) {
    Following following = store.follow(id).orElse(null);
    if (following == null) {
      return false;
    }
    List<Event> next = events.next(following.seen(), LOOKED_AT);
    if (next.isEmpty()) {
      return false;
    }
    List<Event> wanted =
        next.stream()
            .filter(event -> following.webhook().types().contains(event.recordType()))
            .toList();
    List<Message> messages =
        events.visible(anybody(), wanted).stream()
            .map(event -> payloads.of(ids.next(), following.webhook(), event))
            .toList();
    if (!messages.isEmpty()) {
      store.queue(id, messages, clock.instant());
    }
    store.seen(id, next.getLast().number());
    return next.size() == LOOKED_AT;
  }

  /// Who has no relation to anything sees what everybody sees.
  private Viewer anybody() {
    return new Viewer(new UUID(0, 0), "", Set.of(), Set.of(), Set.of(), pages.words().today());
  }

  /// Queues a message that says it is a test.
  UUID test(Webhook webhook) {
    Message message = payloads.test(ids.next(), webhook, clock.instant());
    store.queue(webhook.id(), List.of(message), clock.instant());
    return message.id();
  }

  private void send(Claimed message) {
    Instant now = clock.instant();
    String id = "msg_" + message.id();
    long seconds = now.getEpochSecond();
    List<String> signing = secrets.of(message.webhook(), now);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(seconds));
    headers.put(
        "webhook-signature",
        signing.stream()
            .map(secret -> Signature.of(secret, id, seconds, message.body()))
            .collect(Collectors.joining(" ")));
    Sender.Answer answer =
        signing.isEmpty()
            ? Sender.Answer.failed("no-key")
            : sender.post(message.url(), headers, message.body());
    transaction.executeWithoutResult(_ -> settle(message, answer));
  }

  private void settle(Claimed message, Sender.Answer answer) {
    Instant now = clock.instant();
    if (answer.isTaken()) {
      store.tried(message.id(), "sent", answer, now, now);
      store.takes(message.webhook());
      return;
    }
    boolean last = message.tries() > WAITS.size() || answer.status() == GONE;
    Instant next = last ? now : now.plus(wait(message.tries()));
    store.tried(message.id(), last ? "failed" : "waiting", answer, now, next);
    store.fails(message.webhook(), now);
    Instant since = message.failingSince();
    if (answer.status() == GONE || (since != null && since.plus(GIVEN_UP_AFTER).isBefore(now))) {
      store.stop(message.webhook(), "failed");
      store.giveUp(message.webhook());
      audit.record(null, "webhook.stopped", WebhookPolicy.RECORD, message.webhook(), null);
      tellStopped(message.webhook());
    }
  }

  private void tellStopped(UUID id) {
    String name = store.find(id).map(Webhook::name).orElse("");
    messages.tell(
        holders.of(Set.of(Role.PEOPLE_OPS, Role.IT_ADMINISTRATOR)).stream()
            .map(person ->
                Notice.of(
                    WebhookKinds.STOPPED,
                    person,
                    null,
                    "/studio/webhooks/" + id,
                    "webhook.told.stopped",
                    name))
            .toList());
  }

  /// Apart by chance, so that what failed together is not tried together.
  private static Duration wait(int tries) {
    long millis = WAITS.get(Math.clamp(tries - 1L, 0, WAITS.size() - 1)).toMillis();
    double spread = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
    return Duration.ofMillis((long) (millis * spread));
  }

  int forgetOld() {
    return store.forget(clock.instant().minus(KEPT));
  }
}
