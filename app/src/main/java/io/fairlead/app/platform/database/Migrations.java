package io.fairlead.app.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/// Brings the schema to this version: one Flyway history table a module, in the order in which
/// modules may use each other, so that foreign keys only ever point to what exists.
public final class Migrations {
  /// The modules that own tables, lowest first.
  public static final List<String> MODULES =
      List.of(
          "platform",
          "audit",
          "disclosure",
          "people",
          "messages",
          "access",
          "framework",
          "instruments",
          "cycles",
          "measures",
          "goals",
          "talk",
          "growth",
          "feedback",
          "scorecard",
          "calendar",
          "home",
          "setup",
          "integrations",
          "rights");

  private static final long MIGRATING = 0x6661_6972_6c65_6164L;

  private Migrations() {}

  /// Runs what is missing, as the schema's owner, and sets what decisions about people may reach.
  ///
  /// @param applicationRole the role the application signs in as; it is granted rows, not structure
  /// @throws NewerSchema when the database was already brought to a later version than this
  ///   program's; nothing has been changed then, in no module
  public static void run(DataSource owner, String applicationRole) {
    List<Module> modules = modules(owner, applicationRole).toList();
    oneAtATime(
        owner,
        () -> {
          modules.forEach(Module::refuseNewerSchema);
          modules.forEach(module -> module.flyway(MigrationVersion.LATEST).migrate());
          DecisionRights.apply(owner);
        });
  }

  /// Flyway's own lock does not cover the making of its tables: of two nodes that begin on an empty
  /// database one would find a table of the other's half made. The lock goes with its connection.
  private static void oneAtATime(DataSource owner, Runnable work) {
    try (Connection holding = owner.getConnection();
        PreparedStatement lock = holding.prepareStatement("select pg_advisory_lock(?)")) {
      lock.setLong(1, MIGRATING);
      lock.execute();
      try {
        work.run();
      } finally {
        try (PreparedStatement unlock = holding.prepareStatement("select pg_advisory_unlock(?)")) {
          unlock.setLong(1, MIGRATING);
          unlock.execute();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database went away while its schema was looked at", e);
    }
  }

  /// Brings the named modules to exactly these versions and leaves the others as they are: the
  /// schema that a backup was taken from.
  ///
  /// @throws NewerSchema when one of them is later than this program knows
  public static void runTo(Map<String, String> versions, DataSource owner, String applicationRole) {
    refuseUnknown(versions, owner, applicationRole);
    modules(owner, applicationRole)
        .filter(module -> versions.containsKey(module.name()))
        .forEach(module ->
            module.flyway(MigrationVersion.fromVersion(versions.get(module.name()))).migrate());
  }

  /// @throws NewerSchema when one of these versions is later than this program knows
  public static void refuseUnknown(
      Map<String, String> versions, DataSource owner, String applicationRole) {
    List<Module> modules = modules(owner, applicationRole).toList();
    for (Map.Entry<String, String> each : versions.entrySet()) {
      boolean known =
          modules.stream()
              .filter(module -> module.name().equals(each.getKey()))
              .anyMatch(module -> module.knows(MigrationVersion.fromVersion(each.getValue())));
      if (!known) {
        throw new NewerSchema(each.getKey());
      }
    }
  }

  private static Stream<Module> modules(DataSource owner, String applicationRole) {
    return MODULES.stream()
        .filter(name -> Migrations.class.getResource("/db/migration/" + name) != null)
        .map(name -> new Module(name, owner, applicationRole));
  }

  private record Module(String name, DataSource owner, String applicationRole) {
    Flyway flyway(MigrationVersion target) {
      return Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(owner)
          .locations("classpath:db/migration/" + name)
          .table("migration_" + name)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .validateOnMigrate(true)
          .ignoreMigrationPatterns(new String[0])
          .placeholders(Map.of("app", applicationRole))
          .target(target)
          .load();
    }

    boolean knows(MigrationVersion version) {
      return Arrays.stream(flyway(MigrationVersion.LATEST).info().all())
          .filter(migration -> !isUnknownHere(migration))
          .anyMatch(migration -> version.equals(migration.getVersion()));
    }

    void refuseNewerSchema() {
      Optional<MigrationInfo> unknown =
          Arrays.stream(flyway(MigrationVersion.LATEST).info().applied())
              .filter(Module::isUnknownHere)
              .findFirst();
      if (unknown.isPresent()) {
        throw new NewerSchema(name);
      }
    }

    private static boolean isUnknownHere(MigrationInfo migration) {
      MigrationState state = migration.getState();
      return state == MigrationState.FUTURE_SUCCESS
          || state == MigrationState.FUTURE_FAILED
          || state == MigrationState.MISSING_SUCCESS
          || state == MigrationState.MISSING_FAILED;
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
