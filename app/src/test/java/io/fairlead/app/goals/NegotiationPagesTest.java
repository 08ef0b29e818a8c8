package io.fairlead.app.goals;

import static io.fairlead.app.testing.Person.HENRIK;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.PRISCILLA;
import static io.fairlead.app.testing.Person.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class NegotiationPagesTest {
  @Autowired Goals goals;
  @Autowired Visitors visitors;
  @Autowired JdbcClient database;

  private UUID team;
  private UUID sales;

  @BeforeEach
  void objectives() {
    team = goals.objective(MARA, "Customers stay");
    sales = goals.objective(PRISCILLA, "Pilots become contracts");
  }

  @Test
  void anAlignmentIsTalkedThroughOnItsPage() {
    Visitor mara = visitors.as(MARA);
    assertThat(mara.page("/goals/" + team + "/alignments").body())
        .contains("Pilots become contracts (Priscilla Moreno)")
        .contains("Seen by");
    HttpResponse<String> proposed =
        mara.post(
            "/goals/" + team + "/alignments",
            "parent",
            sales.toString(),
            "primary",
            "false",
            "share",
            "30 %",
            "note",
            "A third of the pilots are ours.");
    assertThat(proposed.statusCode()).isEqualTo(302);
    assertThat(location(proposed)).endsWith("/goals/" + team + "/alignments/" + sales);
    Visitor priscilla = visitors.as(PRISCILLA);
    assertThat(priscilla.page(talk()).body())
        .contains("Mara Lindqvist proposed: 30 % of it, as a contribution")
        .contains("A third of the pilots are ours.")
        .contains("for an answer from the owner of what it moves");
    moved(priscilla, "countered", "share", "20 %", "note", "A fifth, I think.");
    assertThat(mara.page(talk()).body()).contains("Priscilla Moreno offered instead: 20 %");
    moved(mara, "agreed");
    assertThat(mara.page(talk()).body()).contains("Agreed: 20 % of it, as a contribution");
    assertThat(standing()).isEqualTo("0.20 agreed");
    moved(priscilla, "ended", "note", "The pilots are over.");
    assertThat(mara.page(talk()).body())
        .contains("Priscilla Moreno ended it")
        .contains("Nothing is agreed");
  }

  @Test
  void aRefusedStepKeepsWhatWasTypedAndSaysWhy() {
    propose("0.3");
    Visitor priscilla = visitors.as(PRISCILLA);
    priscilla.page(talk());
    HttpResponse<String> silent = priscilla.post(talk(), "move", "declined");
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(silent.body()).contains("Say why, in a sentence.");
    HttpResponse<String> much =
        priscilla.post(talk(), "move", "countered", "share", "130 %", "note", "All and more");
    assertThat(much.statusCode()).isEqualTo(422);
    assertThat(much.body()).contains("A share lies above 0").contains("All and more");
    assertThat(standing()).isEqualTo("0.3 proposed");
  }

  @Test
  void sentTwiceAStepIsTakenOnce() throws Exception {
    propose("0.3");
    Visitor priscilla = visitors.as(PRISCILLA);
    priscilla.page(talk());
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      calls.add(() ->
          priscilla
              .post(talk(), "move", "discussed", "note", "How many?", "key", "once-" + team)
              .statusCode());
    }
    try (var pool = Executors.newFixedThreadPool(4)) {
      for (Future<Integer> answer : pool.invokeAll(calls)) {
        assertThat(answer.get()).isEqualTo(302);
      }
    }
    assertThat(count("discussed")).isEqualTo(1);
  }

  @Test
  void ofTwoWhoAnswerAtOnceOnlyTheFirstDoes() throws Exception {
    propose("0.3");
    Visitor agreeing = visitors.as(PRISCILLA);
    Visitor declining = visitors.as(PRISCILLA);
    agreeing.page(talk());
    declining.page(talk());
    List<Callable<Integer>> calls =
        List.of(
            () -> agreeing.post(talk(), "move", "agreed").statusCode(),
            () -> declining.post(talk(), "move", "declined", "note", "No.").statusCode());
    List<Integer> answers = new ArrayList<>();
    try (var pool = Executors.newFixedThreadPool(2)) {
      for (Future<Integer> answer : pool.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).containsExactlyInAnyOrder(302, 409);
    assertThat(count("agreed") + count("declined")).isEqualTo(1);
  }

  @Test
  void whoHasNothingToDoWithItFindsNothing() {
    propose("0.3");
    for (Person other : List.of(JONAS, RUBEN)) {
      Visitor visitor = visitors.as(other);
      HttpResponse<String> answer = visitor.page(talk());
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).doesNotContain("Customers stay");
    }
    assertThat(visitors.as(HENRIK).page(talk()).statusCode())
        .as("the line above follows it")
        .isEqualTo(200);
  }

  @Test
  void onlyWhatOneSeesCanBeProposedTo() {
    UUID hidden = goals.objective(PRISCILLA, "Secret takeover", "Q2 2026", "active", "named");
    Visitor mara = visitors.as(MARA);
    assertThat(mara.page("/goals/" + team + "/alignments").body()).doesNotContain("Secret");
    HttpResponse<String> guessed =
        mara.post("/goals/" + team + "/alignments", "parent", hidden.toString(), "primary", "true");
    HttpResponse<String> absent =
        mara.post(
            "/goals/" + team + "/alignments",
            "parent",
            UUID.randomUUID().toString(),
            "primary",
            "true");
    assertThat(guessed.statusCode()).isEqualTo(404).isEqualTo(absent.statusCode());
  }

  @Test
  void whatIsLeftToGiveIsAskedAgainWhenAnOfferIsAccepted() {
    propose("0.3");
    moved(visitors.as(PRISCILLA), "agreed");
    moved(visitors.as(MARA), "countered", "share", "0.6");
    UUID other = goals.objective(RUBEN, "Pilots start");
    Visitor mara = visitors.as(MARA);
    mara.page("/goals/" + team + "/alignments");
    mara.post(
        "/goals/" + team + "/alignments",
        "parent",
        other.toString(),
        "primary",
        "false",
        "share",
        "0.7");
    Visitor priscilla = visitors.as(PRISCILLA);
    priscilla.page(talk());
    HttpResponse<String> agreed = priscilla.post(talk(), "move", "agreed");
    assertThat(agreed.statusCode()).isEqualTo(422);
    assertThat(agreed.body()).contains("Only 30 % is left to give.");
  }

  @Test
  void whatAnImportBroughtCanBeTalkedAboutAndEnded() {
    goals.align(team, sales, 0.3, false);
    assertThat(visitors.as(PRISCILLA).page(talk()).body()).contains("Agreed: 30 %");
    moved(visitors.as(PRISCILLA), "countered", "share", "0.2");
    assertThat(standing()).as("what holds, holds on").isEqualTo("0.3 agreed");
    moved(visitors.as(MARA), "ended", "note", "It was never so.");
    assertThat(standing()).isEmpty();
  }

  private void propose(String share) {
    Visitor mara = visitors.as(MARA);
    mara.page("/goals/" + team + "/alignments");
    assertThat(
            mara.post(
                    "/goals/" + team + "/alignments",
                    "parent",
                    sales.toString(),
                    "primary",
                    "false",
                    "share",
                    share)
                .statusCode())
        .isEqualTo(302);
  }

  private void moved(Visitor visitor, String move, String... more) {
    visitor.page(talk());
    String[] form = new String[more.length + 2];
    form[0] = "move";
    form[1] = move;
    System.arraycopy(more, 0, form, 2, more.length);
    HttpResponse<String> answer = visitor.post(talk(), form);
    assertThat(answer.statusCode()).as(move + ": " + answer.body()).isEqualTo(302);
  }

  private String talk() {
    return "/goals/" + team + "/alignments/" + sales;
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private int count(String move) {
    return database
        .sql("select count(*) from alignment_move where child = ? and parent = ? and move = ?")
        .params(team, sales, move)
        .query(Integer.class)
        .single();
  }

  private String standing() {
    return database
        .sql("select share || ' ' || state from alignment where child = ? and parent = ?")
        .params(team, sales)
        .query(String.class)
        .optional()
        .orElse("");
  }
}
