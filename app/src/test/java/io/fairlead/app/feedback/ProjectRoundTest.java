package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// After a project those who worked on an objective are asked about each other, or about their team
/// as a whole.
@AppTest
class ProjectRoundTest {
  private static final String ROUNDS = "/api/v1/feedback/rounds";

  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired Goals goals;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;
  @Autowired RoundStore rounds;

  private UUID objective = new UUID(0, 0);

  /// Henrik is accountable; Mara, Priscilla and Tomasz carry it, and Jonas owns a key result.
  @BeforeEach
  void anObjectiveOfFive() {
    company.reset();
    objective = goals.objective(Person.HENRIK, "New teams are productive in two weeks");
    for (Person each : List.of(Person.MARA, Person.PRISCILLA, Person.TOMASZ)) {
      carriedBy(each);
    }
    UUID result = goals.keyResult(objective, "Days to the first closed task", 20, 10);
    database
        .sql("update key_result set owner = ? where id = ?")
        .params(Person.JONAS.id(), result)
        .update();
  }

  private void carriedBy(Person person) {
    goals.align(goals.objective(person, "Part of " + person), objective, 0.2, true);
  }

  private HttpResponse<String> send(String method, String path, Object body, String... headers) {
    return api.as(Person.ELIF, "feedback:read", "feedback:write")
        .json(method, path, json.writeValueAsString(body), headers);
  }

  private HttpResponse<String> define(String instrument, String audience, UUID of) {
    Map<String, Object> round = new HashMap<>();
    round.put("kind", "project");
    round.put("name", "After the project");
    round.put("instrument", instrument);
    round.put("audience", audience);
    round.put("objective", of);
    return send("POST", ROUNDS, round);
  }

  private JsonNode done(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return json.readTree(response.body());
  }

  private UUID launched(String instrument, String audience) {
    UUID round =
        UUID.fromString(done(define(instrument, audience, objective)).get("id").asString());
    act(round, "/launch");
    return round;
  }

  private void act(UUID round, String act) {
    String version = "\"" + rounds.find(round).orElseThrow().version() + "\"";
    done(send("POST", ROUNDS + "/" + round + act, Map.of(), "If-Match", version));
  }

  private List<String> asked(UUID round, String about) {
    return database
        .sql(
            """
            select i.name || ', ' || fr.relationship as rater from feedback_rater fr
            join feedback_subject fs on fs.id = fr.subject join identity i on i.person = fr.person
            left join identity s on s.person = fs.person left join objective o on o.id = fs.objective
            where fs.round = ? and coalesce(s.name, o.title) = ? and fr.state = 'asked' order by 1
            """)
        .params(round, about)
        .query((row, _) -> row.getString("rater"))
        .list();
  }

  @Test
  void contributorsAreAskedAboutEachOtherAndNobodyElseIs() {
    UUID round = launched("project", "reviewee");
    act(round, "/opening");
    assertThat(asked(round, Person.MARA.fullName()))
        .as("her manager by name; Jonas works in her unit")
        .containsExactly(
            "Henrik Dahl, manager",
            "Jonas Beck, peer",
            "Mara Lindqvist, self",
            "Priscilla Moreno, crossfunctional",
            "Tomasz Wrona, crossfunctional");
    assertThat(asked(round, Person.PRISCILLA.fullName()))
        .as("Ines, her manager, did not work on it")
        .hasSize(5)
        .noneMatch(rater -> rater.startsWith("Ines"));
    assertThat(done(send("GET", ROUNDS + "/" + round + "/subjects", "")).get("subjects"))
        .hasSize(5);
  }

  @Test
  void theTeamAsAWholeIsThatOfTheLaunch() {
    UUID round = launched("psychological-safety", "lead");
    carriedBy(Person.RUBEN);
    act(round, "/opening");
    assertThat(asked(round, "New teams are productive in two weeks"))
        .containsExactly(
            "Jonas Beck, member",
            "Mara Lindqvist, member",
            "Priscilla Moreno, member",
            "Tomasz Wrona, member");
    JsonNode team = done(send("GET", ROUNDS + "/" + round, "")).get("teams").get(0);
    assertThat(team.get("lead").asString()).isEqualTo("Henrik Dahl");
    assertThat(team.get("members").asInt()).isEqualTo(4);
  }

  @Test
  void anObjectiveThatTheWriterCannotSeeIsNotThere() {
    HttpResponse<String> refused = define("project", "reviewee", UUID.randomUUID());
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("feedback.no-objective");
  }
}
