package io.fairlead.app.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.framework.Forgetting;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The first run with bad input, twice, and by people who have no business in it.
@AppTest
class SetupTest {
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired Frameworks frameworks;
  @Autowired JdbcClient database;
  @Autowired Goals goals;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
    Forgetting.of(frameworks);
  }

  private Visitor elif() {
    Visitor elif = visitors.as(Person.ELIF);
    elif.page("/account");
    return elif;
  }

  private long people() {
    return database.sql("select count(*) from person").query(Long.class).single();
  }

  @Test
  void aNameAndAZoneAreNeeded() {
    HttpResponse<String> answer =
        elif()
            .post(
                "/setup/organisation", "name", " ", "zone", "Atlantis/Poseidonis", "way", "small");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("This is needed.")
        .contains("Choose a time zone from the list.")
        .contains("value=\"Atlantis/Poseidonis\"");
    assertThat(frameworks.inForce().number()).isZero();
  }

  @Test
  void aNameIsTextWhateverItSays() {
    String name = "</title><script>alert(1)</script> ${7*7} \"Ltd\": {a: b} #c";
    assertThat(
            elif()
                .post("/setup/organisation", "name", name, "zone", "Asia/Tokyo", "way", "small")
                .statusCode())
        .isEqualTo(302);
    Forgetting.of(frameworks);
    assertThat(frameworks.rules().organisation().name()).isEqualTo(name);
    assertThat(elif().page("/").body()).doesNotContain("<script>alert").contains("${7*7}");
  }

  @Test
  void peopleAreAddedOnceThoughSentTwice() {
    long before = people();
    String key = UUID.randomUUID().toString();
    String pasted =
        "Grace Hopper, grace@example.org\nJean Bartik, jean@example.org, , Grace Hopper";
    Visitor elif = elif();
    for (int i = 0; i < 2; i++) {
      assertThat(
              elif.post("/setup/people", "pasted", pasted, "toMe", "true", "key", key).statusCode())
          .isEqualTo(302);
    }
    assertThat(people()).isEqualTo(before + 2);
    assertThat(
            database
                .sql(
                    """
                    select m.name from reporting_line r join identity i on i.person = r.person
                      join identity m on m.person = r.manager where i.name = 'Jean Bartik'
                    """)
                .query(String.class)
                .single())
        .isEqualTo("Grace Hopper");
  }

  @Test
  void oneWrongLineAddsNobodyAndKeepsWhatWasWritten() {
    long before = people();
    HttpResponse<String> answer =
        elif().post("/setup/people", "pasted", "Grace Hopper, grace@example.org\nJean, jean at x");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("One line is not right yet")
        .contains("Line 2: “jean at x” is no mail address.")
        .contains("Grace Hopper, grace@example.org\nJean, jean at x</textarea>");
    assertThat(people()).isEqualTo(before);
  }

  @Test
  void whoIsHereIsNotAddedAgainUnderAnotherCase() {
    long before = people();
    elif()
        .post(
            "/setup/people",
            "pasted",
            "Somebody, " + Person.MARA.email().toUpperCase(java.util.Locale.ROOT));
    assertThat(people()).isEqualTo(before);
  }

  @Test
  void fiveAreWrittenIntoFields() {
    long before = people();
    HttpResponse<String> answer =
        elif()
            .post(
                "/setup/people",
                "how",
                "five",
                "toMe",
                "true",
                "name1",
                "Grace, \"Amazing\" Hopper",
                "email1",
                "grace@example.org",
                "title1",
                "Head; of; engineering",
                "name2",
                "",
                "name3",
                "Jean Bartik",
                "email3",
                "jean@example.org",
                "title3",
                "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(people()).isEqualTo(before + 2);
    assertThat(
            database
                .sql("select title from identity where name = 'Grace, \"Amazing\" Hopper'")
                .query(String.class)
                .single())
        .isEqualTo("Head; of; engineering");
  }

  @Test
  void nobodyElseSeesOrTakesAStep() {
    for (Person person : new Person[] {Person.MARA, Person.LIAM, Person.INES, Person.SOFIA}) {
      Visitor visitor = visitors.as(person);
      visitor.page("/account");
      assertThat(visitor.page("/setup").statusCode()).as(person.name()).isEqualTo(404);
      assertThat(visitor.post("/setup/aims", "aim", "focus").statusCode()).isEqualTo(404);
      assertThat(visitor.post("/setup/people", "pasted", "Grace Hopper").statusCode())
          .isEqualTo(404);
      assertThat(visitor.post("/setup/end").statusCode()).isEqualTo(404);
      assertThat(visitor.post("/setup/invitations", "whom", "everyone").statusCode())
          .isEqualTo(404);
    }
    assertThat(frameworks.inForce().number()).isZero();
  }

  @Test
  void invitingSomebodyUnknownInvitesNobody() {
    HttpResponse<String> answer =
        elif().post("/setup/invitations", "whom", "some", "person", UUID.randomUUID().toString());
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(database.sql("select count(*) from outgoing_mail").query(Long.class).single())
        .isZero();
  }

  @Test
  void aStepThatIsNotThereIsNotThere() {
    assertThat(elif().post("/setup/steps/jump").statusCode()).isEqualTo(404);
  }

  @Test
  void anAimIsRefusedIfItStrandsRunningWork() {
    // An objective of a person's own: aims without own work would leave it nowhere to be.
    goals.objective(Person.JONAS, "Installers finish without calling");
    HttpResponse<String> answer = elif().post("/setup/aims", "aim", "focus");
    assertThat(answer.statusCode()).isBetween(409, 422);
    assertThat(frameworks.inForce().number()).isZero();
  }
}
