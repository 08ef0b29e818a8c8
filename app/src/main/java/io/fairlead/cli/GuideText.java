package io.fairlead.cli;

import io.fairlead.methods.coaching.Fact;
import io.fairlead.methods.coaching.Guide;
import io.fairlead.methods.coaching.ReportPattern;
import io.fairlead.methods.instruments.BehaviourLibrary;
import java.io.PrintWriter;
import java.util.List;

/// The answer of `feedback guide` for people.
final class GuideText {
  private GuideText() {}

  static void print(PrintWriter out, Guide guide) {
    out.println(Columns.plain(guide.subject()));
    for (Guide.Match match : guide.matches()) {
      print(out, match);
    }
    out.println();
  }

  private static void print(PrintWriter out, Guide.Match match) {
    ReportPattern pattern = match.pattern();
    out.printf("%n%s  [%s]%n", pattern.name(), pattern.id());
    list(out, "The report says", match.facts().stream().map(Fact::text).toList());
    list(out, "It may mean", pattern.mayMean());
    list(out, "It does not mean", pattern.doesNotMean());
    list(out, "Before the talk, look for behaviour", pattern.lookFor());
    list(out, "In the talk, ask", pattern.ask());
    list(out, "Do not say", pattern.doNotSay());
    list(
        out,
        "Behaviours that fit",
        pattern.behaviours(BehaviourLibrary.shipped()).stream()
            .map(each -> "%s  [%s]".formatted(each.does().in("en"), each.id()))
            .toList());
  }

  private static void list(PrintWriter out, String head, List<String> lines) {
    out.println("  " + head + ":");
    lines.forEach(line -> out.println("  – " + Columns.plain(line)));
  }
}
