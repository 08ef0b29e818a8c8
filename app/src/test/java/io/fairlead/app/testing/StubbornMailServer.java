package io.fairlead.app.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A mail server that misbehaves as it is told: refuses recipients, answers late, breaks off, takes
/// a mail and never says so.
public final class StubbornMailServer implements AutoCloseable {
  /// Breaks the connection instead of answering.
  public static final String HANG_UP = "";

  private final ServerSocket socket;
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private volatile String sender = "250 ok";
  private volatile Function<String, String> recipient = _ -> "250 ok";
  private volatile Function<Taken, String> data = _ -> "250 taken";
  private volatile @Nullable SSLContext tls;
  private volatile @Nullable String signIn;

  public StubbornMailServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
  }

  /// A mail that came whole, whatever was answered to it.
  public record Taken(String id, String recipient, String raw) {}

  public int port() {
    return socket.getLocalPort();
  }

  /// Every mail that came whole, in order; one that came twice is here twice.
  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  public StubbornMailServer answersSenders(String with) {
    sender = with;
    return this;
  }

  /// @param answer to the recipient's address
  public StubbornMailServer answersRecipients(Function<String, String> answer) {
    recipient = answer;
    return this;
  }

  /// @param answer to the whole mail; may take its time
  public StubbornMailServer answersMails(Function<Taken, String> answer) {
    data = answer;
    return this;
  }

  /// Speaks only after STARTTLS, and only with who signs in.
  public StubbornMailServer demands(SSLContext context, String user, String password) {
    tls = context;
    signIn = "\0" + user + "\0" + password;
    return this;
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> talk(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket plain) {
    try (Socket _ = plain) {
      Talk talk = new Talk(plain);
      talk.say("220 stubborn");
      while (talk.step()) {}
    } catch (IOException | UncheckedIOException gone) {
      // The other side went away, as it may.
    }
  }

  private final class Talk {
    private Socket socket;
    private BufferedReader in;
    private boolean secure;
    private boolean signedIn;
    private String to = "";

    Talk(Socket plain) throws IOException {
      socket = plain;
      in = reader(plain);
    }

    private static BufferedReader reader(Socket from) throws IOException {
      return new BufferedReader(
          new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8));
    }

    void say(String line) throws IOException {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private boolean answer(String line) throws IOException {
      if (line.equals(HANG_UP)) {
        socket.close();
        return false;
      }
      say(line);
      return true;
    }

    boolean step() throws IOException {
      String line = in.readLine();
      if (line == null) {
        return false;
      }
      String verb = line.toUpperCase(Locale.ROOT);
      if (verb.startsWith("EHLO")) {
        say("250-stubborn");
        if (tls != null && !secure) {
          say("250-STARTTLS");
        }
        return answer(secure ? "250 AUTH PLAIN" : "250 8BITMIME");
      }
      if (verb.equals("STARTTLS")) {
        return startTls();
      }
      if (verb.startsWith("AUTH PLAIN")) {
        String said = line.substring(line.lastIndexOf(' ') + 1);
        signedIn =
            new String(Base64.getDecoder().decode(said), StandardCharsets.UTF_8)
                .endsWith("" + signIn);
        return answer(signedIn ? "235 welcome" : "535 who are you");
      }
      if (verb.startsWith("QUIT")) {
        say("221 bye");
        return false;
      }
      if (verb.startsWith("MAIL")) {
        return answer(tls == null || (secure && signedIn) ? sender : "530 not like this");
      }
      if (verb.startsWith("RCPT")) {
        to = line.replaceAll(".*<(.*)>.*", "$1");
        return answer(recipient.apply(to));
      }
      if (verb.equals("DATA")) {
        say("354 go on");
        return answer(take());
      }
      return answer("250 ok");
    }

    private String take() throws IOException {
      StringBuilder raw = new StringBuilder();
      String line = in.readLine();
      while (line != null && !line.equals(".")) {
        raw.append(line).append('\n');
        line = in.readLine();
      }
      if (line == null) {
        return HANG_UP;
      }
      String id = raw.toString().replaceAll("(?s).*?Message-ID: (<[^>]*>).*", "$1");
      Taken mail = new Taken(id, to, raw.toString());
      taken.add(mail);
      return data.apply(mail);
    }

    private boolean startTls() throws IOException {
      SSLContext context = tls;
      if (context == null) {
        return answer("502 no");
      }
      say("220 go on");
      SSLSocket wrapped =
          (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
      wrapped.setUseClientMode(false);
      wrapped.startHandshake();
      socket = wrapped;
      in = reader(wrapped);
      secure = true;
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
