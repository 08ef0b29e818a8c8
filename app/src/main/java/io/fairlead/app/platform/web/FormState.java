package io.fairlead.app.platform.web;

import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A form between two tries: what was written, and why it was refused. A first try has the record's
/// values and no reasons. Templates ask it for each field's value and error; reasons that belong to
/// no field stand above the form.
public record FormState(Map<String, String> values, List<Reason> reasons) {
  public static final FormState EMPTY = new FormState(Map.of(), List.of());

  public FormState {
    values = Map.copyOf(values);
    reasons = List.copyOf(reasons);
  }

  /// Values in turn with their names; a null value is an empty field.
  public static FormState of(@Nullable Object... namesAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(Objects.toString(namesAndValues[i]), Objects.toString(namesAndValues[i + 1], ""));
    }
    return new FormState(values, List.of());
  }

  /// What the browser sent, with why it was refused; nothing that was typed is lost.
  public static FormState refused(Map<String, String> sent, Refused<?> refused) {
    return new FormState(sent, refused.reasons());
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  public boolean checked(String field, String value) {
    return value.equals(values.get(field));
  }

  /// The sentence under the field, or null.
  public @Nullable String error(Words words, String field) {
    return reasons.stream()
        .filter(reason -> field.equals(reason.fieldName()))
        .findFirst()
        .map(words::refusal)
        .orElse(null);
  }

  /// The sentences above the form: reasons of no field, or of one that the form does not show.
  public List<String> general(Words words, String... shown) {
    List<String> fields = List.of(shown);
    return reasons.stream()
        .filter(reason -> reason.fieldName() == null || !fields.contains(reason.fieldName()))
        .map(words::refusal)
        .toList();
  }

  public boolean wasRefused() {
    return !reasons.isEmpty();
  }
}
