package io.fairlead.methods.wording;

import java.util.Set;

/// A word, a figure or a sign of a sentence.
///
/// @param lower in small letters, with a straight apostrophe
/// @param from where it begins in the text; `to` is behind its end
/// @param glued whether nothing stands between it and the one before
/// @param senses what it may be
record Token(
    String text, String lower, int from, int to, Kind kind, boolean glued, Set<Sense> senses) {

  /// What it is made of.
  enum Kind {
    /// Letters only, hyphens and apostrophes between them.
    WORD,
    /// Begins with a digit.
    FIGURE,
    /// Letters, then digits: `Q3`, `p95`, `N12`.
    CODE,
    SIGN
  }

  boolean is(Sense sense) {
    return senses.contains(sense);
  }

  boolean is(String word) {
    return lower.equals(word);
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isSign(String signs) {
    return kind == Kind.SIGN && signs.contains(text);
  }

  boolean isVerb() {
    return is(Sense.BASE)
        || is(Sense.THIRD)
        || is(Sense.GERUND)
        || is(Sense.PAST)
        || is(Sense.PARTICIPLE);
  }

  /// Whether it is written in capitals only: an abbreviation.
  boolean isCapitals() {
    return text.length() >= 2 && text.chars().allMatch(Character::isUpperCase);
  }

  boolean isCapitalised() {
    return Character.isUpperCase(text.charAt(0));
  }
}
