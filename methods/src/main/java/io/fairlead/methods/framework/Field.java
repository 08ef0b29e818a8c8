package io.fairlead.methods.framework;

import org.jspecify.annotations.Nullable;

/// One named place of the document.
///
/// @param fallback the value when the document is silent: null where silence means "none", or for a
///   section, whose own fields then fall back one by one
/// @param phrase names it inside a sentence: "the most objectives an owner may have"
/// @param meaning explains it in the reference and in the schema
public record Field(
    String name,
    Shape shape,
    boolean required,
    @Nullable Object fallback,
    String phrase,
    String meaning) {

  static Field required(String name, Shape shape, String phrase, String meaning) {
    return new Field(name, shape, true, null, phrase, meaning);
  }

  static Field optional(String name, Shape shape, String phrase, String meaning) {
    return new Field(name, shape, false, null, phrase, meaning);
  }

  static Field or(Object fallback, String name, Shape shape, String phrase, String meaning) {
    return new Field(name, shape, false, fallback, phrase, meaning);
  }

  /// Whether silence still yields a value: a section all of whose fields may be missing does.
  boolean fillsItself() {
    return fallback == null
        && !required
        && shape instanceof Shape.Section section
        && section.fields().stream().noneMatch(Field::required);
  }
}
