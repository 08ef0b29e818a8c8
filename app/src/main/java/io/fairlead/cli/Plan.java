package io.fairlead.cli;

import io.fairlead.methods.framework.Effect;
import io.fairlead.methods.framework.FrameworkDifference;
import io.fairlead.methods.framework.FrameworkDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/// `fairlead plan NEW.yaml --against OLD.yaml|URL`
@Command(
    name = "plan",
    description = "Say in words what changes when one framework document replaces another.",
    footer = "%nExit code 0 whether or not something changes, 2 if a document cannot be read.")
final class Plan implements Callable<Integer> {
  private final Terminal terminal;
  private final Map<String, String> environment;

  @Parameters(paramLabel = "NEW.yaml", description = "The document that would come into force.")
  private @Nullable Path file;

  @Option(
      names = "--against",
      required = true,
      paramLabel = "OLD.yaml|URL",
      description =
          "The document it would replace, or the first page of a running Fairlead (token from FAIRLEAD_TOKEN).")
  private String against = "";

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  Plan(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (file == null) {
      throw new BadInput("which document?");
    }
    Optional<FrameworkDocument> young = FrameworkFile.read(terminal, file, json);
    if (young.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    Optional<FrameworkDocument> old = old();
    if (old.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    List<Effect> effects = FrameworkDifference.between(old.get(), young.get());
    if (json) {
      Json.write(terminal.out(), document -> write(document, effects));
    } else if (effects.isEmpty()) {
      terminal.out().println("Nothing changes for anyone.");
    } else {
      effects.forEach(effect -> terminal.out().println(line(effect)));
    }
    return ExitCode.FINE;
  }

  private Optional<FrameworkDocument> old() {
    if (!FrameworkServer.isAddress(against)) {
      return FrameworkFile.read(terminal, Path.of(against), json);
    }
    String document = FrameworkServer.at(against, environment).inForce().document();
    return Optional.of(FrameworkDocument.parse(document).orThrow());
  }

  static String line(Effect effect) {
    return sign(effect) + " " + effect.sentence();
  }

  private static String sign(Effect effect) {
    return switch (effect.kind()) {
      case ADDED -> "+";
      case CHANGED -> "~";
      case REMOVED -> "-";
    };
  }

  private static void write(JsonGenerator document, List<Effect> effects) {
    document.writeStartObject();
    writeEffects(document, effects);
    document.writeEndObject();
  }

  static void writeEffects(JsonGenerator document, List<Effect> effects) {
    document.writeArrayPropertyStart("effects");
    for (Effect effect : effects) {
      document.writeStartObject();
      document.writeStringProperty("kind", effect.kind().name().toLowerCase(Locale.ROOT));
      document.writeStringProperty("path", effect.path());
      FrameworkFile.optional(document, "before", effect.was());
      FrameworkFile.optional(document, "after", effect.becomes());
      document.writeStringProperty("sentence", effect.sentence());
      document.writeEndObject();
    }
    document.writeEndArray();
  }
}
