package io.fairlead.app.platform.undo;

import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.undo.Undoable.Undone;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Toasts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The Undo button of a toast.
@Controller
class UndoPages {
  private final Undo undo;

  UndoPages(Undo undo) {
    this.undo = undo;
  }

  @PostMapping("/undo/{id}")
  @Open(because = "an entry belongs to the one who acted; anybody else's is refused as over")
  String undo(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response) {
    return switch (undo.undo(viewer, id)) {
      case Done<Undone>(Undone undone) -> {
        Toasts.leave(response, undone.sentence(), null);
        yield "redirect:" + undone.href();
      }
      case Refused<Undone> refused -> throw new RefusedException(refused);
    };
  }
}
