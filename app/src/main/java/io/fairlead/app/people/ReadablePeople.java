package io.fairlead.app.people;

import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.ReadableRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which people somebody may read.
@Component
class ReadablePeople extends ReadableRows {
  ReadablePeople(JdbcClient database, Policy policy) {
    super(
        database,
        "person",
        "people:read",
        () ->
            "select i.person from identity i where i.person = any(:records) and "
                + policy.condition(
                    PeoplePolicy.PERSON, PeoplePolicy.READ, PeoplePolicy.DIRECTORY, "i.person"));
  }
}
