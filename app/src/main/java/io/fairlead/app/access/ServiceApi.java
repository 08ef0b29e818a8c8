package io.fairlead.app.access;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Services as JSON: seen and ended. They are made on the page alone, since a token that could make
/// tokens would outlive its own end.
@RestController
@RequestMapping("/api/v1/services")
class ServiceApi {
  private final Services services;

  ServiceApi(Services services) {
    this.services = services;
  }

  record TokenDocument(
      UUID id, Instant madeAt, @Nullable Instant usedAt, Instant expiresAt, boolean expired) {}

  record ServiceDocument(
      UUID id,
      String name,
      List<String> roles,
      List<String> scopes,
      @Nullable String madeBy,
      Instant madeAt,
      List<TokenDocument> tokens) {
    static ServiceDocument of(Service service) {
      return new ServiceDocument(
          service.id(),
          service.name(),
          service.roles(),
          service.scopes(),
          service.by(),
          service.at(),
          service.tokens().stream()
              .map(token ->
                  new TokenDocument(
                      token.id(),
                      token.madeAt(),
                      token.usedAt(),
                      token.expiresAt(),
                      token.expired()))
              .toList());
    }
  }

  record ServiceList(List<ServiceDocument> services) {}

  @GetMapping
  @Guarded(record = "service", act = "read", fields = "all", scope = "access:read")
  ServiceList all(@AuthenticationPrincipal Viewer viewer) {
    return new ServiceList(
        services.all(viewer).orElseThrow(() -> new RefusedException(Reason.notFound())).stream()
            .map(ServiceDocument::of)
            .toList());
  }

  @DeleteMapping("/{service}")
  @Guarded(record = "service", act = "change", fields = "all", scope = "access:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID service,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(services.end(viewer, service, key));
  }

  @DeleteMapping("/{service}/tokens/{token}")
  @Guarded(record = "service", act = "change", fields = "all", scope = "access:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID service,
      @PathVariable UUID token,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(services.revoke(viewer, service, token, key));
  }

  private static void done(Outcome<UUID> outcome) {
    switch (outcome) {
      case Done<UUID> _ -> {}
      case Refused<UUID> refused -> throw new RefusedException(refused);
    }
  }
}
