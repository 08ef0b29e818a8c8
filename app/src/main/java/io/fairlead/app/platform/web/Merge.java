package io.fairlead.app.platform.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Two people changed the same record: merges field by field what the form began with (`base`),
/// what its writer wants (`mine`) and what stands there now (`theirs`). A field that only one of
/// them changed takes that change; both the same is no conflict; only fields that both changed
/// differently are left to choose.
///
/// @param merged every field's value, conflicting ones with mine
/// @param conflicts what is left to choose, in the order of the fields
public record Merge(Map<String, String> merged, List<Conflict> conflicts) {
  public Merge {
    merged = Map.copyOf(merged);
    conflicts = List.copyOf(conflicts);
  }

  /// A field with two values.
  public record Conflict(String field, String base, String mine, String theirs) {}

  /// Merges the fields of `mine`, in its order; a field that `base` or `theirs` lack is empty
  /// there.
  public static Merge of(
      Map<String, String> base, Map<String, String> mine, Map<String, String> theirs) {
    Map<String, String> merged = new LinkedHashMap<>();
    List<Conflict> conflicts = new ArrayList<>();
    mine.forEach((field, wanted) -> {
      String began = same(base.getOrDefault(field, ""));
      String now = same(theirs.getOrDefault(field, ""));
      String want = same(wanted);
      if (want.equals(began) || want.equals(now)) {
        merged.put(field, now);
        return;
      }
      merged.put(field, want);
      if (!now.equals(began)) {
        conflicts.add(new Conflict(field, began, want, now));
      }
    });
    return new Merge(merged, conflicts);
  }

  /// Browsers send line breaks as CR LF.
  private static String same(String text) {
    return text.replace("\r\n", "\n").strip();
  }

  public boolean isClean() {
    return conflicts.isEmpty();
  }

  /// The fields with what was chosen for each conflict: the form sends `choose-<field>` as `mine`
  /// or `theirs`.
  public Map<String, String> chosen(Map<String, String> sent) {
    Map<String, String> chosen = new LinkedHashMap<>(merged);
    for (Conflict conflict : conflicts) {
      if ("theirs".equals(sent.get("choose-" + conflict.field()))) {
        chosen.put(conflict.field(), conflict.theirs());
      }
    }
    return chosen;
  }
}
