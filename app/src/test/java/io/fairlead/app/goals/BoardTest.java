package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The board of what is in progress: counts, extending, opening again, and reminding all alike.
@AppTest
class BoardTest {
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired Goals goals;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;
  @Autowired io.fairlead.app.cycles.CycleCalendar calendar;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
  }

  private Visitor elif() {
    Visitor elif = visitors.as(Person.ELIF);
    elif.page("/account");
    return elif;
  }

  private static String windows(String cycle, String window) {
    return "/api/v1/cycles/" + Company.cycle(cycle) + "/windows/" + window;
  }

  private LocalDate until(String cycle, String window) {
    return database
        .sql("select " + window + "_until from cycle where id = ?")
        .param(Company.cycle(cycle))
        .query((row, _) -> row.getObject(1, LocalDate.class))
        .single();
  }

  @Test
  void itSaysHowManyAreWhere() {
    UUID sites = goals.objective(Person.MARA, "New sites report within a day");
    goals.keyResult(sites, "First reading in 24 h", 40, 60);
    goals.objective(Person.JONAS, "Guides", "Q2 2026", "draft", "public");
    clock.set(LocalDate.parse("2026-05-20"));
    String page = elif().page("/studio/running").body();
    assertThat(page)
        .contains("Planning of Q2 2026")
        .contains("1 draft")
        .contains("Check-ins of Q2 2026")
        .contains("1 late")
        .doesNotContain("Jonas")
        .doesNotContain("Guides");
    assertThat(elif().json("GET", "/api/v1/running", null).body()).contains("Planning of Q2 2026");
  }

  @Test
  void whoRunsTheServerSeesItsJobsAndNobodyElseDoes() {
    assertThat(visitors.as(Person.LIAM).page("/studio/running").body())
        .contains("Jobs of the server");
    assertThat(visitors.as(Person.INES).page("/studio/running").body())
        .contains("Q2 2026")
        .doesNotContain("Jobs of the server")
        .doesNotContain("Extend");
    assertThat(visitors.as(Person.MARA).page("/studio/running").statusCode()).isEqualTo(404);
  }

  @Test
  void aWindowStaysOpenLongerAndTheCalendarLeavesIt() {
    clock.set(LocalDate.parse("2026-06-12"));
    calendar.keepUp();
    UUID next =
        database
            .sql("select id from cycle where starts = '2026-07-01'")
            .query(UUID.class)
            .optional()
            .orElse(Company.cycle("Q2 2026"));
    LocalDate was =
        database
            .sql("select planning_until from cycle where id = ?")
            .param(next)
            .query((row, _) -> row.getObject(1, LocalDate.class))
            .single();
    HttpResponse<String> answer =
        elif()
            .json(
                "PUT",
                "/api/v1/cycles/" + next + "/windows/planning",
                "{\"was\": \"" + was + "\", \"until\": \"2026-08-01\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("2026-08-01");
    calendar.keepUp();
    assertThat(
            database
                .sql("select planning_until from cycle where id = ?")
                .param(next)
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .single())
        .isEqualTo(LocalDate.parse("2026-08-01"));
  }

  @Test
  void aClosedWindowOpensAgainFromThePage() {
    goals.objective(Person.MARA, "Old", "Q1 2026", "active", "public");
    clock.set(LocalDate.parse("2026-04-20"));
    Visitor elif = elif();
    assertThat(elif.page("/studio/running").body()).contains("closed on").contains("Open again");
    String path = "/studio/running/cycles/" + Company.cycle("Q1 2026") + "/grading";
    assertThat(
            elif.post(path, "was", until("Q1 2026", "grading").toString(), "day", "2026-05-01")
                .statusCode())
        .isEqualTo(302);
    assertThat(until("Q1 2026", "grading")).isEqualTo(LocalDate.parse("2026-05-01"));
    assertThat(elif.page("/studio/running").body()).contains("open until");
  }

  @Test
  void daysThatCannotBeAreRefused() {
    String was = until("Q2 2026", "grading").toString();
    for (String[] each :
        new String[][] {
          {was, "2026-06-01", "422"},
          {was, "2099-01-01", "422"},
          {was, "soon", "422"},
          {"2026-01-01", "2026-08-01", "409"},
          {"", "2026-08-01", "422"}
        }) {
      assertThat(
              elif()
                  .json(
                      "PUT",
                      windows("Q2 2026", "grading"),
                      "{\"was\": \"" + each[0] + "\", \"until\": \"" + each[1] + "\"}")
                  .statusCode())
          .as(String.join(" ", each))
          .isEqualTo(Integer.parseInt(each[2]));
    }
    assertThat(elif().json("PUT", windows("Q2 2026", "lunch"), "{}").statusCode()).isEqualTo(404);
    assertThat(until("Q2 2026", "grading")).isEqualTo(LocalDate.parse(was));
  }

  @Test
  void ofTwoAtOnceOneIsToldThatTheOtherMovedIt() throws Exception {
    String body = "{\"was\": \"" + until("Q2 2026", "grading") + "\", \"until\": \"2026-08-%02d\"}";
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Callable<Integer>> tries =
          List.of(1, 2).stream()
              .<Callable<Integer>>map(day ->
                  () ->
                      elif()
                          .json("PUT", windows("Q2 2026", "grading"), body.formatted(day))
                          .statusCode())
              .toList();
      assertThat(both.invokeAll(tries))
          .extracting(future -> future.get())
          .containsExactlyInAnyOrder(200, 409);
    }
  }

  @Test
  void allAreRemindedAlikeAndOnceADay() {
    UUID sites = goals.objective(Person.MARA, "New sites report within a day");
    goals.keyResult(sites, "First reading in 24 h", 40, 60);
    UUID crash = goals.objective(Person.DEV, "The app no longer crashes while pairing");
    goals.keyResult(crash, "Crash-free sessions", 98, 99);
    clock.set(LocalDate.parse("2026-05-20"));
    String path = "/api/v1/cycles/" + Company.cycle("Q2 2026") + "/reminders";
    for (int i = 0; i < 2; i++) {
      assertThat(elif().json("POST", path, "{\"what\": \"check-ins\"}").body())
          .contains("\"people\":2");
    }
    List<String> told =
        database
            .sql("select key || parameters::text from notice where kind = 'reminded'")
            .query((row, _) -> row.getString(1))
            .list();
    assertThat(told).hasSize(2);
    assertThat(told.getFirst()).isEqualTo(told.getLast());
    assertThat(visitors.as(Person.MARA).page("/inbox").body()).contains("Q2 2026");
    clock.set(LocalDate.parse("2026-05-21"));
    elif().json("POST", path, "{\"what\": \"check-ins\"}");
    assertThat(
            database
                .sql("select count(*) from notice where kind = 'reminded'")
                .query(Long.class)
                .single())
        .isEqualTo(4);
  }

  @Test
  void nobodyElseMayExtendOrRemind() {
    for (Person person : List.of(Person.MARA, Person.INES, Person.LIAM, Person.SOFIA)) {
      Visitor visitor = visitors.as(person);
      visitor.page("/account");
      assertThat(
              visitor
                  .json(
                      "POST",
                      "/api/v1/cycles/" + Company.cycle("Q2 2026") + "/reminders",
                      "{\"what\": \"grading\"}")
                  .statusCode())
          .isEqualTo(403);
      assertThat(
              visitor
                  .json(
                      "PUT",
                      windows("Q2 2026", "grading"),
                      "{\"was\": \"2026-07-14\", \"until\": \"2026-08-01\"}")
                  .statusCode())
          .isEqualTo(403);
    }
  }
}
