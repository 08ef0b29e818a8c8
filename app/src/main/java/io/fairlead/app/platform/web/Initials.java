package io.fairlead.app.platform.web;

import java.util.Locale;

/// The letters in an avatar: of the first and the last word of a name.
public final class Initials {
  private Initials() {}

  /// `Mara Lindqvist` is `ML`, `Zoë` is `Z`, an empty name is a dash.
  public static String of(String name) {
    String[] words = name.strip().split("\\s+");
    String first = letter(words[0]);
    String last = words.length > 1 ? letter(words[words.length - 1]) : "";
    String letters = (first + last).toUpperCase(Locale.ROOT);
    return letters.isEmpty() ? "–" : letters;
  }

  private static String letter(String word) {
    return word.codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(1)
        .mapToObj(Character::toString)
        .findFirst()
        .orElse("");
  }
}
