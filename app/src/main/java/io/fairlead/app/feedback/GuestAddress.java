package io.fairlead.app.feedback;

import io.fairlead.app.platform.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The address of somebody from outside, to which mail can be sent: in letters that every mail
/// server takes, and in lower case, so that nobody is asked twice.
record GuestAddress(String text) {
  private static final int LONGEST = 320;
  private static final Pattern USABLE =
      Pattern.compile("[\\x21-\\x7e&&[^@<>()\",;:\\[\\]\\\\]]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  static GuestAddress of(String written) {
    return new GuestAddress(written.strip().toLowerCase(Locale.ROOT));
  }

  /// Why nobody from outside can be asked by it. Colleagues are no guests.
  Optional<Reason> problem(RaterStore raters) {
    if (!USABLE.matcher(text).matches() || text.length() > LONGEST) {
      return Optional.of(Reason.invalid("email", "feedback.guest-address"));
    }
    return raters.knows(text)
        ? Optional.of(Reason.invalid("email", "feedback.guest-works-here"))
        : Optional.empty();
  }
}
