package io.fairlead.app.integrations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Posts one message to one address, and reads of the answer its first line alone: no redirect is
/// followed, no body is taken in, and all of it ends within a deadline, however the other side
/// behaves. The connection goes to the address that was looked at, and TLS to the name.
final class Sender {
  static final Duration CONNECTING = Duration.ofSeconds(5);
  static final Duration LONGEST = Duration.ofSeconds(15);
  private static final int LONGEST_LINE = 1_024;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");

  private final boolean anywhere;
  private final Duration longest;

  /// @param anywhere whether private addresses and plain `http` are allowed
  Sender(boolean anywhere, Duration longest) {
    this.anywhere = anywhere;
    this.longest = longest;
  }

  /// What became of a message.
  ///
  /// @param status of the answer; 0 without one
  /// @param problem why there is no answer, as a code; null with one
  record Answer(int status, @Nullable String problem) {
    boolean isTaken() {
      return status >= 200 && status < 300;
    }

    static Answer failed(String problem) {
      return new Answer(0, problem);
    }
  }

  Answer post(String url, Map<String, String> headers, String body) {
    WebhookAddress address = WebhookAddress.of(url, anywhere).orElse(null);
    if (address == null) {
      return Answer.failed("address");
    }
    long deadline = System.nanoTime() + longest.toNanos();
    try (Socket plain = new Socket()) {
      plain.connect(
          new InetSocketAddress(address.resolved(anywhere), address.port()),
          (int) Math.min(CONNECTING.toMillis(), longest.toMillis()));
      plain.setSoTimeout((int) longest.toMillis());
      try (Socket socket = address.isSecure() ? secured(plain, address) : plain) {
        socket.getOutputStream().write(request(address, headers, body));
        socket.getOutputStream().flush();
        return status(firstLine(socket, deadline));
      }
    } catch (WebhookAddress.Forbidden e) {
      return Answer.failed("private-address");
    } catch (java.net.UnknownHostException e) {
      return Answer.failed("unknown-host");
    } catch (SocketTimeoutException e) {
      return Answer.failed("timeout");
    } catch (SSLException e) {
      return Answer.failed("certificate");
    } catch (IOException e) {
      return Answer.failed("connection");
    }
  }

  private static Socket secured(Socket plain, WebhookAddress address) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket =
        (SSLSocket) factory.createSocket(plain, address.host(), address.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static byte[] request(WebhookAddress address, Map<String, String> headers, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder();
    head.append("POST ").append(address.target()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(address.uri().getRawAuthority()).append("\r\n");
    head.append("Connection: close\r\nUser-Agent: Fairlead\r\n");
    head.append("Content-Type: application/json\r\nContent-Length: ");
    head.append(content.length).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("\r\n");
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(content);
    return request.toByteArray();
  }

  private static String firstLine(Socket socket, long deadline) throws IOException {
    InputStream answer = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    while (line.length() < LONGEST_LINE) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new SocketTimeoutException();
      }
      socket.setSoTimeout((int) left);
      int letter = answer.read();
      if (letter < 0 || letter == '\n') {
        break;
      }
      line.append((char) letter);
    }
    return line.toString().strip();
  }

  private static Answer status(String line) {
    Matcher status = STATUS.matcher(line);
    return status.matches()
        ? new Answer(Integer.parseInt(status.group(1)), null)
        : Answer.failed("no-http");
  }
}
