package io.fairlead.app.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Contract;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What once only pages could do, asked of the API; every answer fits the API's description.
@AppTest
class PagesInTheApiTest {
  @Autowired Visitors visitors;
  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired JsonMapper json;

  private Visitor mara;
  private Visitor elif;
  private Contract contract;

  @BeforeEach
  void asNew() {
    company.reset();
    mara = signedIn(Person.MARA);
    elif = signedIn(Person.ELIF);
    contract = new Contract(json, mara.json("GET", "/api/v1/openapi.json", null).body());
  }

  private Visitor signedIn(Person person) {
    Visitor visitor = visitors.as(person);
    visitor.page("/account");
    return visitor;
  }

  @Test
  void theMapGivesEveryShareOnceAndMarksOnesOwn() {
    UUID above = goals.objective(Person.INES, "Customers stay");
    UUID below = goals.objective(Person.MARA, "Sites report");
    goals.align(below, above, 0.4, true);
    JsonNode map = asked(mara, "GET", "/api/v1/goals/map", null, 200);
    assertThat(map.at("/edges").size()).isEqualTo(1);
    assertThat(map.at("/edges/0/child").asString()).isEqualTo(below.toString());
    assertThat(map.at("/edges/0/parent").asString()).isEqualTo(above.toString());
    assertThat(map.at("/edges/0/share").asDouble()).isEqualTo(0.4);
    assertThat(map.at("/whole").asBoolean()).isTrue();
    asked(mara, "GET", "/api/v1/goals/map?focus=" + UUID.randomUUID(), null, 404);

    JsonNode children = asked(mara, "GET", "/api/v1/objectives/" + above + "/below", null, 200);
    assertThat(children.at("/objectives/0/id").asString()).isEqualTo(below.toString());
    assertThat(children.at("/next").isNull()).isTrue();
    asked(mara, "GET", "/api/v1/objectives/" + above + "/below?cursor=nonsense", null, 422);

    JsonNode lanes = asked(mara, "GET", "/api/v1/goals/timeline", null, 200);
    assertThat(lanes.at("/lanes/0/objectives/0/objective/id").asString())
        .isEqualTo(below.toString());
  }

  @Test
  void aCycleIsSummedUp() {
    UUID lonely = goals.objective(Person.MARA, "Sites report");
    String cycle = Company.cycle("Q2 2026").toString();
    JsonNode answer = asked(mara, "GET", "/api/v1/cycles/" + cycle + "/summary", null, 200);
    assertThat(answer.at("/waits").asBoolean()).isFalse();
    assertThat(answer.at("/summary/objectives").asInt()).isEqualTo(1);
    assertThat(answer.at("/summary/orphans/0/objective").asString()).isEqualTo(lonely.toString());
    asked(mara, "GET", "/api/v1/cycles/" + UUID.randomUUID() + "/summary", null, 404);
  }

  @Test
  void theLibraryIsFilteredAndADraftIsLookedAtBeforeItIsStored() {
    JsonNode found =
        asked(mara, "GET", "/api/v1/goal-library?search=churn", null, 200).at("/examples");
    assertThat(found.size()).isBetween(1, 71);
    JsonNode example =
        asked(mara, "GET", "/api/v1/goal-library/" + found.at("/0/id").asString(), null, 200);
    assertThat(example.at("/keyResults").size()).isEqualTo(found.at("/0/keyResults").asInt());
    asked(mara, "GET", "/api/v1/goal-library?function=astrology", null, 422);
    asked(mara, "GET", "/api/v1/goal-library/none-such", null, 404);

    JsonNode preview =
        asked(
            mara,
            "POST",
            "/api/v1/objectives/preview?share=50",
            """
            {"title": "Customers stay", "keyResults": [
              {"title": "Churn", "kind": "decrease", "baseline": 6, "target": 4, "unit": "%%"},
              {"title": "Visits", "kind": "increase", "baseline": 10, "target": 20, "owner": "%s"}]}
            """
                .formatted(Person.JONAS.id()),
            200);
    assertThat(preview.at("/tried/keyResult").asInt()).isEqualTo(1);
    assertThat(preview.at("/tried/value").asString()).startsWith("5");
    assertThat(preview.at("/tried/score").asString()).isEqualTo("0.5");
    assertThat(preview.at("/costs/1/owner").asString()).isEqualTo(Person.JONAS.id().toString());
    assertThat(preview.at("/costs/1/secondsAWeek").asInt()).isPositive();
  }

  @Test
  void whatOneDroppedIsTakenBackOnce() {
    UUID objective = goals.objective(Person.MARA, "Sites report");
    HttpResponse<String> dropped =
        mara.json(
            "POST",
            "/api/v1/objectives/" + objective + "/drop",
            "{\"reason\": \"Sold\"}",
            "If-Match",
            "\"1\"");
    assertThat(dropped.statusCode()).as(dropped.body()).isEqualTo(200);
    String undo =
        asked(mara, "GET", "/api/v1/undo?record=" + objective, null, 200).at("/undo").asString();
    assertThat(
            asked(elif, "GET", "/api/v1/undo?record=" + objective, null, 200).at("/undo").isNull())
        .isTrue();
    asked(elif, "POST", "/api/v1/undo/" + undo, null, 409);
    String key = UUID.randomUUID().toString();
    HttpResponse<String> done = keyed("/api/v1/undo/" + undo, key);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(keyed("/api/v1/undo/" + undo, key).body()).isEqualTo(done.body());
    asked(mara, "POST", "/api/v1/undo/" + undo, null, 409);
    assertThat(
            asked(mara, "GET", "/api/v1/objectives/" + objective, null, 200)
                .at("/state")
                .asString())
        .isEqualTo("active");
  }

  private HttpResponse<String> keyed(String path, String key) {
    return mara.json("POST", path, null, "Idempotency-Key", key);
  }

  @Test
  void searchAndTasksAndStarters() {
    goals.objective(Person.MARA, "Sites report");
    JsonNode found = asked(mara, "GET", "/api/v1/search?search=Sites", null, 200);
    assertThat(found.at("/found/0/name").asString()).isEqualTo("Sites report");
    assertThat(asked(mara, "GET", "/api/v1/search", null, 200).at("/found").size()).isZero();
    asked(mara, "GET", "/api/v1/tasks", null, 200);
    JsonNode starters = asked(elif, "GET", "/api/v1/framework/starters", null, 200).at("/starters");
    assertThat(starters.size()).isEqualTo(7);
    JsonNode starter =
        asked(
            elif,
            "GET",
            "/api/v1/framework/starters/" + starters.at("/0/id").asString(),
            null,
            200);
    assertThat(starter.at("/document").asString()).contains("cadence:");
    asked(elif, "GET", "/api/v1/framework/starters/none-such", null, 404);
  }

  @Test
  void accountsAreListedForThoseWhoLetPeopleIn() {
    JsonNode page = asked(elif, "GET", "/api/v1/accounts?search=mara", null, 200);
    assertThat(page.at("/accounts").size()).isEqualTo(1);
    assertThat(page.at("/accounts/0/person").asString()).isEqualTo(Person.MARA.id().toString());
    asked(mara, "GET", "/api/v1/accounts", null, 404);
    asked(
        mara, "PUT", "/api/v1/people/" + Person.MARA.id() + "/contact", "{\"shared\": true}", 200);
    Visitor elsewhere = signedIn(Person.MARA);
    assertThat(mara.json("DELETE", "/api/v1/account/sessions", null).statusCode()).isEqualTo(204);
    assertThat(elsewhere.json("GET", "/api/v1/account", null).statusCode()).isEqualTo(401);
    assertThat(mara.json("GET", "/api/v1/account", null).statusCode()).isEqualTo(200);
  }

  @Test
  void goalsAreBroughtLookedAtAppliedAndTakenBack() {
    String file =
        """
        period,team,objective_id,objective,kr_id,key_result,start_value,target_value
        Q2 2026,Sales,W1,Waste less water,W1-1,Leaks found within a day,40,90
        Q2 2026,Plumbers,W2,Sell what saves,W2-1,Contracts with a savings clause,0,12
        """;
    assertThat(mara.json("GET", "/api/v1/goals/imports", null).statusCode()).isEqualTo(404);
    HttpResponse<String> sent = elif.send("/api/v1/goals/imports?name=goals.csv", "text/csv", file);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    JsonNode brought = json.readTree(sent.body());
    String run = "/api/v1/goals/imports/" + brought.at("/run/id").asString();
    assertThat(brought.at("/rows").asInt()).isEqualTo(2);
    assertThat(brought.at("/run/file").asString()).isEqualTo("goals.csv");
    asked(elif, "GET", run, null, 200);
    asked(mara, "GET", run, null, 404);
    JsonNode understood =
        asked(
            elif,
            "PUT",
            run + "/understanding",
            json.writeValueAsString(
                json.createObjectNode()
                    .put("owner", "organisation")
                    .put("state", "draft")
                    .set("fields", brought.at("/understanding/fields"))),
            200);
    assertThat(understood.at("/understanding/owner").asString()).isEqualTo("organisation");
    JsonNode applied = asked(elif, "POST", run + "/application", "{\"choice\": \"good\"}", 200);
    assertThat(applied.at("/run/state").asString()).isEqualTo("applied");
    assertThat(applied.at("/run/counts/objectives").asInt()).isPositive();
    asked(elif, "POST", run + "/application", "{\"choice\": \"some\"}", 422);
    assertThat(
            asked(elif, "GET", "/api/v1/goals/imports", null, 200)
                .at("/imports/0/state")
                .asString())
        .isEqualTo("applied");
    JsonNode undone = asked(elif, "POST", run + "/reversal", null, 200);
    assertThat(undone.at("/run/state").asString()).isEqualTo("undone");
    assertThat(elif.send("/api/v1/goals/imports", "text/csv", "").statusCode()).isEqualTo(422);
  }

  private JsonNode asked(
      Visitor visitor, String method, String path, @Nullable String body, int status) {
    HttpResponse<String> answer = visitor.json(method, path, body);
    assertThat(answer.statusCode()).as(method + " " + path + " " + answer.body()).isEqualTo(status);
    contract.fits(method, path, answer);
    return json.readTree(answer.body());
  }
}
