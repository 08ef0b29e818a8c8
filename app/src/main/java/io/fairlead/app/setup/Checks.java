package io.fairlead.app.setup;

import static io.fairlead.app.setup.SetupPolicy.READ;
import static io.fairlead.app.setup.SetupPolicy.SERVER;
import static io.fairlead.app.setup.SetupPolicy.SETUP;

import io.fairlead.app.messages.Mailroom;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.decisions.DecisionCheck;
import io.fairlead.app.platform.policy.Permissions;
import io.fairlead.app.setup.Check.State;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/// Looks whether the server is ready for people: what each thing found says, and the command that
/// puts it right.
@Service
class Checks {
  private static final long LITTLE_SPACE = 5L << 30;
  private static final long TOO_LITTLE_SPACE = 1L << 30;
  private static final Duration FAR = Duration.ofMillis(10);
  private static final Duration CLOCKS_APART = Duration.ofSeconds(2);
  private static final Duration OLD_BACKUP = Duration.ofDays(2);
  private static final int OLDEST_POSTGRESQL = 15;
  private static final int TRIES = 3;

  private final ServerStore server;
  private final DecisionCheck decisions;
  private final Mailroom mailroom;
  private final Permissions permissions;
  private final Clock clock;
  private final Path keys;
  private final String url;
  private final String databaseUser;
  private final String owner;

  Checks(
      ServerStore server,
      DecisionCheck decisions,
      Mailroom mailroom,
      Permissions permissions,
      Clock clock,
      @Value("${fairlead.keys:fairlead-data/keys}") Path keys,
      @Value("${fairlead.url:}") String url,
      @Value("${fairlead.db.user}") String databaseUser,
      @Value("${fairlead.db.owner-user:${fairlead.db.user}}") String owner) {
    this.server = server;
    this.decisions = decisions;
    this.mailroom = mailroom;
    this.permissions = permissions;
    this.clock = clock;
    this.keys = keys;
    this.url = url.strip();
    this.databaseUser = databaseUser;
    this.owner = owner;
  }

  /// All of them; empty for somebody whom the server is none of the business of.
  ///
  /// @param secure whether the one who asks came by TLS
  Optional<List<Check>> all(Viewer viewer, boolean secure) {
    return permissions.allows(viewer, SETUP, READ, SERVER)
        ? Optional.of(
            List.of(
                database(), decisions(), disk(), tls(secure), clocks(), mail(), signOn(), backup()))
        : Optional.empty();
  }

  private Check database() {
    String version = server.version();
    int major = Integer.parseInt(version.replaceFirst("\\D.*", ""));
    if (major < OLDEST_POSTGRESQL) {
      return Check.of("database", State.WRONG, "pg_upgrade --help", "old", version);
    }
    Duration answer = Duration.ofDays(1);
    for (int i = 0; i < TRIES; i++) {
      long began = System.nanoTime();
      server.now();
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      answer = took.compareTo(answer) < 0 ? took : answer;
    }
    if (answer.compareTo(FAR) > 0) {
      return Check.of(
          "database",
          State.ATTENTION,
          "FAIRLEAD_DB_URL=jdbc:postgresql://NEARER-HOST:5432/fairlead fairlead serve",
          "far",
          version,
          answer.toMillis());
    }
    return databaseUser.equals(owner)
        ? Check.of(
            "database",
            State.ATTENTION,
            "FAIRLEAD_DB_APP_USER=fairlead_app FAIRLEAD_DB_APP_PASSWORD=... fairlead serve",
            "one-role",
            version)
        : Check.fine("database", "fine", version);
  }

  private Check decisions() {
    List<DecisionCheck.Obstacle> obstacles = decisions.obstacles();
    if (obstacles.isEmpty()) {
      return Check.fine("decisions", "fine");
    }
    String role = "CREATE ROLE fairlead_decisions NOLOGIN; ";
    String member = "GRANT fairlead_decisions TO %s;".formatted(databaseUser);
    return switch (obstacles.getFirst()) {
      case NO_ROLE -> Check.of("decisions", State.ATTENTION, role + member, "no-role");
      case NOT_A_MEMBER -> Check.of("decisions", State.ATTENTION, member, "not-a-member");
      case ROLE_RULES ->
          Check.of(
              "decisions",
              State.ATTENTION,
              "DROP OWNED BY fairlead_decisions; DROP ROLE fairlead_decisions; " + role + member,
              "role-rules");
      case REACHES_MORE -> Check.of("decisions", State.ATTENTION, "fairlead serve", "reaches-more");
      case REACHES_LESS -> Check.of("decisions", State.ATTENTION, "fairlead serve", "reaches-less");
    };
  }

  private Check disk() {
    Path folder = keys.toAbsolutePath();
    while (!Files.exists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    try {
      FileStore disk = Files.getFileStore(folder);
      long free = disk.getUsableSpace();
      double gigabytes = free / (double) (1L << 30);
      if (free >= LITTLE_SPACE) {
        return Check.fine("disk", "fine", gigabytes);
      }
      return Check.of(
          "disk",
          free < TOO_LITTLE_SPACE ? State.WRONG : State.ATTENTION,
          "FAIRLEAD_DATA=/A/LARGER/DISK/fairlead-data fairlead serve",
          "little",
          gigabytes);
    } catch (IOException unknown) {
      return Check.of("disk", State.ATTENTION, "df -h", "unknown");
    }
  }

  private Check tls(boolean secure) {
    if (url.startsWith("https://")) {
      return secure
          ? Check.fine("tls", "fine", url)
          : Check.of(
              "tls",
              State.ATTENTION,
              "proxy_set_header X-Forwarded-Proto $scheme;",
              "not-told",
              url);
    }
    return Check.of(
        "tls",
        State.ATTENTION,
        "FAIRLEAD_URL=https://fairlead.example.org fairlead serve",
        secure ? "unnamed" : "plain");
  }

  private Check clocks() {
    Instant theirs = server.now();
    Duration apart = Duration.between(clock.instant(), theirs).abs();
    return apart.compareTo(CLOCKS_APART) <= 0
        ? Check.fine("clock", "fine")
        : Check.of("clock", State.WRONG, "timedatectl set-ntp true", "apart", apart.toSeconds());
  }

  private Check mail() {
    List<String> missing = mailroom.missing();
    if (!missing.isEmpty()) {
      String settings =
          missing.stream()
              .map(name -> name.toUpperCase(Locale.ROOT).replace('.', '_') + "=...")
              .collect(Collectors.joining(" "));
      return Check.of("mail", State.ATTENTION, settings + " fairlead serve", "missing");
    }
    return mailroom
        .trouble()
        .map(what -> Check.of("mail", State.WRONG, "docs/operations/mail.md", "trouble", what))
        .orElseGet(() -> Check.fine("mail", "fine"));
  }

  private static Check signOn() {
    return new Check("sign-on", State.NOTE, "check.sign-on.own", List.of(), "");
  }

  private Check backup() {
    String command = "fairlead backup company.backup";
    return server
        .lastBackup()
        .map(at -> {
          long hours = Duration.between(at, clock.instant()).toHours();
          return hours <= OLD_BACKUP.toHours()
              ? Check.fine("backup", "fine", hours)
              : Check.of("backup", State.ATTENTION, command, "old", hours / 24);
        })
        .orElseGet(() -> Check.of("backup", State.ATTENTION, command, "none"));
  }
}
