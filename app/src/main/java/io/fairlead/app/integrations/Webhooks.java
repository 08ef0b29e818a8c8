package io.fairlead.app.integrations;

import static io.fairlead.app.integrations.WebhookPolicy.ALL;
import static io.fairlead.app.integrations.WebhookPolicy.CHANGE;
import static io.fairlead.app.integrations.WebhookPolicy.READ;
import static io.fairlead.app.integrations.WebhookPolicy.RECORD;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.integrations.Webhook.Delivery;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Permissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/// Where events are sent to. A new webhook is paused: nothing leaves the server before somebody
/// entitled has named the address and started it, and then only ids of what everybody in the
/// organisation may see.
@Service
class Webhooks {
  /// How long an old secret signs beside a new one.
  static final Duration OVERLAP = Duration.ofDays(1);

  private static final int MOST = 50;
  static final int SHOWN = 50;

  private final WebhookStore store;
  private final WebhookSecrets secrets;
  private final Deliveries deliveries;
  private final Events events;
  private final Permissions permissions;
  private final Idempotency acts;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;
  private final boolean anywhere;

  Webhooks(
      WebhookStore store,
      WebhookSecrets secrets,
      Deliveries deliveries,
      Events events,
      Permissions permissions,
      Idempotency acts,
      Audit audit,
      Ids ids,
      Clock clock,
      @Value("${fairlead.webhooks.private-addresses:false}") boolean anywhere) {
    this.store = store;
    this.secrets = secrets;
    this.deliveries = deliveries;
    this.events = events;
    this.permissions = permissions;
    this.acts = acts;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
    this.anywhere = anywhere;
  }

  /// @param types record types whose events it is sent
  record Input(String name, String url, String format, Set<String> types) {
    Input {
      name = name.strip().replaceAll("\\s+", " ");
      url = url.strip();
      types = new TreeSet<>(types);
    }
  }

  /// All of them; empty for those who may not see them.
  Optional<List<Webhook>> all(Viewer viewer) {
    return sees(viewer) ? Optional.of(store.all()) : Optional.empty();
  }

  Optional<Webhook> find(Viewer viewer, UUID id) {
    return sees(viewer) ? store.find(id) : Optional.empty();
  }

  List<Delivery> deliveries(UUID webhook) {
    return store.deliveries(webhook, SHOWN);
  }

  private boolean sees(Viewer viewer) {
    return permissions.allows(viewer, RECORD, READ, ALL);
  }

  boolean mayChange(Viewer viewer) {
    return permissions.allows(viewer, RECORD, CHANGE, ALL);
  }

  /// What was made, and its secret, which is shown once; null when an older send of the same key
  /// made it.
  record Made(UUID id, @Nullable String secret) {}

  Outcome<Made> create(Viewer viewer, Input input, @Nullable String key) {
    String secret = Signature.freshSecret();
    boolean[] fresh = {false};
    return acts.once(
            viewer.person(),
            "webhook.create",
            key,
            input,
            UUID.class,
            () ->
                entitled(
                    viewer,
                    () -> {
                      List<Reason> wrong = wrong(input);
                      if (store.all().size() >= MOST) {
                        wrong.add(Reason.of(Reason.Kind.CONFLICT, "webhook-most", MOST));
                      }
                      if (!wrong.isEmpty()) {
                        return Outcome.refused(wrong);
                      }
                      UUID id = ids.next();
                      store.add(
                          id,
                          input,
                          secrets.sealed(id, secret),
                          events.last(),
                          viewer.person(),
                          clock.instant());
                      audit.record(viewer.person(), "webhook.made", RECORD, id, null);
                      fresh[0] = true;
                      return Outcome.done(id);
                    }))
        .then(id -> Outcome.done(new Made(id, fresh[0] ? secret : null)));
  }

  private List<Reason> wrong(Input input) {
    List<Reason> wrong = new ArrayList<>();
    if (input.name().isEmpty()) {
      wrong.add(Reason.invalid("name", "required"));
    } else if (input.name().length() > 100) {
      wrong.add(Reason.invalid("name", "too-long", 100));
    }
    if (input.url().length() > 2_000 || WebhookAddress.of(input.url(), anywhere).isEmpty()) {
      wrong.add(Reason.invalid("url", "webhook-address"));
    }
    if (!Webhook.FORMATS.contains(input.format())) {
      wrong.add(Reason.invalid("format", "webhook-format"));
    }
    if (input.types().isEmpty() || !Webhook.TYPES.containsAll(input.types())) {
      wrong.add(Reason.invalid("types", "webhook-types"));
    }
    return wrong;
  }

  Outcome<UUID> change(Viewer viewer, UUID id, long version, Input input, @Nullable String key) {
    return changing(
        viewer,
        id,
        "webhook.change",
        key,
        List.of(id, version, input),
        () -> {
          List<Reason> wrong = wrong(input);
          if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
          }
          if (!store.change(id, version, input)) {
            return Outcome.refused(Reason.of(Reason.Kind.STALE, "stale"));
          }
          audit.record(viewer.person(), "webhook.changed", RECORD, id, null);
          return Outcome.done(id);
        });
  }

  /// Begins to send what happens from now on, also after it stopped by itself.
  Outcome<UUID> start(Viewer viewer, UUID id, @Nullable String key) {
    return changing(
        viewer,
        id,
        "webhook.start",
        key,
        id,
        () -> {
          store.start(id, events.last());
          audit.record(viewer.person(), "webhook.started", RECORD, id, null);
          return Outcome.done(id);
        });
  }

  Outcome<UUID> pause(Viewer viewer, UUID id, @Nullable String key) {
    return changing(
        viewer,
        id,
        "webhook.pause",
        key,
        id,
        () -> {
          store.stop(id, "paused");
          store.giveUp(id);
          audit.record(viewer.person(), "webhook.paused", RECORD, id, null);
          return Outcome.done(id);
        });
  }

  Outcome<UUID> remove(Viewer viewer, UUID id, @Nullable String key) {
    return acts.once(
        viewer.person(),
        "webhook.remove",
        key,
        id,
        UUID.class,
        () ->
            entitled(
                viewer,
                () -> {
                  if (!store.remove(id)) {
                    return Outcome.refused(Reason.notFound());
                  }
                  audit.record(viewer.person(), "webhook.removed", RECORD, id, null);
                  return Outcome.done(id);
                }));
  }

  /// A new secret; the old one signs along for a day, so that the receiver can change over.
  Outcome<Made> rotate(Viewer viewer, UUID id, @Nullable String key) {
    String secret = Signature.freshSecret();
    boolean[] fresh = {false};
    return changing(
            viewer,
            id,
            "webhook.rotate",
            key,
            id,
            () -> {
              store.rotate(id, secrets.sealed(id, secret), clock.instant().plus(OVERLAP));
              audit.record(viewer.person(), "webhook.secret-made", RECORD, id, null);
              fresh[0] = true;
              return Outcome.done(id);
            })
        .then(done -> Outcome.done(new Made(done, fresh[0] ? secret : null)));
  }

  /// Queues a message that says it is a test; it is sent though the webhook is paused.
  ///
  /// @return the delivery
  Outcome<UUID> test(Viewer viewer, UUID id, @Nullable String key) {
    return changing(
        viewer,
        id,
        "webhook.test",
        key,
        id,
        () -> Outcome.done(deliveries.test(store.find(id).orElseThrow())));
  }

  Outcome<UUID> redeliver(Viewer viewer, UUID id, UUID delivery, @Nullable String key) {
    return changing(
        viewer,
        id,
        "webhook.redeliver",
        key,
        List.of(id, delivery),
        () ->
            store.again(id, delivery, clock.instant())
                ? Outcome.done(delivery)
                : Outcome.refused(Reason.notFound()));
  }

  private Outcome<UUID> changing(
      Viewer viewer,
      UUID id,
      String act,
      @Nullable String key,
      Object input,
      Supplier<Outcome<UUID>> doing) {
    return acts.once(
        viewer.person(),
        act,
        key,
        input,
        UUID.class,
        () ->
            entitled(
                viewer,
                () -> store.find(id).isEmpty() ? Outcome.refused(Reason.notFound()) : doing.get()));
  }

  private Outcome<UUID> entitled(Viewer viewer, Supplier<Outcome<UUID>> doing) {
    if (mayChange(viewer)) {
      return doing.get();
    }
    return Outcome.refused(
        sees(viewer) ? Reason.of(Reason.Kind.FORBIDDEN, "forbidden") : Reason.notFound());
  }
}
