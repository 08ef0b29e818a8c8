package io.fairlead.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.fairlead.app.platform.backup.BackupRefused;
import io.fairlead.app.platform.backup.Manifest;
import io.fairlead.app.platform.backup.Restore;
import io.fairlead.app.platform.database.Database;
import io.fairlead.app.platform.database.DatabaseUnavailable;
import io.fairlead.app.platform.database.Databases;
import io.fairlead.app.platform.database.Migrations.NewerSchema;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `fairlead restore FILE`
@Command(
    name = "restore",
    description =
        "Put a backup's rows in the place of all rows of the database. The server must be stopped.")
final class RestoreCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Map<String, String> environment;

  @Parameters(paramLabel = "FILE", description = "A file that 'backup' wrote.")
  private @Nullable Path file;

  @Option(names = "--overwrite", description = "Replace what the database holds.")
  private boolean overwrite;

  RestoreCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (file == null) {
      throw new BadInput("which file?");
    }
    quieten();
    try (Database database = Databases.fromEnvironment(environment, terminal.err()::println)) {
      Manifest read = new Restore(database.access(), terminal.err()::println).read(file, overwrite);
      terminal
          .out()
          .printf(
              "%,d rows of %d tables, as of %s, are in %s.%n",
              read.rows(), read.tables().size(), read.takenAt(), database.description());
      return ExitCode.FINE;
    } catch (BackupRefused | DatabaseUnavailable | NewerSchema refused) {
      throw new BadInput(String.valueOf(refused.getMessage()));
    }
  }

  /// Without Spring nothing sets up the log, which would then tell of each migration on stdout.
  private static void quieten() {
    if (LoggerFactory.getLogger("org.flywaydb") instanceof Logger migrations) {
      migrations.setLevel(Level.WARN);
    }
  }
}
