package io.fairlead.app.platform.backup;

import io.fairlead.app.platform.database.DatabaseAccess;
import io.fairlead.app.platform.database.Progress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// Writes all rows of all tables, as they were at one moment, to one file, while the server may go
/// on working. The rows pass through and are never held. The file appears whole or not at all,
/// readable by its owner alone.
public final class Backup {
  private final DatabaseAccess access;
  private final Clock clock;
  private final Progress progress;

  public Backup(DatabaseAccess access, Clock clock, Progress progress) {
    this.access = access;
    this.clock = clock;
    this.progress = progress;
  }

  /// @return what was written
  /// @throws BackupRefused when the file exists and may not be overwritten, or cannot be written
  public Manifest write(Path file, boolean overwrite) {
    if (Files.exists(file) && !overwrite) {
      throw new BackupRefused(
          "The file %s exists: name another, or allow it with --overwrite.".formatted(file));
    }
    Path draft = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Manifest manifest = write(draft);
      BackupFile.writeSeal(draft);
      sync(draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      note(manifest);
      return manifest;
    } catch (FileAlreadyExistsException racing) {
      throw new BackupRefused("Another backup is being written to %s.".formatted(file), racing);
    } catch (IOException failure) {
      deleteQuietly(draft);
      throw new BackupRefused(
          "The backup cannot be written to %s: %s.".formatted(file, failure.getMessage()), failure);
    } catch (SQLException failure) {
      deleteQuietly(draft);
      throw new BackupRefused(
          "The database could not be read to its end, no backup was made: " + failure.getMessage(),
          failure);
    }
  }

  /// Lets the server say when the last backup was made. Where that cannot be written down, as on a
  /// standby, the backup is as good.
  private void note(Manifest manifest) {
    try (Connection connection = access.connect(access.owner());
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into backup_made (at, row_count) values (?, ?) on conflict do nothing")) {
      insert.setTimestamp(1, Timestamp.from(manifest.takenAt()));
      insert.setLong(2, manifest.rows());
      insert.executeUpdate();
    } catch (SQLException failure) {
      progress.say("That a backup was made could not be noted: " + failure.getMessage());
    }
  }

  private Manifest write(Path draft) throws IOException, SQLException {
    try (Connection connection = access.connect(access.owner());
        ZipOutputStream zip =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16))) {
      zip.setComment(BackupFile.emptySeal());
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      List<Manifest.Content> tables = new ArrayList<>();
      for (Catalogue.Table table : Catalogue.tables(connection)) {
        Manifest.Content content = copy(connection, table, zip);
        tables.add(content);
        progress.say("%s.%s: %,d rows".formatted(table.schema(), table.name(), content.rows()));
      }
      Manifest manifest =
          new Manifest(
              Manifest.FORMAT,
              clock.instant().truncatedTo(ChronoUnit.SECONDS),
              connection.getMetaData().getDatabaseProductVersion(),
              Catalogue.schemaVersions(connection),
              tables,
              positions(connection));
      connection.rollback();
      writeManifest(manifest, zip);
      return manifest;
    }
  }

  private static Manifest.Content copy(
      Connection connection, Catalogue.Table table, ZipOutputStream zip)
      throws IOException, SQLException {
    Catalogue.actAs(connection, table.owner());
    zip.putNextEntry(new ZipEntry("tables/" + table.schema() + "." + table.name()));
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    long rows =
        copy.copyOut(
            "COPY (SELECT %s FROM %s) TO STDOUT (ENCODING 'UTF8')"
                .formatted(table.columnList(), table.quoted()),
            zip);
    zip.closeEntry();
    return new Manifest.Content(table.schema(), table.name(), table.columns(), rows);
  }

  /// Read after the rows: sequences do not belong to the snapshot, and ahead of it does no harm.
  private static List<Manifest.Position> positions(Connection connection) throws SQLException {
    List<Manifest.Position> positions = new ArrayList<>();
    for (Catalogue.Sequence sequence : Catalogue.sequences(connection)) {
      Catalogue.actAs(connection, sequence.owner());
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery("SELECT last_value, is_called FROM " + sequence.quoted())) {
        row.next();
        positions.add(
            new Manifest.Position(
                sequence.schema(), sequence.name(), row.getLong(1), row.getBoolean(2)));
      }
    }
    return positions;
  }

  private static void writeManifest(Manifest manifest, ZipOutputStream zip) throws IOException {
    byte[] json = BackupFile.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
    zip.write(json);
    zip.closeEntry();
  }

  private static void sync(Path file) throws IOException {
    try (var channel =
        java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException ignored) {
      // The name says that it is unfinished.
    }
  }
}
