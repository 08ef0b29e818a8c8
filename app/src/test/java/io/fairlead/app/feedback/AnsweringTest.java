package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.disclosure.Sealing;
import io.fairlead.app.feedback.Answering.Asked;
import io.fairlead.app.feedback.Answering.Given;
import io.fairlead.app.feedback.RoundsAtHand.RoundAtHand;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class AnsweringTest {
  @Autowired Answering answering;
  @Autowired RoundsAtHand rounds;
  @Autowired RoundStore roundStore;
  @Autowired Company company;
  @Autowired Sealing sealing;
  @Autowired JdbcClient database;

  private RoundAtHand round;
  private Instrument questions;

  @BeforeEach
  void aRoundAboutMara() {
    company.reset();
    round = rounds.aboutMara();
    questions = roundStore.questions(round.id()).orElseThrow();
  }

  private Invitation of(Person rater) {
    return answering.find(rater.viewer(), round.of(rater)).orThrow();
  }

  private Asked asked(Person rater) {
    return answering.asked(of(rater)).orThrow();
  }

  private String item(int place) {
    return questions.items().get(place).id();
  }

  private AnswerSheet sheet(Map<String, Integer> ratings, Map<String, String> comments) {
    return new AnswerSheet(ratings, comments, "", 12, false);
  }

  private Map<String, Integer> all(int points) {
    Map<String, Integer> ratings = new HashMap<>();
    questions.items().forEach(item -> ratings.put(item.id(), points));
    return ratings;
  }

  private static List<String> reasons(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Refused.class);
    return ((Refused<?>) outcome)
        .reasons().stream().map(it -> it.code() + " " + it.field().orElse("")).sorted().toList();
  }

  @Test
  void whatWasLeftIsThereWhenOneComesBack() {
    assertThat(asked(Person.JONAS).sheet()).isEqualTo(AnswerSheet.EMPTY);
    AnswerSheet sheet =
        new AnswerSheet(
            Map.of(item(0), 4, item(1), AnswerSheet.CANNOT_JUDGE),
            Map.of("start", "Ask us before the date is set."),
            item(2),
            95,
            false);
    assertThat(answering.keep(of(Person.JONAS), 0, sheet).orThrow()).isEqualTo(1);
    assertThat(asked(Person.JONAS).sheet()).isEqualTo(sheet);
    assertThat(asked(Person.JONAS).revision()).isEqualTo(1);
    assertThat(asked(Person.DEV).sheet()).isEqualTo(AnswerSheet.EMPTY);
  }

  @Test
  void theListSaysHowFarEachIsAndWhatTheRestTakes() {
    Given begun = answering.mine(Person.JONAS.viewer()).getFirst();
    assertThat(begun.items()).isEqualTo(18);
    assertThat(begun.answered()).isZero();
    assertThat(begun.minutesLeft()).isEqualTo(questions.minutes());
    assertThat(begun.subjectName()).isEqualTo("Mara Lindqvist");

    Map<String, Integer> half = new HashMap<>(all(3));
    questions.items().stream().skip(9).map(Item::id).forEach(half::remove);
    answering.keep(of(Person.JONAS), 0, sheet(half, Map.of())).orThrow();
    Given later = answering.mine(Person.JONAS.viewer()).getFirst();
    assertThat(later.answered()).isEqualTo(9);
    assertThat(later.minutesLeft()).isLessThan(begun.minutesLeft());

    AnswerSheet done = new AnswerSheet(all(3), Map.of(), "", 200, true);
    answering.keep(of(Person.JONAS), 1, done).orThrow();
    Given last = answering.mine(Person.JONAS.viewer()).getFirst();
    assertThat(last.handedIn()).isTrue();
    assertThat(last.minutesLeft()).isZero();
  }

  @Test
  void aSheetMayStillChangeAfterItWasHandedIn() {
    answering.keep(of(Person.DEV), 0, new AnswerSheet(all(5), Map.of(), "", 9, true)).orThrow();
    answering.keep(of(Person.DEV), 1, new AnswerSheet(all(2), Map.of(), "", 9, true)).orThrow();
    assertThat(asked(Person.DEV).sheet().ratings()).isEqualTo(all(2));
  }

  @Test
  void theSecondWindowIsToldAndTheSameSheetTwiceIsOneSaving() {
    AnswerSheet first = sheet(Map.of(item(0), 4), Map.of());
    answering.keep(of(Person.AIKO), 0, first).orThrow();
    assertThat(answering.keep(of(Person.AIKO), 0, first).orThrow()).isEqualTo(1);
    AnswerSheet other = sheet(Map.of(item(0), 2), Map.of());
    assertThat(reasons(answering.keep(of(Person.AIKO), 0, other)))
        .containsExactly("feedback.answer-other-window ");
    assertThat(asked(Person.AIKO).sheet()).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "delivery.nothing, 3, feedback.answer-unknown ratings.delivery.nothing",
    "ITEM, 6, feedback.answer-outside ratings.ITEM",
    "ITEM, -1, feedback.answer-outside ratings.ITEM"
  })
  void aRatingOutsideTheQuestionsOrTheScaleIsRefused(String item, int points, String reason) {
    String first = item(0);
    AnswerSheet sheet = sheet(Map.of(item.replace("ITEM", first), points), Map.of());
    assertThat(reasons(answering.keep(of(Person.JONAS), 0, sheet)))
        .containsExactly(reason.replace("ITEM", first));
    assertThat(asked(Person.JONAS).revision()).isZero();
  }

  @Test
  void everythingWrongWithASheetIsSaidAtOnceAndNothingOfItIsKept() {
    AnswerSheet sheet =
        new AnswerSheet(
            Map.of(item(0), 9),
            Map.of("start", "x".repeat(4_001), "stop", "a\0b", "colour", "blue"),
            "somewhere",
            -3,
            false);
    assertThat(reasons(answering.keep(of(Person.JONAS), 0, sheet)))
        .containsExactly(
            "feedback.answer-long comments.start",
            "feedback.answer-outside ratings." + item(0),
            "feedback.answer-unknown at",
            "feedback.answer-unknown comments.colour",
            "malformed seconds",
            "unstorable comments.stop");
    assertThat(asked(Person.JONAS).revision()).isZero();
  }

  @Test
  void aLongCommentOfManyKindsOfLettersIsKeptAsItWasWritten() {
    String long_ = ("Ōkina ʻ 👩‍🚀 “quotes” <b> & \\ \r\n" + "w ".repeat(40)).repeat(30).strip();
    assertThat(long_.length()).isBetween(3_000, 4_000);
    answering.keep(of(Person.JONAS), 0, sheet(Map.of(), Map.of("stop", long_))).orThrow();
    assertThat(asked(Person.JONAS).sheet().comments()).containsEntry("stop", long_);
  }

  @Test
  void anothersInvitationIsNotThere() {
    for (Person other : new Person[] {Person.MARA, Person.DEV, Person.ELIF, Person.HENRIK}) {
      assertThat(answering.find(other.viewer(), round.of(Person.JONAS)))
          .isEqualTo(Outcome.refused(Reason.notFound()));
    }
    assertThat(answering.find(Person.JONAS.viewer(), UUID.randomUUID()))
        .isEqualTo(Outcome.refused(Reason.notFound()));
  }

  @Test
  void whatWasWrittenCanBeTakenBackAndBegunAnew() {
    answering.keep(of(Person.DEV), 0, sheet(all(1), Map.of("start", "No."))).orThrow();
    assertThat(answering.withdraw(of(Person.DEV)).orThrow()).isTrue();
    assertThat(answering.withdraw(of(Person.DEV)).orThrow()).isFalse();
    assertThat(asked(Person.DEV).sheet()).isEqualTo(AnswerSheet.EMPTY);
    assertThat(answering.keep(of(Person.DEV), 0, sheet(all(4), Map.of())).orThrow()).isEqualTo(1);
  }

  @Test
  void decliningTakesBackWhatWasWrittenAndEndsTheInvitation() {
    Invitation invitation = of(Person.DEV);
    answering.keep(invitation, 0, sheet(all(1), Map.of())).orThrow();
    assertThat(reasons(answering.decline(invitation, "bored")))
        .containsExactly("feedback.decline-reason because");
    answering.decline(invitation, "do-not-work-together").orThrow();
    assertThat(reasons(answering.find(Person.DEV.viewer(), invitation.id())))
        .containsExactly("feedback.answer-declined ");
    assertThat(answering.mine(Person.DEV.viewer())).isEmpty();
    // A window that was open all the while.
    assertThat(reasons(answering.keep(invitation, 1, sheet(all(2), Map.of()))))
        .containsExactly("not-found ");
    assertThat(reasons(answering.decline(of(Person.MARA), "no-time")))
        .containsExactly("feedback.decline-self ");
    seal();
  }

  @Test
  void savingsWhileOneDeclinesLeaveNoSheetThatNobodyHolds() {
    Invitation invitation = of(Person.DEV);
    List<CompletableFuture<Void>> savings = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      AnswerSheet sheet = sheet(Map.of(item(i), 3), Map.of());
      savings.add(
          CompletableFuture.runAsync(() -> {
            Outcome<Long> kept = answering.keep(invitation, 0, sheet);
            assertThat(kept).isNotNull();
          }));
    }
    savings.add(
        CompletableFuture.runAsync(() -> answering.decline(invitation, "no-time").orThrow()));
    CompletableFuture.allOf(savings.toArray(CompletableFuture[]::new)).join();
    assertThat(seal()).isEqualTo(new Sealing.Ending.Sealed(0));
  }

  @Test
  void afterTheCloseItIsSaidPlainlyAndNothingComesIn() {
    Invitation invitation = of(Person.JONAS);
    answering.keep(invitation, 0, sheet(all(3), Map.of())).orThrow();
    rounds.move(round.id(), "closing");
    assertThat(seal()).isEqualTo(new Sealing.Ending.Sealed(1));
    assertThat(reasons(answering.find(Person.JONAS.viewer(), invitation.id())))
        .containsExactly("feedback.answer-closed ");
    assertThat(reasons(answering.keep(invitation, 1, sheet(all(5), Map.of()))))
        .containsExactly("feedback.answer-closed ");
    assertThat(answering.mine(Person.JONAS.viewer())).isEmpty();
  }

  @Test
  void whoLeavesMeanwhileStopsNobody() {
    answering.keep(of(Person.DEV), 0, sheet(all(4), Map.of())).orThrow();
    // Dev can no longer sign in, Mara's account is erased.
    database.sql("delete from account where person = ?").param(Person.DEV.id()).update();
    database.sql("delete from identity where person = ?").param(Person.MARA.id()).update();
    Given about = answering.mine(Person.JONAS.viewer()).getFirst();
    assertThat(about.subjectName()).isNull();
    answering.keep(of(Person.JONAS), 0, sheet(all(3), Map.of())).orThrow();
    rounds.move(round.id(), "closing");
    assertThat(seal()).isEqualTo(new Sealing.Ending.Sealed(2));
  }

  private Sealing.Ending seal() {
    List<UUID> slips =
        database
            .sql("select slip from feedback_rater where subject = ? and slip is not null")
            .param(round.subject())
            .query((row, _) -> row.getObject("slip", UUID.class))
            .list();
    return sealing.seal(
        round.id(),
        List.of(new Sealing.Folder(round.subject(), slips)),
        new Sealing.Work() {
          @Override
          public io.fairlead.app.disclosure.Remains remains(
              Sealing.Folder folder, Map<UUID, byte[]> sheets, List<Set<UUID>> earlier) {
            return new io.fairlead.app.disclosure.Remains(List.of(), List.of(), List.of());
          }

          @Override
          public void finish() {}
        });
  }
}
