package io.fairlead.app.goals;

import static io.fairlead.app.testing.Person.DEV;
import static io.fairlead.app.testing.Person.HENRIK;
import static io.fairlead.app.testing.Person.INES;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.PRISCILLA;
import static io.fairlead.app.testing.Person.RUBEN;
import static io.fairlead.app.testing.Person.TOMASZ;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class AlignmentApiTest {
  @Autowired ApiClient api;
  @Autowired Goals goals;
  @Autowired JsonMapper json;
  @Autowired JdbcClient database;

  private UUID company;
  private UUID product;
  private UUID sales;
  private UUID team;

  @BeforeEach
  void objectives() {
    company = goals.objective(INES, "Utilities renew");
    product = goals.objective(HENRIK, "Trials turn into use");
    sales = goals.objective(PRISCILLA, "Pilots become contracts");
    team = goals.objective(MARA, "Customers stay");
  }

  @Test
  void aContributionIsProposedTalkedThroughAndAgreed() {
    proposed(MARA, team, sales, "0.3");
    assertThat(waiting(PRISCILLA)).contains(team.toString());
    assertThat(waiting(MARA)).doesNotContain(team.toString());
    assertThat(standing(team, sales)).isEqualTo("0.3 proposed");
    done(PRISCILLA, team, sales, "discussed", "", "How many accounts is that?");
    done(PRISCILLA, team, sales, "countered", "20 %", "A fifth, I think.");
    assertThat(waiting(MARA)).contains(team.toString());
    assertThat(move(PRISCILLA, team, sales, "agreed", "", "").statusCode())
        .as("nobody agrees to their own offer")
        .isEqualTo(409);
    done(MARA, team, sales, "agreed", "", "");
    assertThat(standing(team, sales)).isEqualTo("0.2 agreed");
    JsonNode conversation = conversation(PRISCILLA, team, sales);
    assertThat(conversation.path("moves")).hasSize(4);
    assertThat(conversation.at("/agreed/share").asDouble()).isEqualTo(0.2);
  }

  @Test
  void thePrimaryParentHasWhatTheContributionsLeave() {
    agreedPrimary(MARA, team, HENRIK, product);
    assertThat(standing(team, product)).isEqualTo("1 agreed");
    proposed(MARA, team, sales, "0.3");
    assertThat(standing(team, product)).as("an offer takes nothing yet").isEqualTo("1 agreed");
    done(PRISCILLA, team, sales, "agreed", "", "");
    assertThat(standing(team, product)).isEqualTo("0.7 agreed");
    done(MARA, team, sales, "ended", "", "They left the pilot.");
    assertThat(standing(team, product)).isEqualTo("1 agreed");
  }

  @Test
  void noMoreIsGivenThanThereIs() {
    agreedPrimary(MARA, team, HENRIK, product);
    proposed(MARA, team, sales, "0.7");
    UUID success = goals.objective(TOMASZ, "Calls are answered");
    var more = move(MARA, team, success, "proposed", "0.31", "");
    assertThat(more.statusCode()).isEqualTo(422);
    assertThat(code(more)).isEqualTo("goals.share-left");
    assertThat(more.body()).contains("30 %");
    proposed(MARA, team, success, "0.3");
    done(PRISCILLA, team, sales, "agreed", "", "");
    done(TOMASZ, team, success, "agreed", "", "");
    assertThat(standing(team, product))
        .as("nothing is left, which is allowed")
        .isEqualTo("0 agreed");
  }

  @Test
  void onePrimaryParentAndThreeContributionsAtMost() {
    agreedPrimary(MARA, team, HENRIK, product);
    assertThat(code(move(MARA, team, company, "proposed", "primary", "")))
        .isEqualTo("goals.primary-taken");
    for (int i = 0; i < 3; i++) {
      proposed(MARA, team, goals.objective(TOMASZ, "Calls " + i), "0.1");
    }
    assertThat(code(move(MARA, team, sales, "proposed", "0.1", "")))
        .isEqualTo("goals.too-many-contributions");
  }

  @Test
  void sharesThatMakeNoSenseAreRefused() {
    for (String share : List.of("0", "-0.1", "1.01", "101 %", "", "half", "1e9", "NaN")) {
      var response = move(MARA, team, sales, "proposed", share, "");
      assertThat(response.statusCode()).as(share).isEqualTo(422);
      assertThat(code(response)).as(share).isEqualTo("goals.share");
    }
  }

  @Test
  void aCircleIsRefusedWithItsWay() {
    agreedPrimary(MARA, team, HENRIK, product);
    agreedPrimary(HENRIK, product, INES, company);
    var closing = move(INES, company, team, "proposed", "0.5", "");
    assertThat(closing.statusCode()).isEqualTo(422);
    assertThat(closing.body())
        .contains(
            "“Utilities renew” → “Customers stay” → “Trials turn into use” → “Utilities renew”");
    assertThat(code(move(MARA, team, team, "proposed", "0.5", "")))
        .isEqualTo("goals.aligned-to-itself");
  }

  @Test
  void theWayOfACircleHidesWhatIsNotForTheReader() {
    UUID hidden = goals.objective(TOMASZ, "Secret takeover", "Q2 2026", "active", "named");
    goals.align(sales, hidden, 1, true);
    goals.align(hidden, company, 1, true);
    var closing = move(INES, company, sales, "proposed", "0.5", "");
    assertThat(closing.body()).as("Ines is above Tomasz").contains("Secret takeover");
    UUID rubens = goals.objective(RUBEN, "Pilots start");
    UUID between = goals.objective(TOMASZ, "Calls are answered");
    goals.align(hidden, between, 0.1, false);
    goals.align(between, rubens, 0.1, false);
    var blind = move(RUBEN, rubens, sales, "proposed", "0.5", "");
    assertThat(blind.statusCode()).isEqualTo(422);
    assertThat(blind.body())
        .contains("“Pilots become contracts” → … → “Calls are answered” → “Pilots start”");
    assertThat(blind.body()).doesNotContain("Secret");
  }

  @Test
  void twoPeopleAtOnceCannotCloseACircle() throws Exception {
    for (int round = 0; round < 10; round++) {
      UUID hers = goals.objective(MARA, "Hers " + round);
      UUID his = goals.objective(RUBEN, "His " + round);
      List<Callable<HttpResponse<String>>> both =
          List.of(
              () -> move(MARA, hers, his, "proposed", "0.5", ""),
              () -> move(RUBEN, his, hers, "proposed", "0.5", ""));
      List<Integer> statuses = new ArrayList<>();
      try (var threads = Executors.newFixedThreadPool(2)) {
        for (Future<HttpResponse<String>> answer : threads.invokeAll(both)) {
          statuses.add(answer.get().statusCode());
        }
      }
      assertThat(statuses).containsExactlyInAnyOrder(201, 422);
    }
  }

  @Test
  void aProposalSentTwiceIsMadeOnce() {
    String key = UUID.randomUUID().toString();
    String body = "{\"move\": \"proposed\", \"share\": \"0.3\"}";
    for (int i = 0; i < 2; i++) {
      var response = api.as(MARA).json("POST", path(team, sales), body, "Idempotency-Key", key);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }
    assertThat(conversation(MARA, team, sales).path("moves")).hasSize(1);
  }

  @Test
  void onlyWhatOneSeesCanBeProposedTo() {
    UUID hidden = goals.objective(TOMASZ, "Secret takeover", "Q2 2026", "active", "named");
    UUID draft = goals.objective(TOMASZ, "A thought", "Q2 2026", "draft", "public");
    UUID nothing = UUID.randomUUID();
    for (UUID parent : List.of(hidden, draft, nothing)) {
      var response = move(MARA, team, parent, "proposed", "0.3", "");
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body().replace(parent.toString(), ""))
          .isEqualTo(
              move(MARA, team, nothing, "proposed", "0.3", "")
                  .body()
                  .replace(nothing.toString(), ""));
    }
  }

  @Test
  void othersTakePartInNothing() {
    proposed(MARA, team, sales, "0.3");
    assertThat(move(DEV, team, sales, "agreed", "", "").statusCode()).isEqualTo(403);
    assertThat(move(MARA, team, sales, "agreed", "", "").statusCode()).isEqualTo(409);
    assertThat(api.as(DEV).json("GET", path(team, sales), null).statusCode()).isEqualTo(404);
    assertThat(api.as(HENRIK).json("GET", path(team, sales), null).statusCode())
        .as("those above may follow it")
        .isEqualTo(200);
  }

  @Test
  void whoeverIsAskedSeesTheDraftUntilTheyDecline() {
    UUID draft = goals.objective(JONAS, "Sensors report", "Q2 2026", "draft", "public");
    assertThat(sees(TOMASZ, draft)).isFalse();
    UUID success = goals.objective(TOMASZ, "Calls are answered");
    proposed(JONAS, draft, success, "0.3");
    assertThat(sees(TOMASZ, draft)).isTrue();
    assertThat(sees(DEV, draft)).isFalse();
    done(TOMASZ, draft, success, "declined", "", "Not this quarter.");
    assertThat(sees(TOMASZ, draft)).isFalse();
  }

  @Test
  void theParentsCycleIsTheSameOrContainsIt() {
    UUID year = goals.objective(INES, "The year", "2026", "active", "public");
    UUID before = goals.objective(INES, "Last quarter", "Q1 2026", "active", "public");
    proposed(MARA, team, year, "0.3");
    assertThat(code(move(MARA, team, before, "proposed", "0.3", "")))
        .isEqualTo("goals.other-cycle");
    assertThat(code(move(INES, year, company, "proposed", "0.3", "")))
        .as("not the other way round")
        .isEqualTo("goals.other-cycle");
  }

  @Test
  void moreThanFourLevelsAreRefused() {
    UUID c = goals.objective(JONAS, "c");
    UUID d = goals.objective(DEV, "d");
    goals.align(team, product, 1, true);
    goals.align(product, company, 1, true);
    goals.align(c, team, 1, true);
    assertThat(code(move(DEV, d, c, "proposed", "0.3", ""))).isEqualTo("goals.too-many-levels");
    proposed(DEV, d, team, "0.3");
  }

  @Test
  void whoWorksOnBothSidesNeedsNoAnswer() {
    UUID own = goals.objective(MARA, "Alerts are acted on");
    proposed(MARA, own, team, "0.3");
    assertThat(standing(own, team)).isEqualTo("0.3 agreed");
  }

  private void agreedPrimary(Person below, UUID child, Person above, UUID parent) {
    proposed(below, child, parent, "primary");
    done(above, child, parent, "agreed", "", "");
  }

  private void proposed(Person person, UUID child, UUID parent, String share) {
    done(person, child, parent, "proposed", share, "");
  }

  private void done(
      Person person, UUID child, UUID parent, String move, String share, String note) {
    var response = move(person, child, parent, move, share, note);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
  }

  private HttpResponse<String> move(
      Person person, UUID child, UUID parent, String move, String share, String note) {
    return api.as(person)
        .json(
            "POST",
            path(child, parent),
            json.writeValueAsString(
                new AlignmentInput(
                    "",
                    move,
                    Boolean.toString(share.equals("primary")),
                    share.equals("primary") ? "" : share,
                    note,
                    "")));
  }

  private static String path(UUID child, UUID parent) {
    return "/api/v1/objectives/" + child + "/alignments/" + parent + "/moves";
  }

  private String code(HttpResponse<String> response) {
    return json.readTree(response.body()).path("code").asString();
  }

  private JsonNode conversation(Person person, UUID child, UUID parent) {
    return json.readTree(api.as(person).json("GET", path(child, parent), null).body());
  }

  private String waiting(Person person) {
    return api.as(person).json("GET", "/api/v1/alignments/waiting", null).body();
  }

  private boolean sees(Person person, UUID objective) {
    return api.as(person).json("GET", "/api/v1/objectives/" + objective, null).statusCode() == 200;
  }

  private String standing(UUID child, UUID parent) {
    return database
        .sql(
            "select trim_scale(share) || ' ' || state from alignment where child = ? and parent = ?")
        .params(child, parent)
        .query(String.class)
        .single();
  }
}
