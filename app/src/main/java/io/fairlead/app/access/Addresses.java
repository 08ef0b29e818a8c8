package io.fairlead.app.access;

import io.fairlead.app.platform.Reason;
import java.util.Optional;
import java.util.regex.Pattern;

/// Mail addresses, checked only for what makes one unusable.
final class Addresses {
  private static final int LONGEST = 320;
  private static final Pattern USABLE =
      Pattern.compile("[^\\s@<>()\",;:\\\\]+@[^\\s@<>()\",;:\\\\]+");

  private Addresses() {}

  static Optional<Reason> refusal(String field, String address) {
    String plain = address.strip();
    if (plain.isEmpty()) {
      return Optional.of(Reason.invalid(field, "required"));
    }
    return plain.length() > LONGEST || !USABLE.matcher(plain).matches()
        ? Optional.of(Reason.invalid(field, "not-an-address"))
        : Optional.empty();
  }
}
