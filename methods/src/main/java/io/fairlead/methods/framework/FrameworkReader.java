package io.fairlead.methods.framework;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// From a text to a document: YAML nodes, held against the shape, then the rules between fields,
/// then the typed model.
final class FrameworkReader {
  private final String text;

  FrameworkReader(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  Parsed read() {
    Composition.Composed composed = Composition.of(text);
    if (!composed.problems().isEmpty()) {
      return new Parsed.Rejected(composed.problems());
    }
    ShapeCheck check = new ShapeCheck();
    Map<String, Object> values = check.document(composed.root());
    if (!check.problems().isEmpty()) {
      return new Parsed.Rejected(inOrder(check.problems()));
    }
    List<Problem> problems = new FieldRules(new Values(values), check.places()).problems();
    if (!problems.isEmpty()) {
      return new Parsed.Rejected(inOrder(problems));
    }
    return new Parsed.Read(
        new FrameworkDocument(
            text,
            FrameworkModel.of(new Values(values)),
            values,
            new LinkedHashMap<>(check.places())));
  }

  /// As one reads the document, from its first line to its last.
  private static List<Problem> inOrder(List<Problem> problems) {
    return problems.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }
}
