package io.fairlead.app.goals;

import io.fairlead.app.goals.GoalFindings.Findings;
import io.fairlead.app.goals.GoalFindings.Found;
import io.fairlead.app.goals.GoalFindings.Waiving;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// All that the goal linter finds in one objective, for those who write it, and what of it stays.
@Controller
public class GoalFindingPages {
  private final GoalFindings findings;
  private final Pages pages;
  private final Policy policy;

  GoalFindingPages(GoalFindings findings, Pages pages, Policy policy) {
    this.findings = findings;
    this.pages = pages;
    this.policy = policy;
  }

  /// A finding that speaks.
  ///
  /// @param id names its form on the page
  public record Row(
      String id,
      String rule,
      String part,
      String keyResult,
      String about,
      String severity,
      String message,
      String why,
      String better) {
    static Row of(Words words, Found found) {
      var finding = found.said().finding();
      String id = found.said().rule() + "-" + finding.part() + "-" + found.said().keyResult();
      return new Row(
          id,
          found.said().rule(),
          finding.part(),
          found.keyResult() == null ? "" : found.keyResult().toString(),
          found.said().about(),
          words.text("goal-findings.severity." + finding.severity().code()),
          found.said().message(),
          found.said().why(),
          found.said().better());
    }
  }

  /// One that stays.
  public record WaivedRow(UUID waiver, String about, String message, String reason, String by) {
    static WaivedRow of(Words words, Found found, FindingWaiver waiver) {
      return new WaivedRow(
          waiver.id(),
          found.said().about(),
          found.said().message(),
          waiver.reason(),
          words.text(
              "goal-findings.waived-by",
              waiver.by() == null ? words.text("goal-findings.somebody") : waiver.by(),
              words.day(waiver.at())));
    }
  }

  /// @param form what was sent and refused, for the finding it names
  public record FindingsPage(
      UUID objective,
      String title,
      List<Row> rows,
      List<WaivedRow> waived,
      FormState form,
      String key,
      SeenBy seenBy) {
    /// Whether what was refused is about this finding.
    public boolean isRefused(Row row) {
      return form.value("finding").equals(row.id());
    }
  }

  @GetMapping("/goals/{id}/findings")
  @Guarded(record = "objective", act = "change", fields = "goal")
  ModelAndView findings(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return page(viewer, id, FormState.EMPTY, Idempotency.freshKey());
  }

  @PostMapping("/goals/{id}/findings")
  @Guarded(record = "objective", act = "change", fields = "goal")
  Object waive(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    Words words = pages.words();
    Waiving input =
        new Waiving(
            sent.get("rule"),
            sent.get("part"),
            EditorPages.identifier(sent.getOrDefault("keyResult", "")).orElse(null),
            sent.get("reason-" + sent.get("finding")));
    return switch (findings.waive(viewer, id, input, words, sent.get("key"))) {
      case Done<UUID> _ -> {
        Toasts.leave(response, words.text("goal-findings.waived"), null);
        yield "redirect:/goals/" + id + "/findings";
      }
      case Refused<UUID> refused -> {
        Reason.Kind kind = refused.reasons().getFirst().kind();
        if (kind == Reason.Kind.NOT_FOUND || kind == Reason.Kind.FORBIDDEN) {
          throw new RefusedException(refused);
        }
        ModelAndView again =
            page(
                viewer,
                id,
                FormState.refused(sent, refused),
                sent.getOrDefault("key", Idempotency.freshKey()));
        again.setStatus(Errors.status(refused.reasons()));
        yield again;
      }
    };
  }

  @PostMapping("/goals/{id}/findings/{waiver}/end")
  @Guarded(record = "objective", act = "change", fields = "goal")
  String restore(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID waiver,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    if (findings.restore(viewer, id, waiver, key) instanceof Refused<UUID> refused) {
      throw new RefusedException(refused);
    }
    Toasts.leave(response, pages.words().text("goal-findings.restored"), null);
    return "redirect:/goals/" + id + "/findings";
  }

  private ModelAndView page(Viewer viewer, UUID id, FormState form, String key) {
    Words words = pages.words();
    Findings found =
        switch (findings.of(viewer, id, words)) {
          case Done<Findings>(Findings all) -> all;
          case Refused<Findings> refused -> throw new RefusedException(refused);
        };
    return pages.show(
        "goals/findings",
        words.text("goal-findings.title"),
        Place.GOALS,
        policy.seenBy(words, GoalRules.RECORD, GoalRules.GOAL),
        new FindingsPage(
            id,
            found.objective().plan().title(),
            found.speaking().stream().map(each -> Row.of(words, each)).toList(),
            found.waived().stream().map(each -> waived(words, each)).toList(),
            form,
            key,
            policy.seenBy(words, GoalRules.RECORD, GoalRules.GOAL)));
  }

  private static WaivedRow waived(Words words, Found found) {
    FindingWaiver waiver = found.waiver();
    if (waiver == null) {
      throw new IllegalArgumentException("it is not waived");
    }
    return WaivedRow.of(words, found, waiver);
  }
}
