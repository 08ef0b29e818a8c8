package io.fairlead.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.framework.FrameworkInput;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.framework.DefaultFramework;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The calendar feed, read by another library than the one that writes it.
@AppTest
class CalendarFeedTest {
  private static final Pattern ADDRESS = Pattern.compile("value=\"(http[^\"]+/calendar/[^\"]+)\"");

  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired Goals goals;
  @Autowired Frameworks frameworks;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;

  private Visitor jonas;
  private Visitor stranger;

  @BeforeEach
  void asNew() {
    company.reset();
    jonas = visitors.as(Person.JONAS);
    jonas.page("/account");
    stranger = visitors.stranger();
  }

  private String made(Visitor visitor) {
    String page = visitor.post("/account/calendar", "key", UUID.randomUUID().toString()).body();
    Matcher address = ADDRESS.matcher(page);
    assertThat(address.find()).as(page).isTrue();
    return URI.create(address.group(1)).getPath();
  }

  private String read(String path) {
    HttpResponse<String> answer = stranger.page(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static Calendar parsed(String text) {
    try {
      return new CalendarBuilder().build(new StringReader(text));
    } catch (IOException | ParserException e) {
      throw new AssertionError(text, e);
    }
  }

  private Map<String, VEvent> events(String path) {
    Map<String, VEvent> events = new LinkedHashMap<>();
    parsed(read(path))
        .<VEvent>getComponents("VEVENT")
        .forEach(event -> events.put(value(event, "SUMMARY"), event));
    return events;
  }

  private static VEvent named(Map<String, VEvent> events, String name) {
    return Objects.requireNonNull(events.get(name), events.keySet()::toString);
  }

  private static String value(VEvent event, String property) {
    return event.<Property>getProperty(property).orElseThrow().getValue();
  }

  /// `2026-04-01/2026-04-02`: the day of the end is no longer part of it.
  private static String days(VEvent event) {
    Temporal start = event.<DtStart<Temporal>>getProperty("DTSTART").orElseThrow().getDate();
    Temporal end = event.<DtEnd<Temporal>>getProperty("DTEND").orElseThrow().getDate();
    assertThat(start).isInstanceOf(LocalDate.class);
    return start + "/" + end;
  }

  @Test
  void aCalendarProgramReadsTheDaysWithoutSigningIn() {
    HttpResponse<String> answer = stranger.page(made(jonas));
    assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
        .isEqualToIgnoringCase("text/calendar;charset=UTF-8");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=900, private");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.body())
        .contains("REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n", "X-PUBLISHED-TTL:PT6H\r\n");
    Calendar calendar = parsed(answer.body());
    assertThat(calendar.validate().hasErrors()).as(calendar.validate().toString()).isFalse();
    Map<String, VEvent> events = events(made(jonas));
    assertThat(days(named(events, "Q2 2026 begins"))).isEqualTo("2026-04-01/2026-04-02");
    assertThat(days(named(events, "Q2 2026 ends"))).isEqualTo("2026-06-30/2026-07-01");
    LocalDate[] grading = window("grading");
    assertThat(days(named(events, "Q2 2026: grading")))
        .isEqualTo(grading[0] + "/" + grading[1].plusDays(1));
    LocalDate[] planning = window("planning");
    assertThat(days(named(events, "Q2 2026: planning")))
        .isEqualTo(planning[0] + "/" + planning[1].plusDays(1));
    assertThat(named(events, "Q2 2026 begins").toString())
        .contains("DTSTART;VALUE=DATE:20260401", "TRANSP:TRANSPARENT")
        .doesNotContain("TZID");
  }

  private LocalDate[] window(String which) {
    return database
        .sql("select %1$s_from, %1$s_until from cycle where name = 'Q2 2026'".formatted(which))
        .query((row, _) ->
            new LocalDate[] {row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)})
        .single();
  }

  @Test
  void onesOwnCheckInsAreThereWithoutAWordOfWhatTheyAreAbout() {
    UUID objective = goals.objective(Person.JONAS, "Nobody else may read this");
    goals.keyResult(objective, "Secret figure", 40, 60);
    goals.keyResult(objective, "Another figure", 40, 60);
    String path = made(jonas);
    VEvent due = named(events(path), "Check-in due");
    assertThat(days(due)).isEqualTo("2026-04-08/2026-04-09");
    assertThat(value(due, "DESCRIPTION")).isEqualTo("2 of your key results wait for a check-in.");
    assertThat(value(due, "URL")).endsWith("/goals/update");
    assertThat(read(path)).doesNotContain("Secret", "Nobody", Person.JONAS.id().toString());
    Visitor dev = visitors.as(Person.DEV);
    dev.page("/account");
    assertThat(events(made(dev))).doesNotContainKey("Check-in due");
  }

  @Test
  void anotherAddressEndsTheOneBeforeAndSwitchingOffEndsBoth() {
    String first = made(jonas);
    String uid = value(named(events(first), "Q2 2026 begins"), "UID");
    String second = made(jonas);
    assertThat(second).isNotEqualTo(first);
    assertThat(stranger.page(first).statusCode()).isEqualTo(404);
    assertThat(value(named(events(second), "Q2 2026 begins"), "UID")).isEqualTo(uid);
    assertThat(jonas.page("/account/calendar").body()).contains("last read").doesNotContain(second);
    assertThat(jonas.post("/account/calendar/end").statusCode()).isEqualTo(302);
    assertThat(stranger.page(second).statusCode()).isEqualTo(404);
    assertThat(acts()).contains("calendar.address-made", "calendar.switched-off");
    for (String guess : List.of("x", "%00", "a".repeat(5000), "..%2f..", "é")) {
      String path = "/calendar/" + guess.replace("é", "%C3%A9") + ".ics";
      assertThat(stranger.page(path).statusCode()).as(guess).isIn(400, 404);
    }
  }

  private List<String> acts() {
    return database
        .sql("select act from audit_entry where record_type = 'calendar'")
        .query((row, _) -> row.getString(1))
        .list();
  }

  @Test
  void whoIsLockedOutOrHasLeftIsNotReadForAnyMore() {
    String path = made(jonas);
    state("locked");
    assertThat(stranger.page(path).statusCode()).isEqualTo(404);
    state("active");
    assertThat(stranger.page(path).statusCode()).isEqualTo(200);
    database
        .sql(
            "update employment set during = daterange(lower(during), '2026-05-01') where person = ?")
        .param(Person.JONAS.id())
        .update();
    assertThat(stranger.page(path).statusCode()).isEqualTo(404);
  }

  private void state(String state) {
    database
        .sql("update account set state = ? where person = ?")
        .params(state, Person.JONAS.id())
        .update();
  }

  @Test
  void whatIsMovedIsSaidAgainWithAHigherSequenceAndTheRestIsNot() {
    String path = made(jonas);
    String before = read(path);
    assertThat(read(path)).isEqualTo(before);
    VEvent was = named(events(path), "Q2 2026: grading");
    clock.advance(Duration.ofHours(3));
    assertThat(read(path)).isEqualTo(before);
    database
        .sql("update cycle set grading_until = grading_until + 7 where name = 'Q2 2026'")
        .update();
    Map<String, VEvent> events = events(path);
    VEvent moved = named(events, "Q2 2026: grading");
    assertThat(value(moved, "UID")).isEqualTo(value(was, "UID"));
    assertThat(value(was, "SEQUENCE")).isEqualTo("0");
    assertThat(value(moved, "SEQUENCE")).isEqualTo("1");
    assertThat(value(moved, "LAST-MODIFIED")).isEqualTo("20260513T120000Z");
    assertThat(value(moved, "DTSTAMP")).isEqualTo("20260513T120000Z");
    assertThat(value(named(events, "Q2 2026 ends"), "SEQUENCE")).isEqualTo("0");
    assertThat(value(named(events, "Q2 2026 ends"), "LAST-MODIFIED")).isEqualTo("20260513T090000Z");
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    String path = made(jonas);
    String tag = stranger.page(path).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = stranger.page(path, "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    database.sql("update cycle set ends = ends + 1 where name = 'Q2 2026'").update();
    assertThat(stranger.page(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void namesThatLookLikeMoreOfTheFileAreOnlyNames() {
    String name = "Q2; \"the, one\\\" \u00e9\u4e16\ud83c\udf0d:END:VCALENDAR " + "long ".repeat(6);
    database.sql("update cycle set name = ? where name = 'Q2 2026'").param(name.strip()).update();
    String text = read(made(jonas));
    assertThat(text.lines())
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
        .doesNotContain("END:VCALENDAR BEGIN");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n");
    assertThat(events(made(jonas))).containsKey(name.strip() + " begins");
  }

  @Test
  void theOrganisationsOwnNounsStandInIt() {
    frameworks
        .apply(
            new Viewer(
                Person.ELIF.id(),
                "Elif",
                Set.of(Role.PEOPLE_OPS),
                Set.of(),
                Set.of(),
                TestClock.TODAY),
            new FrameworkInput(
                DefaultFramework.text()
                    + "vocabulary:\n  check-in: {singular: pulse, plural: pulses}\n",
                "Ours",
                0,
                null))
        .orThrow();
    goals.keyResult(goals.objective(Person.JONAS, "Sites report"), "First", 40, 60);
    assertThat(events(made(jonas))).containsKey("Pulse due").doesNotContainKey("Check-in due");
  }

  @Test
  void aProgramMakesAndEndsTheAddress() {
    String api = "/api/v1/account/calendar";
    assertThat(jonas.json("GET", api, null).body()).contains("\"on\":false");
    String key = UUID.randomUUID().toString();
    HttpResponse<String> made = jonas.json("POST", api, null, "Idempotency-Key", key);
    assertThat(made.statusCode()).isEqualTo(201);
    String path = made.body().replaceAll(".*(/calendar/[^\"]+).*", "$1");
    assertThat(jonas.json("POST", api, null, "Idempotency-Key", key).body()).contains("shown-once");
    assertThat(read(path)).startsWith("BEGIN:VCALENDAR");
    assertThat(jonas.json("GET", api, null).body()).contains("\"on\":true");
    assertThat(stranger.json("GET", api, null).statusCode()).isEqualTo(401);
    assertThat(jonas.json("DELETE", api, null).statusCode()).isEqualTo(204);
    assertThat(jonas.json("DELETE", api, null).statusCode()).isEqualTo(204);
    assertThat(stranger.page(path).statusCode()).isEqualTo(404);
  }

  @Test
  void theSecretItselfIsKeptNowhere() {
    String secret = made(jonas).replaceAll("/calendar/(.*)\\.ics", "$1");
    assertThat(secret).hasSize(43);
    String kept =
        database
            .sql(
                "select f::text || coalesce((select string_agg(i::text, '') from idempotency i), '') from calendar_feed f")
            .query(String.class)
            .single();
    assertThat(kept).doesNotContain(secret);
  }
}
