package io.fairlead.app.setup;

import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.FrameworkEdit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What should be better in three months, and what the framework says so that it can be: each aim
/// switches on what it needs, and what no aim needs stays off.
@SuppressWarnings("ImmutableEnumChecker") // the maps are unmodifiable
enum Aim {
  FOCUS(Map.of(), Map.of()),
  EARLY(
      Map.of("cadence.check-ins.rhythm", "weekly", "goals.staleness.days", 14),
      Map.of("cadence.check-ins.rhythm", "monthly", "goals.staleness.days", 42)),
  OWN_WORK(Map.of("goals.individual-goals", true), Map.of("goals.individual-goals", false)),
  TOGETHER(
      Map.of("goals.alignment.sideways", true, "goals.alignment.contributions-at-most", 3),
      Map.of("goals.alignment.sideways", false, "goals.alignment.contributions-at-most", 0)),
  LEARNING(
      Map.of("goals.objective-kinds", List.of("aspirational", "committed", "learning")),
      Map.of("goals.objective-kinds", List.of("aspirational", "committed"))),
  TALK(Map.of("places.talk", true), Map.of("places.talk", false));

  private final Map<String, Object> with;
  private final Map<String, Object> without;

  Aim(Map<String, Object> with, Map<String, Object> without) {
    this.with = with;
    this.without = without;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Set<Aim> of(List<String> codes) {
    return Stream.of(values())
        .filter(aim -> codes.contains(aim.code()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The aims whose settings the document has; none where goals are switched off.
  static Set<Aim> of(FrameworkDocument document) {
    return document.framework().places().goals()
        ? Stream.of(values())
            .filter(aim ->
                aim.with.entrySet().stream().allMatch(setting -> says(document.values(), setting)))
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  private static boolean says(Map<String, Object> values, Map.Entry<String, Object> setting) {
    Object value = values;
    for (String part : setting.getKey().split("\\.", -1)) {
      value = value instanceof Map<?, ?> map ? map.get(part) : null;
    }
    return setting.getValue().toString().equals(String.valueOf(value));
  }

  /// The document with what these aims ask for; all else stays as it is written. Every aim is about
  /// goals, so without any there are none.
  static String written(String document, Set<Aim> chosen) {
    String text = FrameworkEdit.set(document, "places.goals", !chosen.isEmpty());
    for (Aim aim : values()) {
      Map<String, Object> settings = chosen.contains(aim) ? aim.with : aim.without;
      for (Map.Entry<String, Object> setting : new TreeMap<>(settings).entrySet()) {
        text = FrameworkEdit.set(text, setting.getKey(), setting.getValue());
      }
    }
    return text;
  }
}
