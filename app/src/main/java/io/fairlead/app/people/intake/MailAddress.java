package io.fairlead.app.people.intake;

import java.util.regex.Pattern;

/// What passes for a mail address: enough to catch a name or a number in the wrong column, not so
/// much that a real address is refused.
public final class MailAddress {
  private static final int LONGEST = 254;
  private static final Pattern SHAPE =
      Pattern.compile("[^\\s@,;<>\"()]{1,64}@[^\\s@,;<>\"()]{1,190}");

  private MailAddress() {}

  public static boolean isPlausible(String text) {
    return text.length() <= LONGEST && SHAPE.matcher(text).matches();
  }
}
