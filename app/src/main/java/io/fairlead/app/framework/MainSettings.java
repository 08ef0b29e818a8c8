package io.fairlead.app.framework;

import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.FrameworkEdit;
import io.fairlead.methods.framework.Parsed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The settings that most organisations change, as simple fields. Each writes one place of the
/// document and leaves the rest, comments included, as it was.
final class MainSettings {
  static final List<Setting> ALL =
      List.of(
          Setting.line("organisation.name"),
          Setting.line("organisation.zone"),
          Setting.line("organisation.locale"),
          Setting.line("direction.mission"),
          Setting.line("direction.vision"),
          Setting.oneOf(
              "cadence.fiscal-year.starts",
              "january",
              "february",
              "march",
              "april",
              "may",
              "june",
              "july",
              "august",
              "september",
              "october",
              "november",
              "december"),
          Setting.oneOf("cadence.cycles.length", "quarter", "half-year", "year", "custom"),
          Setting.oneOf("cadence.check-ins.rhythm", "weekly", "every-two-weeks", "monthly"),
          Setting.oneOf(
              "cadence.check-ins.day",
              "monday",
              "tuesday",
              "wednesday",
              "thursday",
              "friday",
              "saturday",
              "sunday"),
          Setting.number("goals.limits.objectives-per-owner"),
          Setting.number("goals.limits.key-results-at-most"),
          Setting.oneOf("goals.individual-goals", "true", "false"),
          Setting.oneOf("goals.visibility", "public", "team", "named"));

  private MainSettings() {}

  /// @param path also the field's name in the form, and part of its message key
  /// @param words what may be chosen; empty for a line or a number
  record Setting(String path, List<String> words, boolean isNumber) {
    private static Setting line(String path) {
      return new Setting(path, List.of(), false);
    }

    private static Setting number(String path) {
      return new Setting(path, List.of(), true);
    }

    private static Setting oneOf(String path, String... words) {
      return new Setting(path, List.of(words), false);
    }

    String value(FrameworkDocument document) {
      Object at = document.values();
      for (String name : path.split("\\.")) {
        at = at instanceof Map<?, ?> map ? map.get(name) : null;
      }
      return at == null ? "" : at.toString().strip();
    }

    /// A field of one line would lose the breaks of a longer text; that is changed in the document.
    boolean fits(FrameworkDocument document) {
      return value(document).lines().count() <= 1;
    }

    private Object written(String value) {
      if (words.contains("true")) {
        return Boolean.valueOf(value);
      }
      return isNumber && value.matches("[0-9]{1,9}") ? new BigDecimal(value) : value;
    }
  }

  /// The text with what the fields say, where somebody touched them (`was.<path>` is what a field
  /// held when the page was made) and they differ from what it said. A text that cannot be read
  /// stays as it is, for its mistakes to be shown.
  ///
  /// @throws IllegalArgumentException if the text is written in a way that fields cannot change
  static String written(String text, Map<String, String> fields) {
    if (!(FrameworkDocument.parse(text) instanceof Parsed.Read(FrameworkDocument document))) {
      return text;
    }
    String edited = text;
    for (Setting setting : changed(document, fields)) {
      String value = value(fields, setting).strip();
      edited =
          value.isEmpty()
              ? FrameworkEdit.remove(edited, setting.path())
              : FrameworkEdit.set(edited, setting.path(), setting.written(value));
    }
    return edited;
  }

  private static List<Setting> changed(FrameworkDocument document, Map<String, String> fields) {
    List<Setting> changed = new ArrayList<>();
    for (Setting setting : ALL) {
      @Nullable String sent = fields.get(setting.path());
      if (sent != null
          && setting.fits(document)
          && !sent.equals(fields.get("was." + setting.path()))
          && !sent.strip().equals(setting.value(document))) {
        changed.add(setting);
      }
    }
    return changed;
  }

  private static String value(Map<String, String> fields, Setting setting) {
    return fields.getOrDefault(setting.path(), "");
  }
}
