package io.fairlead.app.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.keys.KeyName;
import io.fairlead.app.platform.keys.KeyStore;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.coaching.conversations.ShippedSituations;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Mara prepares a conversation with Jonas: with whom she may, who reads it, and what it asks of
/// her.
@AppTest
class PreparedConversationsTest {
  private static final String ALL = "/api/v1/prepared-conversations";
  private static final String SECRET = "You answered her second call with: read the notes";

  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;
  @Autowired KeyStore keys;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private HttpResponse<String> send(
      Person person, String method, String path, Object body, String... headers) {
    return api.as(person, "growth:read", "growth:write")
        .json(method, path, json.writeValueAsString(body), headers);
  }

  private JsonNode read(Person person, String path) {
    HttpResponse<String> response = api.as(person, "growth:read").json("GET", path, null);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json.readTree(response.body());
  }

  private static String with(Person about) {
    return ALL + "?situation=results-without-others&person=" + about.id();
  }

  private static Map<String, Object> input() {
    return Map.of(
        "observations",
        List.of(
            Map.of(
                "situation", "On Tuesday",
                "behaviour", SECRET,
                "effect", "Noor rebuilt it in four hours")),
        "opening",
        "Your quarter is the best in the team.",
        "questions",
        List.of("How did you see it?"),
        "day",
        "2026-05-18",
        "time",
        "14:30",
        "minutes",
        45,
        "place",
        "Room 4; by the window, 2nd floor",
        "followUp",
        "2026-06-08");
  }

  private String prepared() {
    HttpResponse<String> made = send(Person.MARA, "POST", with(Person.JONAS), input());
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return json.readTree(made.body()).get("id").asString();
  }

  @Test
  void oneIsPreparedWithSomebodyOfOnesLineAndWithNobodyElse() {
    assertThat(send(Person.INES, "POST", with(Person.JONAS), Map.of()).statusCode()).isEqualTo(201);
    for (Person other : List.of(Person.MARA, Person.HENRIK, Person.RUBEN)) {
      assertThat(send(Person.MARA, "POST", with(other), Map.of()).statusCode())
          .as(other.name())
          .isEqualTo(404);
    }
    assertThat(send(Person.ELIF, "POST", with(Person.JONAS), Map.of()).statusCode())
        .as("people operations lead no line to Jonas")
        .isEqualTo(404);
    assertThat(
            send(
                    Person.MARA,
                    "POST",
                    ALL + "?situation=gossip&person=" + Person.JONAS.id(),
                    Map.of())
                .statusCode())
        .isEqualTo(422);
    assertThat(visitors.as(Person.JONAS).page("/growth/conversations").body())
        .contains("You lead nobody at the moment");
    assertThat(visitors.as(Person.JONAS).page("/people/" + Person.JONAS.id()).body())
        .doesNotContain("Prepare a conversation");
    assertThat(visitors.as(Person.MARA).page("/people/" + Person.JONAS.id()).body())
        .contains("/growth/conversations/new?person=" + Person.JONAS.id());
  }

  @Test
  void nobodyElseReadsItAndTheDatabaseHoldsNoWordOfIt() {
    String id = prepared();
    JsonNode mine = read(Person.MARA, ALL + "/" + id);
    assertThat(mine.at("/preparation/observations/0/behaviour").asString()).isEqualTo(SECRET);
    for (Person other : Person.values()) {
      if (other != Person.MARA) {
        assertThat(send(other, "GET", ALL + "/" + id, "").statusCode())
            .as(other.name())
            .isEqualTo(404);
      }
    }
    byte[] sealed =
        database
            .sql("select sealed from prepared_conversation")
            .query((row, _) -> row.getBytes("sealed"))
            .single();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
        .doesNotContain("Tuesday", "notes", "Room");
    assertThat(
            database
                .sql("select count(*) from audit_entry where actor = :mara and record = :id")
                .param("mara", Person.MARA.id())
                .param("id", java.util.UUID.fromString(id))
                .query(Integer.class)
                .single())
        .as("who may read the record of acts learns of no preparation")
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withoutItsKeyItSaysSoAndCanStillBeDeleted(boolean hasAnother) {
    String id = prepared();
    KeyName key = new KeyName("conversations", Person.HENRIK.id().toString());
    keys.destroy(key);
    if (hasAnother) {
      keys.create(key);
    }
    database
        .sql("update prepared_conversation set owner = :henrik")
        .param("henrik", Person.HENRIK.id())
        .update();
    HttpResponse<String> page = visitors.as(Person.HENRIK).page("/growth/conversations/" + id);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("cannot be opened on this server");
    assertThat(send(Person.HENRIK, "PUT", ALL + "/" + id, Map.of(), "If-Match", "1").statusCode())
        .isEqualTo(409);
    assertThat(send(Person.HENRIK, "DELETE", ALL + "/" + id, "").statusCode()).isEqualTo(204);
    assertThat(read(Person.HENRIK, ALL).get("conversations")).isEmpty();
  }

  @Test
  void theCalendarFileSaysWhenAndWhereAndNothingOfWhatItIsAbout() throws Exception {
    String id = prepared();
    HttpResponse<String> file =
        visitors.as(Person.MARA).page("/growth/conversations/" + id + "/appointment.ics");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
    Calendar calendar = new CalendarBuilder().build(new StringReader(file.body()));
    VEvent event = (VEvent) calendar.getComponent(Component.VEVENT).orElseThrow();
    assertThat(value(event, "SUMMARY")).isEqualTo("Conversation with Jonas Beck");
    assertThat(value(event, "LOCATION")).isEqualTo("Room 4; by the window, 2nd floor");
    assertThat(value(event, "DTSTART")).isEqualTo("20260518T143000Z");
    assertThat(value(event, "DTEND")).isEqualTo("20260518T151500Z");
    assertThat(file.body()).doesNotContain("results", "quarter", "notes");
    assertThat(file.body().lines())
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    HttpResponse<String> unbooked = send(Person.MARA, "POST", with(Person.DEV), Map.of());
    String other = json.readTree(unbooked.body()).get("id").asString();
    assertThat(send(Person.MARA, "GET", ALL + "/" + other + "/appointment", "").statusCode())
        .isEqualTo(409);
  }

  private static String value(VEvent event, String property) {
    return event.<Property>getProperty(property).orElseThrow().getValue();
  }

  @Test
  void whatIsWrongIsSaidByFieldAndNothingIsLost() {
    HttpResponse<String> wrong =
        send(
            Person.MARA,
            "POST",
            with(Person.JONAS),
            Map.of(
                "opening",
                "x".repeat(501),
                "day",
                "2026-05-18",
                "minutes",
                3,
                "followUp",
                "2036-01-01",
                "questions",
                List.of("1", "2", "3", "4")));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains(
            "\"field\":\"opening\"",
            "\"field\":\"time\"",
            "\"field\":\"minutes\"",
            "\"field\":\"followUp\"",
            "\"field\":\"questions\"");
    Visitor mara = visitors.as(Person.MARA);
    mara.page("/growth/conversations/new?situation=quiet&person=" + Person.JONAS.id());
    HttpResponse<String> page =
        mara.post(
            "/growth/conversations",
            "person",
            Person.JONAS.id().toString(),
            "situation",
            "quiet",
            "opening",
            "<b>Have you a moment?</b>",
            "time",
            "half past two",
            "day",
            "2026-05-18");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("Write a time such as 14:30.", "&lt;b&gt;Have you a moment?&lt;/b&gt;");
    assertThat(read(Person.MARA, ALL).get("conversations")).isEmpty();
  }

  @Test
  void anOldPageDoesNotOverwriteANewerSheetAndASecondSendMakesNoSecondOne() {
    String id = prepared();
    String path = ALL + "/" + id;
    assertThat(send(Person.MARA, "PUT", path, input(), "If-Match", "1").statusCode())
        .isEqualTo(200);
    assertThat(send(Person.MARA, "PUT", path, Map.of(), "If-Match", "1").statusCode())
        .isEqualTo(412);
    assertThat(read(Person.MARA, path).at("/preparation/opening").asString()).contains("quarter");
    for (int i = 0; i < 2; i++) {
      send(Person.MARA, "POST", with(Person.DEV), Map.of(), "Idempotency-Key", "once");
    }
    assertThat(read(Person.MARA, ALL).get("conversations")).hasSize(2);
  }

  @Test
  void homeAsksWhatWasAgreedAndThenOnTheDayToLookAtItAgain() {
    String id = prepared();
    clock.set(LocalDate.parse("2026-05-18"));
    assertThat(visitors.as(Person.MARA).page("/").body()).doesNotContain("Jonas Beck</b>");
    clock.set(LocalDate.parse("2026-05-19"));
    assertThat(visitors.as(Person.MARA).page("/").body())
        .contains("Say what you agreed with Jonas Beck");
    assertThat(visitors.as(Person.JONAS).page("/").body()).doesNotContain("Say what you agreed");
    assertThat(send(Person.MARA, "POST", ALL + "/" + id + "/closing", "").statusCode())
        .isEqualTo(409);
    assertThat(
            send(Person.MARA, "POST", ALL + "/" + id + "/outcome", Map.of("followUp", "2026-05-01"))
                .body())
        .contains("\"field\":\"agreed\"", "\"field\":\"followUp\"");
    send(
        Person.MARA,
        "POST",
        ALL + "/" + id + "/outcome",
        Map.of("agreed", "An hour a week for the others", "followUp", "2026-06-08"));
    JsonNode held = read(Person.MARA, ALL + "/" + id);
    assertThat(held.get("heldOn").asString()).isEqualTo("2026-05-19");
    assertThat(held.at("/preparation/agreed").asString())
        .isEqualTo("An hour a week for the others");
    assertThat(held.at("/preparation/observations/0/behaviour").asString()).isEqualTo(SECRET);
    assertThat(visitors.as(Person.MARA).page("/").body()).doesNotContain("Say what you agreed");
    clock.set(LocalDate.parse("2026-06-08"));
    assertThat(visitors.as(Person.MARA).page("/").body())
        .contains("Look at it again with Jonas Beck");
    send(Person.MARA, "POST", ALL + "/" + id + "/closing", "");
    assertThat(visitors.as(Person.MARA).page("/").body()).doesNotContain("Look at it again");
  }

  @Test
  void everySituationCanBeBegunWith() {
    Visitor mara = visitors.as(Person.MARA);
    String choose = mara.page("/growth/conversations/new?person=" + Person.JONAS.id()).body();
    ShippedSituations.situations()
        .forEach(situation -> {
          assertThat(choose).contains(situation.name());
          String sheet =
              mara.page(
                      "/growth/conversations/new?person="
                          + Person.JONAS.id()
                          + "&situation="
                          + situation.id())
                  .body();
          assertThat(sheet).contains(situation.avoid().getFirst().said(), situation.opening());
        });
  }
}
