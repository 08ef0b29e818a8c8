package io.fairlead.cli;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/// The jar's entry. Finds the command and runs it; only `serve` and `demo` go on to load Spring.
@Command(
    name = "fairlead",
    description = "Design how performance is managed here, rehearse it, run it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.Provider.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int status = run(Terminal.system(), arguments);
    if (status != ExitCode.FINE) {
      System.exit(status);
    }
  }

  /// Every command, in the order in which help lists them.
  private static List<Object> commands(Terminal terminal, Map<String, String> environment) {
    return List.of(
        new Serve(),
        new Demo(),
        new BackupCommand(terminal, System.getenv()),
        new RestoreCommand(terminal, System.getenv()),
        new Admin(terminal, System.getenv()),
        new AuditCommand(terminal),
        new Lint(terminal),
        new Schema(terminal),
        new Simulate(terminal),
        new Plan(terminal, environment),
        new Apply(terminal, environment),
        new People(terminal, environment),
        new Goals(terminal),
        new CommandLine(new Analyse(terminal))
            .addSubcommand(new AnalyseAgreement(terminal))
            .addSubcommand(new AnalyseRaters(terminal)),
        new CommandLine(new Feedback())
            .addSubcommand(new FeedbackAssign(terminal))
            .addSubcommand(new FeedbackRelease(terminal))
            .addSubcommand(new FeedbackAttack(terminal))
            .addSubcommand(new FeedbackGuide(terminal))
            .addSubcommand(new FeedbackBehaviours(terminal))
            .addSubcommand(new FeedbackInstruments(terminal))
            .addSubcommand(new FeedbackLessons(terminal))
            .addSubcommand(new FeedbackLint(terminal))
            .addSubcommand(new FeedbackEscrow(terminal, Clock.systemUTC()))
            .addSubcommand(new FeedbackSeal(terminal, System.getenv())),
        new Reference(terminal),
        new Version(terminal));
  }

  /// Runs one command line and returns its exit code, see [ExitCode].
  static int run(Terminal terminal, String... arguments) {
    return run(terminal, System.getenv(), arguments);
  }

  static int run(Terminal terminal, Map<String, String> environment, String... arguments) {
    CommandLine line = new CommandLine(new Main());
    commands(terminal, environment).forEach(line::addSubcommand);
    int status =
        line.setOut(terminal.out())
            .setErr(terminal.err())
            .setUsageHelpAutoWidth(true)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((failure, _, _) -> refuse(terminal, failure))
            .execute(arguments);
    terminal.out().flush();
    terminal.err().flush();
    return status;
  }

  private static int refuse(Terminal terminal, Exception failure) {
    if (failure instanceof BadInput) {
      terminal.err().println("fairlead: " + failure.getMessage());
      return ExitCode.BAD_INPUT;
    }
    terminal.err().println("fairlead: this is a bug in Fairlead, please report it");
    failure.printStackTrace(terminal.err());
    return ExitCode.BUG;
  }
}
