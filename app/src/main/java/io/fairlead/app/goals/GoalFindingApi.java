package io.fairlead.app.goals;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.goals.GoalFindings.Found;
import io.fairlead.app.goals.GoalFindings.Waiving;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Pages;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/// What the goal linter finds in a stored objective, as JSON.
@RestController
@RequestMapping("/api/v1/objectives/{id}/findings")
class GoalFindingApi {
  private final GoalFindings findings;
  private final Pages pages;

  GoalFindingApi(GoalFindings findings, Pages pages) {
    this.findings = findings;
    this.pages = pages;
  }

  /// That a finding stays.
  ///
  /// @param by missing where whoever said so was erased
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WaiverJson(UUID id, String reason, @Nullable String by, Instant at) {
    static WaiverJson of(FindingWaiver waiver) {
      return new WaiverJson(waiver.id(), waiver.reason(), waiver.by(), waiver.at());
    }
  }

  /// @param keyResult missing for one about the objective
  /// @param words those that caused it; missing where something is missing or figures cause it
  /// @param waiver missing while it speaks
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FindingJson(
      String rule,
      String part,
      String severity,
      @Nullable UUID keyResult,
      @Nullable String words,
      @Nullable Integer from,
      @Nullable Integer to,
      String message,
      String why,
      String better,
      @Nullable WaiverJson waiver) {
    static FindingJson of(Found found) {
      var said = found.said();
      var span = said.finding().span();
      FindingWaiver waiver = found.waiver();
      return new FindingJson(
          said.rule(),
          said.finding().part(),
          said.finding().severity().code(),
          found.keyResult(),
          span == null ? null : span.text(),
          span == null ? null : (Integer) span.from(),
          span == null ? null : (Integer) span.to(),
          said.message(),
          said.why(),
          said.better(),
          waiver == null ? null : WaiverJson.of(waiver));
    }
  }

  /// The gravest first; those that were waived as well.
  record FindingsJson(List<FindingJson> findings) {}

  @GetMapping
  @Guarded(record = "objective", act = "change", fields = "goal", scope = "goals:read")
  FindingsJson of(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return new FindingsJson(
        GoalApi.value(findings.of(viewer, id, pages.words())).all().stream()
            .map(FindingJson::of)
            .toList());
  }

  @PostMapping("/waivers")
  @Guarded(record = "objective", act = "change", fields = "goal", scope = "goals:write")
  @ResponseStatus(HttpStatus.CREATED)
  FindingsJson waive(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody Waiving input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    GoalApi.value(findings.waive(viewer, id, input, pages.words(), key));
    return of(viewer, id);
  }

  @DeleteMapping("/waivers/{waiver}")
  @Guarded(record = "objective", act = "change", fields = "goal", scope = "goals:write")
  ResponseEntity<Void> restore(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID waiver,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    GoalApi.value(findings.restore(viewer, id, waiver, key));
    return ResponseEntity.noContent().build();
  }
}
