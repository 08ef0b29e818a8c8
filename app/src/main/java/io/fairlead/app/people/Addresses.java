package io.fairlead.app.people;

import java.util.regex.Pattern;

/// What passes for a mail address: enough to catch a name or a number in the wrong column, not so
/// much that a real address is refused.
final class Addresses {
  private static final int LONGEST = 254;
  private static final Pattern SHAPE =
      Pattern.compile("[^\\s@,;<>\"()]{1,64}@[^\\s@,;<>\"()]{1,190}");

  private Addresses() {}

  static boolean plausible(String text) {
    return text.length() <= LONGEST && SHAPE.matcher(text).matches();
  }
}
