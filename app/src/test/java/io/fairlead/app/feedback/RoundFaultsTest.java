package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.disclosure.Kept;
import io.fairlead.app.disclosure.Sealing.Ending;
import io.fairlead.app.disclosure.Sheets;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.Bound;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Relationship;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Rounds in which something is odd: nobody can judge, groups of one and two, people who rate each
/// other, a manager who changes while answers come in.
@AppTest
class RoundFaultsTest {
  private static final int CANNOT_JUDGE = 0;

  @Autowired Company company;
  @Autowired RoundsAtHand rounds;
  @Autowired RoundStore store;
  @Autowired RoundClosing closing;
  @Autowired ReportStore heads;
  @Autowired Reports reports;
  @Autowired Sheets sheets;
  @Autowired JsonMapper json;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private void answer(UUID round, UUID invitation, int rating) {
    Instrument questions = store.questions(round).orElseThrow();
    Map<String, Integer> ratings = new HashMap<>();
    questions.items().forEach(item -> ratings.put(item.id(), rating));
    AnswerSheet sheet = new AnswerSheet(ratings, Map.of(), "", 300, true);
    UUID slip =
        database
            .sql("select slip from feedback_rater where id = ?")
            .param(invitation)
            .query((row, _) -> row.getObject("slip", UUID.class))
            .single();
    assertThat(sheets.keep(round, slip, 0, json.writeValueAsBytes(sheet)))
        .isEqualTo(new Kept.Saved(1));
  }

  private void close(UUID round) {
    assertThat(closing.close(round)).isInstanceOf(Ending.Sealed.class);
  }

  /// As its reviewee reads it, once its debrief is booked.
  private Report report(Person reviewee, UUID subject) {
    database
        .sql(
            "update feedback_subject set debrief_with = :with, debrief_at = now(), debrief_booked_at = '2026-01-01T09:00:00Z' where id = :id")
        .param("with", Person.INES.id())
        .param("id", subject)
        .update();
    return reports.find(reviewee.viewer(), subject).stream()
        .filter(Reports.Open.class::isInstance)
        .map(found -> ((Reports.Open) found).report())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whereNobodyCanJudgeNothingIsShownAndTheRoundCloses() {
    RoundsAtHand.RoundAtHand round = rounds.aboutMara();
    round.invitations().values().forEach(asked -> answer(round.id(), asked, CANNOT_JUDGE));
    close(round.id());
    assertThat(report(Person.MARA, round.subject()).rows())
        .isNotEmpty()
        .allMatch(ReportRow::isWithheld)
        .allMatch(row -> row.self() == null);
  }

  @Test
  void groupsOfOneAndOfTwoTogetherAreTooFew() {
    UUID round = rounds.round("manager", "reviewee");
    UUID mara = rounds.subject(round, Person.MARA);
    answer(round, rounds.ask(mara, Person.RUBEN, Relationship.PEER), 5);
    answer(round, rounds.ask(mara, Person.JONAS, Relationship.REPORT), 1);
    answer(round, rounds.ask(mara, Person.DEV, Relationship.REPORT), 1);
    close(round);
    assertThat(report(Person.MARA, mara).rows()).isNotEmpty().allMatch(ReportRow::isWithheld);
  }

  @Test
  void groupsOfOneAndOfThreeAreShownTogetherOrNotAtAll() {
    UUID round = rounds.round("manager", "reviewee");
    UUID mara = rounds.subject(round, Person.MARA);
    answer(round, rounds.ask(mara, Person.RUBEN, Relationship.PEER), 4);
    for (Person each : List.of(Person.JONAS, Person.DEV, Person.AIKO)) {
      answer(round, rounds.ask(mara, each, Relationship.REPORT), 2);
    }
    close(round);
    assertThat(report(Person.MARA, mara).rows())
        .isNotEmpty()
        .allSatisfy(row ->
            assertThat(row.groups())
                .singleElement()
                .satisfies(block -> assertThat(block.groups()).containsExactly("peer", "report")));
  }

  @Test
  void aGroupThatAgreesLooksLikeOneThatNearlyDoes() {
    for (int fourth : List.of(5, 4)) {
      company.reset();
      RoundsAtHand.RoundAtHand round = rounds.aboutMara();
      for (Person peer : List.of(Person.PRISCILLA, Person.TOMASZ, Person.ELIF)) {
        answer(round.id(), round.of(peer), 5);
      }
      answer(round.id(), round.of(Person.RUBEN), fourth);
      close(round.id());
      assertThat(report(Person.MARA, round.subject()).rows())
          .isNotEmpty()
          .allSatisfy(row ->
              assertThat(row.groups())
                  .containsExactly(
                      new BlockValue(List.of("peer"), 4, Bound.AT_LEAST, new BigDecimal("4.5"))));
    }
  }

  @Test
  void aManagerOfPeopleOperationsReadsWhatAnyManagerReads() {
    UUID alone = rounds.round("manager", "reviewee");
    UUID noor = rounds.subject(alone, Person.NOOR);
    answer(alone, rounds.ask(noor, Person.ELIF, Relationship.MANAGER), 4);
    close(alone);
    assertThat(heads.find(Person.ELIF.viewer(), noor)).isEmpty();
    UUID together = rounds.round("manager", "reviewee-and-manager");
    UUID own = rounds.subject(together, Person.NOOR);
    UUID ofHenrik = rounds.subject(together, Person.MARA);
    answer(together, rounds.ask(own, Person.ELIF, Relationship.MANAGER), 4);
    answer(together, rounds.ask(ofHenrik, Person.HENRIK, Relationship.MANAGER), 4);
    close(together);
    assertThat(heads.find(Person.ELIF.viewer(), own)).as("as raters were told").isPresent();
    assertThat(heads.find(Person.ELIF.viewer(), ofHenrik)).isEmpty();
  }

  @Test
  void peopleWhoRateEachOtherEachGetTheirOwn() {
    UUID round = rounds.round("manager", "reviewee");
    UUID mara = rounds.subject(round, Person.MARA);
    UUID jonas = rounds.subject(round, Person.JONAS);
    answer(round, rounds.ask(jonas, Person.MARA, Relationship.MANAGER), 5);
    answer(round, rounds.ask(mara, Person.JONAS, Relationship.REPORT), 1);
    answer(round, rounds.ask(mara, Person.MARA, Relationship.SELF), 3);
    answer(round, rounds.ask(jonas, Person.JONAS, Relationship.SELF), 2);
    close(round);
    assertThat(report(Person.JONAS, jonas).rows())
        .isNotEmpty()
        .allSatisfy(row -> {
          assertThat(row.manager()).isEqualTo(new BigDecimal("5.0"));
          assertThat(row.self()).isEqualTo(new BigDecimal("2.0"));
        });
    assertThat(report(Person.MARA, mara).rows())
        .isNotEmpty()
        .allMatch(ReportRow::isWithheld)
        .allSatisfy(row -> assertThat(row.self()).isEqualTo(new BigDecimal("3.0")));
  }

  @Test
  void aManagerWhoComesInMidRoundReadsNothing() {
    UUID round = rounds.round("manager", "reviewee-and-manager");
    UUID mara = rounds.subject(round, Person.MARA);
    answer(round, rounds.ask(mara, Person.HENRIK, Relationship.MANAGER), 4);
    database
        .sql("update reporting_line set manager = ? where person = ?")
        .params(Person.RUBEN.id(), Person.MARA.id())
        .update();
    close(round);
    assertThat(heads.find(Person.HENRIK.viewer(), mara)).as("whom raters were told").isPresent();
    assertThat(heads.find(Person.RUBEN.viewer(), mara)).isEmpty();
  }
}
