package io.fairlead.app.messages;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// How mail leaves, as the operator set it: `fairlead.mail.*` and `fairlead.url`
/// (`docs/operations/mail.md`). Without a host nothing leaves, and every link can be copied.
@Component
final class MailSettings {
  /// How the way to the mail server is protected.
  enum Security {
    STARTTLS,
    TLS,
    NONE
  }

  private final String host;
  private final int port;
  private final String user;
  private final String password;
  private final String from;
  private final String security;
  private final Duration timeout;
  private final int connections;
  private final String url;

  MailSettings(
      @Value("${fairlead.mail.host:}") String host,
      @Value("${fairlead.mail.port:587}") int port,
      @Value("${fairlead.mail.user:}") String user,
      @Value("${fairlead.mail.password:}") String password,
      @Value("${fairlead.mail.from:}") String from,
      @Value("${fairlead.mail.security:starttls}") String security,
      @Value("${fairlead.mail.timeout:30s}") Duration timeout,
      @Value("${fairlead.mail.connections:2}") int connections,
      @Value("${fairlead.url:}") String url) {
    this.host = host.strip();
    this.port = port;
    this.user = user;
    this.password = password;
    this.from = from.strip();
    this.security = security.strip();
    this.timeout = timeout;
    this.connections = Math.clamp(connections, 1, 20);
    this.url = url.strip().replaceFirst("/+$", "");
  }

  /// The settings that are missing or wrong, by name; empty when mail can leave.
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (host.isEmpty()) {
      missing.add("fairlead.mail.host");
    }
    if (!isAddress(from)) {
      missing.add("fairlead.mail.from");
    }
    if (!url.matches("https?://[^\\s/]+(/\\S*)?")) {
      missing.add("fairlead.url");
    }
    if (!security.matches("starttls|tls|none")) {
      missing.add("fairlead.mail.security");
    }
    return missing;
  }

  private static boolean isAddress(String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      return address.getAddress().contains("@");
    } catch (AddressException e) {
      return false;
    }
  }

  boolean ready() {
    return missing().isEmpty();
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  String user() {
    return user;
  }

  String password() {
    return password;
  }

  /// `people@example.org`, or with a name before it.
  String from() {
    return from;
  }

  /// What stands behind the `@` of every Message-ID.
  String domain() {
    return from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
  }

  Security security() {
    return Security.valueOf(security.toUpperCase(java.util.Locale.ROOT));
  }

  Duration timeout() {
    return timeout;
  }

  int connections() {
    return connections;
  }

  /// Where browsers reach this server, without a slash at its end; empty where nobody said.
  String url() {
    return url;
  }
}
