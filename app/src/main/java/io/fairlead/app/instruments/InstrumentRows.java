package io.fairlead.app.instruments;

import io.fairlead.methods.instruments.CommentKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the buttons of the form do to its rows: `add:comments`, `remove:sections.1`,
/// `up:sections.0.items.3`, `down:sections.0`.
final class InstrumentRows {
  private InstrumentRows() {}

  /// The fields after it; the same where there is no such row.
  static Map<String, String> after(String act, Map<String, String> before) {
    String[] said = act.split(":", 2);
    Map<String, String> values = new LinkedHashMap<>(before);
    if (said.length < 2 || !said[1].matches("[a-z0-9.-]+")) {
      return values;
    }
    switch (said[0]) {
      case "add" -> add(values, said[1]);
      case "remove" -> values.keySet().removeIf(each -> each.startsWith(said[1] + "."));
      case "up" -> move(values, said[1], -1);
      case "down" -> move(values, said[1], 1);
      default -> {}
    }
    return values;
  }

  /// Puts items of the bank at the end of a section.
  static Map<String, String> pick(Map<String, String> before, int section, List<String> items) {
    Map<String, String> values = new LinkedHashMap<>(before);
    for (String item : items) {
      String list = "sections." + section + ".items";
      values.put(list + "." + next(values, list) + ".bank", item);
    }
    return values;
  }

  private static int next(Map<String, String> values, String list) {
    List<Integer> rows = InstrumentFields.rows(values, list);
    return rows.isEmpty() ? 0 : rows.getLast() + 1;
  }

  private static void add(Map<String, String> values, String list) {
    List<String> languages = InstrumentFields.languages(values);
    String language = languages.isEmpty() ? "en" : languages.getFirst();
    String at = list + "." + next(values, list) + ".";
    if (list.equals("sections")) {
      values.put(at + "name." + language, "");
    } else if (list.equals("comments")) {
      values.put(at + "kind", CommentKind.FREE.code());
    } else if (list.equals("competencies")) {
      values.put(at + "about", "how");
    } else if (list.equals("validity.not-for")) {
      values.put(at + language, "");
    } else if (list.matches("sections\\.\\d+\\.items")) {
      values.put(at + "about", "how");
      int points = values.getOrDefault("points", "").equals("7") ? 7 : 5;
      for (int point = 0; point < points; point++) {
        values.put(at + "anchors." + point + "." + language, "");
      }
    }
  }

  private static void move(Map<String, String> values, String row, int by) {
    int dot = row.lastIndexOf('.');
    if (dot < 0 || !row.substring(dot + 1).matches("\\d{1,4}")) {
      return;
    }
    String list = row.substring(0, dot);
    List<Integer> rows = InstrumentFields.rows(values, list);
    int from = rows.indexOf(Integer.valueOf(row.substring(dot + 1)));
    if (from < 0 || from + by < 0 || from + by >= rows.size()) {
      return;
    }
    String one = row + ".";
    String other = list + "." + rows.get(from + by) + ".";
    Map<String, String> moved = new LinkedHashMap<>();
    values.forEach((path, value) -> {
      String to =
          path.startsWith(one)
              ? other + path.substring(one.length())
              : path.startsWith(other) ? one + path.substring(other.length()) : path;
      moved.put(to, value);
    });
    values.clear();
    values.putAll(moved);
  }
}
