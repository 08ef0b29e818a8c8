package io.fairlead.app.people;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What names and describes a person.
///
/// @param attributes whatever else the organisation keeps, by name
public record PersonDetails(
    String name,
    String email,
    String title,
    @Nullable String employeeNumber,
    Map<String, String> attributes) {
  public PersonDetails {
    name = name.strip();
    email = email.strip();
    title = title.strip();
    employeeNumber =
        employeeNumber == null || employeeNumber.isBlank() ? null : employeeNumber.strip();
    attributes = new LinkedHashMap<>(attributes);
    attributes.values().removeIf(String::isBlank);
  }
}
