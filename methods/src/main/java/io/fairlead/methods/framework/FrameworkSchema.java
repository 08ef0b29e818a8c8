package io.fairlead.methods.framework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The document's shape as a JSON Schema (draft 2020-12), for editors that complete and check YAML.
/// It accepts all that the reader accepts; rules between fields, time zone names and calendar dates
/// are the reader's alone.
public final class FrameworkSchema {
  /// Names the schema; a document needs not say it.
  public static final String ID = "urn:fairlead:framework:1";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private FrameworkSchema() {}

  /// The schema as indented JSON text.
  public static String json() {
    return JSON.writeValueAsString(schema()) + "\n";
  }

  /// The schema as plain values.
  public static Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", ID);
    schema.put("title", "Fairlead framework, format 1");
    schema.put("description", "How an organisation sets, checks and grades its goals.");
    schema.putAll(of(FrameworkShape.DOCUMENT, false));
    return schema;
  }

  private static Map<String, Object> of(Shape shape, boolean mayBeEmpty) {
    return switch (shape) {
      case Shape.Section section -> section(section, mayBeEmpty);
      case Shape.Items items -> items(items);
      case Shape.Text(int longest) ->
          ordered("type", "string", "minLength", 1, "maxLength", longest, "pattern", "\\S");
      case Shape.Choice(List<String> words) -> ordered("type", "string", "enum", words);
      case Shape.Flag _ -> ordered("type", "boolean");
      case Shape.Whole(int least, int most) ->
          ordered("type", "integer", "minimum", least, "maximum", most);
      case Shape.Fraction(double least, double most) ->
          ordered("type", "number", "minimum", least, "maximum", most);
      case Shape.Day _ ->
          ordered("type", "string", "format", "date", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
      case Shape.Zone _ ->
          ordered("type", "string", "pattern", "^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$");
      case Shape.Language _ ->
          ordered("type", "string", "pattern", "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$");
    };
  }

  private static Map<String, Object> section(Shape.Section section, boolean mayBeEmpty) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Field field : section.fields()) {
      Map<String, Object> property = of(field.shape(), field.fillsItself());
      property.put("description", field.meaning());
      Object fallback = field.fallback();
      if (fallback != null) {
        property.put("default", fallback);
      }
      properties.put(field.name(), property);
      if (field.required()) {
        required.add(field.name());
      }
    }
    Map<String, Object> schema = ordered("type", mayBeEmpty ? List.of("object", "null") : "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> items(Shape.Items items) {
    Map<String, Object> schema = ordered("type", "array", "items", of(items.item(), false));
    if (items.least() > 0) {
      schema.put("minItems", items.least());
    }
    schema.put("maxItems", items.most());
    if (items.distinct()) {
      schema.put("uniqueItems", true);
    }
    return schema;
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
