package io.fairlead.app.framework;

import io.fairlead.app.platform.Reason;
import io.fairlead.methods.framework.Framework;
import java.util.List;
import java.util.UUID;

/// A module's stake in the framework. A module that keeps records made under the framework declares
/// one bean of this; all of them are asked before a change, and follow it in its transaction.
///
/// @param <T> the part of the framework that matters to the module; it is only asked when this part
///   differs
public interface FrameworkSection<T> {

  /// The module's part of a framework.
  T of(Framework framework);

  /// What running work a change would strand, one reason for each; empty if it can follow.
  List<Reason> stranded(T now, T next);

  /// Follows a change that is being made; runs in its transaction.
  ///
  /// @param version id of the version that comes into force
  void follow(T next, UUID version);
}
