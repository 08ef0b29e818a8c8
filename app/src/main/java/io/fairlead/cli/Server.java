package io.fairlead.cli;

import io.fairlead.app.Fairlead;
import io.fairlead.app.platform.database.Database;
import io.fairlead.app.platform.database.DatabaseAccess;
import io.fairlead.app.platform.database.DatabaseUnavailable;
import io.fairlead.app.platform.database.Databases;
import io.fairlead.app.platform.database.Migrations.NewerSchema;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Starts the database, then the product on it, and says what it is doing; stops them in the
/// opposite order. Apart from the commands, because it alone loads Spring.
final class Server {
  enum Purpose {
    SERVE("fairlead-data"),
    DEMO("fairlead-demo");

    private final String folder;

    Purpose(String folder) {
      this.folder = folder;
    }
  }

  private static final int HIGHEST_PORT = 65_535;

  private Server() {}

  /// Returns 0 once the server answers (it then runs on its own threads), 1 when it cannot start.
  static int run(Purpose purpose, int port) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new BadInput("there is no port %d: choose one up to %d".formatted(port, HIGHEST_PORT));
    }
    StartClock clock = new StartClock(System.out);
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putIfAbsent("FAIRLEAD_DATA", purpose.folder);
    @Nullable Database database = null;
    try {
      clock.say("Starting Fairlead.");
      refuseTakenPort(port);
      database = Databases.fromEnvironment(environment, clock::say);
      clock.say("The database answers: " + database.description() + ".");
      database.folder().create();
      Stop stop = new Stop(database);
      SpringApplication.getShutdownHandlers().add(stop::run);
      ConfigurableApplicationContext context = start(purpose, port, database);
      stop.afterReady();
      clock.say(
          "Ready: http://localhost:%s  (Ctrl-C stops it)"
              .formatted(context.getEnvironment().getProperty("local.server.port")));
      return 0;
    } catch (RuntimeException failure) {
      System.err.println(sentence(failure, port).orElseThrow(() -> failure));
      return 1;
    }
  }

  /// Looked at before the database is begun; one that is taken later is said all the same.
  private static void refuseTakenPort(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (BindException taken) {
      throw new PortInUseException(port, taken);
    } catch (IOException unknown) {
      throw new UncheckedIOException(unknown);
    }
  }

  private static ConfigurableApplicationContext start(
      Purpose purpose, int port, Database database) {
    SpringApplication application = new SpringApplication(Fairlead.class);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(
        Map.of(
            "logging.file.name", database.folder().log().resolve("fairlead.log").toString(),
            "server.tomcat.basedir", database.folder().temporary().toString(),
            "management.metrics.system.diskspace.paths", database.folder().root().toString(),
            "fairlead.keys", database.folder().keys().toString()));
    // First of all sources: FAIRLEAD_DB_USER in the environment is the owner, and
    // `fairlead.db.user`
    // whom the server works as.
    application.addInitializers(context ->
        context
            .getEnvironment()
            .getPropertySources()
            .addFirst(new MapPropertySource("start", settled(purpose, database))));
    return application.run("--server.port=" + port);
  }

  private static Map<String, Object> settled(Purpose purpose, Database database) {
    DatabaseAccess access = database.access();
    Map<String, Object> properties = new HashMap<>();
    properties.put("fairlead.demo", purpose == Purpose.DEMO);
    properties.put("fairlead.db.url", access.jdbcUrl());
    properties.put("fairlead.db.user", access.application().user());
    properties.put("fairlead.db.password", access.application().password());
    properties.put("fairlead.db.owner-user", access.owner().user());
    properties.put("fairlead.db.owner-password", access.owner().password());
    access
        .reader()
        .ifPresent(reader -> {
          properties.put("fairlead.db.reader-user", reader.user());
          properties.put("fairlead.db.reader-password", reader.password());
        });
    return properties;
  }

  private static Optional<String> sentence(RuntimeException failure, int port) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .flatMap(cause ->
            switch (cause) {
              case DatabaseUnavailable unavailable -> Stream.of(unavailable.getMessage());
              case NewerSchema newer -> Stream.of(newer.getMessage());
              case PortInUseException inUse ->
                  Stream.of(
                      "Port %d is in use by another program, or not for this user to take: choose another with --port."
                          .formatted(port));
              case SQLException sql when "42501".equals(sql.getSQLState()) ->
                  Stream.of(
                      "The role of FAIRLEAD_DB_USER may not change the schema of the database: make it the database's owner (%s)."
                          .formatted(firstLine(sql)));
              case SQLException sql when "53100".equals(sql.getSQLState()) ->
                  Stream.of(
                      "The disk of the database is full. Free some space and start again; nothing that was saved is lost.");
              default -> Stream.<String>empty();
            })
        .findFirst();
  }

  private static String firstLine(SQLException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  /// What is left to do once requests and jobs have ended. A server that was told to stop and did
  /// ends with status 0, where the virtual machine would say that a signal ended it.
  private static final class Stop {
    private final Database database;
    private volatile boolean served;

    Stop(Database database) {
      this.database = database;
    }

    void afterReady() {
      served = true;
    }

    void run() {
      database.close();
      if (served) {
        System.out.println("Stopped.");
        System.out.flush();
        Runtime.getRuntime().halt(ExitCode.FINE);
      }
    }
  }

  /// Says each step with the seconds since the process began.
  private record StartClock(PrintStream out) {
    void say(String sentence) {
      long uptime = java.lang.management.ManagementFactory.getRuntimeMXBean().getUptime();
      out.printf("%5.1f s  %s%n", uptime / 1000.0, sentence);
    }
  }
}
