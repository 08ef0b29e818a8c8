package io.fairlead.app.framework;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.undo.Undoable;
import io.fairlead.app.platform.web.Pages;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Takes the throwing away of a draft back.
@Component
class DraftUndo implements Undoable {
  static final String KIND = "framework.draft-discarded";

  private final FrameworkDraftStore store;
  private final Pages pages;
  private final Clock clock;

  DraftUndo(FrameworkDraftStore store, Pages pages, Clock clock) {
    this.store = store;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Outcome<Undone> undo(Viewer viewer, UUID record, String payload) {
    String[] kept = payload.split("\n", 2);
    store.add(viewer, record, kept[1], Integer.parseInt(kept[0]), clock.instant());
    return Outcome.done(
        new Undone(
            pages.words().text("framework.draft.back"), "/studio/framework/drafts/" + record));
  }
}
