package io.fairlead.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The jar's entry. Finds the command and runs it; only `serve` and `demo` go on to load Spring.
@Command(
    name = "fairlead",
    description = "Design how performance is managed here, rehearse it, run it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int status = commandLine().execute(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// Every command, in the order in which help lists them.
  private static List<Object> commands() {
    return List.of(new Serve(), new Demo(), new Version());
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    commands().forEach(line::addSubcommand);
    return line;
  }
}
