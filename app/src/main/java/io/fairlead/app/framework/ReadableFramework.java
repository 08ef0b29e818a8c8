package io.fairlead.app.framework;

import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.ReadableRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which versions of the framework somebody may read.
@Component
class ReadableFramework extends ReadableRows {
  ReadableFramework(JdbcClient database, Policy policy) {
    super(
        database,
        "framework",
        "framework:read",
        () ->
            "select v.id from framework_version v where v.id = any(:records) and "
                + policy.condition(
                    FrameworkPolicy.RECORD,
                    FrameworkPolicy.READ,
                    FrameworkPolicy.DOCUMENT,
                    "v.id"));
  }
}
