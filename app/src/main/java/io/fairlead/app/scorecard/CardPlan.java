package io.fairlead.app.scorecard;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a scorecard is to be, every part with its id.
record CardPlan(
    String title, @Nullable UUID ofUnit, UUID owner, List<Scorecard.Perspective> perspectives) {
  CardPlan {
    perspectives = List.copyOf(perspectives);
  }
}
