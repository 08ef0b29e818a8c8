package io.fairlead.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/// Says which release this is and on what it runs.
@Command(name = "version", description = "Print the version.")
final class Version implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  Version(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (json) {
      Json.write(
          terminal.out(),
          document -> {
            document.writeStartObject();
            document.writeStringProperty("fairlead", release());
            document.writeStringProperty("java", Runtime.version().toString());
            document.writeEndObject();
          });
    } else {
      terminal.out().println(sentence());
    }
    return ExitCode.FINE;
  }

  private static String sentence() {
    return "fairlead %s on Java %s".formatted(release(), Runtime.version());
  }

  /// As in the jar's manifest; classes that lie in a folder belong to no release.
  static String release() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "development");
  }

  /// The same for `--version`.
  static final class Provider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {sentence()};
    }
  }
}
