package io.fairlead.app.platform.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One running PostgreSQL server on our data directory: started by us, or left behind by an earlier
/// process of ours that was killed and then taken over.
record Postmaster(ProcessHandle process, int port, Installation installation, long logBegin) {

  /// What a server is started from.
  record Installation(DataFolder folder, PostgresBinaries binaries, RunAs runAs) {
    Path log() {
      return folder.log().resolve("postgresql.log");
    }

    /// The server's own command line, without whatever changes the user before it.
    List<String> command(int port) {
      return PostgresSettings.command(binaries.program("postgres"), folder.database(), port);
    }

    void signal(String name, long pid) {
      List<String> command =
          runAs.command(binaries.program("pg_ctl"), "kill", name, Long.toString(pid));
      try {
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
      } catch (IOException failure) {
        throw new DatabaseUnavailable("PostgreSQL cannot be told to stop.", failure);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static Postmaster start(Installation installation, int port) {
    File log = installation.log().toFile();
    long logBegin = log.length();
    List<String> command = new java.util.ArrayList<>(installation.runAs().prefix());
    command.addAll(installation.command(port));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(PostgresSettings.ALLOCATION);
    try {
      return new Postmaster(builder.start().toHandle(), port, installation, logBegin);
    } catch (IOException failure) {
      throw new DatabaseUnavailable(
          "PostgreSQL cannot be started: %s.".formatted(StartFailure.reason(failure)), failure);
    }
  }

  /// The server that an earlier process of ours left running on this folder, if there is one.
  static Optional<Postmaster> leftBehind(Installation installation) {
    return PidFile.in(installation.folder().database())
        .flatMap(file ->
            ProcessHandle.of(file.pid())
                .filter(ProcessHandle::isAlive)
                .filter(process -> isOurs(process, installation))
                .map(process ->
                    new Postmaster(
                        process, file.port(), installation, installation.log().toFile().length())));
  }

  /// Whether it runs exactly as we would start it today.
  boolean isUpToDate() {
    return commandLine(process.pid()).equals(installation.command(port));
  }

  /// Whether the pid file is this process's and says that connections are taken.
  boolean saysReady() {
    return PidFile.in(installation.folder().database())
        .filter(file -> file.pid() == process.pid() && file.port() == port)
        .filter(file -> file.state().equals("ready"))
        .isPresent();
  }

  /// Ends it with everything written: connections are cut, running transactions rolled back.
  void stop() {
    for (String signal : List.of("INT", "QUIT", "KILL")) {
      installation.signal(signal, process.pid());
      if (endsWithin(signal.equals("INT") ? 60 : 10)) {
        return;
      }
    }
  }

  boolean endsWithin(int seconds) {
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  DatabaseUnavailable failure() {
    return StartFailure.from(StartFailure.since(installation.log(), logBegin), installation.log());
  }

  boolean portWasTaken() {
    return StartFailure.since(installation.log(), logBegin).contains("Address already in use");
  }

  /// Clears what a crash left: a pid file that names a process which is none of ours (pids are used
  /// again), and servants of a dead server that have not noticed yet.
  static void clearRemains(Installation installation) {
    Path database = installation.folder().database();
    List<ProcessHandle> servants = processesIn(database);
    servants.forEach(servant -> installation.signal("QUIT", servant.pid()));
    for (ProcessHandle servant : servants) {
      servant.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(stuck -> servant).join();
    }
    boolean strangersPid =
        PidFile.in(database).flatMap(file -> ProcessHandle.of(file.pid())).isPresent();
    if (!strangersPid) {
      return;
    }
    try {
      Files.deleteIfExists(PidFile.file(database));
    } catch (IOException failure) {
      throw new DatabaseUnavailable(
          "The left-over file %s cannot be removed.".formatted(PidFile.file(database)), failure);
    }
  }

  /// Every process that works in that directory, as a server's own processes do.
  static List<ProcessHandle> processesIn(Path database) {
    return ProcessHandle.allProcesses().filter(process -> worksIn(process, database)).toList();
  }

  private static boolean isOurs(ProcessHandle process, Installation installation) {
    List<String> line = commandLine(process.pid());
    int flag = line.indexOf("-D");
    return flag > 0
        && line.getFirst().endsWith("/bin/postgres")
        && line.size() > flag + 1
        && line.get(flag + 1).equals(installation.folder().database().toString());
  }

  private static boolean worksIn(ProcessHandle process, Path database) {
    try {
      Path directory = Path.of("/proc", Long.toString(process.pid()), "cwd");
      return Files.readSymbolicLink(directory).equals(database);
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }

  private static List<String> commandLine(long pid) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
      return List.of(new String(bytes, StandardCharsets.UTF_8).split("\0"));
    } catch (IOException gone) {
      return List.of();
    }
  }
}
