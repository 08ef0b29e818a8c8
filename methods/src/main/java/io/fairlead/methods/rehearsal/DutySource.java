package io.fairlead.methods.rehearsal;

import io.fairlead.methods.framework.Cadence.Window;
import io.fairlead.methods.framework.Framework;
import java.util.List;

/// What one part of a framework asks of people. Each module of the product has one.
public interface DutySource {
  /// @param span every duty that has a day in it is given, whole
  List<Duty> duties(Framework framework, Staff staff, Window span);
}
