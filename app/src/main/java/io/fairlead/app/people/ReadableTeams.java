package io.fairlead.app.people;

import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.ReadableRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which teams somebody may read.
@Component
class ReadableTeams extends ReadableRows {
  ReadableTeams(JdbcClient database, Policy policy) {
    super(
        database,
        "team",
        "people:read",
        () ->
            "select t.id from team t where t.id = any(:records) and "
                + policy.condition(PeoplePolicy.TEAM, PeoplePolicy.READ, PeoplePolicy.ALL, "t.id"));
  }
}
