package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ServerProcess;
import io.fairlead.app.testing.StubbornMailServer;
import io.fairlead.app.testing.StubbornMailServer.Taken;
import io.fairlead.app.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed twice while it sends: every mail arrives, and none twice but what was
/// being handed over at the very moment, at most one a connection and kill, and under the same id.
@Tag("database")
class MailSurvivesTest {
  private static final int MAILS = 2_000;

  @TempDir static Path temporary;

  private Map<String, String> environment = Map.of();

  @Test
  void everyMailIsSentOnceHoweverOftenTheServerIsKilled() throws Exception {
    try (StubbornMailServer mail = new StubbornMailServer()) {
      environment = new HashMap<>(TestDatabase.environment("mail_survives"));
      environment.put("FAIRLEAD_MAIL_HOST", "127.0.0.1");
      environment.put("FAIRLEAD_MAIL_PORT", Integer.toString(mail.port()));
      environment.put("FAIRLEAD_MAIL_FROM", "people@quist.example");
      environment.put("FAIRLEAD_MAIL_SECURITY", "none");
      environment.put("FAIRLEAD_MAIL_TIMEOUT", "1s");
      environment.put("FAIRLEAD_MAIL_CONNECTIONS", "1");
      environment.put("FAIRLEAD_URL", "http://people.quist.example");
      try (ServerProcess first = ServerProcess.start(temporary.resolve("first"), environment)) {
        queued(first);
        await(() -> mail.taken().size() > MAILS / 3);
        first.kill();
      }
      // The second kill hits a mail that was taken while nobody had been told so.
      int before = mail.taken().size();
      assertThat(before).isLessThan(MAILS);
      try (ServerProcess second = ServerProcess.start(temporary.resolve("second"), environment)) {
        second.ready();
        await(() -> mail.taken().size() > before + MAILS / 3);
        mail.answersMails(_ -> never());
        int stuck = mail.taken().size();
        await(() -> mail.taken().size() > stuck);
        second.kill();
      }
      mail.answersMails(_ -> "250 taken");
      try (ServerProcess third = ServerProcess.start(temporary.resolve("third"), environment)) {
        third.ready();
        await(() -> ask("select count(*) from outgoing_mail where state = 'sent'") == MAILS);
      }
      List<Taken> taken = mail.taken();
      Set<String> ids = new HashSet<>();
      taken.forEach(each -> ids.add(each.id()));
      assertThat(ids).as("nothing is lost").hasSize(MAILS);
      assertThat(taken).as("once, but for one a kill").hasSizeBetween(MAILS, MAILS + 2);
      assertThat(ask("select count(*) from outgoing_mail where perhaps_twice"))
          .as("and it is known which")
          .isGreaterThanOrEqualTo(taken.size() - MAILS)
          .isLessThanOrEqualTo(2);
    }
  }

  private static String never() {
    try {
      TimeUnit.MINUTES.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return StubbornMailServer.HANG_UP;
  }

  private void queued(ServerProcess server) throws Exception {
    server.ready();
    try (Connection connection = TestDatabase.connect(environment);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into person (id, created_at) select gen_random_uuid(), now() from generate_series(1, 20);
          insert into identity (person, name, email) select id, 'Somebody', id || '@quist.example' from person;
          insert into mail_audience (id, everyone, opened_at) values (gen_random_uuid(), true, now());
          insert into outgoing_mail (id, recipient, kind, letter, queued_at, next_at)
          select gen_random_uuid(), i.person, 'told', '{"subject": "mail.told.subject.one", "parameters": ["1"],
            "lines": [{"key": "inbox.when", "parameters": ["noon"]}], "why": "mail.told.why"}', now(), now()
          from identity i, generate_series(1, %d)
          """
              .formatted(MAILS / 20));
    }
  }

  private interface Question {
    boolean holds() throws SQLException;
  }

  private static void await(Question question) throws SQLException, InterruptedException {
    for (int tries = 0; tries < 24_000; tries++) {
      if (question.holds()) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    throw new IllegalStateException("it never came so far");
  }

  private int ask(String question) throws SQLException {
    try (Connection connection = TestDatabase.connect(environment);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      assertThat(row.next()).isTrue();
      return row.getInt(1);
    }
  }
}
