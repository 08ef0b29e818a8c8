package io.fairlead.cli;

import io.fairlead.methods.framework.FrameworkSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

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
}
