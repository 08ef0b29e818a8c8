package io.fairlead.app.integrations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A real receiver on this machine, which answers as a test wants: well, badly, slowly, for ever.
final class Receiver implements AutoCloseable {
  /// How it answers what it was sent.
  interface Manner {
    void answer(OutputStream out) throws IOException, InterruptedException;
  }

  /// What it was sent.
  record Got(String line, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  private final ServerSocket server;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private volatile Manner manner = saying("HTTP/1.1 204 No Content\r\n\r\n");

  Receiver() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  static Manner saying(String answer) {
    return out -> {
      out.write(answer.getBytes(StandardCharsets.US_ASCII));
      out.flush();
    };
  }

  void answers(Manner other) {
    manner = other;
  }

  void answers(int status) {
    manner = saying("HTTP/1.1 " + status + " So be it\r\nContent-Length: 0\r\n\r\n");
  }

  String address() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/hook?a=b";
  }

  List<Got> got() {
    return got;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String first = in.readLine();
      Map<String, String> headers = new TreeMap<>();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
      char[] body = new char[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
      int read = 0;
      while (read < body.length) {
        int some = in.read(body, read, body.length - read);
        if (some < 0) {
          break;
        }
        read += some;
      }
      got.add(new Got(String.valueOf(first), headers, new String(body)));
      manner.answer(socket.getOutputStream());
    } catch (IOException hungUp) {
      // the sender had enough
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
