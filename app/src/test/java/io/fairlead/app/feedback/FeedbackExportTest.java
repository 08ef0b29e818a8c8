package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.rights.Exports;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What somebody takes along of rounds of feedback, and what others are told who do it for them.
@AppTest
class FeedbackExportTest {
  private static final String COMMENT = "When a site goes dark";
  private static final Instant WAITING = Instant.parse("2026-05-18T07:59:59Z");
  private static final Instant OPEN = Instant.parse("2026-05-18T08:00:00Z");
  private static final Viewer PEOPLE_OPERATIONS =
      new Viewer(
          Person.ELIF.id(),
          Person.ELIF.fullName(),
          Set.of(Role.PEOPLE_OPS),
          Set.of(),
          Set.of(),
          TestClock.TODAY);

  @Autowired ReportsAtHand reports;
  @Autowired RoundsAtHand rounds;
  @Autowired Answering answering;
  @Autowired Exports exports;
  @Autowired ReportStore heads;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private Map<String, String> files(Viewer reader, Person person) {
    return files(exports, reader, person);
  }

  /// What is in the ZIP, by name.
  static Map<String, String> files(Exports exports, Viewer reader, Person person) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    exports.take(reader, person.id()).orElseThrow().write(out);
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return files;
  }

  private JsonNode only(Map<String, String> files, String code) {
    JsonNode rows = json.readTree(files.get("json/" + code + ".json"));
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private UUID usual() {
    UUID round = reports.round(Audience.REVIEWEE, null);
    return reports.report(round, Person.MARA, ReportsAtHand.usual());
  }

  @Test
  void aReportIsTakenAlongFromTheMomentThePageShowsIt() {
    UUID subject = usual();
    clock.set(WAITING);
    assertThat(heads.find(Person.MARA.viewer(), subject).orElseThrow().isOpen()).isFalse();
    Map<String, String> before = files(Person.MARA.viewer(), Person.MARA);
    assertThat(only(before, "feedback-reports").path("published_on").asString())
        .as("that there is one is no secret: the page says so")
        .isEqualTo("2026-05-11");
    assertThat(only(before, "feedback-reports").path("scores").isNull()).isTrue();
    assertThat(String.join("\n", before.values())).doesNotContain(COMMENT, "\"mean\"");

    clock.set(OPEN);
    assertThat(heads.find(Person.MARA.viewer(), subject).orElseThrow().isOpen()).isTrue();
    JsonNode after = only(files(Person.MARA.viewer(), Person.MARA), "feedback-reports");
    assertThat(after.path("scores").get(0).path("competency").asString()).isEqualTo("delivery");
    assertThat(after.path("scores").get(0).path("blocks").findValuesAsString("mean"))
        .contains("4.0");
    assertThat(after.path("scores").findValues("n"))
        .as("how many raters stand behind a figure is said nowhere else either")
        .isEmpty();
    assertThat(after.path("comments").toString()).contains(COMMENT);
  }

  @Test
  void nobodyElseIsToldThatALessonWasDoneBeforeAnAnswer() {
    UUID round = rounds.aboutMara().id();
    rounds.lesson(round, "giving");
    rounds.doLesson(Person.JONAS, "giving");
    assertThat(
            only(files(Person.JONAS.viewer(), Person.JONAS), "lessons").path("lesson").asString())
        .isEqualTo("giving");
    Map<String, String> byOthers = files(PEOPLE_OPERATIONS, Person.JONAS);
    assertThat(byOthers)
        .containsKey("json/feedback-asked.json")
        .doesNotContainKey("json/lessons.json");
    assertThat(byOthers.get("manifest.json")).doesNotContain("\"lessons\"");
    assertThat(lessonsHeld(Person.JONAS.viewer())).isEqualTo(1);
    assertThat(lessonsHeld(PEOPLE_OPERATIONS)).as("nor how many").isZero();
  }

  private long lessonsHeld(Viewer reader) {
    return exports.holding(reader, Person.JONAS.id()).orElseThrow().records().stream()
        .filter(held -> held.code().equals("lessons"))
        .mapToLong(Exports.Held::many)
        .sum();
  }

  @Test
  void aBookedDebriefOpensItThereToo() {
    UUID subject = usual();
    clock.set(Instant.parse("2026-05-12T08:59:59Z"));
    reports.open(subject);
    assertThat(files(Person.MARA.viewer(), Person.MARA).toString()).doesNotContain(COMMENT);
    clock.set(Instant.parse("2026-05-12T09:00:00Z"));
    assertThat(files(Person.MARA.viewer(), Person.MARA).toString()).contains(COMMENT);
  }

  @Test
  void aWithheldCommentIsNotInIt() {
    UUID subject = usual();
    clock.set(OPEN);
    String all = files(Person.MARA.viewer(), Person.MARA).get("json/feedback-reports.json");
    String withheld =
        database
            .sql(
                """
                update feedback_comment set withheld_because = 'insult', withheld_by = :steward, confirmed_by = :second
                where id = (select id from feedback_comment where not named order by id limit 1) returning words
                """)
            .param("steward", Person.AIKO.id())
            .param("second", Person.NOOR.id())
            .query((row, _) -> row.getString("words"))
            .single();
    assertThat(all).contains(withheld);
    assertThat(files(Person.MARA.viewer(), Person.MARA).get("json/feedback-reports.json"))
        .doesNotContain(withheld);
    assertThat(heads.openTo(Person.MARA.id())).containsExactly(subject);
  }

  @Test
  void whoeverTakesItAlongForSomebodyLearnsNothingThatTheReportWouldNotTellThem() {
    UUID subject = usual();
    reports.open(subject);
    clock.set(OPEN);
    JsonNode told = only(files(PEOPLE_OPERATIONS, Person.MARA), "feedback-reports");
    assertThat(told.path("published_on").asString()).isEqualTo("2026-05-11");
    assertThat(told.path("scores").isNull()).isTrue();
    assertThat(told.path("comments").isNull()).isTrue();
    assertThat(told.path("debrief_at").isNull())
        .as("when somebody talks about it is theirs")
        .isTrue();
    assertThat(files(PEOPLE_OPERATIONS, Person.MARA).toString()).doesNotContain(COMMENT);
  }

  @Test
  void nobodyElseLearnsFromItWhoWouldRatherNotAnswer() {
    var round = rounds.aboutMara();
    Invitation invitation = answering.find(Person.JONAS.viewer(), round.of(Person.JONAS)).orThrow();
    String before = files(PEOPLE_OPERATIONS, Person.JONAS).get("json/feedback-asked.json");
    answering.decline(invitation, "do-not-work-together").orThrow();
    assertThat(files(PEOPLE_OPERATIONS, Person.JONAS).get("json/feedback-asked.json"))
        .isEqualTo(before)
        .contains("\"asked\"");
    JsonNode own = only(files(Person.JONAS.viewer(), Person.JONAS), "feedback-asked");
    assertThat(own.path("state").asString()).isEqualTo("declined");
    assertThat(own.path("declined_because").asString()).isEqualTo("do-not-work-together");
  }

  @Test
  void anAnswerIsInNobodysExport() {
    var round = rounds.aboutMara();
    Map<String, String> before = files(Person.JONAS.viewer(), Person.JONAS);
    Invitation invitation = answering.find(Person.JONAS.viewer(), round.of(Person.JONAS)).orThrow();
    answering
        .keep(
            invitation, 0, new AnswerSheet(Map.of(), Map.of("start", "Zwiebelfisch"), "", 9, true))
        .orThrow();
    Map<String, String> after = files(Person.JONAS.viewer(), Person.JONAS);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    assertThat(after.toString()).doesNotContain("Zwiebelfisch");
    assertThat(after.get("json/feedback-asked.json"))
        .isEqualTo(before.get("json/feedback-asked.json"));
    assertThat(files(Person.MARA.viewer(), Person.MARA).toString()).doesNotContain("Zwiebelfisch");
  }
}
