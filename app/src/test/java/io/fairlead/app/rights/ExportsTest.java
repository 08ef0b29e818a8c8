package io.fairlead.app.rights;

import static io.fairlead.app.testing.Person.ELIF;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitors;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class ExportsTest {
  @Autowired Exports exports;
  @Autowired Life life;
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  @BeforeEach
  void asNew() {
    company.reset();
    life.of(JONAS);
  }

  private Map<String, String> archive(Viewer viewer, Person person) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    exports.take(viewer, person.id()).orElseThrow().write(out);
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void aPersonTakesAlongEverythingOfTheirOwn() throws IOException {
    Map<String, String> files = archive(JONAS.viewer(), JONAS);
    JsonNode manifest = json.readTree(files.get("manifest.json"));
    assertThat(manifest.path("format").asString()).isEqualTo("fairlead-personal-data/1");
    assertThat(manifest.path("person").asString()).isEqualTo(JONAS.id().toString());
    for (JsonNode record : manifest.path("records")) {
      JsonNode rows = json.readTree(files.get(record.path("file").asString()));
      assertThat(rows.size()).as(record.toString()).isEqualTo(record.path("count").asInt());
      assertThat(files).containsKey("csv/" + record.path("code").asString() + ".csv");
    }
    assertThat(json.readTree(files.get("json/identity.json")).get(0).path("email").asString())
        .isEqualTo("jonas@brightwell.example");
    assertThat(files.get("json/check-ins.json")).contains("I spoke with six crews.", "Calls per");
    assertThat(files.get("json/comments.json")).contains("Six crews were content.");
    assertThat(files.get("json/goal-drafts.json")).contains("A thought of my own");
    assertThat(files.get("json/reporting-lines.json")).contains("Mara Lindqvist");
    assertThat(files.get("json/audit.json")).contains("personal-data.exported", "\"self\"");
    assertThat(files.get("csv/check-ins.csv")).contains("note", "I spoke with six crews.");
    assertThat(files.get("index.html")).contains("Jonas Beck", "csv/comments.csv");
    assertThat(files)
        .containsKeys(
            "json/employment.json",
            "json/objectives.json",
            "json/key-results.json",
            "json/inbox.json",
            "json/mail.json",
            "json/roles.json",
            "json/tokens.json",
            "json/following.json",
            "json/mentions.json",
            "json/people-file-rows.json",
            "json/framework-drafts.json");
  }

  @Test
  void itHoldsNothingThatOthersWroteAndNoSecret() throws IOException {
    String all = String.join("\n", archive(JONAS.viewer(), JONAS).values());
    assertThat(all).doesNotContain("Thanks to").doesNotContain("token_hash").doesNotContain("hash");
    assertThat(String.join("\n", archive(MARA.viewer(), MARA).values()))
        .doesNotContain("I spoke with six crews.")
        .doesNotContain("jonas@brightwell.example\",\"employee");
  }

  @Test
  void peopleOperationsTakeItAlongForSomebodyAndThatIsSeen() {
    assertThat(exports.take(Life.peopleOps(), JONAS.id())).isPresent();
    assertThat(exports.take(MARA.viewer(), JONAS.id())).isEmpty();
    assertThat(exports.holding(MARA.viewer(), JONAS.id())).isEmpty();
    assertThat(exports.take(Life.peopleOps(), UUID.randomUUID())).isEmpty();
    assertThat(
            database
                .sql(
                    "select act from audit_entry where subject = ? and record_type = 'personal-data' order by number")
                .param(JONAS.id())
                .query(String.class)
                .list())
        .containsExactly(
            "personal-data.exported", "personal-data.read-denied", "personal-data.read-denied");
  }

  @Test
  void byPageAndByProgram() {
    assertThat(visitors.as(JONAS).page("/account").body()).contains("/account/data");
    assertThat(visitors.as(JONAS).page("/account/data").body())
        .contains("Check-ins", "/account/data.zip");
    assertThat(visitors.as(JONAS).page("/account/data.zip").headers().firstValue("Content-Type"))
        .contains("application/zip");
    assertThat(visitors.as(ELIF).page("/people/" + JONAS.id()).body())
        .contains("/people/" + JONAS.id() + "/data");
    assertThat(visitors.as(MARA).page("/people/" + JONAS.id()).body())
        .doesNotContain("/people/" + JONAS.id() + "/data");
    assertThat(visitors.as(ELIF).page("/people/" + JONAS.id() + "/data.zip").statusCode())
        .isEqualTo(200);
    assertThat(visitors.as(MARA).page("/people/" + JONAS.id() + "/data.zip").statusCode())
        .isEqualTo(404);
    assertThat(visitors.as(JONAS).json("GET", "/api/v1/account/data", null).body())
        .contains("\"code\":\"check-ins\"", "\"many\":1");
    assertThat(
            visitors
                .as(JONAS)
                .json("GET", "/api/v1/account/data/archive", null)
                .headers()
                .firstValue("Content-Type"))
        .contains("application/zip");
  }
}
