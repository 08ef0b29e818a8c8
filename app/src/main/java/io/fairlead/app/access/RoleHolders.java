package io.fairlead.app.access;

import io.fairlead.app.platform.Role;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who answers for something: those who hold a role and can sign in.
@Component
public class RoleHolders {
  private final JdbcClient database;

  RoleHolders(JdbcClient database) {
    this.database = database;
  }

  /// Everybody who holds one of the roles, each once.
  public List<UUID> of(Collection<Role> roles) {
    return database
        .sql(
            """
            select distinct g.person from role_grant g
            join account a on a.person = g.person and a.state = 'active'
            where g.role = any(:roles) order by g.person
            """)
        .param("roles", roles.stream().map(Role::code).toArray(String[]::new))
        .query((row, _) -> row.getObject("person", UUID.class))
        .list();
  }
}
