package io.fairlead.app.talk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Limits;
import io.fairlead.app.platform.web.Pages;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What happened, as JSON, the newest first.
@RestController
@RequestMapping("/api/v1")
class ActivityApi {
  private final Activity activity;
  private final Pages pages;

  ActivityApi(Activity activity, Pages pages) {
    this.activity = activity;
    this.pages = pages;
  }

  /// Something that happened; what does not apply to its kind is missing.
  ///
  /// @param kind `state`, `status`, `check-in`, `grade`, `comment`, `alignment`, `below`, `link`
  /// @param code the state, status or move
  /// @param part a key result, or the title of a link
  /// @param text what was written, or the address of a link
  /// @param other the objective that it was aligned with
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Happened(
      String kind,
      UUID id,
      Instant at,
      @Nullable UUID byId,
      @Nullable String by,
      UUID objective,
      String title,
      @Nullable String code,
      @Nullable String part,
      @Nullable BigDecimal value,
      @Nullable String text,
      @Nullable UUID other,
      @Nullable String otherTitle,
      @Nullable Integer comments) {
    static Happened of(Entry entry, String somebody) {
      String text = entry.plain(somebody);
      return new Happened(
          entry.kind().code(),
          entry.id(),
          entry.at(),
          entry.byId(),
          entry.by(),
          entry.objective(),
          entry.title(),
          entry.code(),
          entry.part(),
          entry.value(),
          text.isEmpty() ? null : text,
          entry.other(),
          entry.otherTitle(),
          entry.kind() == Entry.Kind.CHECK_IN ? Integer.valueOf(entry.comments()) : null);
    }
  }

  /// @param next cursor of the next page; missing on the last
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HappenedList(List<Happened> activity, @Nullable String next) {}

  @GetMapping("/activity")
  @Guarded(record = "objective", act = "read", fields = "goal", scope = "goals:read")
  HappenedList ofOrganisation(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    return list(activity.ofOrganisation(viewer, TalkApi.cursor(cursor), size(limit)));
  }

  @GetMapping("/objectives/{id}/activity")
  @Guarded(record = "objective", act = "read", fields = "goal", scope = "goals:read")
  HappenedList ofObjective(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    return list(
        activity
            .ofObjective(viewer, id, TalkApi.cursor(cursor), size(limit))
            .orElseThrow(() -> new RefusedException(Reason.notFound())));
  }

  @GetMapping("/teams/{id}/activity")
  @Guarded(record = "team", act = "read", fields = "all", scope = "goals:read")
  HappenedList ofTeam(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    return list(
        activity
            .ofTeam(viewer, id, TalkApi.cursor(cursor), size(limit))
            .orElseThrow(() -> new RefusedException(Reason.notFound())));
  }

  private static int size(int limit) {
    return Math.clamp(limit, 1, Limits.API_ROWS);
  }

  private HappenedList list(Activity.Page page) {
    String somebody = pages.words().text("talk.somebody");
    return new HappenedList(
        page.entries().stream().map(each -> Happened.of(each, somebody)).toList(), page.next());
  }
}
