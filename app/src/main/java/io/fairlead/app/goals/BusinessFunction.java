package io.fairlead.app.goals;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The kinds of work that the goal library has examples for, in the order in which it shows them.
public enum BusinessFunction {
  LEADERSHIP,
  PRODUCT,
  ENGINEERING,
  DATA,
  IT,
  MARKETING,
  SALES,
  SUCCESS,
  SUPPORT,
  OPERATIONS,
  PEOPLE,
  FINANCE;

  /// As written in files and the API: `sales`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<BusinessFunction> find(String code) {
    return Stream.of(values()).filter(function -> function.code().equals(code)).findFirst();
  }
}
