package io.fairlead.app.talk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is talked about: an objective, or one of its check-ins.
public record About(UUID objective, @Nullable UUID checkIn) {
  static About objective(UUID id) {
    return new About(id, null);
  }

  /// The address of its page.
  public String address() {
    return checkIn == null
        ? "/goals/" + objective + "/talk"
        : "/goals/" + objective + "/check-ins/" + checkIn;
  }
}
