package io.fairlead.methods.rehearsal;

import io.fairlead.methods.framework.Cadence.Window;
import java.util.Map;

/// Something that a framework asks of people between two days.
///
/// @param code what it is, for all duties of its kind: `planning`
/// @param during when; the work is spread evenly over the working days in it, Monday to Friday, or
///   over all its days where it has none
/// @param own minutes that it takes each person of a role; a role that is not there has nothing to
///   do
/// @param perReport minutes on top for each person whom somebody leads directly
public record Duty(String code, Window during, Map<Role, Double> own, double perReport) {
  /// @throws IllegalArgumentException for minutes below 0 or not finite
  public Duty {
    own = Map.copyOf(own);
    own.values().forEach(Duty::check);
    check(perReport);
  }

  private static void check(double minutes) {
    if (!(minutes >= 0) || Double.isInfinite(minutes)) {
      throw new IllegalArgumentException("minutes are 0 or more: " + minutes);
    }
  }
}
