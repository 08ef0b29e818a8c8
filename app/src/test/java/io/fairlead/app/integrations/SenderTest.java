package io.fairlead.app.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.integrations.Sender.Answer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {
  private static final Duration SHORT = Duration.ofMillis(700);

  private final Receiver receiver = new Receiver();
  private final Sender near = new Sender(true, SHORT);

  @AfterEach
  void close() throws Exception {
    receiver.close();
  }

  @Test
  void aMessageArrivesWholeWithItsHeaders() {
    Answer answer = near.post(receiver.address(), Map.of("webhook-id", "msg_1"), "{\"a\": 1}");
    assertThat(answer).isEqualTo(new Answer(204, null));
    Receiver.Got got = receiver.got().getFirst();
    assertThat(got.line()).isEqualTo("POST /hook?a=b HTTP/1.1");
    assertThat(got.header("webhook-id")).isEqualTo("msg_1");
    assertThat(got.header("host")).startsWith("127.0.0.1:");
    assertThat(got.body()).isEqualTo("{\"a\": 1}");
  }

  @Test
  void aRedirectIsAnAnswerAndIsNotFollowed() throws Exception {
    try (Receiver other = new Receiver()) {
      receiver.answers(
          Receiver.saying("HTTP/1.1 302 Found\r\nLocation: " + other.address() + "\r\n\r\n"));
      assertThat(near.post(receiver.address(), Map.of(), "{}")).isEqualTo(new Answer(302, null));
      assertThat(other.got()).isEmpty();
    }
  }

  @Test
  void anEndlessBodyIsNotTakenIn() {
    receiver.answers(out -> {
      out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] block = new byte[1 << 16];
      while (true) {
        out.write(block);
      }
    });
    long begin = System.nanoTime();
    assertThat(near.post(receiver.address(), Map.of(), "{}").status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SHORT);
  }

  @Test
  void silenceAndDrippingEndAtTheDeadline() {
    receiver.answers(_ -> Thread.sleep(Duration.ofSeconds(20)));
    assertEndsInTime("timeout");
    receiver.answers(out -> {
      for (char letter : "HTTP/1.1 200 OK and so on and so on".toCharArray()) {
        out.write(letter);
        out.flush();
        Thread.sleep(100);
      }
    });
    assertEndsInTime("timeout");
  }

  private void assertEndsInTime(String problem) {
    long begin = System.nanoTime();
    assertThat(near.post(receiver.address(), Map.of(), "{}")).isEqualTo(Answer.failed(problem));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SHORT.multipliedBy(3));
  }

  @Test
  void whatIsNoHttpIsNoAnswer() throws Exception {
    receiver.answers(Receiver.saying("SSH-2.0-OpenSSH_9.9\r\n"));
    assertThat(near.post(receiver.address(), Map.of(), "{}")).isEqualTo(Answer.failed("no-http"));
    receiver.answers(Receiver.saying("x".repeat(100_000)));
    assertThat(near.post(receiver.address(), Map.of(), "{}")).isEqualTo(Answer.failed("no-http"));
    receiver.answers(Receiver.saying(""));
    assertThat(near.post(receiver.address(), Map.of(), "{}")).isEqualTo(Answer.failed("no-http"));
    int nobody;
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = other.getLocalPort();
    }
    assertThat(near.post("http://127.0.0.1:" + nobody + "/", Map.of(), "{}"))
        .isEqualTo(Answer.failed("connection"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "192.0.0.1",
        "203.0.113.9",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::1",
        "2001:0:7f00:1::1"
      })
  void nothingIsSentIntoThePrivateNetwork(String address) throws Exception {
    assertThat(WebhookAddress.isPublic(InetAddress.getByName(address))).isFalse();
    String host = address.contains(":") ? "[" + address + "]" : address;
    assertThat(new Sender(false, SHORT).post("https://" + host + "/", Map.of(), "{}"))
        .isEqualTo(Answer.failed("private-address"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"93.184.215.14", "172.15.0.1", "100.128.0.1", "192.1.0.1", "2606:4700::1"})
  void publicAddressesArePublic(String address) throws Exception {
    assertThat(WebhookAddress.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void namesAndNumbersThatMeanThisMachineAreFoundOut() {
    Sender far = new Sender(false, SHORT);
    for (String host : new String[] {"localhost", "2130706433", "0x7f000001", "127.1"}) {
      assertThat(far.post("https://" + host + "/", Map.of(), "{}").status()).as(host).isZero();
    }
    assertThat(far.post("https://localhost/", Map.of(), "{}"))
        .isEqualTo(Answer.failed("private-address"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hooks.example.org",
        "ftp://example.org/",
        "http://example.org/",
        "https://user:secret@example.org/",
        "https://example.org/#part",
        "https:///path",
        "https://example.org/a b",
        "https://example.org/\r\nX: y",
        "javascript:alert(1)"
      })
  void oddAddressesAreRefused(String address) {
    assertThat(WebhookAddress.of(address, false)).isEmpty();
  }
}
