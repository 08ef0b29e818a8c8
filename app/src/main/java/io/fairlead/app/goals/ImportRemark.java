package io.fairlead.app.goals;

import io.fairlead.app.goals.ImportPlan.Planned;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.wording.LintSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the goal linter says of a file that is about to come in, one remark a cause. It stops
/// nothing.
///
/// @param said the first of them
/// @param count how many there are
/// @param rows the first rows of the file that have it
public record ImportRemark(GoalWording.Said said, int count, List<Integer> rows) {
  private static final int ROWS = 12;

  /// What is found once.
  private record Placed(GoalWording.Said said, int row) {}

  /// The most frequent first. Without what only a cycle or measures can tell.
  static List<ImportRemark> of(ImportPlan plan, LintSettings settings, Words words) {
    Map<String, List<Placed>> byCause = new LinkedHashMap<>();
    for (Planned planned : plan.objectives()) {
      var findings =
          GoalWording.findings(
              planned.title(), planned.plan().keyResults(), null, 0, settings, (_, facts) -> facts);
      for (GoalWording.Said said : GoalWording.said(findings, settings, words, (_, _) -> "")) {
        byCause
            .computeIfAbsent(said.rule() + " " + said.finding().part(), _ -> new ArrayList<>())
            .add(new Placed(said, row(planned, said)));
      }
    }
    return byCause.values().stream()
        .map(each ->
            new ImportRemark(
                each.getFirst().said(),
                each.size(),
                each.stream().map(Placed::row).distinct().limit(ROWS).toList()))
        .sorted(Comparator.comparingInt(ImportRemark::count).reversed())
        .toList();
  }

  /// Of a key result its own row where each has one, else the objective's first.
  private static int row(Planned planned, GoalWording.Said said) {
    boolean each = planned.lines().size() == planned.plan().keyResults().size();
    int index = said.keyResult() - 1;
    return planned.lines().get(each && index >= 0 ? index : 0);
  }
}
