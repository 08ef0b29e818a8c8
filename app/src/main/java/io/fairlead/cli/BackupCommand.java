package io.fairlead.cli;

import io.fairlead.app.platform.backup.Backup;
import io.fairlead.app.platform.backup.BackupRefused;
import io.fairlead.app.platform.backup.Manifest;
import io.fairlead.app.platform.database.Database;
import io.fairlead.app.platform.database.DatabaseUnavailable;
import io.fairlead.app.platform.database.Databases;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `fairlead backup FILE`
@Command(
    name = "backup",
    description =
        "Write every table, as of one moment, to one file. The server may go on working meanwhile.")
final class BackupCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Map<String, String> environment;

  @Parameters(paramLabel = "FILE", description = "The file to write.")
  private @Nullable Path file;

  @Option(names = "--overwrite", description = "Replace the file if it exists.")
  private boolean overwrite;

  BackupCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (file == null) {
      throw new BadInput("which file?");
    }
    try (Database database = Databases.beside(environment, terminal.err()::println)) {
      Manifest written =
          new Backup(database.access(), Clock.systemUTC(), terminal.err()::println)
              .write(file, overwrite);
      terminal
          .out()
          .printf(
              "%,d rows of %d tables are in %s. The keys are not in it: save %s apart.%n",
              written.rows(), written.tables().size(), file, database.folder().keys());
      return ExitCode.FINE;
    } catch (BackupRefused | DatabaseUnavailable refused) {
      throw new BadInput(String.valueOf(refused.getMessage()));
    }
  }
}
