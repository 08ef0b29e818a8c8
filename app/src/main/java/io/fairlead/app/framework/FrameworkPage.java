package io.fairlead.app.framework;

import io.fairlead.app.framework.FrameworkVersion.FrameworkEntry;
import io.fairlead.app.platform.web.Option;
import io.fairlead.methods.framework.Cadence;
import io.fairlead.methods.framework.Effect;
import io.fairlead.methods.framework.Finding;
import io.fairlead.methods.framework.Framework;
import io.fairlead.methods.framework.FrameworkDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What the framework's pages show.
public final class FrameworkPage {
  private FrameworkPage() {}

  /// One version: in words, and as text.
  ///
  /// @param cycles the running ones and those to come
  /// @param checkIns the next days on which one is due
  public record Reading(
      FrameworkVersion version,
      boolean inForce,
      boolean mayChange,
      List<Cadence.Cycle> cycles,
      List<LocalDate> checkIns,
      List<Finding> findings,
      List<Effect> since) {
    public Framework rules() {
      return version.document().framework();
    }

    public FrameworkDocument document() {
      return version.document();
    }
  }

  /// A simple field over one place of the document.
  public record Field(
      String path, String label, String value, List<Option> options, boolean isNumber) {}

  /// The editor: fields and text over the same document.
  ///
  /// @param problems why the text cannot be read; the fields then are gone
  public record Editor(
      String document,
      int basedOn,
      List<Field> fields,
      List<String> problems,
      List<Finding> findings,
      boolean checked) {}

  /// What would change, and the last step.
  public record Comparison(
      String document,
      int basedOn,
      UUID key,
      String reason,
      List<String> wrong,
      List<Effect> effects,
      List<Finding> findings,
      List<Row> lines) {
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

  public record History(List<FrameworkEntry> versions, boolean mayChange) {}
}
