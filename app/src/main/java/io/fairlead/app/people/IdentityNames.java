package io.fairlead.app.people;

import io.fairlead.app.audit.Names;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Names for the audit's pages.
@Component
class IdentityNames implements Names {
  private final JdbcClient database;

  IdentityNames(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Map<UUID, String> of(Collection<UUID> people) {
    Map<UUID, String> names = new HashMap<>();
    database
        .sql("select person, name from identity where person = any(:people)")
        .param("people", people.toArray(UUID[]::new))
        .query(row -> {
          names.put(row.getObject("person", UUID.class), row.getString("name"));
        });
    return names;
  }
}
