package io.fairlead.app.platform.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A module's part of the policy table; each module declares one bean of this.
public interface PolicyRows {
  List<PolicyRow> policyRows();

  /// Permissions that are of no use, or do harm, without others: who overwrites what they cannot
  /// read would lose it. A composed role has both or neither; message key
  /// `refused.needs.<permission>`.
  default Map<String, Set<String>> needs() {
    return Map.of();
  }
}
