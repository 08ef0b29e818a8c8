package io.fairlead.cli;

import io.fairlead.methods.wording.GoalFinding;
import io.fairlead.methods.wording.GoalRule;
import io.fairlead.methods.wording.GoalSentences;
import io.fairlead.methods.wording.GoalSheetLint;
import io.fairlead.methods.wording.Severity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/// The answer of `goals lint` for people: a line a finding, then each rule that spoke with its
/// reason and a better example, once.
final class GoalLintTable {
  private GoalLintTable() {}

  static void print(PrintWriter out, Path file, GoalSheetLint lint, GoalSentences sentences) {
    Map<GoalRule, Integer> spoken = new EnumMap<>(GoalRule.class);
    for (GoalSheetLint.Finding placed : lint.findings()) {
      GoalFinding finding = placed.finding();
      spoken.merge(finding.rule(), 1, Integer::sum);
      out.printf(
          "%s:%d: %s: %s [%s]%n",
          file.getFileName(),
          placed.row(),
          finding.severity().code(),
          Columns.plain(sentences.message(finding)),
          finding.rule().id());
    }
    spoken.forEach((rule, times) -> {
      out.printf("%n%s, %d×: %s%n", rule.id(), times, sentences.why(rule));
      out.println("  Better: " + sentences.better(rule));
    });
    out.println((spoken.isEmpty() ? "" : "\n") + summary(lint));
  }

  private static String summary(GoalSheetLint lint) {
    if (lint.findings().isEmpty()) {
      return "Nothing to say: these goals are fine.";
    }
    return "%d errors, %d warnings, %d reminders on %d key results"
        .formatted(
            count(lint, Severity.ERROR),
            count(lint, Severity.WARNING),
            count(lint, Severity.REMINDER),
            lint.readings().size());
  }

  private static long count(GoalSheetLint lint, Severity severity) {
    return lint.findings().stream().filter(it -> it.finding().severity() == severity).count();
  }
}
