package io.fairlead.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs the product until it is told to stop.
@Command(
    name = "serve",
    description =
        "Run Fairlead on this machine: on its own PostgreSQL in fairlead-data, or on the one that FAIRLEAD_DB_URL, _USER and _PASSWORD name.")
final class Serve implements Callable<Integer> {
  @Option(
      names = "--port",
      description = "Where browsers find it (default: FAIRLEAD_PORT, or 8480).",
      defaultValue = "${env:FAIRLEAD_PORT:-8480}")
  private int port;

  @Override
  public Integer call() {
    return Server.run(Server.Purpose.SERVE, port);
  }
}
