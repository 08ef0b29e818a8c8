package io.fairlead.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// Says which release this is and on what it runs.
@Command(name = "version", description = "Print the version.")
final class Version implements Callable<Integer>, IVersionProvider {

  @Override
  public Integer call() {
    System.out.println(getVersion()[0]);
    return 0;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"fairlead %s on Java %s".formatted(release(), Runtime.version())};
  }

  /// As in the jar's manifest; classes that lie in a folder belong to no release.
  static String release() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "development");
  }
}
