package io.fairlead.app.messages;

import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/// What mail servers say, cut to a line that is fit to be shown.
final class Replies {
  private static final int LONGEST = 300;

  /// A reply's code, and its enhanced status (RFC 3463).
  private static final Pattern NUMBERS =
      Pattern.compile("^([245]\\d\\d)(?:[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b)?");

  private static final Pattern OURS = Pattern.compile("[A-Za-z-]+");

  private Replies() {}

  static String line(@Nullable String said) {
    String line = PlainText.line(Objects.requireNonNullElse(said, ""));
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }

  /// What is kept of a reply about somebody who has no account: what it means, as a code of ours
  /// (message key `mail.trouble.<code>`) or as the server's own number. Its words mostly repeat the
  /// address, which whoever wrote it down may have forgotten by then.
  static String withoutWords(String reply) {
    Matcher numbers = NUMBERS.matcher(reply);
    if (!numbers.find()) {
      return OURS.matcher(reply).matches() ? reply : "";
    }
    String status = Objects.requireNonNullElse(numbers.group(2), "");
    if (status.matches("5\\.1\\.(1|2|3|6|10)")) {
      return "no-such-address";
    }
    if (status.matches("[45]\\.2\\.2")) {
      return "mailbox-full";
    }
    return status.isEmpty() ? numbers.group(1) : numbers.group(1) + " " + status;
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
