package io.fairlead.app.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// As whom PostgreSQL runs. It refuses to run as root: then it gets a user namespace in which root
/// is nobody in particular or, where those are forbidden, an ordinary user of the system.
///
/// @param prefix put before each command; every program in it replaces itself by the next, so that
///   the process we start is PostgreSQL itself
/// @param fileOwner whom the database's files must belong to, where not to us
record RunAs(List<String> prefix, @Nullable String fileOwner) {
  private static final List<String> ORDINARY_USERS = List.of("fairlead", "postgres", "nobody");

  static RunAs choose() {
    if (!isRoot()) {
      return new RunAs(detached(), null);
    }
    return namespace()
        .or(() -> ORDINARY_USERS.stream().flatMap(user -> ordinary(user).stream()).findFirst())
        .orElseThrow(() ->
            new DatabaseUnavailable(
                "PostgreSQL refuses to run as root, and this system allows neither user namespaces (unshare) nor changing to an ordinary user (setpriv). Start Fairlead as an ordinary user."));
  }

  static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException unknown) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  /// Root, seen as nobody by the programs inside; the files stay root's.
  static Optional<RunAs> namespace() {
    List<String> prefix = plus(detached(), "unshare", "-U");
    return isUnprivileged(prefix) ? Optional.of(new RunAs(prefix, "root")) : Optional.empty();
  }

  /// A user that the system already has.
  static Optional<RunAs> ordinary(String user) {
    return passwordEntry(user)
        .map(entry ->
            plus(
                detached(),
                "setpriv",
                "--reuid=" + entry[2],
                "--regid=" + entry[3],
                "--clear-groups"))
        .filter(RunAs::isUnprivileged)
        .map(prefix -> new RunAs(prefix, user));
  }

  List<String> command(Path program, String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(program.toString());
    command.addAll(List.of(arguments));
    return List.copyOf(command);
  }

  /// Gives the files to whom they must belong, whoever made them: the way to run may have changed.
  void own(Path folder) {
    if (fileOwner == null) {
      return;
    }
    try {
      var owner =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(fileOwner);
      if (Files.getOwner(folder).equals(owner)) {
        return;
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file :
            (Iterable<Path>) files.sorted(java.util.Comparator.reverseOrder())::iterator) {
          Files.setOwner(file, owner);
        }
      }
    } catch (IOException failure) {
      throw new DatabaseUnavailable(
          "The files in %s cannot be given to user %s: %s."
              .formatted(folder, fileOwner, failure.getMessage()),
          failure);
    }
  }

  boolean canEnter(Path folder) {
    return succeeds(command(Path.of("test"), "-x", folder.toString()));
  }

  /// Its own session, so that Ctrl-C in the terminal reaches us and not the database under us.
  private static List<String> detached() {
    return succeeds(List.of("setsid", "true")) ? List.of("setsid") : List.of();
  }

  private static List<String> plus(List<String> first, String... more) {
    List<String> all = new ArrayList<>(first);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }

  private static boolean isUnprivileged(List<String> prefix) {
    return succeeds(plus(prefix, "sh", "-c", "test \"$(id -u)\" != 0"));
  }

  private static boolean succeeds(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Optional<String[]> passwordEntry(String user) {
    try (Stream<String> lines = Files.lines(Path.of("/etc/passwd"))) {
      return lines.map(line -> line.split(":")).filter(entry -> entry[0].equals(user)).findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
