package io.fairlead.cli;

import io.fairlead.app.disclosure.Escrows;
import io.fairlead.app.feedback.SealVerification;
import io.fairlead.app.feedback.SealVerification.Beside;
import io.fairlead.app.feedback.SealVerification.Verdict;
import io.fairlead.app.platform.database.Database;
import io.fairlead.app.platform.database.DatabaseUnavailable;
import io.fairlead.app.platform.database.Databases;
import io.fairlead.app.platform.database.Login;
import io.fairlead.app.platform.keys.KeyName;
import io.fairlead.app.platform.keys.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/// `fairlead feedback seal verify ROUND`
@Command(name = "seal", description = "Look after the seals of closed rounds.")
final class FeedbackSeal {
  private static final String NO_SUCH_TABLE = "42P01";

  private final Terminal terminal;
  private final Map<String, String> environment;

  FeedbackSeal(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Command(
      name = "verify",
      description =
          "Look whether a closed round is sealed as it was promised: its key destroyed, nothing left"
              + " that leads from raters to answers, and every figure of its reports what the answers"
              + " give. Exit 1 if it is not.")
  int verify(
      @Parameters(paramLabel = "ROUND", description = "The round's id, from its address.")
          String id,
      @Option(names = "--json", description = "Answer as JSON.") boolean asJson) {
    UUID round = round(id);
    try (Database database = Databases.beside(environment, terminal.err()::println)) {
      Login login =
          database
              .access()
              .reader()
              .orElseThrow(() -> new BadInput("no login is named that may read sealed answers"));
      try (Connection application = database.access().connect(database.access().application());
          Connection reader = database.access().connect(login)) {
        KeyStore keys = KeyStore.in(database.folder().keys());
        Beside beside =
            new Beside(
                keys.has(new KeyName("round", round.toString())),
                keys.has(Escrows.key(round)),
                Clock.systemUTC().instant());
        Verdict verdict =
            SealVerification.verify(application, reader, round, beside)
                .orElseThrow(() -> new BadInput("there is no round " + round + " that was opened"));
        if (asJson) {
          writeJson(verdict);
        } else {
          write(verdict);
        }
        return verdict.holds() ? ExitCode.FINE : ExitCode.FINDINGS;
      }
    } catch (DatabaseUnavailable refused) {
      throw new BadInput(String.valueOf(refused.getMessage()));
    } catch (SQLException failure) {
      if (NO_SUCH_TABLE.equals(failure.getSQLState())) {
        throw new BadInput("this database holds no rounds yet: start the server on it first");
      }
      throw new BadInput("the round cannot be read: " + failure.getMessage());
    }
  }

  private static UUID round(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException noId) {
      throw new BadInput("a round's id looks like 6f1c2d3e-…: it stands in the round's address");
    }
  }

  private void write(Verdict verdict) {
    verdict.wrong().forEach(each -> terminal.out().println("BROKEN: " + each + "."));
    verdict
        .gone()
        .forEach(each ->
            terminal
                .out()
                .println("GONE: " + each + ": their time was over, they cannot be looked at."));
    if (!verdict.state().equals("sealed")) {
      terminal.out().println("NOT SEALED: the round is " + verdict.state() + ".");
      return;
    }
    terminal
        .out()
        .printf(
            "%,d reports; %,d figures of groups were computed again from what is left of the answers.%n",
            verdict.reports(), verdict.figures());
    writeEscrow(verdict);
    if (verdict.holds()) {
      terminal
          .out()
          .println(
              "Sealed: the key is destroyed, and nothing here leads from raters to answers. Copies of the"
                  + " key store that were made before the close are yours to destroy.");
    }
  }

  private void writeEscrow(Verdict verdict) {
    if (verdict.escrowUntil() == null) {
      return;
    }
    terminal
        .out()
        .printf(
            verdict.escrowed() == 0
                ? "It had an escrow, which holds nothing any more; its last day ended at %2$s.%n"
                : "It has an escrow: until %2$s two custodians, both of them, can open who wrote one of"
                    + " %1$,d comments. Nobody else can.%n",
            verdict.escrowed(),
            verdict.escrowUntil());
  }

  private void writeJson(Verdict verdict) {
    Json.write(
        terminal.out(),
        document -> {
          document.writeStartObject();
          document.writeBooleanProperty("holds", verdict.holds());
          document.writeStringProperty("state", verdict.state());
          document.writeNumberProperty("reports", verdict.reports());
          document.writeNumberProperty("figures", verdict.figures());
          if (verdict.escrowUntil() != null) {
            document.writeNumberProperty("escrowed", verdict.escrowed());
            document.writeStringProperty("escrowUntil", verdict.escrowUntil().toString());
          }
          sentences(document, "wrong", verdict.wrong());
          sentences(document, "gone", verdict.gone());
          document.writeEndObject();
        });
  }

  private static void sentences(JsonGenerator document, String name, List<String> said) {
    document.writeArrayPropertyStart(name);
    said.forEach(document::writeString);
    document.writeEndArray();
  }
}
