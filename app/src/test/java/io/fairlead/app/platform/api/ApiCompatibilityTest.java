package io.fairlead.app.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The description that stands in `docs/api` is the one the server gives, and what the last release
/// promised a program still holds.
@AppTest
class ApiCompatibilityTest {
  private static final Path DOCS = Path.of("..", "docs", "api");
  private static final Path NOW = DOCS.resolve("openapi.json");

  /// Moved by a release, as CONTRIBUTING says.
  private static final Path LAST_RELEASE = DOCS.resolve("openapi-0.1.json");

  private static final String OBJECTIVES = "/paths/~1api~1v1~1objectives";

  /// Release 0.1 described this answer by the fields of another whose record had the same name.
  /// What the server answers has only grown since; now it is described as well. Goes with the
  /// release.
  private static final String DESCRIBED_WRONGLY = "\nPOST /api/v1/objectives/preview is another";

  @Autowired Visitors visitors;
  @Autowired JsonMapper json;

  private String current = "";

  @BeforeEach
  void whatTheServerSaysNow() {
    String served = visitors.as(Person.MARA).json("GET", "/api/v1/openapi.json", null).body();
    current =
        json.rebuild()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build()
                .writeValueAsString(json.readValue(served, Object.class))
            + "\n";
  }

  @Test
  void theDescriptionStandsBesideTheDocumentation() throws IOException {
    if ("true".equals(System.getenv("FAIRLEAD_WRITE_DOCS"))) {
      Files.writeString(NOW, current);
      return;
    }
    assertThat(current)
        .as("docs/api/openapi.json is out of step; run this test with FAIRLEAD_WRITE_DOCS=true")
        .isEqualTo(Files.readString(NOW));
  }

  @Test
  void nothingThatTheLastReleasePromisedIsTakenBack() throws IOException {
    assertThat(broken(Files.readString(LAST_RELEASE), current)).isEqualTo(DESCRIBED_WRONGLY);
  }

  @Test
  void whatWouldBreakAProgramIsNoticed() {
    assertThat(broken(current, without(OBJECTIVES, "get"))).contains("/api/v1/objectives");
    assertThat(broken(current, without("/components/schemas/Cycle/properties", "name")))
        .contains("/api/v1/cycles");
    assertThat(
            broken(
                current, changed("/components/schemas/Cycle/properties/name", "type", "integer")))
        .contains("/api/v1/cycles");
    assertThat(broken(current, without(OBJECTIVES + "/post/responses", "201")))
        .contains("/api/v1/objectives");
  }

  @Test
  void whatIsAddedBreaksNobody() {
    ObjectNode more = (ObjectNode) json.readTree(current);
    ((ObjectNode) more.at("/components/schemas/Cycle/properties"))
        .putObject("colour")
        .put("type", "string");
    ((ObjectNode) more.at("/paths"))
        .set("/api/v1/moons", more.at("/paths/~1api~1v1~1cycles").deepCopy());
    assertThat(broken(current, more.toString())).isEmpty();
    assertThat(broken(current, current)).isEmpty();
  }

  private String without(String pointer, String field) {
    ObjectNode document = (ObjectNode) json.readTree(current);
    assertThat(((ObjectNode) document.at(pointer)).remove(field)).isNotNull();
    return document.toString();
  }

  private String changed(String pointer, String field, String value) {
    ObjectNode document = (ObjectNode) json.readTree(current);
    ((ObjectNode) document.at(pointer)).put(field, value);
    return document.toString();
  }

  private String broken(String before, String after) {
    return new Promises(json).broken(before, after);
  }
}
