package io.fairlead.app.framework;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.undo.Undo;
import io.fairlead.methods.framework.FrameworkDocument;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people who design a framework have not put in force yet. A draft is kept from its first
/// change on, saved with every further one, and its author's alone.
@Component
class FrameworkDrafts {
  private final FrameworkDraftStore store;
  private final Undo undo;
  private final Clock clock;

  FrameworkDrafts(FrameworkDraftStore store, Undo undo, Clock clock) {
    this.store = store;
    this.undo = undo;
    this.clock = clock;
  }

  /// What came of saving.
  ///
  /// @param kept false if another window saved it meanwhile, and nothing was written
  record Saved(boolean kept, FrameworkDraft draft) {}

  List<FrameworkDraft> of(Viewer viewer) {
    return store.of(viewer);
  }

  Optional<FrameworkDraft> find(Viewer viewer, UUID id) {
    return store.find(viewer, id);
  }

  /// Saves a draft as the next version of what the window last saw (0 when it saw none), or says
  /// what another one saved. Empty for a text that is too long to be kept, and for the id of
  /// somebody else's draft.
  @Transactional
  public Optional<Saved> save(Viewer viewer, UUID id, String document, int basedOn, long version) {
    if (document.isEmpty() || document.length() > FrameworkDocument.LONGEST) {
      return Optional.empty();
    }
    boolean kept =
        version == 0
            ? store.add(viewer, id, document, basedOn, clock.instant())
            : store.change(viewer, id, document, basedOn, version, clock.instant());
    return find(viewer, id)
        .map(draft -> new Saved(kept || draft.document().equals(document), draft));
  }

  /// What is in force, or planned, is no draft any more. What another window made of the draft
  /// meanwhile stays one.
  void forget(Viewer viewer, UUID id, String document) {
    store.remove(viewer, id, document);
  }

  /// Throws a draft away; it can be taken back for a day.
  ///
  /// @return the entry of the undo
  @Transactional
  public Outcome<UUID> discard(Viewer viewer, UUID id) {
    return find(viewer, id)
        .map(draft -> {
          store.remove(viewer, id);
          return Outcome.done(
              undo.keep(DraftUndo.KIND, id, viewer, draft.basedOn() + "\n" + draft.document()));
        })
        .orElseGet(() -> Outcome.refused(Reason.notFound()));
  }
}
