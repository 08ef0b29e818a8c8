package io.fairlead.app.platform.policy;

import java.util.List;

/// A module's part of the policy table; each module declares one bean of this.
public interface PolicyRows {
  List<PolicyRow> policyRows();
}
