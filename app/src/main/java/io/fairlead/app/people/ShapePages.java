package io.fairlead.app.people;

import static io.fairlead.app.people.PeoplePolicy.ALL;
import static io.fairlead.app.people.PeoplePolicy.ORGANISATION;
import static io.fairlead.app.people.PeoplePolicy.PEOPLE_FILE;
import static io.fairlead.app.people.PeoplePolicy.SHAPE;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// The shape of the organisation as a page.
@Controller
public class ShapePages {
  private final Shapes shapes;
  private final Pages pages;
  private final Policy policy;

  ShapePages(Shapes shapes, Pages pages, Policy policy) {
    this.shapes = shapes;
    this.pages = pages;
    this.policy = policy;
  }

  /// @param run the import after which the organisation would have this shape; null for today's
  public record ShapePage(Shape shape, @Nullable UUID run) {
    /// How many people stand on the fullest layer.
    public int widest() {
      return shape.layers().stream().mapToInt(Integer::intValue).max().orElse(1);
    }
  }

  @GetMapping("/people/shape")
  @Guarded(record = "organisation", act = "read", fields = "shape")
  ModelAndView today(@AuthenticationPrincipal Viewer viewer) {
    Words words = pages.words();
    Shape shape = shapes.today(viewer).orElseThrow(ShapePages::notFound);
    return pages.show(
        "people/shape",
        words.text("shape.title"),
        Place.PEOPLE,
        policy.seenBy(words, ORGANISATION, SHAPE),
        new ShapePage(shape, null));
  }

  @GetMapping("/people/import/{id}/shape")
  @Guarded(record = "people-file", act = "read", fields = "all")
  ModelAndView after(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Words words = pages.words();
    Shape shape = shapes.after(viewer, id).orElseThrow(ShapePages::notFound);
    return pages.show(
        "people/shape",
        words.text("shape.after-title"),
        Place.PEOPLE,
        policy.seenBy(words, PEOPLE_FILE, ALL),
        new ShapePage(shape, id));
  }

  private static RefusedException notFound() {
    return new RefusedException(Reason.notFound());
  }
}
