package io.fairlead.app.talk;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.undo.Undoable;
import io.fairlead.app.platform.web.Pages;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Lets a withdrawn comment stand again.
@Component
class WithdrawnUndo implements Undoable {
  static final String KIND = "talk.comment-withdrawn";

  private final CommentStore store;
  private final Audit audit;
  private final Pages pages;

  WithdrawnUndo(CommentStore store, Audit audit, Pages pages) {
    this.store = store;
    this.audit = audit;
    this.pages = pages;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Outcome<Undone> undo(Viewer viewer, UUID id, String payload) {
    return store
        .find(viewer, id)
        .filter(comment -> comment.mine() && comment.isWithdrawn())
        .map(comment -> {
          store.withdraw(id, null);
          audit.record(viewer.person(), "comment.withdrawal-undone", "comment", id, comment.byId());
          return Outcome.done(
              new Undone(pages.words().text("talk.stands-again"), comment.address()));
        })
        .orElseGet(() -> Outcome.refused(Reason.notFound()));
  }
}
