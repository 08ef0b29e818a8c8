package io.fairlead.methods.framework;

import java.util.LinkedHashMap;
import java.util.Map;

/// What holds where a document is silent.
final class Defaults {
  private Defaults() {}

  static Map<String, Object> of(Shape.Section section) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field field : section.fields()) {
      Object fallback = field.fallback();
      if (fallback != null) {
        values.put(field.name(), fallback);
      } else if (field.fillsItself() && field.shape() instanceof Shape.Section inner) {
        values.put(field.name(), of(inner));
      }
    }
    return values;
  }
}
