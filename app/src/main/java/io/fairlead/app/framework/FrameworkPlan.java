package io.fairlead.app.framework;

import io.fairlead.app.platform.Reason;
import io.fairlead.methods.framework.Effect;
import io.fairlead.methods.framework.Finding;
import io.fairlead.methods.framework.FrameworkDocument;
import java.util.List;

/// What putting a document in force would change, and what speaks against it.
///
/// @param findings of the lint on the new document
/// @param refusals why it cannot be put in force as it is: contradictions, and work it would strand
public record FrameworkPlan(
    FrameworkVersion inForce,
    FrameworkDocument next,
    List<Effect> effects,
    List<Finding> findings,
    List<Reason> refusals) {
  public FrameworkPlan {
    effects = List.copyOf(effects);
    findings = List.copyOf(findings);
    refusals = List.copyOf(refusals);
  }

  /// Whether the text differs at all, be it in a comment only.
  public boolean changesText() {
    return !inForce.document().text().equals(next.text());
  }
}
