package io.fairlead.app.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.access.Invitations.Found;
import io.fairlead.app.access.Roles.Grant;
import io.fairlead.app.access.Roles.NewGrant;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.TableView;
import io.fairlead.app.platform.words.ComposedRoles;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Accounts, roles and the policy as JSON.
@RestController
class AccessApi {
  private final Roles roles;
  private final Invitations invitations;
  private final Sessions sessions;
  private final SigningIn signingIn;
  private final ApiTokens tokens;
  private final Policy policy;
  private final ComposedRoles composedRoles;
  private final Idempotency acts;

  AccessApi(
      Roles roles,
      Invitations invitations,
      Sessions sessions,
      SigningIn signingIn,
      ApiTokens tokens,
      Policy policy,
      ComposedRoles composedRoles,
      Idempotency acts) {
    this.roles = roles;
    this.invitations = invitations;
    this.sessions = sessions;
    this.signingIn = signingIn;
    this.tokens = tokens;
    this.policy = policy;
    this.composedRoles = composedRoles;
    this.acts = acts;
  }

  /// Who asks, and what they may do as.
  record Me(UUID person, String name, List<String> roles, List<String> scopes) {}

  record SessionJson(UUID id, String browser, Instant createdAt, Instant seenAt) {}

  record TokenJson(
      UUID id,
      String name,
      List<String> scopes,
      Instant createdAt,
      @Nullable Instant usedAt,
      Instant expiresAt) {}

  record GrantJson(
      UUID id,
      UUID person,
      String name,
      String role,
      @Nullable UUID unit,
      @Nullable String unitName,
      Instant grantedAt) {}

  record GrantInput(String email, String role, @Nullable UUID unit) {}

  record LinkJson(String path) {}

  record StateJson(String state) {}

  record Items<T>(List<T> items) {}

  /// @param role the name of a role that the organisation composed, where the relation is
  ///   `custom-role`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RowJson(
      String record, String act, String fields, String relation, @Nullable String role) {}

  @GetMapping("/api/v1/account")
  @Open(because = "one's own account", scope = "account:read")
  Me me(@AuthenticationPrincipal Viewer viewer) {
    return new Me(
        viewer.person(),
        viewer.name(),
        viewer.roles().stream().map(Role::code).sorted().toList(),
        viewer.scopes().stream().sorted().toList());
  }

  @GetMapping("/api/v1/account/sessions")
  @Open(because = "one's own account", scope = "account:read")
  Items<SessionJson> sessions(@AuthenticationPrincipal Viewer viewer) {
    return new Items<>(
        sessions.of(viewer.person(), "").stream()
            .map(
                each -> new SessionJson(each.id(), each.browser(), each.createdAt(), each.seenAt()))
            .toList());
  }

  @DeleteMapping("/api/v1/account/sessions/{session}")
  @Open(because = "one's own account", scope = "account:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endSession(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID session,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    once(
        viewer,
        "session.end",
        key,
        session,
        () ->
            signingIn.end(viewer, session)
                ? Outcome.done(session)
                : Outcome.refused(Reason.notFound()));
  }

  /// Ends all the viewer's browser sessions but the one that asks.
  @DeleteMapping("/api/v1/account/sessions")
  @Open(because = "one's own account", scope = "account:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endSessions(
      @AuthenticationPrincipal Viewer viewer,
      HttpServletRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    once(
        viewer,
        "session.end-others",
        key,
        viewer.person(),
        () -> {
          signingIn.endOthers(viewer, SignedInFilter.cookie(request).orElse(""));
          return Outcome.done(viewer.person());
        });
  }

  @GetMapping("/api/v1/account/tokens")
  @Open(because = "one's own account", scope = "account:read")
  Items<TokenJson> tokens(@AuthenticationPrincipal Viewer viewer) {
    return new Items<>(
        tokens.of(viewer.person()).stream()
            .map(each ->
                new TokenJson(
                    each.id(),
                    each.name(),
                    each.scopes(),
                    each.createdAt(),
                    each.usedAt(),
                    each.expiresAt()))
            .toList());
  }

  @DeleteMapping("/api/v1/account/tokens/{token}")
  @Open(because = "one's own account", scope = "account:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endToken(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID token,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    once(viewer, "token.end", key, token, () -> tokens.revoke(viewer, token));
  }

  @GetMapping("/api/v1/roles")
  @Guarded(record = "role", act = "read", fields = "all", scope = "access:read")
  Items<GrantJson> roles(@AuthenticationPrincipal Viewer viewer) {
    List<Grant> grants =
        roles.all(viewer).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return new Items<>(grants.stream().map(AccessApi::json).toList());
  }

  @PostMapping("/api/v1/roles")
  @Guarded(record = "role", act = "grant", fields = "content", scope = "access:write")
  @ResponseStatus(HttpStatus.CREATED)
  Items<UUID> grant(
      @AuthenticationPrincipal Viewer viewer,
      @RequestBody GrantInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new Items<>(
        List.of(
            value(
                roles.grant(
                    viewer, new NewGrant(input.email(), input.role(), input.unit(), key)))));
  }

  @DeleteMapping("/api/v1/roles/{grant}")
  @Guarded(record = "role", act = "grant", fields = "content", scope = "access:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID grant,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    once(viewer, "role.end", key, grant, () -> roles.revoke(viewer, grant));
  }

  /// @param state `none` (not let in), `invited` (no password yet), `active` or `locked`
  record AccountJson(UUID person, String name, String email, String title, String state) {}

  /// @param next cursor of the next page; null on the last
  record AccountList(List<AccountJson> accounts, long total, @Nullable String next) {}

  @GetMapping("/api/v1/accounts")
  @Guarded(record = "account", act = "read", fields = "sign-in", scope = "access:read")
  AccountList accounts(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "1") String cursor) {
    TableView view = TableView.of("", Map.of("q", search, "page", cursor), Invitations.SORTS);
    Found found =
        invitations.find(viewer, view).orElseThrow(() -> new RefusedException(Reason.notFound()));
    boolean more = (long) view.page() * TableView.ROWS < found.total();
    return new AccountList(
        found.people().stream()
            .map(each ->
                new AccountJson(
                    each.person(), each.name(), each.email(), each.title(), each.state()))
            .toList(),
        found.total(),
        more ? Integer.toString(view.page() + 1) : null);
  }

  @PostMapping("/api/v1/accounts/{person}/link")
  @Guarded(record = "account", act = "change", fields = "sign-in", scope = "access:write")
  @ResponseStatus(HttpStatus.CREATED)
  LinkJson link(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID person,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    AtomicReference<String> made = new AtomicReference<>();
    once(
        viewer,
        "account.make-link",
        key,
        person,
        () ->
            invitations
                .link(viewer, person)
                .then(path -> {
                  made.set(path);
                  return Outcome.done(person);
                }));
    return new LinkJson(shownOnce(made));
  }

  /// A secret is stored nowhere, so that a second send of its key finds it made and cannot show it.
  static String shownOnce(AtomicReference<String> made) {
    String secret = made.get();
    if (secret == null) {
      throw new RefusedException(Reason.of(Reason.Kind.CONFLICT, "shown-once"));
    }
    return secret;
  }

  @PostMapping("/api/v1/accounts/{person}/lock")
  @Guarded(record = "account", act = "change", fields = "sign-in", scope = "access:write")
  StateJson lock(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID person,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new StateJson(
        value(
            acts.once(
                viewer.person(),
                "account.set-lock",
                key,
                person,
                String.class,
                () -> invitations.lock(viewer, person))));
  }

  @DeleteMapping("/api/v1/accounts/{person}/lock")
  @Guarded(record = "account", act = "change", fields = "sign-in", scope = "access:write")
  StateJson unlock(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID person,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new StateJson(
        value(
            acts.once(
                viewer.person(),
                "account.set-unlock",
                key,
                person,
                String.class,
                () -> invitations.unlock(viewer, person))));
  }

  @GetMapping("/api/v1/policy")
  @Open(because = "everybody may know who sees what", scope = "policy:read")
  Items<RowJson> policy() {
    List<PolicyRow> rows = policy.rows();
    return new Items<>(
        Stream.concat(
                rows.stream().map(row -> json(row, row.relation().code(), null)),
                rows.stream()
                    .filter(PolicyRow::isCarried)
                    .flatMap(row ->
                        composedRoles.with(row.carriedBy()).stream()
                            .map(role -> json(row, "custom-role", role))))
            .distinct()
            .toList());
  }

  private static RowJson json(PolicyRow row, String relation, @Nullable String role) {
    return new RowJson(row.recordType(), row.act(), row.fields(), relation, role);
  }

  private static GrantJson json(Grant grant) {
    return new GrantJson(
        grant.id(),
        grant.person(),
        grant.name(),
        grant.role().code(),
        grant.unit(),
        grant.unitName(),
        grant.at());
  }

  private void once(
      Viewer viewer, String act, @Nullable String key, UUID input, Supplier<Outcome<UUID>> doing) {
    value(acts.once(viewer.person(), act, key, input, UUID.class, doing));
  }

  private static <T> T value(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }
}
