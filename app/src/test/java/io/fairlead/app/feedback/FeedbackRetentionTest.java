package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.feedback.RoundsAtHand.RoundAtHand;
import io.fairlead.app.feedback.SealVerification.Verdict;
import io.fairlead.app.people.LegalHolds;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.rights.Retention;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.TestDatabase;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Relationship;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What of a sealed round goes when its time is over, what stays for how long, and what its seal
/// says of that.
@AppTest
class FeedbackRetentionTest {
  private static final LocalDate CLOSED = RoundsAtHand.CLOSES.plusDays(1);
  private static final int ASKED = 10;
  private static final Viewer PEOPLE_OPERATIONS =
      new Viewer(
          Person.ELIF.id(),
          Person.ELIF.fullName(),
          Set.of(Role.PEOPLE_OPS),
          Set.of(),
          Set.of(),
          TestClock.TODAY);

  @Autowired RoundsAtHand atHand;
  @Autowired RoundStore rounds;
  @Autowired Answering answering;
  @Autowired RoundClosing closing;
  @Autowired FollowUpStore followUps;
  @Autowired Retention retention;
  @Autowired LegalHolds holds;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired Visitors visitors;
  @Autowired JdbcClient database;
  @Autowired Environment environment;

  private RoundAtHand round;

  @BeforeEach
  void aSealedRoundAboutMara() {
    company.reset();
    round = atHand.aboutMara();
    atHand.guest(round.id(), round.subject(), "Carla Vance");
    Instrument questions = rounds.questions(round.id()).orElseThrow();
    Map<String, Integer> ratings = new HashMap<>();
    questions.items().forEach(item -> ratings.put(item.id(), 3));
    round
        .invitations()
        .forEach((rater, invitation) ->
            answering
                .keep(
                    answering.find(rater.viewer(), invitation).orThrow(),
                    0,
                    new AnswerSheet(ratings, Map.of("start", "Said " + rater), "", 300, true))
                .orThrow());
    clock.set(CLOSED);
    closing.closeDue();
    assertThat(count("sealed.member")).isEqualTo(7);
    assertThat(count("sealed.score")).isPositive();
    assertThat(count("feedback_comment")).isPositive();
  }

  private Connection owner() throws SQLException {
    return DriverManager.getConnection(
        TestDatabase.url(),
        environment.getRequiredProperty("fairlead.db.owner-user"),
        environment.getProperty("fairlead.db.owner-password", ""));
  }

  private long count(String table) {
    try (Connection owner = owner();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Verdict verdict() {
    try (Connection application = owner();
        Connection reader = owner()) {
      return SealVerification.verify(
              application,
              reader,
              round.id(),
              new SealVerification.Beside(false, false, clock.instant()))
          .orElseThrow();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private long due(String code, int months) {
    return retention.due(PEOPLE_OPERATIONS, code, months).orThrow();
  }

  private void keep(String code, int months) {
    retention.keep(PEOPLE_OPERATIONS, code, months, due(code, months), null).orThrow();
  }

  private long run() {
    return retention.deleteDue(() -> false);
  }

  private void after(int months) {
    clock.set(CLOSED.plusMonths(months).plusDays(4));
  }

  private String page(Person reader, String path) {
    return visitors.as(reader).page(path).body();
  }

  @Test
  void nothingGoesBeforeSomebodySaysSo() {
    after(120);
    assertThat(run()).isZero();
    assertThat(due("feedback-asked", 18)).isEqualTo(ASKED);
    assertThat(due("feedback-ledger", 18)).isEqualTo(1);
    assertThat(due("feedback-reports", 36)).isEqualTo(1);
    assertThat(due("feedback-rounds", 36)).as("its report is still there").isZero();
    assertThat(verdict().holds()).isTrue();
  }

  @Test
  void whoWasAskedGoesAndTheReportStays() {
    keep("feedback-asked", 18);
    clock.set(RoundsAtHand.CLOSES.plusMonths(18));
    assertThat(run()).as("its time is over tomorrow").isZero();
    clock.set(RoundsAtHand.CLOSES.plusMonths(18).plusDays(1));
    assertThat(run()).isEqualTo(ASKED);
    assertThat(count("feedback_rater")).isZero();
    assertThat(count("feedback_guest")).as("name and address of who is not here").isZero();
    assertThat(
            database
                .sql(
                    "select detail ->> 'feedback-asked' as went from audit_entry where act = 'retention.deleted'")
                .query((row, _) -> row.getString("went"))
                .list())
        .containsExactly("10");
    assertThat(page(Person.MARA, "/feedback/reports/" + round.subject())).contains("Said JONAS");
    assertThat(page(Person.MARA, "/feedback/raters/" + round.subject()))
        .contains("Who was asked is not kept any more.")
        .doesNotContain("Jonas Beck");
    assertThat(visitors.as(Person.ELIF).page("/feedback/rounds/" + round.id()).statusCode())
        .isEqualTo(200);
    assertThat(followUps.reviewees(round.id(), CLOSED))
        .as("nobody is left who could be asked again")
        .isEmpty();
    assertThat(verdict().wrong()).isEmpty();
    assertThat(verdict().gone()).isEmpty();
  }

  @Test
  void theLedgerStaysEighteenMonthsWhateverIsSet() {
    Outcome<Long> shorter = retention.due(PEOPLE_OPERATIONS, "feedback-ledger", 17);
    assertThat(shorter instanceof Refused<Long>(List<Reason> reasons) ? reasons : List.of())
        .singleElement()
        .isEqualTo(Reason.invalid("months", "retention-months", 18, 1200));
    assertThat(page(Person.ELIF, "/studio/data-rights/retention/feedback-ledger"))
        .contains("18 to 1,200.");
    database
        .sql(
            "insert into retention_rule (code, months, set_by, set_at) values ('feedback-ledger', 1, ?, '2026-05-01')")
        .param(Person.ELIF.id())
        .update();
    clock.set(CLOSED.plusMonths(18));
    assertThat(run()).isZero();
    assertThat(count("sealed.member")).isEqualTo(7);
    after(18);
    assertThat(run()).isEqualTo(1);
    assertThat(count("sealed.member")).isZero();
    assertThat(verdict().wrong()).isEmpty();
    assertThat(verdict().gone()).containsExactly("who was counted together");
    assertThat(verdict().figures()).as("those are looked at all the same").isPositive();
    assertThat(run()).as("once").isZero();
  }

  @Test
  void theApplicationCannotForgetAnOpenRoundNorALedgerBeforeItsTime() {
    RoundAtHand open = atHand.aboutMara();
    for (UUID each : List.of(open.id(), round.id())) {
      database
          .sql("select sealed.forget_members(:round, '2026-01-01')")
          .param("round", each)
          .query((row, _) -> row)
          .list();
    }
    database
        .sql("select sealed.forget_answers(:round, :about)")
        .param("round", open.id())
        .param("about", Person.MARA.id())
        .query((row, _) -> row)
        .list();
    assertThat(count("sealed.member")).isEqualTo(7);
    assertThat(count("sealed.round where members_gone or answers_gone")).isZero();
  }

  @Test
  void aReportGoesWithWhatItRestsOnAndThenItsRound() {
    keep("feedback-reports", 36);
    keep("feedback-rounds", 36);
    after(36);
    assertThat(run()).as("the report; and since nothing is left of it, the round").isEqualTo(2);
    for (String empty :
        List.of(
            "feedback_subject",
            "feedback_report",
            "feedback_comment",
            "feedback_rater",
            "feedback_guest",
            "feedback_round",
            "sealed.score",
            "sealed.comment")) {
      assertThat(count(empty)).as(empty).isZero();
    }
    assertThat(count("sealed.member")).as("the ledger has a time of its own").isEqualTo(7);
    assertThat(visitors.as(Person.MARA).page("/feedback/reports/" + round.subject()).statusCode())
        .isEqualTo(404);
    assertThat(visitors.as(Person.ELIF).page("/feedback").statusCode()).isEqualTo(200);
    Verdict gone = verdict();
    assertThat(gone.wrong()).isEmpty();
    assertThat(gone.gone()).containsExactly("reports and what they rested on");
    keep("feedback-ledger", 18);
    assertThat(run()).isEqualTo(1);
    assertThat(verdict().gone())
        .containsExactly("reports and what they rested on", "who was counted together");
    assertThat(verdict().holds()).isTrue();
  }

  @Test
  void whatSomebodyTookAwayIsNotTakenForLetGo() {
    database.sql("delete from feedback_round where id = ?").param(round.id()).update();
    assertThat(verdict().wrong())
        .containsExactly(
            "the round is gone, and nobody let it go", "scores are left that no report rests on");
  }

  @Test
  void nothingOfARoundGoesThatIsAboutSomebodyHeld() {
    holds.place(PEOPLE_OPERATIONS, Person.JONAS.id(), "A claim", null).orThrow();
    for (String code : List.of("feedback-asked", "feedback-ledger", "feedback-reports")) {
      keep(code, 36);
    }
    after(40);
    assertThat(run()).as("the other nine who were asked").isEqualTo(9);
    assertThat(count("feedback_rater")).isEqualTo(1);
    assertThat(count("feedback_report")).isEqualTo(1);
    assertThat(count("sealed.member")).isEqualTo(7);
    UUID hold =
        database
            .sql("select id from legal_hold")
            .query((row, _) -> row.getObject("id", UUID.class))
            .single();
    holds.lift(PEOPLE_OPERATIONS, hold, "Settled", null).orThrow();
    assertThat(run()).isEqualTo(3);
    assertThat(count("feedback_rater") + count("feedback_report") + count("sealed.member"))
        .isZero();
  }

  @Test
  void aRoundIsKeptAsLongAsTheOneThatFollowedIt() {
    database
        .sql(
            """
            insert into feedback_round (id, kind, name, purpose, state, owner, instrument, questions, numeric_threshold,
              comment_threshold, width, colluders, unit, audience, nominate_by, opens, closes, policy_hash, launched_at,
              created_by, follows)
            select gen_random_uuid(), 'follow-up', 'Again', purpose, 'published', owner, instrument, questions,
              numeric_threshold, comment_threshold, width, colluders, unit, audience, nominate_by, opens, closes + 180,
              policy_hash, launched_at, created_by, id
            from feedback_round where id = ?
            """)
        .param(round.id())
        .update();
    after(36);
    assertThat(due("feedback-asked", 36) + due("feedback-reports", 36)).isZero();
    after(43);
    assertThat(due("feedback-asked", 36)).isEqualTo(ASKED);
    assertThat(due("feedback-reports", 36)).isEqualTo(1);
    keep("feedback-reports", 36);
    keep("feedback-rounds", 36);
    run();
    run();
    assertThat(count("feedback_round")).as("first the one that followed").isZero();
  }

  @Test
  void aRunningRoundIsNotDueHoweverOld() {
    atHand.aboutMara();
    after(240);
    assertThat(due("feedback-asked", 1)).isEqualTo(ASKED);
    assertThat(due("feedback-reports", 1)).isEqualTo(1);
  }

  @Test
  void withItsEndARoundForgetsWhoWouldRatherNot() {
    RoundAtHand other = atHand.aboutMara();
    for (Person more : List.of(Person.PRISCILLA, Person.TOMASZ, Person.ELIF, Person.RUBEN)) {
      atHand.ask(atHand.subject(other.id(), more), more, Relationship.SELF);
    }
    clock.set(RoundsAtHand.CLOSES);
    for (Person rater :
        List.of(Person.DEV, Person.AIKO, Person.TOMASZ, Person.RUBEN, Person.PRISCILLA)) {
      answering
          .decline(answering.find(rater.viewer(), other.of(rater)).orThrow(), "no-time")
          .orThrow();
    }
    assertThat(count("feedback_rater where state = 'declined'")).isEqualTo(5);
    String page = "/feedback/rounds/" + other.id();
    assertThat(page(Person.ELIF, page))
        .as("while it runs, one more would tell who")
        .doesNotContain("Why people would rather not answer");
    clock.set(CLOSED);
    closing.closeDue();
    assertThat(page(Person.ELIF, page)).contains("Why people would rather not answer");
    assertThat(count("feedback_rater where state = 'declined' or declined_because is not null"))
        .isZero();
    assertThat(
            database
                .sql("select reason || ' ' || times as told from feedback_decline")
                .query((row, _) -> row.getString("told"))
                .list())
        .containsExactly("no-time 5");
  }
}
