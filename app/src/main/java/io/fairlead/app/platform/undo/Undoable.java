package io.fairlead.app.platform.undo;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Viewer;
import java.util.UUID;

/// A kind of act that can be taken back; a module has one bean for each.
public interface Undoable {
  /// A stable name, such as `goals.objective-dropped`.
  String kind();

  /// Takes the act back, in the caller's transaction. Refuses when somebody built on it since, or
  /// when it has left the server (`Undo.LEFT`).
  ///
  /// @param payload what was kept with the entry
  Outcome<Undone> undo(Viewer viewer, UUID record, String payload);

  /// What became of it: a sentence for the toast, and the address to show.
  record Undone(String sentence, String href) {}
}
