package io.fairlead.app.platform.keys;

import java.util.regex.Pattern;

/// What a key is for: a purpose and whose, such as `round/0198c…` or `notes/0198c…`.
public record KeyName(String purpose, String subject) {
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");

  public KeyName {
    if (!isPlain(purpose) || !isPlain(subject)) {
      throw new IllegalArgumentException(
          "a key's purpose and subject are lower-case letters, digits and dashes");
    }
  }

  static boolean isPlain(String word) {
    return PLAIN.matcher(word).matches();
  }

  @Override
  public String toString() {
    return purpose + "/" + subject;
  }
}
