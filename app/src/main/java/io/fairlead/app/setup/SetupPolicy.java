package io.fairlead.app.setup;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// The first run is led by people operations; who runs the installation sees whether the server is
/// ready.
@Component
class SetupPolicy implements PolicyRows {
  static final String SETUP = "setup";
  static final String STEPS = "steps";
  static final String SERVER = "server";
  static final String READ = "read";
  static final String CHANGE = "change";

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        new PolicyRow(SETUP, READ, STEPS, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(SETUP, CHANGE, STEPS, Relation.PEOPLE_OPS, Reach.BUILT_IN),
        new PolicyRow(SETUP, READ, SERVER, Relation.PEOPLE_OPS, Reach.ORGANISATION),
        new PolicyRow(SETUP, READ, SERVER, Relation.IT_ADMINISTRATOR, Reach.ORGANISATION));
  }
}
