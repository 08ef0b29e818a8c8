package io.fairlead.methods.measures;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// How a measure is computed from others, read from a line such as `({won} - {lost}) / visits`.
/// There are numbers, measures (plain names, or any name in braces), `+ - * /` (also `− × · ÷ :`),
/// parentheses and the functions `sum`, `mean` (`avg`), `min`, `max`, `abs`, `share(a, b)` for a ÷
/// (a + b), `previous(x)` and `lag(x, times)`. Nothing else can be said in it, so nothing else can
/// be done by it.
public final class Formula {
  /// A longer text is refused unread.
  public static final int LONGEST = 2000;

  /// Parentheses, calls and signs within each other.
  public static final int DEEPEST = 50;

  private final String text;
  private final FormulaNode root;
  private final SortedSet<String> measures;

  /// Whether a text is a formula.
  public sealed interface Read {
    record Sound(Formula formula) implements Read {}

    record Broken(FormulaFlaw flaw) implements Read {}
  }

  /// Reads a text as someone wrote it; any text may come.
  public static Read read(String text) {
    try {
      FormulaReader reader = new FormulaReader(text);
      return new Read.Sound(new Formula(text, reader.root(), reader.measures()));
    } catch (FormulaReader.Misread misread) {
      return new Read.Broken(misread.flaw);
    }
  }

  /// A formula where a broken one is a bug.
  ///
  /// @throws IllegalArgumentException if it is no formula
  public static Formula of(String text) {
    return switch (read(text)) {
      case Read.Sound(Formula formula) -> formula;
      case Read.Broken(FormulaFlaw flaw) -> throw new IllegalArgumentException(flaw.toString());
    };
  }

  private Formula(String text, FormulaNode root, SortedSet<String> measures) {
    this.text = text;
    this.root = root;
    this.measures = Collections.unmodifiableSortedSet(new TreeSet<>(measures));
  }

  /// As it was written.
  public String text() {
    return text;
  }

  /// The measures it needs, by name.
  public SortedSet<String> measures() {
    return measures;
  }

  /// What it gives at each time. Where a measure has no value, or is not there at all, it gives
  /// none; nothing is carried forward.
  ///
  /// @param series by name of measure the values in the order of time, one place for each time
  /// @param times how many there are
  public List<FormulaValue> values(Map<String, List<OptionalDouble>> series, int times) {
    return IntStream.range(0, times).mapToObj(time -> root.at(time, series)).toList();
  }

  @Override
  public String toString() {
    return text;
  }
}
