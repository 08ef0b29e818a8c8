package io.fairlead.methods.coaching;

import io.fairlead.methods.instruments.FileProblem;
import io.fairlead.methods.instruments.YamlEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A pattern as YAML: `docs/methods/coaching.md` says what stands in it.
public final class PatternFile {
  private static final Set<String> KEYS =
      Set.of(
          "pattern",
          "edition",
          "name",
          "when",
          "replaces",
          "may-mean",
          "does-not-mean",
          "look-for",
          "ask",
          "do-not-say",
          "behaviours");

  private PatternFile() {}

  /// What a text says.
  public sealed interface Read {
    record Sound(ReportPattern pattern) implements Read {}

    /// Why it is no pattern; in the order of the lines.
    record Refused(List<FileProblem> problems) implements Read {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  public static Read read(String text) {
    List<FileProblem> problems = new ArrayList<>();
    Optional<ReportPattern> pattern =
        YamlEntry.root("a pattern", text, KEYS, problems).map(PatternFile::pattern);
    if (pattern.isEmpty() || !problems.isEmpty()) {
      return new Read.Refused(
          problems.stream().sorted(Comparator.comparingInt(FileProblem::line)).toList());
    }
    return new Read.Sound(pattern.get());
  }

  private static ReportPattern pattern(YamlEntry file) {
    return new ReportPattern(
        file.text("pattern"),
        file.whole("edition", 1, 9_999),
        file.text("name"),
        file.parsed("when", Rule::new),
        file.has("replaces") ? file.texts("replaces") : List.of(),
        file.texts("may-mean"),
        file.texts("does-not-mean"),
        file.texts("look-for"),
        file.texts("ask"),
        file.texts("do-not-say"),
        file.texts("behaviours"));
  }
}
