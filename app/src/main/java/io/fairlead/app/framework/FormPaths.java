package io.fairlead.app.framework;

import io.fairlead.methods.framework.Field;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Places of a document as the form names them: `direction.values[2].name`.
final class FormPaths {
  private FormPaths() {}

  /// The place without the numbers of items, as messages name it.
  static String general(String path) {
    return path.replaceAll("\\[[0-9]+]", "");
  }

  /// Whether a section stands or falls as a whole, because one of its fields may not be missing.
  /// The organisation itself always stands.
  static boolean isUnit(Field field) {
    return field.shape() instanceof Shape.Section section
        && !field.required()
        && section.fields().stream().anyMatch(Field::required);
  }

  /// What the document says there, or what holds without it; null for nothing.
  static @Nullable Object value(FrameworkDocument document, String path) {
    Object at = document.values();
    for (String step : path.replace("[", ".").replace("]", "").split("\\.")) {
      at =
          switch (at) {
            case Map<?, ?> map -> map.get(step);
            case List<?> list -> item(list, step);
            case null, default -> null;
          };
    }
    return at;
  }

  private static @Nullable Object item(List<?> list, String step) {
    int index = step.matches("[0-9]{1,4}") ? Integer.parseInt(step) : list.size();
    return index < list.size() ? list.get(index) : null;
  }

  /// How many items a list has.
  static int size(FrameworkDocument document, String path) {
    return value(document, path) instanceof List<?> list ? list.size() : 0;
  }

  /// A value as a form sends it.
  static String written(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case List<?> list -> list.stream().map(Object::toString).collect(Collectors.joining(","));
      case Double number ->
          new java.math.BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
      default -> value.toString().strip();
    };
  }
}
