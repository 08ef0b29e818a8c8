package io.fairlead.cli;

import io.fairlead.app.audit.AuditVerification;
import io.fairlead.app.audit.AuditVerification.Verdict;
import io.fairlead.app.platform.database.Database;
import io.fairlead.app.platform.database.DatabaseUnavailable;
import io.fairlead.app.platform.database.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `fairlead audit verify`
@Command(name = "audit", description = "Look after the record of decisions and sensitive reads.")
final class AuditCommand {
  private static final String NO_SUCH_TABLE = "42P01";

  private final Terminal terminal;

  AuditCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Command(
      name = "verify",
      description =
          "Read the whole record and say whether it is as it was written. Exit 1 if it is not.")
  int verify(
      @Option(
              names = "--head",
              paramLabel = "HASH",
              description = "A head hash that was kept elsewhere; some link must still have it.")
          @Nullable String head,
      @Option(names = "--json", description = "Answer as JSON.") boolean asJson) {
    if (head != null && !head.matches("[0-9a-fA-F]{64}")) {
      throw new BadInput("a head hash has 64 hexadecimal digits");
    }
    try (Database database = Databases.beside(System.getenv(), terminal.err()::println);
        Connection connection = database.access().connect(database.access().application())) {
      Verdict verdict = AuditVerification.verify(connection, head);
      if (asJson) {
        writeJson(verdict);
      } else {
        write(verdict);
      }
      return verdict.broken().isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    } catch (DatabaseUnavailable refused) {
      throw new BadInput(String.valueOf(refused.getMessage()));
    } catch (SQLException failure) {
      if (NO_SUCH_TABLE.equals(failure.getSQLState())) {
        throw new BadInput("this database holds no record yet: start the server on it first");
      }
      throw new BadInput("the record cannot be read: " + failure.getMessage());
    }
  }

  private void write(Verdict verdict) {
    verdict
        .broken()
        .ifPresent(broken ->
            terminal
                .out()
                .println(
                    broken.link() == 0
                        ? "BROKEN: " + broken.what() + "."
                        : "BROKEN at link %d: %s.".formatted(broken.link(), broken.what())));
    terminal
        .out()
        .printf(
            "%,d entries hold under %,d links.%n%,d entries wait for the next link%s.%nHead: %s%n",
            verdict.chained(),
            verdict.links(),
            verdict.unchained(),
            verdict.oldestUnchained() == null ? "" : ", since " + verdict.oldestUnchained(),
            verdict.head());
    terminal.out().println("Keep the head elsewhere, and check it later with --head.");
  }

  private void writeJson(Verdict verdict) {
    Json.write(
        terminal.out(),
        document -> {
          document.writeStartObject();
          document.writeBooleanProperty("intact", verdict.broken().isEmpty());
          document.writeNumberProperty("links", verdict.links());
          document.writeNumberProperty("chained", verdict.chained());
          document.writeNumberProperty("unchained", verdict.unchained());
          document.writeStringProperty(
              "oldestUnchained",
              verdict.oldestUnchained() == null ? "" : verdict.oldestUnchained().toString());
          document.writeStringProperty("head", verdict.head());
          verdict
              .broken()
              .ifPresent(broken -> {
                document.writeNumberProperty("brokenLink", broken.link());
                document.writeStringProperty("broken", broken.what());
              });
          document.writeEndObject();
        });
  }
}
