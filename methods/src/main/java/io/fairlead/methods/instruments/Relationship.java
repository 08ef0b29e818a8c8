package io.fairlead.methods.instruments;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a rater is to the person or team that is rated; the groups of the release rule, with self
/// and manager, who are shown by name.
public enum Relationship {
  SELF,
  MANAGER,
  PEER,
  REPORT,
  CROSSFUNCTIONAL,
  /// From outside: a customer, a supplier.
  OTHER,
  /// Of the team that is rated; never beside the others.
  MEMBER;

  /// As files write it: `peer`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Relationship> find(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
