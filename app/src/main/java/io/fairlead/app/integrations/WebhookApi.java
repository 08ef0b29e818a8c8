package io.fairlead.app.integrations;

import io.fairlead.app.integrations.Webhook.Delivery;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Webhooks as JSON.
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhookApi {
  private final Webhooks webhooks;

  WebhookApi(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  record WebhookDocument(
      UUID id,
      String name,
      String url,
      String format,
      List<String> types,
      String state,
      @Nullable Instant failingSince,
      Instant madeAt) {
    static WebhookDocument of(Webhook webhook) {
      return new WebhookDocument(
          webhook.id(),
          webhook.name(),
          webhook.url(),
          webhook.format(),
          webhook.types(),
          webhook.state(),
          webhook.failingSince(),
          webhook.madeAt());
    }
  }

  record WebhookList(List<WebhookDocument> webhooks) {}

  record WebhookInput(
      @Nullable String name,
      @Nullable String url,
      @Nullable String format,
      @Nullable Set<String> types) {
    Webhooks.Input input() {
      return new Webhooks.Input(
          Objects.requireNonNullElse(name, ""),
          Objects.requireNonNullElse(url, ""),
          Objects.requireNonNullElse(format, "standard"),
          Objects.requireNonNullElse(types, Set.of()));
    }
  }

  /// @param secret shown this once
  record SecretDocument(UUID id, String secret) {}

  record DeliveryDocument(
      UUID id,
      String type,
      String state,
      int tries,
      Instant madeAt,
      @Nullable Instant triedAt,
      @Nullable Instant nextAt,
      @Nullable Integer status,
      @Nullable String problem) {
    static DeliveryDocument of(Delivery delivery) {
      return new DeliveryDocument(
          delivery.id(),
          delivery.type(),
          delivery.state(),
          delivery.tries(),
          delivery.madeAt(),
          delivery.triedAt(),
          delivery.isWaiting() ? delivery.nextAt() : null,
          delivery.status(),
          delivery.problem());
    }
  }

  record DeliveryList(List<DeliveryDocument> deliveries) {}

  record QueuedDocument(UUID delivery) {}

  @GetMapping
  @Guarded(record = "webhook", act = "read", fields = "all", scope = "webhooks:read")
  WebhookList all(@AuthenticationPrincipal Viewer viewer) {
    return new WebhookList(
        webhooks.all(viewer).orElseThrow(() -> new RefusedException(Reason.notFound())).stream()
            .map(WebhookDocument::of)
            .toList());
  }

  @GetMapping("/{id}")
  @Guarded(record = "webhook", act = "read", fields = "all", scope = "webhooks:read")
  ResponseEntity<WebhookDocument> one(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Webhook webhook = found(viewer, id);
    return ResponseEntity.ok()
        .eTag("\"" + webhook.version() + "\"")
        .body(WebhookDocument.of(webhook));
  }

  private Webhook found(Viewer viewer, UUID id) {
    return webhooks.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  /// A new webhook is paused; its secret is in this answer alone.
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(record = "webhook", act = "change", fields = "all", scope = "webhooks:write")
  ResponseEntity<SecretDocument> create(
      @AuthenticationPrincipal Viewer viewer,
      @RequestBody WebhookInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    SecretDocument made = secret(webhooks.create(viewer, input.input(), key));
    return ResponseEntity.created(URI.create("/api/v1/webhooks/" + made.id())).body(made);
  }

  @PutMapping("/{id}")
  @Guarded(record = "webhook", act = "change", fields = "all", scope = "webhooks:write")
  ResponseEntity<WebhookDocument> change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody WebhookInput input,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    value(webhooks.change(viewer, id, version(match), input.input(), key));
    return one(viewer, id);
  }

  private static long version(@Nullable String match) {
    if (match == null) {
      throw new RefusedException(Reason.invalid("If-Match", "if-match-required"));
    }
    try {
      return Long.parseLong(match.replace("W/", "").replace("\"", "").strip());
    } catch (NumberFormatException e) {
      throw new RefusedException(Reason.of(Reason.Kind.STALE, "stale"));
    }
  }

  @DeleteMapping("/{id}")
  @Guarded(record = "webhook", act = "change", fields = "all", scope = "webhooks:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    value(webhooks.remove(viewer, id, key));
  }

  /// Begins to send what happens from now on.
  @PostMapping("/{id}/start")
  @Guarded(record = "webhook", act = "change", fields = "all", scope = "webhooks:write")
  WebhookDocument start(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    value(webhooks.start(viewer, id, key));
    return WebhookDocument.of(found(viewer, id));
  }

  @PostMapping("/{id}/pause")
  @Guarded(record = "webhook", act = "change", fields = "all", scope = "webhooks:write")
  WebhookDocument pause(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    value(webhooks.pause(viewer, id, key));
    return WebhookDocument.of(found(viewer, id));
  }

  /// A new secret, in this answer alone; the old one signs along for a day.
  @PostMapping("/{id}/secret")
  @Guarded(record = "webhook", act = "change", fields = "all", scope = "webhooks:write")
  @ResponseStatus(HttpStatus.CREATED)
  SecretDocument rotate(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return secret(webhooks.rotate(viewer, id, key));
  }

  /// Sends a message that says it is a test, also while the webhook is paused.
  @PostMapping("/{id}/test")
  @Guarded(record = "webhook", act = "change", fields = "all", scope = "webhooks:write")
  @ResponseStatus(HttpStatus.ACCEPTED)
  QueuedDocument test(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new QueuedDocument(value(webhooks.test(viewer, id, key)));
  }

  /// The newest 50.
  @GetMapping("/{id}/deliveries")
  @Guarded(record = "webhook", act = "read", fields = "all", scope = "webhooks:read")
  DeliveryList deliveries(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return new DeliveryList(
        webhooks.deliveries(found(viewer, id).id()).stream().map(DeliveryDocument::of).toList());
  }

  @PostMapping("/{id}/deliveries/{delivery}/redelivery")
  @Guarded(record = "webhook", act = "change", fields = "all", scope = "webhooks:write")
  @ResponseStatus(HttpStatus.ACCEPTED)
  QueuedDocument redeliver(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID delivery,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new QueuedDocument(value(webhooks.redeliver(viewer, id, delivery, key)));
  }

  private static SecretDocument secret(Outcome<Webhooks.Made> outcome) {
    Webhooks.Made made = value(outcome);
    if (made.secret() == null) {
      throw new RefusedException(Reason.of(Reason.Kind.CONFLICT, "shown-once"));
    }
    return new SecretDocument(made.id(), made.secret());
  }

  private static <T> T value(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }
}
