package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.disclosure.Kept;
import io.fairlead.app.disclosure.Sheets;
import io.fairlead.app.feedback.RoundsAtHand.RoundAtHand;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.TestDatabase;
import io.fairlead.app.testing.Visitors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The key of a round about Mara is deleted or damaged before the close.
@AppTest
class LostKeyTest {
  private static final String LOST = "The key of this round is not on the server";

  @Autowired RoundsAtHand atHand;
  @Autowired Rounds rounds;
  @Autowired RoundStore store;
  @Autowired RoundClosing closing;
  @Autowired Sheets sheets;
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  private RoundAtHand round;
  private Path key;
  private UUID slip;

  @BeforeEach
  void somethingWasWritten() {
    company.reset();
    round = atHand.aboutMara();
    key = TestDatabase.keyOf(round.id());
    slip =
        database
            .sql("select slip from feedback_rater where id = ?")
            .param(round.of(Person.JONAS))
            .query((row, _) -> row.getObject("slip", UUID.class))
            .single();
    assertThat(written(0)).isEqualTo(new Kept.Saved(1));
  }

  private Kept written(long revision) {
    AnswerSheet sheet = new AnswerSheet(Map.of(), Map.of(), "", 300, true);
    return sheets.keep(
        round.id(),
        slip,
        revision,
        json.writeValueAsString(sheet).getBytes(StandardCharsets.UTF_8));
  }

  private String page(Person person) {
    return visitors.as(person).page("/feedback/rounds/" + round.id()).body();
  }

  private RoundState state() {
    return store.find(round.id()).orElseThrow().state();
  }

  private Outcome<UUID> stop() {
    long version = store.find(round.id()).orElseThrow().version();
    return rounds.stop(Person.ELIF.viewer(), round.id(), version, null);
  }

  private void afterTheLastDay() {
    clock.set(RoundsAtHand.CLOSES.plusDays(1));
    closing.closeDue();
  }

  private List<UUID> told(String text) {
    return database
        .sql("select recipient from notice where key = ?")
        .param(text)
        .query((row, _) -> row.getObject("recipient", UUID.class))
        .list();
  }

  private int reports() {
    return database
        .sql("select count(*)::int as number from feedback_report where subject = ?")
        .param(round.subject())
        .query((row, _) -> row.getInt("number"))
        .single();
  }

  @Test
  void whoRunsTheRoundReadsItAndNobodyElse() throws IOException {
    assertThat(page(Person.ELIF)).doesNotContain(LOST);
    Files.delete(key);
    assertThat(page(Person.ELIF)).contains(LOST, "Nobody can read what was written");
    assertThat(page(Person.MARA)).doesNotContain(LOST);
  }

  @Test
  void aDamagedKeyIsALostOne() throws IOException {
    byte[] aside = Files.readAllBytes(key);
    byte[] damaged = aside.clone();
    damaged[damaged.length - 1] ^= 1;
    Files.write(key, damaged);
    assertThat(page(Person.ELIF)).contains(LOST);
    assertThat(written(1)).isEqualTo(new Kept.KeyLost());
    afterTheLastDay();
    assertThat(state()).isEqualTo(RoundState.CLOSING);
    Files.write(key, aside);
    closing.closeDue();
    assertThat(state()).as("put back, the round goes on by itself").isEqualTo(RoundState.PUBLISHED);
  }

  @Test
  void nothingIsPublishedTheOwnerIsToldOnceAndMayStopIt() throws IOException {
    Files.delete(key);
    afterTheLastDay();
    closing.closeDue();
    assertThat(state()).isEqualTo(RoundState.CLOSING);
    assertThat(reports()).isZero();
    assertThat(told("feedback.told.hindered.key-lost")).containsExactly(Person.ELIF.id());
    assertThat(page(Person.ELIF)).contains(LOST, "/feedback/rounds/" + round.id() + "/stop");
    assertThat(stop()).isInstanceOf(Outcome.Done.class);
    assertThat(state()).isEqualTo(RoundState.STOPPED);
    assertThat(sheets.written(round.id(), List.of(slip))).isZero();
    assertThat(told("feedback.told.stopped"))
        .as("raters and reviewee alike, each once")
        .containsExactlyInAnyOrderElementsOf(
            round.invitations().keySet().stream().map(Person::id).toList());
    closing.closeDue();
    assertThat(reports()).isZero();
  }

  @Test
  void theOwnerIsToldAsSoonAsNothingCanBeSavedAndNotAgainAtTheClose() throws IOException {
    closing.closeDue();
    assertThat(told("feedback.told.hindered.key-lost")).isEmpty();
    Files.delete(key);
    closing.closeDue();
    assertThat(state()).isEqualTo(RoundState.ANSWERING);
    assertThat(told("feedback.told.hindered.key-lost")).containsExactly(Person.ELIF.id());
    afterTheLastDay();
    assertThat(told("feedback.told.hindered.key-lost")).hasSize(1);
  }

  @Test
  void aRoundThatClosesWithItsKeyCannotBeStopped() {
    database
        .sql("update feedback_round set state = 'closing' where id = ?")
        .param(round.id())
        .update();
    assertThat(stop()).isInstanceOf(Outcome.Refused.class);
    assertThat(state()).isEqualTo(RoundState.CLOSING);
  }
}
