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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Development plans, as JSON.
@RestController
@RequestMapping("/api/v1/development-plan")
class FocusApi {
  private final DevelopmentPlans plans;

  FocusApi(DevelopmentPlans plans) {
    this.plans = plans;
  }

  /// @param behaviour of the library; missing for an own sentence
  /// @param success how one would notice that it is done
  /// @param state `active`, `done` or `dropped`
  /// @param shared whether the manager reads it
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FocusJson(
      UUID id,
      UUID person,
      @Nullable String behaviour,
      String doing,
      String support,
      String success,
      LocalDate starts,
      LocalDate review,
      String state,
      @Nullable Instant endedAt,
      String learned,
      boolean shared,
      long version,
      List<FocusActionJson> actions,
      List<FocusNoteJson> notes) {
    static FocusJson of(Focus focus) {
      return new FocusJson(
          focus.id(),
          focus.person(),
          focus.behaviour(),
          focus.doing(),
          focus.support(),
          focus.success(),
          focus.starts(),
          focus.review(),
          focus.state().code(),
          focus.endedAt(),
          focus.learned(),
          focus.shared(),
          focus.version(),
          focus.actions().stream()
              .map(each -> new FocusActionJson(each.text(), each.due(), each.doneOn()))
              .toList(),
          focus.notes().stream()
              .map(each -> new FocusNoteJson(each.id(), each.at(), each.text()))
              .toList());
    }
  }

  /// @param doneOn missing while it is still to do
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FocusActionJson(String text, @Nullable LocalDate due, @Nullable LocalDate doneOn) {}

  record FocusNoteJson(UUID id, Instant at, String text) {}

  record DevelopmentPlanJson(List<FocusJson> focuses) {}

  /// @param review when to look at it next; missing to leave that day
  record FocusNoteInput(@Nullable String text, @Nullable LocalDate review) {}

  record ActionDoneInput(boolean done) {}

  record SharingInput(boolean shared) {}

  /// @param state `done` or `dropped`
  record FocusEndInput(@Nullable String state, @Nullable String learned) {}

  /// @param person missing for one's own; of somebody else what they share with the reader
  @GetMapping
  @Open(because = FocusPages.OWN + ", or what is shared with whoever asks", scope = "growth:read")
  DevelopmentPlanJson list(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(required = false) @Nullable UUID person) {
    UUID whose = Objects.requireNonNullElse(person, viewer.person());
    return new DevelopmentPlanJson(plans.of(viewer, whose).stream().map(FocusJson::of).toList());
  }

  @PostMapping
  @Open(because = FocusPages.OWN, scope = "growth:write")
  ResponseEntity<FocusJson> begin(
      @AuthenticationPrincipal Viewer viewer,
      @RequestBody FocusInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    UUID id = done(plans.begin(viewer, input, key));
    FocusJson focus = json(viewer, id);
    return ResponseEntity.status(HttpStatus.CREATED)
        .header(HttpHeaders.LOCATION, "/api/v1/development-plan/" + id)
        .eTag("\"" + focus.version() + "\"")
        .body(focus);
  }

  @GetMapping("/{id}")
  @Guarded(record = "development-plan", act = "read", fields = "plan", scope = "growth:read")
  ResponseEntity<FocusJson> one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    FocusJson focus = json(viewer, id);
    return ResponseEntity.ok().eTag("\"" + focus.version() + "\"").body(focus);
  }

  @PutMapping("/{id}")
  @Guarded(record = "development-plan", act = "change", fields = "plan", scope = "growth:write")
  ResponseEntity<FocusJson> change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody FocusInput input,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(plans.change(viewer, id, version(version), input, key));
    return one(viewer, id);
  }

  @PostMapping("/{id}/notes")
  @Guarded(record = "development-plan", act = "change", fields = "plan", scope = "growth:write")
  FocusJson note(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody FocusNoteInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    String text = Objects.requireNonNullElse(input.text(), "");
    return json(viewer, done(plans.note(viewer, id, text, input.review(), key)));
  }

  /// @param place among its actions, from 0
  @PutMapping("/{id}/actions/{place}")
  @Guarded(record = "development-plan", act = "change", fields = "plan", scope = "growth:write")
  FocusJson tick(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable int place,
      @RequestBody ActionDoneInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return json(viewer, done(plans.tick(viewer, id, place, input.done(), key)));
  }

  @PutMapping("/{id}/sharing")
  @Guarded(record = "development-plan", act = "change", fields = "plan", scope = "growth:write")
  FocusJson share(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody SharingInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return json(viewer, done(plans.share(viewer, id, input.shared(), key)));
  }

  @PostMapping("/{id}/ending")
  @Guarded(record = "development-plan", act = "change", fields = "plan", scope = "growth:write")
  FocusJson end(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody FocusEndInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    Focus.State state = Focus.State.ending(input.state());
    String learned = Objects.requireNonNullElse(input.learned(), "");
    return json(viewer, done(plans.end(viewer, id, state, learned, key)));
  }

  private FocusJson json(Viewer viewer, UUID id) {
    return plans
        .find(viewer, id)
        .map(FocusJson::of)
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private static long version(@Nullable String tag) {
    if (tag == null) {
      throw new RefusedException(Reason.invalid("If-Match", "plan.version-missing"));
    }
    String number = tag.replace("W/", "").replace("\"", "").strip();
    if (!number.matches("\\d{1,18}")) {
      throw new RefusedException(Reason.of(Reason.Kind.STALE, "plan.stale"));
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
