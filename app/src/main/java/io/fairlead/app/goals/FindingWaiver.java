package io.fairlead.app.goals;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That a finding is known and stays.
///
/// @param keyResult null where it is about the objective itself
/// @param words the title it was said of; once that changes it holds no longer
/// @param by null where whoever said so was erased
public record FindingWaiver(
    UUID id,
    @Nullable UUID keyResult,
    String rule,
    String part,
    String words,
    String reason,
    @Nullable String by,
    Instant at) {

  /// Names a finding and its words in a form: `O3:usual::9c1b54f2`.
  static String mark(String rule, String part, String keyResult, String words) {
    return rule + ":" + part + ":" + keyResult + ":" + Integer.toHexString(words.hashCode());
  }

  String mark() {
    return mark(rule, part, keyResult == null ? "" : keyResult.toString(), words);
  }

  boolean isOf(GoalWording.Said said, @Nullable UUID keyResultId, String title) {
    return rule.equals(said.rule())
        && part.equals(said.finding().part())
        && Objects.equals(keyResult, keyResultId)
        && words.equals(title);
  }
}
