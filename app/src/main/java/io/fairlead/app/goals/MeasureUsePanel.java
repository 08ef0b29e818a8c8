package io.fairlead.app.goals;

import gg.jte.Content;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Frame;
import io.fairlead.app.platform.web.PageParts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The measures of an objective, in its drawer.
@Component
@Order(5)
class MeasureUsePanel implements ObjectivePanel {
  private final MeasureUses uses;
  private final PageParts parts;

  MeasureUsePanel(MeasureUses uses, PageParts parts) {
    this.uses = uses;
    this.parts = parts;
  }

  @Override
  public Optional<Function<Frame, Content>> panel(Viewer viewer, UUID objective) {
    List<MeasureUse> of = uses.of(viewer, objective);
    return Optional.of(
        frame -> parts.of("goals/measuresPanel", frame, new MeasurePanelPage(objective, of)));
  }
}
