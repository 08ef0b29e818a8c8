package io.fairlead.app.platform.backup;

import io.fairlead.app.platform.database.DatabaseAccess;
import io.fairlead.app.platform.database.Migrations;
import io.fairlead.app.platform.database.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/// Puts a backup's rows in the place of what the database holds. The file is read and checked whole
/// first. The schema is brought to where the backup was taken, all rows go in within one
/// transaction with every constraint checked, and then the schema moves on to this release's.
public final class Restore {
  private final DatabaseAccess access;
  private final Progress progress;

  public Restore(DatabaseAccess access, Progress progress) {
    this.access = access;
    this.progress = progress;
  }

  /// @param overwrite whether rows that are there may go
  /// @return what was restored
  /// @throws BackupRefused when it was not done; the database is as before unless the sentence says
  ///   otherwise
  public Manifest read(Path file, boolean overwrite) {
    try (BackupFile backup = BackupFile.open(file)) {
      progress.say("The file is whole; it was taken at %s.".formatted(backup.manifest().takenAt()));
      boolean rebuild = prepare(backup.manifest(), overwrite);
      try {
        migrateTo(backup.manifest());
        load(backup);
        Migrations.run(owner(), access.application().user());
        return backup.manifest();
      } catch (SQLException | IOException | RuntimeException failure) {
        throw notDone(failure, rebuild);
      }
    } catch (SQLException failure) {
      throw notDone(failure, false);
    }
  }

  private static BackupRefused notDone(Exception failure, boolean rebuilding) {
    String consequence =
        rebuilding
            ? "What the database held is gone, as --overwrite allowed: restore again once the cause is removed."
            : "The database holds what it held before.";
    return new BackupRefused(
        "The backup was not restored: %s. %s".formatted(failure.getMessage(), consequence),
        failure);
  }

  /// Refuses what must not be overwritten, and clears a schema that the backup's rows do not fit.
  ///
  /// @return whether it was cleared
  private boolean prepare(Manifest manifest, boolean overwrite) throws SQLException {
    try (Connection connection = access.connect(access.owner())) {
      connection.setAutoCommit(false);
      refuseWhileServing(connection);
      Map<String, String> there = Catalogue.schemaVersions(connection);
      if (there.isEmpty()) {
        return false;
      }
      if (!overwrite && holdsRows(connection)) {
        throw new BackupRefused(
            "The database already holds rows. Restoring replaces all of them: allow it with --overwrite, or choose another database. Nothing was changed.");
      }
      if (there.equals(manifest.schema())) {
        return false;
      }
      Migrations.refuseUnknown(manifest.schema(), owner(), access.application().user());
      progress.say("Clearing the schema: the backup was taken from another version of it.");
      Clearing.clear(connection);
      connection.commit();
      return true;
    }
  }

  private static void refuseWhileServing(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'fairlead'")) {
      row.next();
      if (row.getLong(1) > 0) {
        throw new BackupRefused(
            "A Fairlead server is working on this database: stop it first. Nothing was changed.");
      }
    }
  }

  private static boolean holdsRows(Connection connection) throws SQLException {
    for (Catalogue.Table table : Catalogue.tables(connection)) {
      Catalogue.actAs(connection, table.owner());
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT FROM " + table.quoted() + " LIMIT 1")) {
        if (row.next()) {
          return true;
        }
      }
    }
    return false;
  }

  private void migrateTo(Manifest manifest) throws SQLException {
    try (Connection connection = access.connect(access.owner())) {
      if (Catalogue.schemaVersions(connection).equals(manifest.schema())) {
        return;
      }
    }
    progress.say("Bringing the schema to where the backup was taken.");
    Migrations.runTo(manifest.schema(), owner(), access.application().user());
  }

  private void load(BackupFile backup) throws SQLException, IOException {
    try (Connection connection = access.connect(access.owner())) {
      connection.setAutoCommit(false);
      List<Catalogue.Table> tables = Catalogue.tables(connection);
      refuseOtherTables(backup.manifest(), tables);
      Suspension suspended = Suspension.of(connection);
      suspended.begin(connection);
      for (Catalogue.Table table : tables) {
        Catalogue.actAs(connection, table.owner());
        run(connection, "TRUNCATE " + table.quoted());
      }
      for (Manifest.Content content : backup.manifest().tables()) {
        copy(connection, backup, content, tables);
      }
      for (Manifest.Position position : backup.manifest().sequences()) {
        place(connection, position);
      }
      run(connection, "SET CONSTRAINTS ALL IMMEDIATE");
      progress.say("Checking every reference between rows.");
      suspended.end(connection);
      run(connection, "RESET ROLE");
      connection.commit();
      connection.setAutoCommit(true);
      run(connection, "ANALYZE");
    }
  }

  private static void refuseOtherTables(Manifest manifest, List<Catalogue.Table> tables) {
    Set<String> saved =
        manifest.tables().stream()
            .map(Manifest.Content::entry)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> here =
        tables.stream()
            .map(table -> "tables/" + table.schema() + "." + table.name())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> both = new TreeSet<>(saved);
    both.retainAll(here);
    saved.removeAll(both);
    here.removeAll(both);
    if (!saved.isEmpty() || !here.isEmpty()) {
      throw new BackupRefused(
          "the tables differ (only in the backup: %s; only here: %s)".formatted(saved, here));
    }
  }

  private void copy(
      Connection connection,
      BackupFile backup,
      Manifest.Content content,
      List<Catalogue.Table> tables)
      throws SQLException, IOException {
    Catalogue.Table table =
        tables.stream()
            .filter(each -> each.schema().equals(content.schema()))
            .filter(each -> each.name().equals(content.table()))
            .findFirst()
            .orElseThrow();
    Catalogue.actAs(connection, table.owner());
    String columns =
        content.columns().stream().map(Catalogue::quote).collect(Collectors.joining(", "));
    try (InputStream rows = backup.rows(content)) {
      long copied =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(
                  "COPY %s (%s) FROM STDIN (ENCODING 'UTF8')".formatted(table.quoted(), columns),
                  rows,
                  1 << 16);
      if (copied != content.rows()) {
        throw new BackupRefused(
            "table %s took %d of %d rows".formatted(table.name(), copied, content.rows()));
      }
    }
    progress.say("%s.%s: %,d rows".formatted(table.schema(), table.name(), content.rows()));
  }

  private static void place(Connection connection, Manifest.Position position) throws SQLException {
    for (Catalogue.Sequence sequence : Catalogue.sequences(connection)) {
      if (sequence.schema().equals(position.schema())
          && sequence.name().equals(position.sequence())) {
        Catalogue.actAs(connection, sequence.owner());
        run(
            connection,
            "SELECT setval('%s', %d, %b)"
                .formatted(
                    sequence.quoted().replace("'", "''"), position.last(), position.called()));
      }
    }
  }

  private PGSimpleDataSource owner() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(access.jdbcUrl());
    source.setUser(access.owner().user());
    source.setPassword(access.owner().password());
    return source;
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
