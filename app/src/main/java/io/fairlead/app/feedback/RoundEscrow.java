package io.fairlead.app.feedback;

import io.fairlead.app.disclosure.CustodianKey;
import java.util.UUID;
import java.util.stream.Stream;

/// Who together can open who wrote one published comment of a round, and for how long.
///
/// @param first takes off the outer layer of a package
/// @param days after the close
public record RoundEscrow(Custodian first, Custodian second, int days) {
  /// @param key whose private half is off the server
  public record Custodian(UUID person, CustodianKey key) {}

  boolean isKeptBy(UUID person) {
    return first.person().equals(person) || second.person().equals(person);
  }

  /// What the text of the promise says of it.
  Stream<String> facts() {
    return Stream.of(
        "escrow first " + first.person() + " key " + first.key().text(),
        "escrow second " + second.person() + " key " + second.key().text(),
        "escrow days " + days);
  }
}
