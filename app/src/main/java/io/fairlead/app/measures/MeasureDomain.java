package io.fairlead.app.measures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the measures of the catalogue are about, in the order in which it shows them.
public enum MeasureDomain {
  FINANCE,
  CUSTOMERS,
  SALES,
  MARKETING,
  PRODUCT,
  ENGINEERING,
  OPERATIONS,
  SERVICE,
  PEOPLE,
  PUBLIC;

  /// As written in files, addresses and the API: `sales`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<MeasureDomain> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
