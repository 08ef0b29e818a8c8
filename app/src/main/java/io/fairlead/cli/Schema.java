package io.fairlead.cli;

import io.fairlead.methods.framework.FrameworkSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `fairlead schema`
@Command(
    name = "schema",
    description = "Print the JSON Schema of the framework document, for editors.")
final class Schema implements Callable<Integer> {
  private final Terminal terminal;

  Schema(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().print(FrameworkSchema.json());
    return ExitCode.FINE;
  }

  @Option(names = "--json", description = "The same: a schema is JSON.")
  void json(boolean asked) {
    // accepted, because every command that answers has it
  }
}
