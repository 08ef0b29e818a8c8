package io.fairlead.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class PreferencesTest {
  @Autowired Messages messages;
  @Autowired Inbox inbox;
  @Autowired Company company;
  @Autowired Visitors visitors;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private static String[] form(String version, String... changes) {
    java.util.Map<String, String> form = new java.util.LinkedHashMap<>();
    form.put("version", version);
    form.put("channel.reminder", "both");
    form.put("rhythm", "at-once");
    form.put("quietFrom", "");
    form.put("quietUntil", "");
    form.put("zone", "");
    for (int i = 0; i < changes.length; i += 2) {
      form.put(changes[i], changes[i + 1]);
    }
    return form.entrySet().stream()
        .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
        .toArray(String[]::new);
  }

  @Test
  void whatOneChoosesIsKeptAndShownAgain() {
    Visitor jonas = visitors.as(Person.JONAS);
    jonas.page("/account/messages");
    assertThat(
            jonas
                .post(
                    "/account/messages",
                    form(
                        "0",
                        "rhythm",
                        "weekly",
                        "quietFrom",
                        "22:00",
                        "quietUntil",
                        "07:00",
                        "zone",
                        "Europe/Lisbon"))
                .statusCode())
        .isEqualTo(302);
    assertThat(jonas.page("/account/messages").body())
        .contains("value=\"weekly\" checked")
        .contains("value=\"22:00\"")
        .contains("value=\"Europe/Lisbon\" selected");
    assertThat(jonas.json("GET", "/api/v1/message-preferences", null).body())
        .contains("\"rhythm\":\"weekly\"")
        .contains("\"zone\":\"Europe/Lisbon\"");
    assertThat(visitors.as(Person.DEV).json("GET", "/api/v1/message-preferences", null).body())
        .contains("\"rhythm\":\"at-once\"");
  }

  @Test
  void whoWantsNoneOfAKindIsNotTold() {
    Visitor jonas = visitors.as(Person.JONAS);
    jonas.page("/account/messages");
    jonas.post("/account/messages", form("0", "channel.reminder", "none"));
    messages.tell(
        List.of(
            Notice.of(OwnKinds.REMINDER, Person.JONAS.id(), null, "/", "inbox.when", "x"),
            Notice.of(OwnKinds.REMINDER, Person.DEV.id(), null, "/", "inbox.when", "x")));
    assertThat(inbox.unread(Person.JONAS.viewer())).isZero();
    assertThat(inbox.unread(Person.DEV.viewer())).isEqualTo(1);
  }

  @Test
  void whatIsWrongIsSaidBesideItsFieldAndNothingIsLost() {
    Visitor jonas = visitors.as(Person.JONAS);
    jonas.page("/account/messages");
    HttpResponse<String> refused =
        jonas.post(
            "/account/messages",
            form(
                "0",
                "channel.reminder",
                "pigeon",
                "rhythm",
                "hourly",
                "quietFrom",
                "25:00",
                "quietUntil",
                "07:00",
                "zone",
                "Atlantis/Sunken"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Choose inbox, mail, both or none.")
        .contains("Choose at once, daily or weekly.")
        .contains("Choose a time zone from the list.")
        .contains("Write a time such as 22:00")
        .contains("value=\"25:00\"");
    assertThat(
            jonas
                .post("/account/messages", form("0", "quietFrom", "07:00", "quietUntil", "07:00"))
                .body())
        .contains("Quiet hours end at another time than they begin.");
  }

  @Test
  void twoWindowsDoNotOverwriteEachOther() {
    Visitor jonas = visitors.as(Person.JONAS);
    jonas.page("/account/messages");
    assertThat(jonas.post("/account/messages", form("0", "rhythm", "daily")).statusCode())
        .isEqualTo(302);
    assertThat(jonas.post("/account/messages", form("0", "rhythm", "weekly")).statusCode())
        .isEqualTo(412);
    assertThat(jonas.post("/account/messages", form("1", "rhythm", "weekly")).statusCode())
        .isEqualTo(302);
  }

  @Test
  void aProgramChangesThemWithTheVersionItRead() {
    Visitor jonas = visitors.as(Person.JONAS);
    jonas.page("/account/messages");
    String path = "/api/v1/message-preferences";
    assertThat(jonas.json("PUT", path, "{}").statusCode()).isEqualTo(422);
    HttpResponse<String> changed =
        jonas.json("PUT", path, "{\"channels\": {\"reminder\": \"mail\"}}", "If-Match", "\"0\"");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.headers().firstValue("ETag")).hasValue("\"1\"");
    assertThat(changed.body()).contains("\"reminder\":\"mail\"");
    assertThat(jonas.json("PUT", path, "{}", "If-Match", "\"0\"").statusCode()).isEqualTo(412);
    assertThat(
            jonas
                .json("PUT", path, "{\"channels\": {\"x\": \"mail\"}}", "If-Match", "\"1\"")
                .body())
        .contains("unknown-message-kind");
  }
}
