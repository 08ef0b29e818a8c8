package io.fairlead.app.platform.database;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;

/// Brings the schema to this version: one Flyway history table a module, in the order in which
/// modules may use each other, so that foreign keys only ever point to what exists.
public final class Migrations {
  /// The modules that own tables, lowest first.
  public static final List<String> MODULES =
      List.of("platform", "audit", "people", "access", "framework", "cycles", "goals", "home");

  private Migrations() {}

  /// Runs what is missing, as the schema's owner.
  ///
  /// @param applicationRole the role the application signs in as; it is granted rows, not structure
  /// @throws NewerSchema when the database was already brought to a later version than this
  ///   program's
  public static void run(DataSource owner, String applicationRole) {
    for (String module : MODULES) {
      if (Migrations.class.getResource("/db/migration/" + module) == null) {
        continue;
      }
      Flyway flyway =
          Flyway.configure(Migrations.class.getClassLoader())
              .dataSource(owner)
              .locations("classpath:db/migration/" + module)
              .table("migration_" + module)
              .baselineOnMigrate(true)
              .baselineVersion("0")
              .validateOnMigrate(true)
              .ignoreMigrationPatterns(new String[0])
              .placeholders(Map.of("app", applicationRole))
              .load();
      try {
        flyway.migrate();
      } catch (FlywayValidateException e) {
        if (e.getMessage() != null && e.getMessage().contains("not resolved locally")) {
          throw new NewerSchema(module);
        }
        throw e;
      }
    }
  }

  /// The database is ahead of this program; starting would damage what a newer node wrote.
  public static final class NewerSchema extends RuntimeException {
    private static final long serialVersionUID = 1;

    NewerSchema(String module) {
      super(
          "The database has a newer schema than this version of Fairlead (module "
              + module
              + "). Start the newer version, or restore a backup made with this one.");
    }
  }
}
