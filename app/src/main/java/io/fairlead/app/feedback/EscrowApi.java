package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.RoundApi.done;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.disclosure.EscrowFile;
import io.fairlead.app.feedback.RoundEscrows.Found;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/// A round's escrow, as JSON.
@RestController
@RequestMapping("/api/v1/feedback/rounds/{id}/escrow")
class EscrowApi {
  private final RoundEscrows escrows;

  EscrowApi(RoundEscrows escrows) {
    this.escrows = escrows;
  }

  /// @param words of the comment while the request is open
  /// @param state `asked`, `agreed`, `refused`, `taken-back` or `handed-over`
  /// @param own whether you asked
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EscrowRequestJson(
      UUID id,
      UUID comment,
      @Nullable String words,
      String because,
      String state,
      LocalDate askedOn,
      boolean own) {
    static EscrowRequestJson of(EscrowRequest request) {
      return new EscrowRequestJson(
          request.id(),
          request.comment(),
          request.words(),
          request.because().code(),
          request.state().code(),
          request.askedOn(),
          request.own());
    }
  }

  /// @param until missing where no comment was published
  /// @param mayAsk whether you can ask now
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EscrowJson(
      @Nullable Instant until, boolean over, boolean mayAsk, List<EscrowRequestJson> requests) {
    static EscrowJson of(Found found) {
      return new EscrowJson(
          found.until(),
          found.isOver(),
          found.mayAsk(),
          found.requests().stream().map(EscrowRequestJson::of).toList());
    }
  }

  /// @param because `threat`, `misconduct` or `law`
  record EscrowRequestInput(@Nullable UUID comment, @Nullable String because) {}

  record EscrowRequested(UUID id) {}

  record EscrowDecisionInput(@Nullable Boolean agree) {}

  @GetMapping
  @Guarded(record = "feedback-round", act = "read", fields = "escrow", scope = "feedback:read")
  EscrowJson one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return EscrowJson.of(
        escrows.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound())));
  }

  @PostMapping("/requests")
  @Guarded(record = "feedback-round", act = "unseal", fields = "escrow", scope = "feedback:write")
  ResponseEntity<EscrowRequested> ask(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody EscrowRequestInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    String because = input.because();
    UUID request =
        done(escrows.ask(viewer, id, input.comment(), because == null ? "" : because, key));
    return ResponseEntity.status(HttpStatus.CREATED).body(new EscrowRequested(request));
  }

  @DeleteMapping("/requests/{request}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Guarded(record = "feedback-round", act = "unseal", fields = "escrow", scope = "feedback:write")
  void takeBack(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(escrows.takeBack(viewer, id, request, key));
  }

  @PostMapping("/requests/{request}/decision")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Guarded(record = "feedback-round", act = "agree", fields = "escrow", scope = "feedback:write")
  void decide(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID request,
      @RequestBody EscrowDecisionInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    Boolean agreed = input.agree();
    if (agreed == null) {
      throw new RefusedException(Reason.invalid("agree", "feedback.escrow-decision"));
    }
    done(escrows.decide(viewer, id, request, agreed, key));
  }

  /// The file for the custodians, this once.
  @PostMapping("/requests/{request}/package")
  @Guarded(record = "feedback-round", act = "unseal", fields = "escrow", scope = "feedback:write")
  ResponseEntity<String> handOver(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(EscrowFile.write(done(escrows.handOver(viewer, id, request, key))));
  }
}
