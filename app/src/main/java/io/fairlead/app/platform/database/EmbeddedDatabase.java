package io.fairlead.app.platform.database;

import io.fairlead.app.platform.database.Postmaster.Installation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/// A real PostgreSQL that we bring and run on files in the data folder, on loopback only, with
/// generated passwords and nothing about durability switched off. At most one process uses a
/// folder; a server that dies is started again; one that an earlier process left behind is taken
/// over.
public final class EmbeddedDatabase implements Database {
  private static final String NAME = "fairlead";
  private static final String SUPERUSER = "fairlead_superuser";

  private final Installation installation;
  private final Progress progress;
  private volatile Postmaster postmaster;
  private volatile boolean closing;

  private EmbeddedDatabase(Installation installation, Postmaster postmaster, Progress progress) {
    this.installation = installation;
    this.postmaster = postmaster;
    this.progress = progress;
  }

  /// Returns once the database answers.
  ///
  /// @throws DatabaseUnavailable when it cannot start, saying why and what to do
  public static EmbeddedDatabase start(DataFolder folder, Progress progress) {
    return start(folder, progress, RunAs.choose());
  }

  static EmbeddedDatabase start(DataFolder folder, Progress progress, RunAs runAs) {
    folder.create();
    FolderLock.take(folder);
    try {
      PostgresBinaries binaries = PostgresBinaries.in(folder.binaries(), progress);
      Installation installation = new Installation(folder, binaries, runAs);
      initialise(installation, progress);
      Postmaster postmaster = run(installation, progress);
      EmbeddedDatabase database = new EmbeddedDatabase(installation, postmaster, progress);
      database.prepare();
      database.watch(postmaster);
      return database;
    } catch (RuntimeException failure) {
      FolderLock.release(folder);
      throw failure;
    }
  }

  @Override
  public DatabaseAccess access() {
    return access(folder(), postmaster.port());
  }

  /// How to reach the server of that folder that listens there.
  static DatabaseAccess access(DataFolder folder, int port) {
    return new DatabaseAccess(
        url(port, NAME),
        login(folder, Roles.OWNER),
        login(folder, Roles.APPLICATION),
        login(folder, Roles.READER));
  }

  @Override
  public DataFolder folder() {
    return installation.folder();
  }

  @Override
  public String description() {
    return "PostgreSQL %s in %s".formatted(PostgresBinaries.VERSION, folder().root());
  }

  /// The process id of the server that runs now.
  public long pid() {
    return postmaster.process().pid();
  }

  @Override
  public void close() {
    closing = true;
    synchronized (this) {
      postmaster.stop();
    }
    FolderLock.release(folder());
  }

  private static Login login(DataFolder folder, String role) {
    return new Login(role, folder.secret(role));
  }

  private static void initialise(Installation installation, Progress progress) {
    Path database = installation.folder().database();
    Path version = database.resolve("PG_VERSION");
    if (Files.exists(version)) {
      refuseOtherVersions(version);
      installation.runAs().own(database);
      return;
    }
    progress.say("Creating the database in " + installation.folder().root() + ".");
    Path draft = database.resolveSibling("database.new");
    Path password = draft.resolveSibling("database.new.password");
    try {
      PostgresBinaries.deleteAll(draft);
      Files.createDirectories(draft);
      DataFolder.writePrivately(password, installation.folder().secret(SUPERUSER));
      installation.runAs().own(draft);
      installation.runAs().own(password);
      initdb(installation, draft, password);
      Files.move(draft, database, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new DatabaseUnavailable(
          "The database cannot be created: %s.".formatted(StartFailure.reason(failure)), failure);
    } finally {
      deleteQuietly(password);
    }
  }

  private static void initdb(Installation installation, Path target, Path password)
      throws IOException {
    if (!installation.runAs().canEnter(installation.folder().root())
        || !installation.runAs().canEnter(installation.binaries().program("initdb"))) {
      throw new DatabaseUnavailable(
          "PostgreSQL runs as user %s, who cannot reach %s. Choose a data folder that others may enter with FAIRLEAD_DATA, or start Fairlead as an ordinary user."
              .formatted(installation.runAs().fileOwner(), installation.folder().root()));
    }
    long before = installation.log().toFile().length();
    // Sorted as people sort names, in any language, and the same on every system.
    ProcessBuilder builder =
        new ProcessBuilder(
                installation
                    .runAs()
                    .command(
                        installation.binaries().program("initdb"),
                        "--pgdata=" + target,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=icu",
                        "--icu-locale=und",
                        "--data-checksums"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(installation.log().toFile()));
    builder.environment().put("LC_ALL", "C");
    if (await(builder.start()) != 0) {
      throw StartFailure.from(StartFailure.since(installation.log(), before), installation.log());
    }
  }

  private static void refuseOtherVersions(Path file) {
    try {
      int written = Integer.parseInt(Files.readString(file).strip());
      if (written == PostgresBinaries.MAJOR) {
        return;
      }
      throw new DatabaseUnavailable(
          written > PostgresBinaries.MAJOR
              ? "The data in %s was written by a newer release of Fairlead (PostgreSQL %d; this one carries %d). Start that release or a newer one."
                  .formatted(file.getParent(), written, PostgresBinaries.MAJOR)
              : "The data in %s was written by an older release of Fairlead (PostgreSQL %d; this one carries %d). Make a backup with that release and restore it with this one."
                  .formatted(file.getParent(), written, PostgresBinaries.MAJOR));
    } catch (IOException | NumberFormatException unreadable) {
      throw new DatabaseUnavailable(
          "The file %s cannot be read: is the folder a PostgreSQL data directory that this user may read?"
              .formatted(file),
          unreadable);
    }
  }

  private static Postmaster run(Installation installation, Progress progress) {
    var leftBehind = Postmaster.leftBehind(installation);
    if (leftBehind.isPresent()) {
      Postmaster found = leftBehind.orElseThrow();
      if (found.isUpToDate()) {
        progress.say("Taking over the database that the last run left running.");
        awaitReady(found, progress);
        return found;
      }
      progress.say("Stopping the database that another version left running.");
      found.stop();
    }
    Postmaster.clearRemains(installation);
    return launch(installation, progress);
  }

  private static Postmaster launch(Installation installation, Progress progress) {
    int port = port(installation.folder());
    Postmaster started = Postmaster.start(installation, port);
    try {
      awaitReady(started, progress);
      return started;
    } catch (DatabaseUnavailable failure) {
      if (!started.portWasTaken()) {
        throw failure;
      }
    }
    // Someone took the port between our look and the server's: once more, on one that is free now.
    Postmaster again = Postmaster.start(installation, freePort(installation.folder()));
    awaitReady(again, progress);
    return again;
  }

  /// A pid file alone proves nothing: it may be of before a crash. Ready means that it is this
  /// process's and that a connection answers.
  private static void awaitReady(Postmaster postmaster, Progress progress) {
    long begin = System.nanoTime();
    long toldAt = 0;
    while (!(postmaster.saysReady() && answers(postmaster))) {
      if (!postmaster.process().isAlive()) {
        throw postmaster.failure();
      }
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
      if (seconds >= toldAt + 5) {
        progress.say("The database is recovering after a crash (%d s so far).".formatted(seconds));
        toldAt = seconds;
      }
      pause(10);
    }
  }

  private static boolean answers(Postmaster postmaster) {
    try (Connection connection = connect(postmaster, "postgres")) {
      return connection.isValid(3);
    } catch (SQLException failure) {
      if (String.valueOf(failure.getSQLState()).startsWith("28")) {
        postmaster.stop();
        throw new DatabaseUnavailable(
            "The database does not accept the password in %s: put back the file that was made with this database."
                .formatted(postmaster.installation().folder().root().resolve("secrets")),
            failure);
      }
      return false;
    }
  }

  private void prepare() {
    try {
      try (Connection connection = connect(postmaster, "postgres")) {
        Roles.createInCluster(connection, folder());
        Roles.createDatabase(connection, NAME);
      }
      try (Connection connection = connect(postmaster, NAME)) {
        Roles.createInside(connection);
      }
    } catch (SQLException failure) {
      postmaster.stop();
      throw new DatabaseUnavailable(
          "The roles of the database cannot be set up: " + failure.getMessage(), failure);
    }
  }

  private void watch(Postmaster watched) {
    Thread.ofVirtual()
        .name("database-watch")
        .start(() -> {
          watched.process().onExit().join();
          restart();
        });
  }

  private synchronized void restart() {
    long wait = 100;
    while (!closing) {
      try {
        progress.say("The database stopped unexpectedly; starting it again.");
        Postmaster.clearRemains(installation);
        // On the same port: the pool's connections are to find it again.
        Postmaster started = Postmaster.start(installation, postmaster.port());
        awaitReady(started, progress);
        postmaster = started;
        watch(started);
        return;
      } catch (DatabaseUnavailable failure) {
        progress.say(String.valueOf(failure.getMessage()));
        pause(wait);
        wait = Math.min(wait * 2, 30_000);
      }
    }
  }

  private static Connection connect(Postmaster postmaster, String database) throws SQLException {
    Login superuser = new Login(SUPERUSER, postmaster.installation().folder().secret(SUPERUSER));
    return new DatabaseAccess(url(postmaster.port(), database), superuser, superuser, null)
        .connect(superuser);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=3".formatted(port, database);
  }

  /// The port of last time while it is free, so that what an operator noted stays true.
  private static int port(DataFolder folder) {
    try {
      if (Files.exists(folder.port())) {
        int last = Integer.parseInt(Files.readString(folder.port()).strip());
        if (isFree(last)) {
          return last;
        }
      }
    } catch (IOException | NumberFormatException unreadable) {
      // Then any free one will do.
    }
    return freePort(folder);
  }

  private static int freePort(DataFolder folder) {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(folder.port(), Integer.toString(socket.getLocalPort()));
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new DatabaseUnavailable(
          "No free port on this machine for the database: %s."
              .formatted(StartFailure.reason(failure)),
          failure);
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static int await(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable(
          "Interrupted while the database was being created.", interrupted);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("Interrupted while waiting for the database.", interrupted);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException ignored) {
      // A file of mode 0600 that the next start deletes.
    }
  }
}
