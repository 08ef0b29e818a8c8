package io.fairlead.app.goals;

import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.ReadableRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which objectives somebody may read.
@Component
class ReadableObjectives extends ReadableRows {
  ReadableObjectives(JdbcClient database, Policy policy) {
    super(
        database,
        "objective",
        "goals:read",
        () ->
            "select o.id from objective o where o.id = any(:records) and "
                + policy.condition("objective", "read", "goal", "o"));
  }
}
