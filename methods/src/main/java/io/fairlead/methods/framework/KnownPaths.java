package io.fairlead.methods.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Every path of the shape, for telling people where a key belongs.
final class KnownPaths {
  private KnownPaths() {}

  /// The one place elsewhere that has a field of this name.
  static Optional<String> elsewhere(String name) {
    List<String> found = new ArrayList<>();
    walk(
        FrameworkShape.DOCUMENT,
        "",
        (path, field) -> {
          if (field.name().equals(name)) {
            found.add(path);
          }
        });
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// Visits every field with its path; the fields of a list's items stand under `path[]`.
  static void walk(Shape.Section section, String under, BiConsumer<String, Field> visitor) {
    for (Field field : section.fields()) {
      String path = under.isEmpty() ? field.name() : under + "." + field.name();
      visitor.accept(path, field);
      if (field.shape() instanceof Shape.Section inner) {
        walk(inner, path, visitor);
      }
      if (field.shape() instanceof Shape.Items items
          && items.item() instanceof Shape.Section inner) {
        walk(inner, path + "[]", visitor);
      }
    }
  }
}
