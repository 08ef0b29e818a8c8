package io.fairlead.app.messages;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// People without an account to whom a module writes; such a module has one bean of this. A waiting
/// mail holds an id of the module's; who that is, where they are and the secret in their link are
/// asked for in the moment of sending, so that a link exists only once its mail is on its way.
public interface Outsiders {
  /// Where a mail goes.
  ///
  /// @param token a secret made for this one mail, whose plain words nobody keeps; null where the
  ///   letter has no link that carries one
  record Addressee(String name, String address, @Nullable String token) {}

  /// Asked each time a mail is handed over; a second try has another secret, and both work.
  ///
  /// @param linked whether the letter's links carry a secret
  /// @return empty where the mail has become of no use, or the id is not this module's
  Optional<Addressee> addressee(UUID outsider, boolean linked);

  /// A mail to them was refused or given up; told before that is written down, so perhaps twice.
  void unreached(UUID outsider);
}
