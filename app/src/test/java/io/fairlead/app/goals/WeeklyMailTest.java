package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.messages.Post;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The weekly mail with its one click, and reminders, on real goals.
@AppTest
class WeeklyMailTest {
  private static final Instant MONDAY = Instant.parse("2026-05-18T08:30:00Z");

  @Autowired Company company;
  @Autowired Goals goals;
  @Autowired CheckIns checkIns;
  @Autowired Post post;
  @Autowired TestClock clock;
  @Autowired Visitors visitors;
  @Autowired JdbcClient database;

  private UUID first = new UUID(0, 0);
  private UUID second = new UUID(0, 0);

  @BeforeEach
  void aQuarterUnderWay() {
    company.reset();
    post.empty();
    post.openToEveryone();
    UUID objective = goals.objective(Person.JONAS, "Installers finish without calling");
    first = goals.keyResult(objective, "Finished on the first day", 40, 60);
    second = goals.keyResult(objective, "Calls per site", 3.1, 1.5);
    say(first, 45);
    say(second, 2.5);
  }

  private void say(UUID keyResult, double value) {
    checkIns
        .save(
            Person.JONAS.viewer(),
            List.of(new CheckIn(keyResult, BigDecimal.valueOf(value), Set.of(), 6, "", false)),
            null)
        .orThrow();
  }

  private int checkIns(UUID keyResult) {
    return database
        .sql("select count(*) from check_in where key_result = ?")
        .param(keyResult)
        .query(Integer.class)
        .single();
  }

  private Post.Read weekly() {
    clock.set(MONDAY);
    post.digests();
    return post.delivered().stream()
        .filter(mail -> mail.to().equals(Person.JONAS.email()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneMailAWeekNamesWhatWaitsForOnesWord() {
    Post.Read mail = weekly();
    assertThat(mail.text())
        .contains("Finished on the first day")
        .contains("Calls per site")
        .contains("/goals/update");
    post.digests();
    clock.set(MONDAY.plusSeconds(86_400));
    post.digests();
    assertThat(post.delivered()).as("only Jonas has something to say, and once").hasSize(1);
  }

  @Test
  void beforeMondayMorningAndAfterTuesdayNothingIsSent() {
    for (String moment : List.of("2026-05-18T07:59:00Z", "2026-05-20T09:00:00Z")) {
      clock.set(Instant.parse(moment));
      post.digests();
      assertThat(post.delivered()).as(moment).isEmpty();
    }
  }

  @Test
  void oneClickSaysNoChangeOnceAndLookingSaysNothing() {
    String link = weekly().link("/digest/");
    Visitor stranger = visitors.stranger();
    String page = stranger.page(link).body();
    assertThat(page).contains("Jonas Beck").contains("Finished on the first day");
    stranger.page(link);
    assertThat(checkIns(first)).isEqualTo(1);
    HttpResponse<String> said = stranger.post(link);
    assertThat(said.statusCode()).isEqualTo(200);
    assertThat(said.body()).contains("Thank you");
    assertThat(checkIns(first)).isEqualTo(2);
    assertThat(checkIns(second)).isEqualTo(2);
    assertThat(
            database
                .sql("select by_person from check_in where key_result = ? and no_change")
                .param(first)
                .query(UUID.class)
                .single())
        .isEqualTo(Person.JONAS.id());
    assertThat(stranger.post(link).statusCode()).isEqualTo(404);
    assertThat(stranger.page(link).body()).contains("was used already");
    assertThat(checkIns(first)).isEqualTo(2);
  }

  @Test
  void whatWasUpdatedMeanwhileIsNotTouched() {
    String link = weekly().link("/digest/");
    say(first, 50);
    Visitor stranger = visitors.stranger();
    assertThat(stranger.page(link).body())
        .doesNotContain("Finished on the first day")
        .contains("Calls per site");
    stranger.post(link);
    assertThat(checkIns(first)).isEqualTo(2);
    assertThat(checkIns(second)).isEqualTo(2);
  }

  @Test
  void theLinkIsOverWithItsWeekAndWithItsPersonsAccount() {
    String link = weekly().link("/digest/");
    clock.set(Instant.parse("2026-05-25T00:00:00Z"));
    HttpResponse<String> late = visitors.stranger().page(link);
    assertThat(late.statusCode()).isEqualTo(404);
    assertThat(late.body()).contains("The week of this link is over.");
    clock.set(MONDAY);
    Visitor elif = visitors.as(Person.ELIF);
    elif.page("/account");
    elif.json("POST", "/api/v1/accounts/" + Person.JONAS.id() + "/lock", null);
    assertThat(visitors.stranger().page(link).statusCode()).isEqualTo(404);
    assertThat(visitors.stranger().page("/digest/made-up").statusCode()).isEqualTo(404);
    assertThat(checkIns(first)).isEqualTo(1);
  }

  @Test
  void whatIsDueIsRemindedOfOnceBeforeAndOnceAfterAndNeverAgain() {
    // Checked in on 13 May, every seven days: due on the 20th.
    for (int day = 14; day <= 31; day++) {
      clock.set(Instant.parse("2026-05-%02dT07:00:00Z".formatted(day)));
      post.reminders();
      post.reminders();
    }
    assertThat(
            database
                .sql(
                    """
                    select key || ' ' || told_at::date from notice where recipient = ? and kind = 'reminder' order by id
                    """)
                .param(Person.JONAS.id())
                .query((row, _) -> row.getString(1))
                .list())
        .containsExactly("reminder.before 2026-05-19", "reminder.after 2026-05-21");
    assertThat(visitors.as(Person.JONAS).page("/inbox").body())
        .contains("Update your 2 key results")
        .contains("Wednesday, 20 May");
  }

  @Test
  void beforeTheMorningNobodyIsReminded() {
    clock.set(Instant.parse("2026-05-19T05:59:00Z"));
    post.reminders();
    assertThat(database.sql("select count(*) from notice").query(Integer.class).single()).isZero();
  }
}
