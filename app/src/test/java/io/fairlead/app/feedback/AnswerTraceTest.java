package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.feedback.RoundsAtHand.GuestAtHand;
import io.fairlead.app.feedback.RoundsAtHand.RoundAtHand;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.ApiClient.Program;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestDatabase;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

/// Answering changes one table, whose content nobody can read, and says nothing anywhere else:
/// looked for by the owner of the database, in every table of it.
@AppTest
@ExtendWith(OutputCaptureExtension.class)
class AnswerTraceTest {
  private static final String WORD = "Zwiebelfisch";

  /// They say that somebody used their session or their token, whatever for.
  private static final Set<String> OF_EVERY_REQUEST = Set.of("public.session", "public.api_token");

  @Autowired RoundsAtHand rounds;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired Environment environment;

  private RoundAtHand round;

  @BeforeEach
  void aRoundAboutMara() {
    company.reset();
    round = rounds.aboutMara();
  }

  private Connection owner() throws SQLException {
    return DriverManager.getConnection(
        TestDatabase.url(),
        environment.getRequiredProperty("fairlead.db.owner-user"),
        environment.getProperty("fairlead.db.owner-password", ""));
  }

  /// Every table with all that stands in it, hidden columns that tell of locks and writers
  /// included.
  private Map<String, List<String>> everything() throws SQLException {
    Map<String, List<String>> found = new TreeMap<>();
    try (Connection owner = owner();
        Statement statement = owner.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              """
              select schemaname || '.' || quote_ident(tablename) from pg_tables
              where schemaname not in ('pg_catalog', 'information_schema')
              """)) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        List<String> content = new ArrayList<>();
        try (ResultSet rows =
            statement.executeQuery(
                "select t.xmin::text || ' ' || t.xmax::text || ' ' || t::text from "
                    + table
                    + " t")) {
          while (rows.next()) {
            content.add(rows.getString(1));
          }
        }
        found.put(table, content.stream().sorted().toList());
      }
    }
    return found;
  }

  private static Set<String> changed(
      Map<String, List<String>> before, Map<String, List<String>> after) {
    Set<String> changed = new TreeSet<>();
    after.forEach((table, content) -> {
      if (!content.equals(before.get(table))) {
        changed.add(table);
      }
    });
    changed.removeAll(OF_EVERY_REQUEST);
    return changed;
  }

  @Test
  void answeringLeavesOneSealedRowAndNothingElse(CapturedOutput output) throws SQLException {
    GuestAtHand guest = rounds.guest(round.id(), round.subject(), "Carla Vance");
    Visitor jonas = visitors.as(Person.JONAS);
    String page = "/feedback/give/" + round.of(Person.JONAS);
    jonas.page(page);
    Visitor outside = visitors.stranger();
    String given = "/give/" + guest.token() + "/" + guest.invitation();
    outside.page(given);
    Program dev = api.as(Person.DEV, "feedback:read", "feedback:write");
    String one = "/api/v1/feedback/invitations/" + round.of(Person.DEV);
    Map<String, List<String>> before = everything();

    assertThat(jonas.post(page, "version", "0", "comments.start", WORD).statusCode())
        .isEqualTo(302);
    assertThat(
            jonas
                .post(page + "/autosave", "version", "1", "comments.start", WORD + " again")
                .statusCode())
        .isEqualTo(200);
    assertThat(jonas.post(page, "version", "0", "comments.start", "or " + WORD).statusCode())
        .isEqualTo(409);
    assertThat(jonas.post(page, "version", "2", "comments.start", WORD.repeat(500)).statusCode())
        .isEqualTo(422);
    assertThat(outside.post(given, "version", "0", "comments.stop", WORD).statusCode())
        .isEqualTo(302);
    String body = "{\"comments\": {\"start\": \"" + WORD + "\"}}";
    assertThat(dev.json("PUT", one, body, "If-Match", "\"0\"", "Idempotency-Key", "k").statusCode())
        .isEqualTo(200);
    assertThat(jonas.page(page).body()).contains(WORD);

    Map<String, List<String>> after = everything();
    assertThat(changed(before, after)).containsExactly("sealed.round", "sealed.sheet");
    // Of the round itself only that savings waited for each other: no column of it says anything.
    assertThat(withoutHidden(after, "sealed.round"))
        .isEqualTo(withoutHidden(before, "sealed.round"));
    assertThat(after.values().stream().flatMap(List::stream).filter(row -> row.contains(WORD)))
        .isEmpty();
    assertThat(output.getAll()).doesNotContain(WORD, round.of(Person.JONAS).toString());
  }

  @Test
  void takingBackAndBeingRefusedLeaveNothing(CapturedOutput output) throws SQLException {
    Visitor jonas = visitors.as(Person.JONAS);
    String page = "/feedback/give/" + round.of(Person.JONAS);
    jonas.page(page);
    Visitor elif = visitors.as(Person.ELIF);
    elif.page("/account");
    Map<String, List<String>> before = everything();
    jonas.post(page, "version", "0", "comments.start", WORD);
    jonas.post(page + "/withdrawal");
    assertThat(elif.page(page).statusCode()).isEqualTo(404);
    assertThat(elif.post(page, "version", "0", "comments.start", WORD).statusCode()).isEqualTo(404);
    assertThat(changed(before, everything())).containsExactly("sealed.round");
    assertThat(output.getAll()).doesNotContain(WORD);
  }

  private static List<String> withoutHidden(Map<String, List<String>> all, String table) {
    return all.getOrDefault(table, List.of()).stream()
        .map(row -> row.replaceFirst("^\\d+ \\d+ ", ""))
        .sorted()
        .toList();
  }
}
