package io.fairlead.app.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.people.LegalHold;
import io.fairlead.app.people.LegalHolds;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import io.fairlead.app.rights.Erasures.Part;
import io.fairlead.app.rights.Exports.Holding;
import io.fairlead.app.rights.ProcessingRecord.Paper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/// Data rights as JSON: what is held about somebody and the file of it, legal holds, erasure, how
/// long what is kept, and the paper.
@RestController
@RequestMapping("/api/v1")
class RightsApi {
  private final Exports exports;
  private final Erasures erasures;
  private final LegalHolds holds;
  private final Retention retention;
  private final ProcessingRecord processing;
  private final Pages pages;

  RightsApi(
      Exports exports,
      Erasures erasures,
      LegalHolds holds,
      Retention retention,
      ProcessingRecord processing,
      Pages pages) {
    this.exports = exports;
    this.erasures = erasures;
    this.holds = holds;
    this.retention = retention;
    this.processing = processing;
    this.pages = pages;
  }

  @GetMapping("/account/data")
  @Open(because = "what is held about oneself", scope = "account:read")
  Holding own(@AuthenticationPrincipal Viewer viewer) {
    return held(viewer, viewer.person());
  }

  @GetMapping("/account/data/archive")
  @Open(because = "what is held about oneself", scope = "account:read")
  void ownArchive(@AuthenticationPrincipal Viewer viewer, HttpServletResponse response)
      throws IOException {
    DataPages.send(exports, viewer, viewer.person(), response);
  }

  @GetMapping("/people/{id}/data")
  @Guarded(record = "personal-data", act = "read", fields = "all", scope = "data-rights:read")
  Holding of(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return held(viewer, id);
  }

  private Holding held(Viewer viewer, UUID person) {
    return exports
        .holding(viewer, person)
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  @GetMapping("/people/{id}/data/archive")
  @Guarded(record = "personal-data", act = "read", fields = "all", scope = "data-rights:read")
  void archive(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response)
      throws IOException {
    DataPages.send(exports, viewer, id, response);
  }

  /// Holds in force.
  record HoldList(List<LegalHold> holds) {}

  /// Why.
  record Because(@Nullable String reason) {}

  /// The hold.
  record Placed(UUID id) {}

  @GetMapping("/legal-holds")
  @Guarded(record = "legal-hold", act = "read", fields = "all", scope = "data-rights:read")
  HoldList inForce(@AuthenticationPrincipal Viewer viewer) {
    return new HoldList(
        holds.inForce(viewer).orElseThrow(() -> new RefusedException(Reason.notFound())));
  }

  @PostMapping("/people/{id}/legal-holds")
  @Guarded(record = "legal-hold", act = "change", fields = "all", scope = "data-rights:write")
  @ResponseStatus(HttpStatus.CREATED)
  Placed place(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody Because input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new Placed(done(holds.place(viewer, id, input.reason(), key)));
  }

  @PostMapping("/legal-holds/{hold}/lifting")
  @Guarded(record = "legal-hold", act = "change", fields = "all", scope = "data-rights:write")
  Placed lift(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID hold,
      @RequestBody Because input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new Placed(done(holds.lift(viewer, hold, input.reason(), key)));
  }

  /// What erasing would do, or that it was done.
  ///
  /// @param records what goes and what stays, before it was done
  /// @param barred why it cannot be done now, as codes
  /// @param erased that it was done; null before
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ErasureDocument(
      UUID person,
      @Nullable String name,
      @Nullable List<Part> records,
      @Nullable List<String> barred,
      @Nullable Erased erased) {}

  @GetMapping("/people/{id}/erasure")
  @Guarded(record = "personal-data", act = "erase", fields = "all", scope = "data-rights:read")
  ErasureDocument preview(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Optional<Erased> erased = erasures.erased(viewer, id);
    if (erased.isPresent()) {
      return new ErasureDocument(id, null, null, null, erased.get());
    }
    return erasures
        .preview(viewer, id)
        .map(preview ->
            new ErasureDocument(
                id,
                preview.name(),
                preview.parts(),
                preview.barred().stream().map(Reason::code).toList(),
                null))
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  /// @param name the person's name, once more
  /// @param writings what becomes of what they wrote: `keep` or `empty`
  record ErasureInput(@Nullable String name, @Nullable String writings, @Nullable String reason) {}

  /// Who was erased.
  record ErasedDocument(UUID person) {}

  @PostMapping("/people/{id}/erasure")
  @Guarded(record = "personal-data", act = "erase", fields = "all", scope = "data-rights:write")
  ErasedDocument erase(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody ErasureInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new ErasedDocument(
        done(
            erasures.erase(
                viewer, new Erasure(id, input.name(), input.writings(), input.reason(), key))));
  }

  /// Every kind of record.
  record RuleList(List<RetentionRule> rules) {}

  /// How many records would go today.
  record Due(long due) {}

  /// @param seen how many would go today, as was seen before
  record RuleInput(int months, @Nullable Long seen) {}

  /// The kind whose time was set.
  record RuleSet(String code) {}

  @GetMapping("/retention")
  @Guarded(record = "retention", act = "read", fields = "all", scope = "data-rights:read")
  RuleList rules(@AuthenticationPrincipal Viewer viewer) {
    return new RuleList(
        retention.rules(viewer).orElseThrow(() -> new RefusedException(Reason.notFound())));
  }

  @GetMapping("/retention/{code}/due")
  @Guarded(record = "retention", act = "read", fields = "all", scope = "data-rights:read")
  Due due(
      @AuthenticationPrincipal Viewer viewer, @PathVariable String code, @RequestParam int months) {
    return new Due(done(retention.due(viewer, code, months)));
  }

  @PutMapping("/retention/{code}")
  @Guarded(record = "retention", act = "change", fields = "all", scope = "data-rights:write")
  RuleSet keep(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String code,
      @RequestBody RuleInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new RuleSet(done(retention.keep(viewer, code, input.months(), input.seen(), key)));
  }

  @DeleteMapping("/retention/{code}")
  @Guarded(record = "retention", act = "change", fields = "all", scope = "data-rights:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void keepForever(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String code,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(retention.keepForever(viewer, code, key));
  }

  @GetMapping("/processing-record")
  @Guarded(record = "processing-record", act = "read", fields = "all", scope = "data-rights:read")
  Paper paper(@AuthenticationPrincipal Viewer viewer) {
    Words words = pages.words();
    return processing
        .paper(viewer, words)
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }
}
