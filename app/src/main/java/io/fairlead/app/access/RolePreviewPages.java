package io.fairlead.app.access;

import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Looking as a role, and looking as oneself again.
@Controller
class RolePreviewPages {
  static final String END = "/studio/access/preview/end";

  private final RolePreviews previews;

  RolePreviewPages(RolePreviews previews) {
    this.previews = previews;
  }

  @PostMapping("/studio/access/preview")
  @Guarded(record = "role", act = "grant", fields = "content")
  String begin(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String previewRole,
      @RequestParam(required = false) @Nullable UUID previewUnit,
      HttpServletRequest request) {
    String session =
        SignedInFilter.cookie(request).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return switch (previews.begin(viewer, session, previewRole, previewUnit)) {
      case Done<UUID> _ -> "redirect:/";
      case Refused<UUID> refused -> throw new RefusedException(refused);
    };
  }

  @PostMapping(END)
  @Open(because = "ends only what this browser sees")
  String end(HttpServletRequest request) {
    SignedInFilter.cookie(request).ifPresent(previews::end);
    return "redirect:/studio/access";
  }
}
