package io.fairlead.app.messages;

import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/// What mail servers say, cut to a line that is fit to be shown.
final class Replies {
  private static final int LONGEST = 300;

  private Replies() {}

  static String line(@Nullable String said) {
    String line = PlainText.line(Objects.requireNonNullElse(said, ""));
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }

  /// Why there is no connection: a code of ours (message key `mail.trouble.<code>`) where it is
  /// known, else what the server said.
  static String ofConnecting(MessagingException failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      switch (cause) {
        case UnknownHostException _ -> {
          return "unknown-host";
        }
        case SocketTimeoutException _ -> {
          return "silent";
        }
        case SSLException _ -> {
          return "not-trusted";
        }
        case ConnectException _ -> {
          return "not-there";
        }
        default -> {}
      }
    }
    if (failure instanceof MailConnectException) {
      return "not-there";
    }
    String said = line(failure.getMessage());
    return said.contains("STARTTLS") ? "no-starttls" : said;
  }

  private static @Nullable Throwable next(Throwable cause) {
    Exception next = cause instanceof MessagingException mail ? mail.getNextException() : null;
    return next == null ? cause.getCause() : next;
  }
}
