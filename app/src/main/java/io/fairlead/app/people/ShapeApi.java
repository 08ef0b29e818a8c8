package io.fairlead.app.people;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The shape of the organisation as JSON.
@RestController
class ShapeApi {
  private final Shapes shapes;

  ShapeApi(Shapes shapes) {
    this.shapes = shapes;
  }

  @GetMapping("/api/v1/people/shape")
  @Guarded(record = "organisation", act = "read", fields = "shape", scope = "people:read")
  Shape today(@AuthenticationPrincipal Viewer viewer) {
    return shapes.today(viewer).orElseThrow(ShapeApi::notFound);
  }

  @GetMapping("/api/v1/people/imports/{id}/shape")
  @Guarded(record = "people-file", act = "read", fields = "all", scope = "people:read")
  Shape after(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return shapes.after(viewer, id).orElseThrow(ShapeApi::notFound);
  }

  private static RefusedException notFound() {
    return new RefusedException(Reason.notFound());
  }
}
