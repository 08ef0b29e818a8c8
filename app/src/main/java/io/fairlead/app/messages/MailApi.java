package io.fairlead.app.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.messages.Audiences.Named;
import io.fairlead.app.messages.Audiences.Standing;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How mail stands and whom it may reach, as JSON.
@RestController
@RequestMapping("/api/v1/mail")
class MailApi {
  private final Audiences audiences;
  private final MailTries tries;

  MailApi(Audiences audiences, MailTries tries) {
    this.audiences = audiences;
    this.tries = tries;
  }

  /// How mail stands.
  ///
  /// @param missing settings without which none leaves
  /// @param tested what became of the last test that whoever asks sent
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Stand(
      List<String> missing,
      MailStore.@Nullable Trouble trouble,
      int reached,
      int people,
      List<AudienceStore.Audience> audiences,
      List<MailStore.Count> counts,
      List<MailStore.Undelivered> undelivered,
      MailStore.@Nullable Tested tested) {}

  @GetMapping
  @Guarded(record = "mail", act = "read", fields = "all", scope = "mail:read")
  Stand stand(@AuthenticationPrincipal Viewer viewer) {
    Standing standing =
        audiences.standing(viewer).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return new Stand(
        standing.missing(),
        standing.trouble(),
        standing.reached(),
        standing.people(),
        standing.audiences(),
        standing.counts(),
        standing.undelivered(),
        tries.tested(viewer).orElse(null));
  }

  /// Whom to open mail to: exactly one of these.
  record Input(@Nullable Boolean everyone, @Nullable UUID unit, @Nullable UUID person) {}

  /// The audience.
  record Opened(UUID id) {}

  @PostMapping("/audiences")
  @Guarded(record = "mail", act = "send", fields = "all", scope = "mail:write")
  @ResponseStatus(HttpStatus.CREATED)
  Opened open(
      @AuthenticationPrincipal Viewer viewer,
      @RequestBody Input input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    boolean everyone = Boolean.TRUE.equals(input.everyone());
    boolean one = input.unit() != null || input.person() != null;
    if (everyone == one) {
      throw new RefusedException(
          audiences.maySend(viewer)
              ? Reason.invalid("everyone", "unknown-audience")
              : Reason.notFound());
    }
    return new Opened(done(audiences.open(viewer, new Named(input.unit(), input.person()), key)));
  }

  @DeleteMapping("/audiences/{audience}")
  @Guarded(record = "mail", act = "send", fields = "all", scope = "mail:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID audience,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(audiences.close(viewer, audience, key));
  }

  /// The test on its way.
  record Tested(UUID mail) {}

  /// Sends whoever asks a mail that says it is a test; how it ended stands in what `GET` answers.
  @PostMapping("/tests")
  @Guarded(record = "mail", act = "test", fields = "all", scope = "mail:write")
  @ResponseStatus(HttpStatus.CREATED)
  Tested test(
      @AuthenticationPrincipal Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new Tested(done(tries.test(viewer, key)));
  }

  /// Tries one that did not arrive once more.
  @PostMapping("/undelivered/{mail}/again")
  @Guarded(record = "mail", act = "send", fields = "all", scope = "mail:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void again(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID mail,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(tries.again(viewer, mail, key));
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }
}
