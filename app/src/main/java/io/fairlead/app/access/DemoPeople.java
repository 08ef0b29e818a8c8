package io.fairlead.app.access;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// In a demo (`fairlead.demo=true`) everybody may be anybody; anywhere else there is nobody here.
@Component
public class DemoPeople {
  private static final int MOST_OF_A_ROLE = 3;

  private final JdbcClient database;
  private final SigningIn signingIn;
  private final boolean isDemo;

  DemoPeople(
      JdbcClient database, SigningIn signingIn, @Value("${fairlead.demo:false}") boolean isDemo) {
    this.database = database;
    this.signingIn = signingIn;
    this.isDemo = isDemo;
  }

  /// @param role a role's code, or `manager` or `person`
  public record Someone(UUID person, String name, String title, String role) {}

  /// A few people without a team, a few managers, and who holds each role.
  List<Someone> people() {
    if (!isDemo) {
      return List.of();
    }
    return database
        .sql(
            """
            with roles as (
              select g.person, g.role, 2 + array_position(:roles, g.role) as place from role_grant g
              union all
              select l.above, 'manager', 2 from line_of l where l.depth > 0 group by l.above having max(l.depth) = 1
              union all
              select l.above, 'person', 1 from line_of l group by l.above having max(l.depth) = 0),
            ranked as (
              select r.person, r.role, r.place, i.name, i.title,
                row_number() over (partition by r.role order by i.employee_number, i.name, r.person) as nth
              from (select distinct person, role, place from roles) r
              join identity i on i.person = r.person
              join account a on a.person = r.person and a.state = 'active')
            select person, name, title, role from ranked where nth <= :most order by place, role, nth
            """)
        .param("most", MOST_OF_A_ROLE)
        .param("roles", Stream.of(Role.values()).map(Role::code).toArray(String[]::new))
        .query((row, _) ->
            new Someone(
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getString("title"),
                row.getString("role")))
        .list();
  }

  String signInAs(UUID person, String browser) {
    boolean known =
        isDemo
            && database
                .sql(
                    "select exists (select from account where person = :person and state = 'active')")
                .param("person", person)
                .query(Boolean.class)
                .single();
    if (!known) {
      throw new RefusedException(Reason.notFound());
    }
    return signingIn.open(person, browser, null, "session.opened-in-demo");
  }
}
