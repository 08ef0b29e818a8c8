package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.disclosure.CustodianKey;
import io.fairlead.app.feedback.EscrowsAtHand;
import io.fairlead.app.feedback.EscrowsAtHand.Closed;
import io.fairlead.app.platform.Role;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// From two custodians' keys to who wrote one comment, by the commands that they type.
@AppTest
class EscrowEndToEndTest {
  @Autowired EscrowsAtHand atHand;
  @Autowired Company company;
  @Autowired ApiClient api;
  @Autowired TestClock clock;
  @Autowired JsonMapper json;

  @TempDir Path sofias;
  @TempDir Path liams;

  @BeforeEach
  void asNew() {
    company.reset();
    company.grant(Person.YUKI, Role.PEOPLE_OPS, null);
    // The commands read the time of the machine that they are typed on.
    clock.set(Clock.systemUTC().instant());
  }

  private static CustodianKey key(Path file) throws IOException {
    assertThat(Shell.run("feedback", "escrow", "key", file).code()).isZero();
    return CustodianKey.read(Files.readString(Path.of(file + ".pub"))).orElseThrow();
  }

  private HttpResponse<String> post(Person person, String path, String body) {
    HttpResponse<String> answer =
        api.as(person, "feedback:read", "feedback:write").json("POST", path, body);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer;
  }

  @Test
  void keysRoundCloseRequestAndBothOpen() throws IOException {
    Path sofiasKey = sofias.resolve("escrow.key");
    Path liamsKey = liams.resolve("escrow.key");
    Closed closed = atHand.closed(key(sofiasKey), key(liamsKey));
    String escrow = "/api/v1/feedback/rounds/" + closed.round() + "/escrow/requests";
    String request =
        escrow
            + "/"
            + json.readTree(
                    post(
                            Person.YUKI,
                            escrow,
                            "{\"comment\": \"%s\", \"because\": \"threat\"}"
                                .formatted(closed.of(Person.AIKO)))
                        .body())
                .get("id")
                .asString();
    post(Person.ELIF, request + "/decision", "{\"agree\": true}");
    Path handed =
        Files.writeString(
            sofias.resolve("package.json"), post(Person.YUKI, request + "/package", "").body());
    Shell alone = Shell.run("feedback", "escrow", "open", handed, "--key", liamsKey);
    assertThat(alone.code()).isEqualTo(ExitCode.BAD_INPUT);
    Path inner = liams.resolve("package.json");
    Shell first =
        Shell.run(
            "feedback",
            "escrow",
            "open",
            handed,
            "--key",
            sofiasKey,
            "--round",
            closed.round(),
            "--out",
            inner);
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(Files.readString(inner)).doesNotContain("Aiko", Person.AIKO.id().toString());
    Shell second =
        Shell.run(
            "feedback",
            "escrow",
            "open",
            inner,
            "--key",
            liamsKey,
            "--comment",
            closed.of(Person.AIKO));
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.out())
        .contains("was written by Aiko Mori (person " + Person.AIKO.id() + ", asked as report)");
  }
}
