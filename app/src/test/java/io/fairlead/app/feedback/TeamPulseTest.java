package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.disclosure.Kept;
import io.fairlead.app.disclosure.Sheets;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.methods.instruments.Instrument;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A pulse asks whole teams about themselves: everybody of the opening day but who leads them, by
/// the same rule as a round about one person, read by the lead or by lead and team.
@AppTest
class TeamPulseTest {
  private static final String ROUNDS = "/api/v1/feedback/rounds";
  private static final String REPORTS = "/api/v1/feedback/reports";

  /// All of finance and people but Elif, who leads it.
  private static final List<Person> FINANCE =
      List.of(Person.NOOR, Person.SOFIA, Person.LIAM, Person.YUKI);

  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;
  @Autowired Sheets sheets;
  @Autowired RoundStore rounds;
  @Autowired RoundClosing closing;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private HttpResponse<String> send(
      Person person, String method, String path, Object body, String... headers) {
    return api.as(person, "feedback:read", "feedback:write")
        .json(method, path, json.writeValueAsString(body), headers);
  }

  private JsonNode done(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return json.readTree(response.body());
  }

  private static Map<String, Object> pulse(String... units) {
    Map<String, Object> pulse = new HashMap<>();
    pulse.put("kind", "pulse");
    pulse.put("name", "Safety in May");
    pulse.put("instrument", "psychological-safety");
    pulse.put("nominateBy", "2026-05-14");
    pulse.put("opens", "2026-05-15");
    pulse.put("closes", "2026-05-29");
    pulse.put("units", Stream.of(units).map(Company::unit).toList());
    pulse.put("numeric", 4);
    pulse.put("comments", 4);
    return pulse;
  }

  private static Map<String, Object> with(Map<String, Object> pulse, String field, Object value) {
    Map<String, Object> changed = new HashMap<>(pulse);
    changed.put(field, value);
    return changed;
  }

  private void refused(Map<String, Object> pulse, String code) {
    HttpResponse<String> response = send(Person.ELIF, "POST", ROUNDS, pulse);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
    assertThat(response.body()).contains(code);
  }

  private UUID defined(Map<String, Object> pulse) {
    return UUID.fromString(done(send(Person.ELIF, "POST", ROUNDS, pulse)).get("id").asString());
  }

  private HttpResponse<String> act(UUID round, String act) {
    long version = rounds.find(round).orElseThrow().version();
    return send(
        Person.ELIF,
        "POST",
        ROUNDS + "/" + round + act,
        Map.of(),
        "If-Match",
        "\"" + version + "\"");
  }

  private UUID opened(Map<String, Object> pulse) {
    UUID round = defined(pulse);
    done(act(round, "/launch"));
    done(act(round, "/opening"));
    return round;
  }

  private List<String> asked(UUID round, String unit) {
    return database
        .sql(
            """
            select i.name from feedback_rater fr join feedback_subject fs on fs.id = fr.subject
            join identity i on i.person = fr.person where fs.round = ? and fs.unit = ? and fr.state = 'asked'
              and fr.relationship = 'member' order by 1
            """)
        .params(round, Company.unit(unit))
        .query((row, _) -> row.getString("name"))
        .list();
  }

  private void answer(UUID round, List<Person> people, int first) {
    Instrument questions = rounds.questions(round).orElseThrow();
    int rating = first;
    for (Person person : people) {
      Map<String, Integer> ratings = new HashMap<>();
      int own = 1 + rating++ % 5;
      questions.items().forEach(item -> ratings.put(item.id(), own));
      AnswerSheet sheet =
          new AnswerSheet(
              ratings,
              Map.of(questions.comments().getFirst().id(), "What " + person + " saw."),
              "",
              120,
              true);
      UUID slip =
          database
              .sql(
                  """
                  select fr.slip from feedback_rater fr join feedback_subject fs on fs.id = fr.subject
                  where fs.round = ? and fr.person = ?
                  """)
              .params(round, person.id())
              .query((row, _) -> row.getObject("slip", UUID.class))
              .single();
      assertThat(
              sheets.keep(
                  round, slip, 0, json.writeValueAsString(sheet).getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(new Kept.Saved(1));
    }
  }

  /// Two weeks later, when every report can be read.
  private void closed(UUID round) {
    LocalDate after = rounds.find(round).orElseThrow().terms().closes().plusDays(1);
    clock.set(after);
    closing.closeDue();
    assertThat(rounds.find(round).orElseThrow().state()).isEqualTo(RoundState.PUBLISHED);
    clock.set(after.plusDays(12));
  }

  private UUID subject(UUID round, String unit) {
    return database
        .sql("select id from feedback_subject where round = ? and unit = ?")
        .params(round, Company.unit(unit))
        .query((row, _) -> row.getObject("id", UUID.class))
        .single();
  }

  private JsonNode report(Person reader, UUID subject) {
    return done(send(reader, "GET", REPORTS + "/" + subject, "")).get("report");
  }

  @Test
  void everybodyOfTheTeamsIsAskedButWhoLeadsThem() {
    UUID round = opened(pulse("Finance and People", "Product and Engineering"));
    assertThat(asked(round, "Finance and People"))
        .containsExactly("Liam Byrne", "Noor Haddad", "Sofia Reyes", "Yuki Tanabe");
    assertThat(asked(round, "Product and Engineering"))
        .as("with all below; Henrik leads it")
        .containsExactly("Aiko Mori", "Dev Patel", "Jonas Beck", "Mara Lindqvist");
    JsonNode teams = done(send(Person.ELIF, "GET", ROUNDS + "/" + round, "")).get("teams");
    assertThat(teams.get(0).get("lead").asString()).isEqualTo("Elif Arslan");
    assertThat(teams.get(0).get("members").asInt()).isEqualTo(4);
    assertThat(send(Person.ELIF, "GET", ROUNDS + "/" + round + "/subjects", "").body())
        .as("nobody is chosen")
        .doesNotContain(subject(round, "Finance and People").toString());
  }

  @Test
  void theLeadReadsAndNobodyElse() {
    UUID round = opened(pulse("Finance and People"));
    answer(round, FINANCE, 1);
    closed(round);
    UUID subject = subject(round, "Finance and People");
    JsonNode report = report(Person.ELIF, subject);
    assertThat(report.get("rows")).hasSize(2);
    assertThat(report.get("rows").get(0).get("groups").toString())
        .isEqualTo("[{\"groups\":[\"member\"],\"bound\":\"=\",\"mean\":3.5}]");
    assertThat(report.get("answers").toString()).contains("What LIAM saw.");
    for (Person other : List.of(Person.NOOR, Person.YUKI, Person.INES, Person.MARA)) {
      assertThat(send(other, "GET", REPORTS + "/" + subject, "").statusCode())
          .as(other.name())
          .isEqualTo(404);
    }
    assertThat(send(Person.ELIF, "GET", REPORTS + "/" + subject + "/guide", "").statusCode())
        .as("a guide is about a person")
        .isEqualTo(404);
    assertThat(act(round, "/follow-ups").statusCode()).isEqualTo(409);
  }

  @Test
  void theTeamReadsWhereItWasToldAndItsOwnAnswersAreCountedIn() {
    Map<String, Object> read =
        with(with(pulse("Finance and People"), "audience", "team"), "colluders", 0);
    refused(read, "feedback.team-reads");
    refused(with(with(read, "colluders", 1), "comments", 3), "feedback.threshold");
    UUID round = opened(with(read, "colluders", 1));
    assertThat(done(send(Person.NOOR, "GET", ROUNDS + "/" + round, "")).get("promise").toString())
        .contains("as long as nobody of your group tells them theirs")
        .contains("one answer already, their own, is counted in");
    answer(round, FINANCE, 1);
    closed(round);
    UUID subject = subject(round, "Finance and People");
    assertThat(report(Person.NOOR, subject)).isEqualTo(report(Person.ELIF, subject));
    assertThat(send(Person.MARA, "GET", REPORTS + "/" + subject, "").statusCode()).isEqualTo(404);
  }

  @Test
  void aSmallTeamSeesNothingLikeOneThatDidNotAnswer() {
    UUID round = opened(pulse("Activation", "Finance and People"));
    answer(round, List.of(Person.JONAS, Person.DEV, Person.AIKO), 2);
    answer(round, FINANCE.subList(0, 2), 4);
    closed(round);
    JsonNode small = report(Person.MARA, subject(round, "Activation"));
    assertThat(small.get("strengths")).isEmpty();
    assertThat(small).isEqualTo(report(Person.ELIF, subject(round, "Finance and People")));
  }

  @Test
  void whoeverMovesAfterwardsStaysWithTheTeamOfTheOpeningDay() {
    UUID round =
        opened(with(with(pulse("Finance and People"), "audience", "team"), "colluders", 1));
    database
        .sql("update employment set unit = ? where person = ?")
        .params(Company.unit("Sales"), Person.YUKI.id())
        .update();
    answer(round, FINANCE, 1);
    closed(round);
    JsonNode report = report(Person.YUKI, subject(round, "Finance and People"));
    assertThat(report.get("rows").get(0).get("groups")).hasSize(1);
    assertThat(report.get("answers").toString()).contains("What YUKI saw.");
  }

  @Test
  void aSecondPulseThatLacksOneOfTheTeamShowsNothing() {
    UUID first = opened(pulse("Finance and People"));
    answer(first, FINANCE, 1);
    closed(first);
    Map<String, Object> again = pulse("Finance and People");
    again.put("numeric", 3);
    again.put("comments", 3);
    again.put("nominateBy", "2026-07-01");
    again.put("opens", "2026-07-02");
    again.put("closes", "2026-07-20");
    UUID second = opened(again);
    answer(second, FINANCE.subList(0, 3), 1);
    closed(second);
    assertThat(report(Person.ELIF, subject(first, "Finance and People")).get("strengths"))
        .isNotEmpty();
    assertThat(report(Person.ELIF, subject(second, "Finance and People")).get("strengths"))
        .isEmpty();
  }

  @Test
  void teamsMayNotOverlapWithinARoundOrWithAnEarlierOne() {
    refused(pulse("Activation", "Product and Engineering"), "feedback.team-units-overlap");
    opened(pulse("Product and Engineering"));
    UUID within = defined(pulse("Activation"));
    HttpResponse<String> launch = act(within, "/launch");
    assertThat(launch.statusCode()).isEqualTo(409);
    assertThat(launch.body()).contains("feedback.team-overlaps-another");
  }

  @Test
  void whereAllTeamsLieCanBeLeftOut() {
    String said = "where the middle half of all teams lies";
    UUID usual = defined(pulse("Sales"));
    assertThat(done(send(Person.ELIF, "GET", ROUNDS + "/" + usual, "")).toString()).contains(said);
    UUID without = defined(with(pulse("Sales"), "without", List.of("teams")));
    assertThat(done(send(Person.ELIF, "GET", ROUNDS + "/" + without, "")).toString())
        .doesNotContain(said);
    assertThat(send(Person.ELIF, "GET", ROUNDS + "/" + without + "/papers", "").body())
        .contains("Left out of this round. Where the middle half of all teams lies");
  }

  @Test
  void whatDoesNotFitATeamIsRefused() {
    refused(with(pulse("Sales"), "instrument", "manager"), "feedback.instrument-for-people");
    refused(with(pulse("Sales"), "audience", "reviewee"), "feedback.pulse-of-teams");
    refused(with(pulse("Sales"), "kind", "360"), "feedback.instrument-for-teams");
    refused(
        with(with(pulse("Sales"), "kind", "360"), "audience", "lead"), "feedback.teams-in-pulses");
    refused(pulse(), "feedback.team-units-missing");
    refused(with(pulse("Sales"), "people", List.of(Person.MARA.id())), "feedback.team-not-people");
    refused(
        with(with(pulse("Sales"), "purpose", "evaluation"), "validationNote", "Tried."),
        "feedback.team-develops");
    refused(with(pulse(), "objective", UUID.randomUUID()), "feedback.objective-for-projects");
    refused(
        with(with(pulse(), "kind", "project"), "audience", "lead"), "feedback.objective-missing");
  }

  @Test
  void theTalkOpensTheReportAndOnlyTheLeadBooksIt() {
    UUID round =
        opened(with(with(pulse("Finance and People"), "audience", "team"), "colluders", 1));
    answer(round, FINANCE, 1);
    clock.set(LocalDate.of(2026, 5, 30));
    closing.closeDue();
    clock.set(LocalDate.of(2026, 6, 1));
    String report = REPORTS + "/" + subject(round, "Finance and People");
    assertThat(done(send(Person.NOOR, "GET", report, "")).get("report")).isNull();
    Map<String, Object> talk = Map.of("at", "2026-06-03T10:00:00");
    assertThat(send(Person.NOOR, "PUT", report + "/debrief", talk).statusCode()).isEqualTo(404);
    done(send(Person.ELIF, "PUT", report + "/debrief", talk));
    assertThat(done(send(Person.NOOR, "GET", report, "")).get("report")).isNotNull();
  }
}
