package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.FrameworkEdit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class ApplyTest {
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired Frameworks frameworks;
  @Autowired Goals goals;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;
  @TempDir Path folder;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private Path file(String path, Object value) throws IOException {
    return Files.writeString(
        folder.resolve("next.yaml"), FrameworkEdit.set(DefaultFramework.text(), path, value));
  }

  private static Shell run(String token, Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.run(
            new Terminal(new PrintWriter(out), new PrintWriter(err)),
            Map.of(ApiServer.TOKEN, token),
            java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    return new Shell(code, out.toString(), err.toString());
  }

  private String token(Person person, String... scopes) {
    String token = "flt_" + UUID.randomUUID();
    try {
      database
          .sql(
              """
              insert into api_token (id, token_hash, person, name, scopes, created_at, expires_at)
              values (:id, :hash, :person, 'cli', :scopes, :now, :expires)
              """)
          .param("id", UUID.randomUUID())
          .param(
              "hash",
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)))
          .param("person", person.id())
          .param("scopes", scopes)
          .param("now", Timestamp.from(clock.instant()))
          .param("expires", Timestamp.from(clock.instant().plus(Duration.ofDays(1))))
          .update();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    return token;
  }

  @Test
  void aDocumentIsPlannedAgainstAndPutInForceOnARunningServer() throws IOException {
    Path next = file("cadence.check-ins.rhythm", "every-two-weeks");
    String token = token(Person.ELIF, "framework:read", "framework:write");

    Shell plan = run(token, "plan", next, "--against", visitors.address());
    assertThat(plan.err()).isEmpty();
    assertThat(plan.out()).startsWith("~ Check-ins move from weekly to every two weeks.");

    Shell apply =
        run(token, "apply", next, "--to", visitors.address() + "/", "--because", "Agreed.");
    assertThat(apply.err()).isEmpty();
    assertThat(apply.code()).isZero();
    assertThat(apply.out()).contains("~ Check-ins move", "Version 1 is in force.");
    assertThat(frameworks.history().getFirst().reason()).isEqualTo("Agreed.");

    Shell again =
        run(token, "apply", next, "--to", visitors.address(), "--because", "Again.", "--json");
    assertThat(JsonMapper.shared().readTree(again.out()).path("version").intValue()).isEqualTo(1);
    assertThat(frameworks.history()).hasSize(1);
  }

  @Test
  void whatWouldStrandRunningObjectivesIsRefusedWithTheirTitles() throws IOException {
    goals.objective(Person.MARA, "Sites report");
    Shell shell =
        run(
            token(Person.ELIF, "framework:read", "framework:write"),
            "apply",
            file("goals.objective-kinds", List.of("committed")),
            "--to",
            visitors.address(),
            "--because",
            "Agreed.");
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.err()).contains("“Sites report”");
    assertThat(frameworks.history()).isEmpty();
  }

  @Test
  void whoMayNotOrCannotReachTheServerIsToldWhy() throws IOException {
    Path next = file("organisation.name", "Brightwell");
    String here = visitors.address();
    assertThat(run("", "apply", next, "--to", here, "--because", "x").err())
        .contains("set FAIRLEAD_TOKEN");
    assertThat(run("flt_wrong", "apply", next, "--to", here, "--because", "x").err())
        .contains("does not know the token");
    Shell mara =
        run(
            token(Person.MARA, "framework:read", "framework:write"),
            "apply",
            next,
            "--to",
            here,
            "--because",
            "x");
    assertThat(mara.code()).isEqualTo(2);
    assertThat(mara.err()).contains("not change it");
    Shell nowhere = run("flt_x", "plan", next, "--against", "http://127.0.0.1:9");
    assertThat(nowhere.code()).isEqualTo(2);
    assertThat(nowhere.err()).contains("cannot reach http://127.0.0.1:9");
  }
}
