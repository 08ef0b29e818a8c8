package io.fairlead.app.goals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Brings together what two people wrote at once, field by field, from the wording that both began
/// with. Where only one changed a field, that change stands; where both did, differently, the form
/// keeps mine and names theirs.
public record EditorMerge(EditorForm form, List<Clash> clashes) {

  /// A field that both changed.
  ///
  /// @param field as it is named in the form: `title`, `kr.0.target`
  public record Clash(String field, String mine, String theirs) {}

  static EditorMerge of(EditorForm base, EditorForm theirs, EditorForm mine) {
    List<Clash> clashes = new ArrayList<>();
    Map<String, String> fields = new HashMap<>();
    for (String field : EditorForm.FIELDS) {
      fields.put(
          field, merged(field, base.value(field), theirs.value(field), mine.value(field), clashes));
    }
    List<EditorRow> rows = rows(base, theirs, mine, clashes);
    return new EditorMerge(
        new EditorForm(
            fields,
            rows,
            mine.watched().equals(base.watched()) ? theirs.watched() : mine.watched()),
        clashes);
  }

  private static List<EditorRow> rows(
      EditorForm base, EditorForm theirs, EditorForm mine, List<Clash> clashes) {
    Map<String, EditorRow> before = byId(base);
    Map<String, EditorRow> now = byId(theirs);
    List<EditorRow> rows = new ArrayList<>();
    for (EditorRow row : mine.rows()) {
      String id = row.value("id");
      EditorRow was = before.get(id);
      EditorRow is = now.get(id);
      if (was == null) {
        rows.add(row);
      } else if (is != null) {
        rows.add(merged("kr." + rows.size() + ".", was, is, row, clashes));
      } else if (!same(was, row)) {
        rows.add(row.with("id", "").with("milestoneIds", ""));
      }
    }
    Map<String, EditorRow> kept = byId(mine);
    for (EditorRow row : theirs.rows()) {
      EditorRow was = before.get(row.value("id"));
      boolean mineRemoved = was != null && !kept.containsKey(row.value("id"));
      if (was == null || (mineRemoved && !same(was, row))) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static EditorRow merged(
      String at, EditorRow base, EditorRow theirs, EditorRow mine, List<Clash> clashes) {
    Map<String, String> fields = new HashMap<>();
    for (String field : EditorRow.FIELDS) {
      fields.put(
          field,
          merged(at + field, base.value(field), theirs.value(field), mine.value(field), clashes));
    }
    fields.put("milestoneIds", theirs.value("milestoneIds"));
    return new EditorRow(fields);
  }

  private static String merged(
      String field, String base, String theirs, String mine, List<Clash> clashes) {
    if (mine.equals(theirs) || mine.equals(base)) {
      return theirs;
    }
    if (!theirs.equals(base)) {
      clashes.add(new Clash(field, mine, theirs));
    }
    return mine;
  }

  private static boolean same(EditorRow one, EditorRow other) {
    return EditorRow.FIELDS.stream().allMatch(field -> one.value(field).equals(other.value(field)));
  }

  private static Map<String, EditorRow> byId(EditorForm form) {
    return form.rows().stream()
        .filter(row -> !row.value("id").isEmpty())
        .collect(
            Collectors.toMap(
                row -> row.value("id"), row -> row, (first, _) -> first, LinkedHashMap::new));
  }
}
