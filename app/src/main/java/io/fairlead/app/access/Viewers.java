package io.fairlead.app.access;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// People as they would look at something, without being signed in: to find out ahead who may read
/// what they are to be told of.
@Component
public class Viewers {
  private final JdbcClient database;
  private final OrganisationSettings settings;
  private final Clock clock;

  Viewers(JdbcClient database, OrganisationSettings settings, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  /// Those of them who work here today, in one statement.
  public List<Viewer> of(Collection<UUID> people) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.organisation().zone());
    return database
        .sql(
            """
            select i.person, i.name,
              array(select distinct r.role from role_grant r where r.person = i.person) as roles,
              array(select r.unit from role_grant r where r.person = i.person and r.unit is not null) as units,
              %s as permissions
            from identity i
            where i.person = any(:people)
              and exists (select 1 from employment e where e.person = i.person and e.during @> :today::date)
            order by i.person
            """
                .formatted(CustomRoleSql.permissionsOf("i.person")))
        .param("people", people.toArray(UUID[]::new))
        .param("today", today)
        .query((row, _) -> viewer(row, today))
        .list();
  }

  private static Viewer viewer(ResultSet row, LocalDate today) throws SQLException {
    return new Viewer(
        row.getObject("person", UUID.class),
        row.getString("name"),
        Arrays.stream((String[]) row.getArray("roles").getArray())
            .map(Role::of)
            .collect(Collectors.toSet()),
        Set.of((UUID[]) row.getArray("units").getArray()),
        Set.of(),
        today,
        Set.of((String[]) row.getArray("permissions").getArray()));
  }
}
