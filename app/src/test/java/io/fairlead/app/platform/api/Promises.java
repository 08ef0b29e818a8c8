package io.fairlead.app.platform.api;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a program may rely on, between two descriptions of the API. The comparison reads OpenAPI
/// 3.0 alone and takes a field that is not required for one that need not come; so the documents
/// are first put in the words of 3.0, and every field of an answer is marked as required, so that
/// taking one away is a break.
final class Promises {
  private static final String REFERENCE = "#/components/schemas/";

  private final JsonMapper json;

  Promises(JsonMapper json) {
    this.json = json;
  }

  /// @return the operations that would break a program, one a line; empty when none would
  String broken(String before, String after) {
    ChangedOpenApi changes = OpenApiCompare.fromContents(comparable(before), comparable(after));
    if (changes.isCompatible()) {
      return "";
    }
    List<String> gone =
        changes.getMissingEndpoints().stream()
            .map(endpoint -> endpoint.getMethod() + " " + endpoint.getPathUrl() + " is gone")
            .toList();
    String changed =
        changes.getChangedOperations().stream()
            .filter(operation -> operation.isIncompatible())
            .map(operation ->
                operation.getHttpMethod() + " " + operation.getPathUrl() + " is another")
            .collect(Collectors.joining("\n"));
    return String.join("\n", gone) + "\n" + changed;
  }

  private String comparable(String description) {
    ObjectNode document = (ObjectNode) json.readTree(description);
    document.put("openapi", "3.0.3");
    inOlderWords(document);
    Set<String> sent = new HashSet<>();
    Set<String> answered = new HashSet<>();
    JsonNode schemas = document.at("/components/schemas");
    document
        .get("paths")
        .forEach(path ->
            path.forEach(operation -> {
              reach(operation.path("requestBody"), schemas, sent);
              reach(operation.path("responses"), schemas, answered);
            }));
    schemas
        .properties()
        .forEach(schema -> {
          if (answered.contains(schema.getKey()) && !sent.contains(schema.getKey())) {
            require(schema.getValue());
          }
        });
    return document.toString();
  }

  /// A type that may be null has one type and says so beside it.
  private static void inOlderWords(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (object.get("type") instanceof ArrayNode types) {
        for (JsonNode type : types) {
          if (!type.asString().equals("null")) {
            object.put("type", type.asString());
          }
        }
        object.put("nullable", true);
      }
      if (object.get("anyOf") instanceof ArrayNode either
          && either.size() == 2
          && either.get(1).path("type").toString().contains("null")) {
        JsonNode one = either.get(0);
        object.removeAll();
        one.properties().forEach(field -> object.set(field.getKey(), field.getValue()));
      }
    }
    node.forEach(Promises::inOlderWords);
  }

  private static void reach(JsonNode node, JsonNode schemas, Set<String> found) {
    String reference = node.path("$ref").asString("");
    if (reference.startsWith(REFERENCE) && found.add(reference.substring(REFERENCE.length()))) {
      reach(schemas.path(reference.substring(REFERENCE.length())), schemas, found);
    }
    node.forEach(part -> reach(part, schemas, found));
  }

  private static void require(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.get("properties") instanceof ObjectNode all) {
      ArrayNode required = object.putArray("required");
      all.propertyNames().forEach(required::add);
    }
  }
}
