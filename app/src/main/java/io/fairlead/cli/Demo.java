package io.fairlead.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs the product with a made-up company in it, in a folder of its own.
@Command(
    name = "demo",
    description =
        "Run Fairlead with a made-up company of 250 people, where everyone can be signed in as. Its data lies in fairlead-demo and can be thrown away.")
final class Demo implements Callable<Integer> {
  @Option(
      names = "--port",
      description = "Where browsers find it (default: FAIRLEAD_PORT, or 8480).",
      defaultValue = "${env:FAIRLEAD_PORT:-8480}")
  private int port;

  @Override
  public Integer call() {
    return Server.run(Server.Purpose.DEMO, port);
  }
}
