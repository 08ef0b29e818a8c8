package io.fairlead.methods.framework;

import java.math.BigDecimal;
import java.util.List;

/// How values are said in a sentence.
final class Wording {
  private Wording() {}

  static String number(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /// `a`, `a and b`, `a, b and c`.
  static String list(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }
}
