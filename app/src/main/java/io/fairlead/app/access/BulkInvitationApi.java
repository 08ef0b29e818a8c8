package io.fairlead.app.access;

import io.fairlead.app.messages.Audiences.Named;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Inviting many by mail, as JSON.
@RestController
class BulkInvitationApi {
  private final BulkInvitations invitations;

  BulkInvitationApi(BulkInvitations invitations) {
    this.invitations = invitations;
  }

  /// Whom to invite: a unit, a person, or everyone when neither is given.
  record Input(@Nullable UUID unit, @Nullable UUID person) {}

  /// To how many it is on its way.
  record Invited(int count) {}

  @PostMapping("/api/v1/invitations")
  @Guarded(record = "mail", act = "send", fields = "all", scope = "access:write")
  @ResponseStatus(HttpStatus.CREATED)
  Invited invite(
      @AuthenticationPrincipal Viewer viewer,
      @RequestBody Input input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return switch (invitations.invite(viewer, new Named(input.unit(), input.person()), key)) {
      case Done<Integer>(Integer count) -> new Invited(count);
      case Refused<Integer> refused -> throw new RefusedException(refused);
    };
  }
}
