package io.fairlead.app.talk;

import gg.jte.Content;
import io.fairlead.app.goals.ObjectivePanel;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Frame;
import io.fairlead.app.platform.web.PageParts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What was said last, in the drawer of an objective, with the box to say something.
@Component
@Order(10)
class TalkPanel implements ObjectivePanel {
  private static final int SHOWN = 5;

  private final Conversations conversations;
  private final PageParts parts;

  TalkPanel(Conversations conversations, PageParts parts) {
    this.conversations = conversations;
    this.parts = parts;
  }

  @Override
  public Optional<Function<Frame, Content>> panel(Viewer viewer, UUID objective) {
    return conversations
        .of(viewer, About.objective(objective), "", null, SHOWN)
        .map(conversation -> {
          TalkPage page =
              new TalkPage(
                  conversation,
                  FormState.EMPTY,
                  FormState.EMPTY,
                  List.of(),
                  null,
                  true,
                  true,
                  UUID.fromString(Idempotency.freshKey()));
          return frame -> parts.of("talk/panel", frame, page);
        });
  }
}
