package io.fairlead.methods.framework;

import io.fairlead.methods.framework.Finding.Severity;
import java.util.List;
import java.util.function.Function;

/// One rule of the lint: when it speaks, why, and what would be better.
public record LintRule(
    String id,
    Severity severity,
    String why,
    String better,
    Function<FrameworkDocument, List<Hit>> check) {

  /// Where the rule speaks, and what it saw there.
  public record Hit(String path, String what) {}
}
