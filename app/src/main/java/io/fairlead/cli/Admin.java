package io.fairlead.cli;

import io.fairlead.app.access.OneTimeLinks;
import io.fairlead.app.platform.database.Database;
import io.fairlead.app.platform.database.DatabaseUnavailable;
import io.fairlead.app.platform.database.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Command;

/// `fairlead admin …`: what whoever has the host may do without signing in.
@Command(name = "admin", description = "Help an administrator who is shut out.")
final class Admin {
  private static final String NO_SUCH_TABLE = "42P01";

  private final Terminal terminal;
  private final Map<String, String> environment;

  Admin(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Command(
      name = "reset",
      description =
          "Print a link that works once and for a day: it makes an administrator, or gives one a new password. The server may be running.")
  int reset() {
    try (Database database = Databases.beside(environment, terminal.err()::println);
        Connection connection = database.access().connect(database.access().application())) {
      String path = OneTimeLinks.administratorReset(connection, Clock.systemUTC().instant());
      terminal.out().println(address() + path);
      return ExitCode.FINE;
    } catch (SQLException failure) {
      throw new BadInput(
          NO_SUCH_TABLE.equals(failure.getSQLState())
              ? "Fairlead was never started on this database: 'fairlead serve' prints the first link itself."
              : "the database refused: " + failure.getMessage());
    } catch (DatabaseUnavailable unavailable) {
      throw new BadInput(String.valueOf(unavailable.getMessage()));
    }
  }

  private String address() {
    return environment.getOrDefault(
        "FAIRLEAD_URL", "http://localhost:" + environment.getOrDefault("FAIRLEAD_PORT", "8480"));
  }
}
