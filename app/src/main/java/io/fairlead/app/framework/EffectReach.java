package io.fairlead.app.framework;

import io.fairlead.methods.framework.Effect;
import java.util.List;
import java.util.Map;

/// How many people a change touches. A module answers for the places of the document that its
/// records go by; one bean each.
public interface EffectReach {
  /// The people each of the effects touches today, by the effect's path; none for places of other
  /// modules. At most one statement for all.
  Map<String, Long> people(List<Effect> effects);
}
