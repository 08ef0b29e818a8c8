package io.fairlead.app.feedback;

import io.fairlead.methods.raters.Halo;
import io.fairlead.methods.raters.ScaleRange;
import org.jspecify.annotations.Nullable;

/// How the raters of a closed round used the scale on the whole, in bands; never of a person. What
/// is missing was left out, or the round was too small.
public record RoundEffects(@Nullable ScaleRange range, @Nullable Halo halo) {
  static final RoundEffects NONE = new RoundEffects(null, null);

  public boolean isEmpty() {
    return range == null && halo == null;
  }
}
