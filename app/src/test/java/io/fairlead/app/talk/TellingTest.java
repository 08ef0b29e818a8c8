package io.fairlead.app.talk;

import static io.fairlead.app.testing.Person.AIKO;
import static io.fairlead.app.testing.Person.DEV;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitors;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who is told what in their messages. The job is run by hand, as the scheduler would.
@AppTest
class TellingTest {
  @Autowired Comments comments;
  @Autowired Telling telling;
  @Autowired Following following;
  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired JdbcClient database;

  private UUID open;
  private UUID ofTeam;

  @BeforeEach
  void asNew() {
    company.reset();
    open = goals.objective(MARA, "Customers stay");
    ofTeam = goals.objective(MARA, "Shorter queues", "Q2 2026", "active", "team");
  }

  private UUID say(Person by, UUID objective, String text, @Nullable UUID answers) {
    UUID id =
        comments
            .say(
                by.viewer(),
                new Comments.Input(About.objective(objective), text, answers, Map.of(), null))
            .orThrow();
    telling.tell(new Telling.Said(id, 1));
    return id;
  }

  private String inbox(Person person) {
    return visitors.as(person).page("/inbox").body();
  }

  @Test
  void ownersFollowersMentionedAndAnsweredAreToldAndNobodyOfTheirOwn() {
    following.follow(AIKO.viewer(), open, true, null).orThrow();
    UUID asked = say(JONAS, open, "Could @Dev look at it?", null);
    assertThat(inbox(DEV))
        .contains("Jonas Beck mentioned you in what is said about “Customers stay”.");
    assertThat(inbox(MARA)).contains("Jonas Beck said something about “Customers stay”.");
    assertThat(inbox(AIKO)).contains("Jonas Beck said something about “Customers stay”.");
    assertThat(inbox(JONAS)).doesNotContain("Customers stay");
    assertThat(inbox(RUBEN)).doesNotContain("Customers stay");
    say(DEV, open, "I do, thanks.", asked);
    assertThat(inbox(JONAS)).contains("Dev Patel answered you about “Customers stay”.");
  }

  @Test
  void whoMayNoLongerReadItIsNotToldAndATitleOfFewIsNotInAMessage() {
    following.follow(DEV.viewer(), ofTeam, true, null).orThrow();
    following.follow(AIKO.viewer(), ofTeam, true, null).orThrow();
    database
        .sql("update employment set unit = ? where person = ?")
        .params(Company.unit("Sales"), AIKO.id())
        .update();
    say(JONAS, ofTeam, "Who opens the second counter?", null);
    assertThat(inbox(DEV))
        .contains("Jonas Beck said something about an objective you follow.")
        .doesNotContain("Shorter queues");
    assertThat(inbox(AIKO)).doesNotContain("Jonas Beck");
  }

  @Test
  void aJobThatRunsTwiceTellsOnceAndOneThatComesTooLateNothing() {
    UUID id = say(JONAS, open, "Could @Dev look at it?", null);
    telling.tell(new Telling.Said(id, 1));
    assertThat(inbox(DEV).split("Jonas Beck mentioned you", -1)).hasSize(2);
    UUID quick =
        comments
            .say(
                JONAS.viewer(),
                new Comments.Input(About.objective(open), "@Aiko never mind", null, Map.of(), null))
            .orThrow();
    comments.withdraw(JONAS.viewer(), quick, null).orThrow();
    telling.tell(new Telling.Said(quick, 1));
    assertThat(inbox(AIKO)).doesNotContain("Jonas Beck mentioned you");
  }

  @Test
  void anEditTellsOnlyThoseWhomItMentionsFirst() {
    UUID id = say(JONAS, open, "Could @Dev look at it?", null);
    comments
        .reword(
            JONAS.viewer(),
            id,
            1,
            new Comments.Input(
                About.objective(open), "Could @Dev or @Aiko look at it?", null, Map.of(), null))
        .orThrow();
    telling.tell(new Telling.Said(id, 2));
    assertThat(inbox(AIKO)).contains("Jonas Beck mentioned you");
    assertThat(inbox(DEV).split("Jonas Beck mentioned you", -1)).hasSize(2);
    assertThat(inbox(MARA).split("said something", -1)).hasSize(2);
  }

  @Test
  void whatWasRolledBackIsNotScheduled() {
    assertThat(
            comments
                .say(
                    JONAS.viewer(),
                    new Comments.Input(
                        About.objective(ofTeam), "@Ruben Castel", null, Map.of(), null))
                .isDone())
        .isFalse();
    assertThat(scheduled()).isZero();
    say(JONAS, open, "Hello", null);
    assertThat(scheduled()).isEqualTo(1);
  }

  private int scheduled() {
    return database
        .sql("select count(*) from scheduled_tasks where task_name = 'talk.tell'")
        .query(Integer.class)
        .single();
  }
}
