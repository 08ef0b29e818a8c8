package io.fairlead.app.growth;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.methods.coaching.conversations.ShippedSituations;
import io.fairlead.methods.coaching.conversations.Situation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

/// Prepared conversations, as JSON.
@RestController
@RequestMapping("/api/v1/prepared-conversations")
class ConversationApi {
  private final PreparedConversations conversations;
  private final Pages pages;

  ConversationApi(PreparedConversations conversations, Pages pages) {
    this.conversations = conversations;
    this.pages = pages;
  }

  /// @param person with whom
  /// @param situation the id of the pattern it began with
  /// @param preparation missing where the key that opens it is not on this server
  /// @param bookedAt when it begins; missing before it is booked, with its minutes
  /// @param heldOn missing before it was held
  /// @param followUp when to look at it again
  /// @param closedAt when that was done
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PreparedConversationJson(
      UUID id,
      UUID person,
      String situation,
      @Nullable Preparation preparation,
      @Nullable Instant bookedAt,
      @Nullable Integer minutes,
      @Nullable LocalDate heldOn,
      @Nullable LocalDate followUp,
      @Nullable Instant closedAt,
      long version) {
    static PreparedConversationJson of(PreparedConversation of) {
      return new PreparedConversationJson(
          of.id(),
          of.about(),
          of.situation(),
          of.preparation(),
          of.bookedAt(),
          of.bookedAt() == null ? null : (Integer) of.minutes(),
          of.heldOn(),
          of.followUp(),
          of.closedAt(),
          of.version());
    }
  }

  record PreparedConversationListJson(List<PreparedConversationJson> conversations) {}

  record SituationListJson(List<Situation> situations) {}

  /// @param followUp when to look at it again; missing for never
  record ConversationOutcomeInput(@Nullable String agreed, @Nullable LocalDate followUp) {}

  @GetMapping("/situations")
  @Open(because = "situations come with the product", scope = "growth:read")
  SituationListJson situations() {
    return new SituationListJson(ShippedSituations.situations());
  }

  @GetMapping
  @Open(because = ConversationPages.OWN, scope = "growth:read")
  PreparedConversationListJson list(@AuthenticationPrincipal Viewer viewer) {
    return new PreparedConversationListJson(
        conversations.all(viewer).stream().map(PreparedConversationJson::of).toList());
  }

  /// @param person somebody of one's line
  /// @param situation the id of a situation
  @PostMapping
  @Guarded(
      record = "conversation-partner",
      act = "prepare",
      fields = "sheet",
      scope = "growth:write")
  ResponseEntity<PreparedConversationJson> prepare(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam UUID person,
      @RequestParam String situation,
      @RequestBody PreparationInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    UUID id = done(conversations.prepare(viewer, person, situation, input, key));
    PreparedConversationJson made = json(viewer, id);
    return ResponseEntity.status(HttpStatus.CREATED)
        .header(HttpHeaders.LOCATION, "/api/v1/prepared-conversations/" + id)
        .eTag("\"" + made.version() + "\"")
        .body(made);
  }

  @GetMapping("/{id}")
  @Guarded(record = "conversation", act = "read", fields = "sheet", scope = "growth:read")
  ResponseEntity<PreparedConversationJson> one(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    PreparedConversationJson found = json(viewer, id);
    return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(found);
  }

  /// The appointment as iCalendar.
  @GetMapping("/{id}/appointment")
  @Guarded(record = "conversation", act = "read", fields = "sheet", scope = "growth:read")
  ResponseEntity<byte[]> appointment(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return ConversationSheetPages.appointment(pages.words(), found(viewer, id));
  }

  @PutMapping("/{id}")
  @Guarded(record = "conversation", act = "change", fields = "sheet", scope = "growth:write")
  ResponseEntity<PreparedConversationJson> change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody PreparationInput input,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(conversations.change(viewer, id, version(version), input, key));
    return one(viewer, id);
  }

  @PostMapping("/{id}/outcome")
  @Guarded(record = "conversation", act = "change", fields = "sheet", scope = "growth:write")
  PreparedConversationJson hold(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody ConversationOutcomeInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    String agreed = Objects.requireNonNullElse(input.agreed(), "");
    return json(viewer, done(conversations.hold(viewer, id, agreed, input.followUp(), key)));
  }

  @PostMapping("/{id}/closing")
  @Guarded(record = "conversation", act = "change", fields = "sheet", scope = "growth:write")
  PreparedConversationJson close(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return json(viewer, done(conversations.close(viewer, id, key)));
  }

  @DeleteMapping("/{id}")
  @Guarded(record = "conversation", act = "change", fields = "sheet", scope = "growth:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(conversations.remove(viewer, id, key));
  }

  private PreparedConversation found(Viewer viewer, UUID id) {
    return conversations
        .find(viewer, id)
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private PreparedConversationJson json(Viewer viewer, UUID id) {
    return PreparedConversationJson.of(found(viewer, id));
  }

  private static long version(@Nullable String tag) {
    if (tag == null) {
      throw new RefusedException(Reason.invalid("If-Match", "conversation.version-missing"));
    }
    String number = tag.replace("W/", "").replace("\"", "").strip();
    if (!number.matches("\\d{1,18}")) {
      throw new RefusedException(Reason.of(Reason.Kind.STALE, "conversation.stale"));
    }
    return Long.parseLong(number);
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }
}
