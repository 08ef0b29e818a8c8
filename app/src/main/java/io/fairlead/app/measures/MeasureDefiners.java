package io.fairlead.app.measures;

import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who may define measures, as the framework in force says.
@Component
class MeasureDefiners {
  private final JdbcClient database;
  private final Frameworks frameworks;

  MeasureDefiners(JdbcClient database, Frameworks frameworks) {
    this.database = database;
    this.frameworks = frameworks;
  }

  boolean mayDefine(Viewer viewer) {
    return switch (frameworks.rules().measures().define()) {
      case EVERYONE -> true;
      case LEADERS ->
          viewer.has(Role.PEOPLE_OPS) || viewer.has(Role.EXECUTIVE) || leadsSomebody(viewer);
      case PEOPLE_OPERATIONS -> viewer.has(Role.PEOPLE_OPS);
    };
  }

  private boolean leadsSomebody(Viewer viewer) {
    return database
        .sql("select exists (select from line_of where above = :viewer and depth = 1)")
        .param("viewer", viewer.person())
        .query(Boolean.class)
        .single();
  }
}
