package io.fairlead.methods.framework;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A checked section, read by type. A field that the shape guarantees and that is absent is a
/// defect of the shape and throws.
record Values(Map<String, Object> fields) {

  boolean has(String name) {
    return fields.containsKey(name);
  }

  Values section(String name) {
    return asSection(need(name));
  }

  List<Values> sections(String name) {
    return list(name).stream().map(Values::asSection).toList();
  }

  List<String> texts(String name) {
    return list(name).stream().map(Object::toString).toList();
  }

  String text(String name) {
    return need(name).toString();
  }

  @Nullable String textOrNull(String name) {
    Object value = fields.get(name);
    return value == null ? null : value.toString();
  }

  boolean flag(String name) {
    return (Boolean) need(name);
  }

  int whole(String name) {
    return (Integer) need(name);
  }

  double fraction(String name) {
    return (Double) need(name);
  }

  LocalDate day(String name) {
    return LocalDate.parse(text(name));
  }

  @Nullable LocalDate dayOrNull(String name) {
    return has(name) ? day(name) : null;
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) {
    return constant(text(name), type);
  }

  <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
    return texts(name).stream().map(word -> constant(word, type)).toList();
  }

  private static <E extends Enum<E>> E constant(String word, Class<E> type) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private List<?> list(String name) {
    return (List<?>) need(name);
  }

  private Object need(String name) {
    Object value = fields.get(name);
    if (value == null) {
      throw new IllegalStateException("the shape promises '" + name + "'");
    }
    return value;
  }

  @SuppressWarnings("unchecked") // sections are made by ShapeCheck and Defaults alone
  private static Values asSection(Object value) {
    return new Values((Map<String, Object>) value);
  }
}
