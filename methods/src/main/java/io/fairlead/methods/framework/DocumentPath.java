package io.fairlead.methods.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in a document: `goals.limits.objectives-per-owner`, `direction.values[2].name`.
record DocumentPath(List<Step> steps) {
  private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[([0-9]{1,4})]");

  DocumentPath {
    steps = List.copyOf(steps);
  }

  sealed interface Step {
    record Key(String name) implements Step {}

    record Index(int index) implements Step {}
  }

  /// @throws IllegalArgumentException if it is no path
  static DocumentPath of(String path) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      String name = matcher.group(1);
      steps.add(
          name == null ? new Step.Index(Integer.parseInt(matcher.group(2))) : new Step.Key(name));
      end = matcher.end();
    }
    if (end != path.length() || steps.isEmpty()) {
      throw new IllegalArgumentException("not a path: " + path);
    }
    return new DocumentPath(steps);
  }

  DocumentPath child(String name) {
    return with(new Step.Key(name));
  }

  DocumentPath item(int index) {
    return with(new Step.Index(index));
  }

  private DocumentPath with(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new DocumentPath(longer);
  }
}
