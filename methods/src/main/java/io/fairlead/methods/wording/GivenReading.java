package io.fairlead.methods.wording;

import io.fairlead.methods.wording.Quantity.Role;

/// Asks whether figures beside a key result say anything that its words do not.
final class GivenReading extends KeyResultWords {
  GivenReading(KeyResultWords words) {
    super(words);
  }

  /// Whether a figure is given beside the words. One that repeats a number of the words which
  /// counts nothing, a version or a year, was taken from there by mistake.
  boolean isGiven(String value) {
    String plain = value.strip();
    if (plain.isEmpty()) {
      return false;
    }
    boolean figure = Character.isDigit(plain.charAt(plain.length() - 1));
    return !figure || !repeatsName(plain);
  }

  private boolean repeatsName(String value) {
    boolean found = false;
    for (int i = start; i < sentence.size(); i++) {
      int at = i;
      boolean counted =
          figures.stream()
              .anyMatch(it -> it.first() <= at && at <= it.last() && it.role() != Role.DETAIL);
      if (counted) {
        return false;
      }
      found |= figureOf(sentence.at(i)).equals(figureOf(value)) && !figureOf(value).isEmpty();
    }
    return found && figures.stream().allMatch(it -> it.role() == Role.DETAIL);
  }

  private static String figureOf(Token token) {
    return token.kind() == Token.Kind.FIGURE || token.kind() == Token.Kind.CODE
        ? figureOf(token.lower().replace("k", "000").replaceAll("[^0-9.]", ""))
        : "";
  }

  private static String figureOf(String value) {
    return value.replaceAll("\\.0+$", "");
  }
}
