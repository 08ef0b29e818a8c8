package io.fairlead.methods.framework;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// How values are said in a sentence.
final class Wording {
  private Wording() {}

  static String number(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  static String capital(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /// `a`, `a and b`, `a, b and c`.
  static String list(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }
}
