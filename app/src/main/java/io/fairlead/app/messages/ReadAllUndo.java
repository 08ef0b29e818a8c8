package io.fairlead.app.messages;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.undo.Undoable;
import io.fairlead.app.platform.web.Pages;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Takes back that all messages were marked as read.
@Component
class ReadAllUndo implements Undoable {
  static final String KIND = "messages.read-all";

  private final NoticeStore notices;
  private final Pages pages;

  ReadAllUndo(NoticeStore notices, Pages pages) {
    this.notices = notices;
    this.pages = pages;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /// @param payload the ids of those that were read by it
  @Override
  public Outcome<Undone> undo(Viewer viewer, UUID record, String payload) {
    notices.unread(
        viewer.person(), Arrays.stream(payload.split(" ")).map(UUID::fromString).toList());
    return Outcome.done(new Undone(pages.words().text("inbox.unread-again"), "/inbox"));
  }
}
