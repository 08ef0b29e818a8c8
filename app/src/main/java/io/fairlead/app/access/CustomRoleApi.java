package io.fairlead.app.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.access.CustomRoleGrants.Giving;
import io.fairlead.app.access.CustomRoles.Composition;
import io.fairlead.app.access.CustomRoles.Removal;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.time.Instant;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Composed roles, and who holds them, as JSON.
@RestController
@RequestMapping("/api/v1/roles/custom")
class CustomRoleApi {
  private final CustomRoles roles;
  private final CustomRoleGrants grants;

  CustomRoleApi(CustomRoles roles, CustomRoleGrants grants) {
    this.roles = roles;
    this.grants = grants;
  }

  /// A composed role.
  ///
  /// @param permissions each as `record.act.fields`
  /// @param without those of them that give nothing any more
  /// @param holders how many people hold it today
  record CustomRoleJson(
      UUID id,
      String name,
      String purpose,
      List<String> permissions,
      List<String> without,
      int holders,
      long version) {}

  record CustomRoleList(List<CustomRoleJson> items) {}

  record CustomRoleInput(
      @Nullable String name, @Nullable String purpose, @Nullable Set<String> permissions) {}

  /// A permission that a role can be composed of.
  ///
  /// @param forUnits whether a role with it can be given for a unit
  record PermissionJson(
      String permission, String record, String act, String fields, boolean forUnits) {}

  record PermissionList(List<PermissionJson> items) {}

  /// Who holds it.
  ///
  /// @param unit where it reaches, with those below it; absent: the whole organisation
  /// @param lastDay absent: until it is taken away
  /// @param givenUnder the grant with which it ends
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CustomGrantJson(
      UUID id,
      UUID person,
      String name,
      @Nullable UUID unit,
      @Nullable String unitName,
      @Nullable LocalDate lastDay,
      boolean mayGiveOn,
      @Nullable UUID givenUnder,
      @Nullable UUID grantedBy,
      Instant grantedAt) {}

  record CustomGrantList(List<CustomGrantJson> items) {}

  record CustomGrantInput(
      @Nullable String email,
      @Nullable UUID unit,
      @Nullable LocalDate lastDay,
      @Nullable Boolean mayGiveOn) {}

  record MadeJson(UUID id) {}

  @GetMapping
  @Guarded(record = "role", act = "read", fields = "custom", scope = "access:read")
  CustomRoleList list(@AuthenticationPrincipal Viewer viewer) {
    return new CustomRoleList(
        roles.all(viewer).orElseThrow(() -> new RefusedException(Reason.notFound())).stream()
            .map(this::json)
            .toList());
  }

  @GetMapping("/permissions")
  @Guarded(record = "role", act = "read", fields = "custom", scope = "access:read")
  PermissionList permissions(@AuthenticationPrincipal Viewer viewer) {
    if (!roles.readsAll(viewer)) {
      throw new RefusedException(Reason.notFound());
    }
    return new PermissionList(
        roles.composable().stream()
            .map(row ->
                new PermissionJson(
                    row.permission(),
                    row.recordType(),
                    row.act(),
                    row.fields(),
                    row.reach() == Reach.PERSON))
            .toList());
  }

  @PostMapping
  @Guarded(record = "role", act = "change", fields = "custom", scope = "access:write")
  ResponseEntity<CustomRoleJson> compose(
      @AuthenticationPrincipal Viewer viewer,
      @RequestBody CustomRoleInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    UUID id = done(roles.compose(viewer, composition(null, 0, input, key)));
    ResponseEntity<CustomRoleJson> made = one(viewer, id);
    return ResponseEntity.status(HttpStatus.CREATED)
        .headers(made.getHeaders())
        .header("Location", "/api/v1/roles/custom/" + id)
        .body(made.getBody());
  }

  @GetMapping("/{role}")
  @Guarded(record = "role", act = "read", fields = "custom", scope = "access:read")
  ResponseEntity<CustomRoleJson> one(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID role) {
    CustomRole found = found(viewer, role);
    return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(json(found));
  }

  @PutMapping("/{role}")
  @Guarded(record = "role", act = "change", fields = "custom", scope = "access:write")
  ResponseEntity<CustomRoleJson> change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID role,
      @RequestBody CustomRoleInput input,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    mustCompose(viewer, role);
    done(roles.change(viewer, composition(role, version(match), input, key)));
    return one(viewer, role);
  }

  /// Removes the role; with it, it ends for all who hold it.
  ///
  /// @param holders how many hold it, as the one who removes it knows
  @DeleteMapping("/{role}")
  @Guarded(record = "role", act = "change", fields = "custom", scope = "access:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID role,
      @RequestParam(defaultValue = "0") int holders,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    mustCompose(viewer, role);
    done(roles.remove(viewer, new Removal(role, version(match), holders, key)));
  }

  @GetMapping("/{role}/grants")
  @Guarded(record = "role", act = "read", fields = "custom", scope = "access:read")
  CustomGrantList grants(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID role) {
    return new CustomGrantList(
        grants.of(viewer, found(viewer, role)).stream().map(CustomRoleApi::json).toList());
  }

  @PostMapping("/{role}/grants")
  @Guarded(record = "role", act = "grant", fields = "custom", scope = "access:write")
  @ResponseStatus(HttpStatus.CREATED)
  MadeJson give(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID role,
      @RequestBody CustomGrantInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new MadeJson(
        done(
            grants.give(
                viewer,
                new Giving(
                    role,
                    Objects.requireNonNullElse(input.email(), ""),
                    input.unit(),
                    input.lastDay(),
                    Objects.requireNonNullElse(input.mayGiveOn(), false),
                    key))));
  }

  @DeleteMapping("/{role}/grants/{grant}")
  @Guarded(record = "role", act = "grant", fields = "custom", scope = "access:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void take(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID role,
      @PathVariable UUID grant,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(grants.take(viewer, role, grant, key));
  }

  private void mustCompose(Viewer viewer, UUID role) {
    if (!roles.mayCompose(viewer)) {
      found(viewer, role);
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
  }

  private CustomRole found(Viewer viewer, UUID role) {
    return roles.find(viewer, role).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private static Composition composition(
      @Nullable UUID role, long version, CustomRoleInput input, @Nullable String key) {
    return new Composition(
        role,
        version,
        Objects.requireNonNullElse(input.name(), ""),
        Objects.requireNonNullElse(input.purpose(), ""),
        Objects.requireNonNullElse(input.permissions(), Set.of()),
        key);
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

  private CustomRoleJson json(CustomRole role) {
    return new CustomRoleJson(
        role.id(),
        role.name(),
        role.purpose(),
        List.copyOf(role.permissions()),
        List.copyOf(roles.without(role)),
        role.holders(),
        role.version());
  }

  private static CustomGrantJson json(CustomRoleGrant grant) {
    return new CustomGrantJson(
        grant.id(),
        grant.person(),
        grant.name(),
        grant.unit(),
        grant.unitName(),
        grant.lastDay(),
        grant.mayGiveOn(),
        grant.under(),
        grant.by(),
        grant.at());
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }
}
