package io.fairlead.app.goals;

import gg.jte.Content;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Frame;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// A place in the drawer of an objective that another module fills. Each module declares a bean;
/// Spring's order is the order in the drawer.
public interface ObjectivePanel {
  /// What the module shows of an objective that the viewer may read: read from the database now,
  /// written when the page is. Empty shows nothing.
  Optional<Function<Frame, Content>> panel(Viewer viewer, UUID objective);
}
