package io.fairlead.cli;

import io.fairlead.methods.framework.Effect;
import io.fairlead.methods.framework.FrameworkDifference;
import io.fairlead.methods.framework.FrameworkDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `fairlead apply FRAMEWORK.yaml --to URL --because REASON`
@Command(
    name = "apply",
    description = "Put a framework document in force on a running Fairlead.",
    footer =
        "%nThe token comes from FAIRLEAD_TOKEN. Exit code 0 if the document is in force, 1 if the server"
            + " refuses it, 2 if it cannot be read or the server not reached.")
final class Apply implements Callable<Integer> {
  private final Terminal terminal;
  private final Map<String, String> environment;

  @Parameters(paramLabel = "FRAMEWORK.yaml", description = "The document to put in force.")
  private @Nullable Path file;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description = "The server's first page, such as https://fairlead.example.org.")
  private String address = "";

  @Option(
      names = "--because",
      required = true,
      paramLabel = "REASON",
      description = "Why, for those who will ask in a year.")
  private String reason = "";

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  Apply(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (file == null) {
      throw new BadInput("which document?");
    }
    Optional<FrameworkDocument> next = FrameworkFile.read(terminal, file, json);
    if (next.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    FrameworkServer server = FrameworkServer.at(address, environment);
    FrameworkServer.InForce now = server.inForce();
    List<Effect> effects =
        FrameworkDifference.between(FrameworkDocument.parse(now.document()).orThrow(), next.get());
    List<String> refusals = server.refusals(next.get().text());
    return refusals.isEmpty() ? put(server, next.get(), now, effects) : refused(refusals);
  }

  private int put(
      FrameworkServer server,
      FrameworkDocument next,
      FrameworkServer.InForce now,
      List<Effect> effects) {
    ApiServer.Answer answer = server.apply(next.text(), reason, now.number());
    if (!answer.isDone()) {
      return refused(answer.reasons());
    }
    int number = answer.json().path("number").asInt();
    if (json) {
      Json.write(
          terminal.out(),
          document -> {
            document.writeStartObject();
            document.writeNumberProperty("version", number);
            Plan.writeEffects(document, effects);
            document.writeEndObject();
          });
      return ExitCode.FINE;
    }
    effects.forEach(effect -> terminal.out().println(Plan.line(effect)));
    terminal.out().println("Version " + number + " is in force.");
    return ExitCode.FINE;
  }

  private int refused(List<String> reasons) {
    reasons.forEach(terminal.err()::println);
    if (json) {
      Json.write(
          terminal.out(),
          document -> {
            document.writeStartObject();
            document.writeArrayPropertyStart("refusals");
            reasons.forEach(document::writeString);
            document.writeEndArray();
            document.writeEndObject();
          });
    }
    return ExitCode.FINDINGS;
  }
}
