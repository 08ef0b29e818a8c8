package io.fairlead.app.framework;

import io.fairlead.app.framework.FrameworkVersion.FrameworkEntry;
import io.fairlead.methods.framework.Cadence;
import io.fairlead.methods.framework.Effect;
import io.fairlead.methods.framework.Finding;
import io.fairlead.methods.framework.Framework;
import io.fairlead.methods.framework.FrameworkDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the framework's pages show.
public final class FrameworkPage {
  private FrameworkPage() {}

  /// One version: in words, and as text.
  ///
  /// @param cycles the running ones and those to come
  /// @param checkIns the next days on which one is due
  /// @param drafts the viewer's own
  /// @param waiting the change that is planned, if any
  /// @param pilots the frameworks that a group tries first
  public record Reading(
      FrameworkVersion version,
      boolean inForce,
      boolean mayChange,
      List<Cadence.Cycle> cycles,
      List<LocalDate> checkIns,
      List<Finding> findings,
      List<Effect> since,
      List<FrameworkDraft> drafts,
      @Nullable PlannedChange waiting,
      List<PilotsShown.Line> pilots) {
    public Framework rules() {
      return version.document().framework();
    }

    public FrameworkDocument document() {
      return version.document();
    }
  }

  /// Under which draft a document is kept.
  ///
  /// @param elsewhere whether another window saved it since, and this one's text is not kept
  public record Kept(UUID draft, Instant at, long version, boolean elsewhere) {
    static Kept at(FrameworkDraft draft) {
      return new Kept(draft.id(), draft.savedAt(), draft.version(), false);
    }

    static Kept elsewhere(FrameworkDraft draft) {
      return new Kept(draft.id(), draft.savedAt(), draft.version(), true);
    }
  }

  /// The editor: form and text over the same document.
  ///
  /// @param saved the draft's version that the page stands for
  /// @param kept null before the first change
  /// @param form null when the text cannot be read
  /// @param problems why not
  /// @param rehearsal null when the text cannot be read, or nobody works here
  public record Editor(
      String document,
      int basedOn,
      UUID draft,
      long saved,
      @Nullable Kept kept,
      @Nullable FrameworkForm form,
      List<String> problems,
      List<Finding> findings,
      @Nullable RehearsalView rehearsal,
      int weeks,
      List<Integer> spans) {}

  /// One thing that would change for people.
  ///
  /// @param people how many, as words; empty where the sentence says it, or nobody is touched
  public record Change(String sentence, String people, String path) {}

  /// What would change, and the last step.
  ///
  /// @param from the day that was asked for; empty for now
  /// @param soonest the first day that can be asked for
  /// @param waiting a change that is planned already
  public record Comparison(
      String document,
      int basedOn,
      UUID draft,
      long saved,
      UUID key,
      String reason,
      String from,
      LocalDate soonest,
      List<String> wrong,
      List<Change> effects,
      List<Finding> findings,
      List<Row> lines,
      @Nullable PlannedChange waiting) {
    public boolean changesNothing() {
      return lines.isEmpty();
    }
  }

  /// One line of the difference between the two texts: its mark is `+`, `-` or a blank, the number
  /// empty where lines are left out.
  public record Row(String mark, String number, String text) {
    public String look() {
      return switch (mark) {
        case "+" -> "new";
        case "-" -> "gone";
        default -> "same";
      };
    }
  }

  /// @param plans the latest planned changes, whatever became of them
  public record History(
      List<FrameworkEntry> versions,
      List<PlannedChange> plans,
      List<PilotsShown.Line> pilots,
      boolean mayChange) {}
}
