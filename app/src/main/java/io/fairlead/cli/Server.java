package io.fairlead.cli;

import io.fairlead.app.Fairlead;
import io.fairlead.app.platform.database.Database;
import io.fairlead.app.platform.database.DatabaseAccess;
import io.fairlead.app.platform.database.DatabaseUnavailable;
import io.fairlead.app.platform.database.Databases;
import io.fairlead.app.platform.database.Migrations.NewerSchema;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

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

  private Server() {}

  /// Returns 0 once the server answers (it then runs on its own threads), 1 when it cannot start.
  static int run(Purpose purpose, int port) {
    StartClock clock = new StartClock(System.out);
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putIfAbsent("FAIRLEAD_DATA", purpose.folder);
    @Nullable Database database = null;
    try {
      clock.say("Starting Fairlead.");
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

  private static ConfigurableApplicationContext start(
      Purpose purpose, int port, Database database) {
    SpringApplication application = new SpringApplication(Fairlead.class);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(properties(purpose, database));
    return application.run("--server.port=" + port);
  }

  private static Map<String, Object> properties(Purpose purpose, Database database) {
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
    properties.put("fairlead.keys", database.folder().keys().toString());
    properties.put("logging.file.name", database.folder().log().resolve("fairlead.log").toString());
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
                      "Port %d is in use by another program: choose another with --port."
                          .formatted(port));
              default -> Stream.<String>empty();
            })
        .findFirst();
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
