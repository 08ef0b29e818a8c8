package io.fairlead.app.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.integrations.Receiver.Got;
import io.fairlead.app.integrations.Webhook.Delivery;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Contract;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From what happens to a receiver that checks the signature, and all that may go wrong between.
@AppTest
class WebhooksTest {
  @Autowired Visitors visitors;
  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired Deliveries deliveries;
  @Autowired WebhookStore store;
  @Autowired JdbcClient database;
  @Autowired TestClock clock;
  @Autowired JsonMapper json;

  private final Receiver receiver = new Receiver();
  private Visitor elif;
  private Contract contract;
  private UUID objective;

  @BeforeEach
  void asNew() {
    company.reset();
    objective = goals.objective(Person.MARA, "Sites report");
    elif = visitors.as(Person.ELIF);
    elif.page("/account");
    contract = new Contract(json, elif.json("GET", "/api/v1/openapi.json", null).body());
  }

  @AfterEach
  void close() throws Exception {
    receiver.close();
  }

  private JsonNode asked(String method, String path, @Nullable String body, int status) {
    HttpResponse<String> answer = elif.json(method, path, body);
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(status);
    if (status != 204) {
      contract.fits(method, path, answer);
    }
    return status == 204 ? json.createObjectNode() : json.readTree(answer.body());
  }

  private JsonNode made(String format) {
    return asked(
        "POST",
        "/api/v1/webhooks",
        "{\"name\": \"Board\", \"url\": \"%s\", \"format\": \"%s\", \"types\": [\"objective\"]}"
            .formatted(receiver.address(), format),
        201);
  }

  private UUID started(String format) {
    UUID id = UUID.fromString(made(format).at("/id").asString());
    asked("POST", "/api/v1/webhooks/" + id + "/start", null, 200);
    return id;
  }

  private void happens(String type, UUID record) {
    database
        .sql(
            """
            insert into audit_entry (id, at, act, record_type, record)
            values (gen_random_uuid(), now(), :type, 'objective', :record)
            """)
        .param("type", type)
        .param("record", record)
        .update();
  }

  private Delivery newest(UUID webhook) {
    return store.deliveries(webhook, 1).getFirst();
  }

  @Test
  void nothingLeavesBeforeSomebodyStartsItAndThenOnlyWhatEverybodyMaySee() {
    JsonNode made = made("standard");
    String secret = made.at("/secret").asString();
    UUID id = UUID.fromString(made.at("/id").asString());
    assertThat(secret).startsWith("whsec_");
    happens("objective.graded", objective);
    deliveries.run();
    assertThat(receiver.got()).isEmpty();
    asked("POST", "/api/v1/webhooks/" + id + "/start", null, 200);
    UUID draft = goals.objective(Person.INES, "Sell the north", "Q2 2026", "draft", "public");
    happens("objective.drafted", draft);
    happens("objective.changed", objective);
    deliveries.run();
    deliveries.run();
    assertThat(receiver.got()).hasSize(1);
    Got got = receiver.got().getFirst();
    JsonNode body = json.readTree(got.body());
    assertThat(body.at("/type").asString()).isEqualTo("objective.changed");
    assertThat(body.at("/data/record/id").asString()).isEqualTo(objective.toString());
    assertThat(got.body()).doesNotContain("Sites");
    assertThat(got.header("webhook-id")).isEqualTo("msg_" + newest(id).id());
    assertThat(got.header("webhook-signature"))
        .isEqualTo(
            Signature.of(
                secret,
                got.header("webhook-id"),
                Long.parseLong(got.header("webhook-timestamp")),
                got.body()));
    assertThat(newest(id).isSent()).isTrue();
    assertThat(elif.json("GET", "/api/v1/webhooks/" + id, null).body()).doesNotContain("whsec_");
    assertThat(
            database
                .sql("select encode(secret, 'escape') from webhook")
                .query(String.class)
                .single())
        .doesNotContain(secret.substring(6));
  }

  @Test
  void whatIsNotTakenIsTriedAgainLaterAndLaterWithTheSameId() {
    UUID id = started("standard");
    receiver.answers(503);
    happens("objective.graded", objective);
    assertThat(deliveries.run()).isEqualTo(1);
    assertThat(deliveries.run()).as("not at once").isZero();
    clock.advance(Duration.ofSeconds(7));
    assertThat(deliveries.run()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(7));
    assertThat(deliveries.run()).as("the second wait is longer").isZero();
    clock.advance(Duration.ofMinutes(7));
    receiver.answers(200);
    assertThat(deliveries.run()).isEqualTo(1);
    assertThat(receiver.got())
        .extracting(got -> got.header("webhook-id"))
        .hasSize(3)
        .containsOnly("msg_" + newest(id).id());
    assertThat(newest(id).tries()).isEqualTo(3);
    assertThat(newest(id).status()).isEqualTo(200);
    assertThat(store.find(id).orElseThrow().failingSince()).isNull();
  }

  @Test
  void oneThatTakesNothingForFiveDaysIsStoppedWithANotice() {
    UUID id = started("standard");
    receiver.answers(500);
    for (int i = 0; i < 40; i++) {
      happens("objective.graded", objective);
      deliveries.run();
      clock.advance(Duration.ofHours(4));
    }
    assertThat(store.find(id).orElseThrow().state()).isEqualTo("failed");
    assertThat(newest(id).state()).isEqualTo("failed");
    elif = visitors.as(Person.ELIF);
    elif.page("/account");
    assertThat(elif.page("/studio/webhooks/" + id).body()).contains("took nothing for five days");
    int before = receiver.got().size();
    happens("objective.graded", objective);
    deliveries.run();
    assertThat(receiver.got()).hasSize(before);
    receiver.answers(200);
    asked("POST", "/api/v1/webhooks/" + id + "/start", null, 200);
    happens("objective.changed", objective);
    deliveries.run();
    assertThat(receiver.got()).as("what happened meanwhile is not sent").hasSize(before + 1);
  }

  @Test
  void oneThatIsGoneIsStoppedAtOnce() {
    UUID id = started("standard");
    receiver.answers(410);
    happens("objective.graded", objective);
    deliveries.run();
    assertThat(store.find(id).orElseThrow().state()).isEqualTo("failed");
    assertThat(newest(id).state()).isEqualTo("failed");
    for (Person told : List.of(Person.ELIF, Person.LIAM)) {
      assertThat(visitors.as(told).page("/inbox").body())
          .contains("was stopped: its address takes nothing any more.");
    }
    assertThat(visitors.as(Person.JONAS).page("/inbox").body()).doesNotContain("was stopped");
    assertThat(database.sql("select distinct link from notice").query(String.class).single())
        .isEqualTo("/studio/webhooks/" + id);
  }

  @Test
  void aSlowOneDoesNotHoldUpTheOthers() throws Exception {
    try (Receiver quick = new Receiver()) {
      started("standard");
      receiver.answers(_ -> Thread.sleep(Duration.ofSeconds(20)));
      UUID other =
          UUID.fromString(
              asked(
                      "POST",
                      "/api/v1/webhooks",
                      "{\"name\": \"Quick\", \"url\": \"%s\", \"types\": [\"objective\"]}"
                          .formatted(quick.address()),
                      201)
                  .at("/id")
                  .asString());
      asked("POST", "/api/v1/webhooks/" + other + "/start", null, 200);
      for (int i = 0; i < 6; i++) {
        happens("objective.graded", objective);
      }
      long begin = System.nanoTime();
      deliveries.run();
      deliveries.run();
      assertThat(quick.got()).hasSize(6);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
    }
  }

  @Test
  void slackAndTeamsGetASentenceAndNoContent() {
    started("slack");
    started("teams");
    happens("objective.graded", objective);
    deliveries.run();
    assertThat(receiver.got())
        .hasSize(2)
        .allSatisfy(got -> assertThat(got.body()).contains("was graded").doesNotContain("Sites"));
    assertThat(receiver.got())
        .anySatisfy(got -> assertThat(json.readTree(got.body()).at("/text").isString()).isTrue())
        .anySatisfy(got ->
            assertThat(
                    json.readTree(got.body()).at("/attachments/0/content/body/0/type").asString())
                .isEqualTo("TextBlock"));
  }

  @Test
  void aNewSecretSignsBesideTheOldOneForADay() {
    JsonNode made = made("standard");
    UUID id = UUID.fromString(made.at("/id").asString());
    String fresh =
        asked("POST", "/api/v1/webhooks/" + id + "/secret", null, 201).at("/secret").asString();
    assertThat(fresh).isNotEqualTo(made.at("/secret").asString());
    asked("POST", "/api/v1/webhooks/" + id + "/test", null, 202);
    deliveries.run();
    assertThat(receiver.got().getLast().header("webhook-signature").split(" ", -1)).hasSize(2);
    clock.advance(Duration.ofHours(25));
    elif = visitors.as(Person.ELIF);
    elif.page("/account");
    asked("POST", "/api/v1/webhooks/" + id + "/test", null, 202);
    deliveries.run();
    assertThat(receiver.got().getLast().header("webhook-signature").split(" ", -1)).hasSize(1);
  }

  @Test
  void aDeliveryIsSentAgainAndABadAddressIsRefusedWithItsField() {
    UUID id = started("standard");
    happens("objective.graded", objective);
    deliveries.run();
    String path = "/api/v1/webhooks/" + id + "/deliveries";
    JsonNode list = asked("GET", path, null, 200);
    asked("POST", path + "/" + list.at("/deliveries/0/id").asString() + "/redelivery", null, 202);
    deliveries.run();
    assertThat(receiver.got()).hasSize(2);
    assertThat(receiver.got().get(0).header("webhook-id"))
        .isEqualTo(receiver.got().get(1).header("webhook-id"));
    JsonNode wrong =
        asked("POST", "/api/v1/webhooks", "{\"name\": \"\", \"url\": \"ftp://x\"}", 422);
    assertThat(wrong.at("/reasons").size()).isEqualTo(3);
    asked("DELETE", "/api/v1/webhooks/" + id, null, 204);
    asked("GET", "/api/v1/webhooks/" + id, null, 404);
  }

  @Test
  void thePagesShowASecretOnceAndWhatBecameOfDeliveries() {
    HttpResponse<String> made =
        elif.post(
            "/studio/webhooks",
            "name",
            "Board",
            "url",
            receiver.address(),
            "format",
            "standard",
            "type",
            "objective");
    assertThat(made.body()).contains("whsec_", "Paused");
    UUID id = store.all().getFirst().id();
    String page = "/studio/webhooks/" + id;
    assertThat(elif.page(page).body()).doesNotContain("whsec_");
    elif.post(page + "/test");
    deliveries.run();
    assertThat(elif.page(page).body()).contains("taken (204)", "Send again");
    HttpResponse<String> refused = elif.post("/studio/webhooks", "name", "B", "url", "nowhere");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("value=\"nowhere\"");
  }

  /// For a receiver of others' making: `node` with the npm package `standardwebhooks` reads this
  /// file (docs/api/events-and-webhooks.md).
  @Test
  void aSignedMessageIsWrittenDownForAnOutsideCheck() throws Exception {
    JsonNode made = made("standard");
    UUID id = UUID.fromString(made.at("/id").asString());
    asked("POST", "/api/v1/webhooks/" + id + "/test", null, 202);
    deliveries.run();
    Got got = receiver.got().getFirst();
    Path file = Path.of("target", "webhook.json");
    Files.writeString(
        file,
        json.writeValueAsString(
            json.createObjectNode()
                .put("secret", made.at("/secret").asString())
                .put("id", got.header("webhook-id"))
                .put("timestamp", got.header("webhook-timestamp"))
                .put("signature", got.header("webhook-signature"))
                .put("body", got.body())));
    assertThat(file).isNotEmptyFile();
  }
}
