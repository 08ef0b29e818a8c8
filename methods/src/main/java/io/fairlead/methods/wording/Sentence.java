package io.fairlead.methods.wording;

import io.fairlead.methods.wording.Token.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A text as the row of its tokens. One pass over its characters; phrases of the language give
/// their sense to each of their words.
final class Sentence {
  /// Past the end, so that neighbours can be asked without asking whether there are any.
  private static final Token NOTHING =
      new Token(" ", " ", 0, 0, Kind.SIGN, false, Language.UNKNOWN);

  private final String text;
  private final Language language;
  private final List<Token> tokens = new ArrayList<>();

  private Sentence(String text, Language language) {
    this.text = text;
    this.language = language;
  }

  static Sentence of(String text, Language language) {
    var sentence = new Sentence(text, language);
    sentence.read();
    sentence.phrases();
    return sentence;
  }

  int size() {
    return tokens.size();
  }

  /// The token at a place; one that is nothing before the first and after the last.
  Token at(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index) : NOTHING;
  }

  String text() {
    return text;
  }

  Language language() {
    return language;
  }

  /// The first place from `from` on, before `to`, whose token has one of the senses; −1 if none.
  int find(int from, int to, Sense... senses) {
    for (int i = Math.max(0, from); i < Math.min(to, size()); i++) {
      for (Sense sense : senses) {
        if (at(i).is(sense)) {
          return i;
        }
      }
    }
    return -1;
  }

  boolean has(Sense sense) {
    return find(0, size(), sense) >= 0;
  }

  private void read() {
    int at = 0;
    int end = 0;
    while (at < text.length()) {
      char first = text.charAt(at);
      if (Character.isWhitespace(first) || Character.isSpaceChar(first)) {
        at++;
        continue;
      }
      int from = at;
      at = Character.isLetterOrDigit(first) ? chunk(at) : sign(at);
      int shortened = shortened(from, at);
      if (shortened > 0) {
        add(from, shortened, from == end && from > 0);
        add(shortened, at, true);
      } else {
        add(from, at, from == end && from > 0);
      }
      end = at;
    }
  }

  /// Where the verb of `we've` begins; 0 if it is no such word.
  private int shortened(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      char sign = text.charAt(i);
      if (sign == '\'' || sign == '’') {
        String before = text.substring(from, i).toLowerCase(Locale.ROOT);
        return language.senses(before).contains(Sense.PRONOUN) ? i : 0;
      }
    }
    return 0;
  }

  private void add(int from, int to, boolean glued) {
    String word = text.substring(from, to);
    String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
    Kind kind = kind(word);
    Set<Sense> senses = language.senses(lower);
    tokens.add(new Token(word, lower, from, to, kind, glued, senses));
  }

  private static Kind kind(String word) {
    char first = word.charAt(0);
    if (Character.isDigit(first)) {
      return Kind.FIGURE;
    }
    if (!Character.isLetter(first)) {
      return Kind.SIGN;
    }
    return word.chars().anyMatch(Character::isDigit) ? Kind.CODE : Kind.WORD;
  }

  private int sign(int from) {
    int point = text.codePointAt(from);
    boolean arrow = text.startsWith("->", from) || text.startsWith("=>", from);
    boolean bound = text.startsWith(">=", from) || text.startsWith("<=", from);
    return from + (arrow || bound ? 2 : Character.charCount(point));
  }

  private int chunk(int from) {
    int at = from + 1;
    boolean letters = Character.isLetter(text.charAt(from));
    while (at < text.length()) {
      char now = text.charAt(at);
      if (Character.isLetterOrDigit(now)) {
        letters &= Character.isLetter(now);
        at++;
        continue;
      }
      if (at + 1 >= text.length() || !joins(now, at, letters)) {
        break;
      }
      at++;
    }
    return at;
  }

  private boolean joins(char sign, int at, boolean letters) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at + 1);
    if (Character.isDigit(before) && Character.isDigit(after)) {
      return ".,:/'’".indexOf(sign) >= 0 || isThousand(sign, at) || isDate(sign, at);
    }
    boolean betweenLetters = Character.isLetter(before) && Character.isLetter(after);
    return betweenLetters && ("'’".indexOf(sign) >= 0 || (letters && sign == '-'));
  }

  /// `10 000`: a blank between figures, three of them behind it.
  private boolean isThousand(char sign, int at) {
    if (sign != ' ' && sign != '\u00A0' && sign != '\u202F') {
      return false;
    }
    int digits = 0;
    while (at + 1 + digits < text.length() && Character.isDigit(text.charAt(at + 1 + digits))) {
      digits++;
    }
    int before = 0;
    while (at - 1 - before >= 0 && Character.isDigit(text.charAt(at - 1 - before))) {
      before++;
    }
    boolean followed = at + 4 < text.length() && Character.isLetter(text.charAt(at + 4));
    return digits == 3 && before <= 3 && !followed;
  }

  /// `2026-03-31`
  private boolean isDate(char sign, int at) {
    if (sign != '-') {
      return false;
    }
    int start = at;
    while (start > 0
        && (Character.isDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '-')) {
      start--;
    }
    int year = text.indexOf('-', start) - start;
    return year == 4
        && text.length() >= start + 7
        && (text.startsWith("19", start) || text.startsWith("20", start))
        && text.charAt(start + 4) == '-'
        && Character.isDigit(text.charAt(start + 6))
        && (start + 7 >= text.length() || !Character.isDigit(text.charAt(start + 7)));
  }

  private void phrases() {
    for (int i = 0; i < size(); i++) {
      for (Language.Phrase phrase : language.phrases(at(i).lower())) {
        if (matches(phrase, i)) {
          for (int k = 0; k < phrase.words().size(); k++) {
            tokens.set(i + k, with(at(i + k), phrase.sense()));
          }
        }
      }
    }
  }

  private boolean matches(Language.Phrase phrase, int at) {
    for (int k = 0; k < phrase.words().size(); k++) {
      if (!at(at + k).is(phrase.words().get(k))) {
        return false;
      }
    }
    return true;
  }

  private static Token with(Token token, Sense sense) {
    var senses = EnumSet.of(sense);
    senses.addAll(token.senses());
    return new Token(
        token.text(), token.lower(), token.from(), token.to(), token.kind(), token.glued(), senses);
  }
}
