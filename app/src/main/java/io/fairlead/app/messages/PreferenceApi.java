package io.fairlead.app.messages;

import io.fairlead.app.messages.Preferences.Chosen;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What one wants to be told where and when, as JSON.
@RestController
@RequestMapping("/api/v1/message-preferences")
class PreferenceApi {
  private static final String OWN = "one's own settings";

  private final Preferences preferences;

  PreferenceApi(Preferences preferences) {
    this.preferences = preferences;
  }

  /// Choices as JSON. In a change, kinds that are not named go back to what is usual.
  ///
  /// @param quietFrom `22:00`; empty or absent together with `quietUntil` for none
  /// @param zone empty or absent for the organisation's
  record Input(
      @Nullable Map<String, String> channels,
      @Nullable String rhythm,
      @Nullable String quietFrom,
      @Nullable String quietUntil,
      @Nullable String zone) {}

  @GetMapping
  @Open(because = OWN, scope = "messages:read")
  ResponseEntity<Chosen> read(@AuthenticationPrincipal Viewer viewer) {
    Chosen chosen = preferences.of(viewer);
    return ResponseEntity.ok().eTag("\"" + chosen.version() + "\"").body(chosen);
  }

  @PutMapping
  @Open(because = OWN, scope = "messages:write")
  ResponseEntity<Chosen> change(
      @AuthenticationPrincipal Viewer viewer,
      @RequestBody Input input,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    Chosen chosen =
        new Chosen(
            Objects.requireNonNullElse(input.channels(), Map.of()),
            Objects.requireNonNullElse(input.rhythm(), "at-once"),
            Objects.requireNonNullElse(input.quietFrom(), ""),
            Objects.requireNonNullElse(input.quietUntil(), ""),
            Objects.requireNonNullElse(input.zone(), ""),
            version(match));
    if (preferences.change(viewer, chosen, key) instanceof Refused<Long> refused) {
      throw new RefusedException(refused);
    }
    return read(viewer);
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
}
