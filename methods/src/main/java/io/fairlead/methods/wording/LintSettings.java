package io.fairlead.methods.wording;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Which rules speak, how loud, and from where on.
///
/// @param off rules that do not speak at all
/// @param severities of rules that have another than their own
/// @param mostWords an objective may have
/// @param mostKeyResults an objective may have
/// @param mostObjectives an owner may have in one cycle
public record LintSettings(
    Set<GoalRule> off,
    Map<GoalRule, Severity> severities,
    int mostWords,
    int mostKeyResults,
    int mostObjectives) {

  /// All rules, as they are meant.
  public static final LintSettings STANDARD = new LintSettings(Set.of(), Map.of(), 15, 5, 5);

  public LintSettings {
    var silent = EnumSet.noneOf(GoalRule.class);
    silent.addAll(off);
    off = Collections.unmodifiableSet(silent);
    var set = new EnumMap<GoalRule, Severity>(GoalRule.class);
    set.putAll(severities);
    severities = Collections.unmodifiableMap(set);
  }

  public boolean speaks(GoalRule rule) {
    return !off.contains(rule);
  }

  /// The severity of a finding that has this one of itself: what is set for its rule, but never
  /// more than the finding's own.
  public Severity of(GoalRule rule, Severity own) {
    Severity set = severities.getOrDefault(rule, own);
    boolean graver = set.compareTo(own) < 0 && own != rule.severity();
    return graver ? own : set;
  }
}
