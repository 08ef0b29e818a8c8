package io.fairlead.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The API's own OpenAPI description, against which real answers are held.
public final class Contract {
  private final JsonMapper json;
  private final JsonNode document;

  /// @param description the OpenAPI document as the server gives it
  public Contract(JsonMapper json, String description) {
    this.json = json;
    this.document = json.readTree(description);
  }

  public JsonNode document() {
    return document;
  }

  /// The answer fits what the description says of it.
  ///
  /// @param path as it was asked for, with its ids
  public void fits(String method, String path, HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    ObjectNode schema = json.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.set("components", document.get("components"));
    schema.set("allOf", json.createArrayNode().add(said(method, path, answer.statusCode(), type)));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString(), InputFormat.JSON)
                .validate(answer.body(), InputFormat.JSON))
        .as(path + " " + answer.body())
        .isEmpty();
  }

  /// The schema that the description gives for such an answer.
  private JsonNode said(String method, String path, int status, String type) {
    JsonNode responses =
        document.get("paths").properties().stream()
            .filter(each ->
                path.replaceFirst("[?].*", "")
                    .matches(each.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
            .min(Comparator.comparingInt(each -> each.getKey().indexOf('{')))
            .orElseThrow()
            .getValue()
            .get(method.toLowerCase(Locale.ROOT))
            .get("responses");
    JsonNode response = responses.get(String.valueOf(status));
    JsonNode content = (response == null ? responses.get("default") : response).get("content");
    JsonNode media = content.get(type) == null ? content.get("*/*") : content.get(type);
    assertThat(media).as(method + " " + path + " answers " + type).isNotNull();
    return media.get("schema");
  }
}
