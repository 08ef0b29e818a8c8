package io.fairlead.app.goals;

import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.ReadableRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which key results somebody may read.
@Component
class ReadableKeyResults extends ReadableRows {
  ReadableKeyResults(JdbcClient database, Policy policy) {
    super(
        database,
        "key-result",
        "goals:read",
        () ->
            "select k.id from key_result k join objective o on o.id = k.objective where k.id = any(:records) and "
                + policy.condition("objective", "read", "goal", "o"));
  }
}
