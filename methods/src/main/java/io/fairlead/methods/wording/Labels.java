package io.fairlead.methods.wording;

import java.util.Set;

/// Passes over what stands before a sentence: bullets, numbers of a list, `KR 1.2:`, `[Team]`,
/// `(P1)`, `Engineering:`, and words such as `successfully` or `to`.
final class Labels {
  private static final Set<String> OPENING = Set.of("[", "(", "{", "<");
  private static final Set<String> CLOSING = Set.of("]", ")", "}", ">");
  private static final int LONGEST = 6;

  private Labels() {}

  /// The first token of the sentence itself.
  static int end(Sentence sentence) {
    int at = 0;
    int before = -1;
    while (at != before && at < sentence.size()) {
      before = at;
      at = afterSigns(sentence, at);
      at = afterBrackets(sentence, at);
      at = afterNumber(sentence, at);
      at = afterName(sentence, at);
    }
    at = afterAdverbs(sentence, at);
    return at < sentence.size() ? at : 0;
  }

  private static int afterSigns(Sentence sentence, int from) {
    int at = from;
    while (at < sentence.size()
        && sentence.at(at).kind() == Token.Kind.SIGN
        && !OPENING.contains(sentence.at(at).text())
        && !sentence.at(at).isSign("+≥≤><>=<=#~≈$€£¥%")
        && !sentence.at(at).is(Sense.CURRENCY)) {
      at++;
    }
    return at;
  }

  private static int afterBrackets(Sentence sentence, int from) {
    if (!OPENING.contains(sentence.at(from).text())) {
      return from;
    }
    if (sentence.at(from).isSign("<") && !sentence.at(from + 1).isWord()) {
      return from;
    }
    for (int i = from + 1; i <= from + LONGEST; i++) {
      if (CLOSING.contains(sentence.at(i).text())) {
        return i + 1 < sentence.size() ? i + 1 : from;
      }
    }
    return from;
  }

  /// `KR1:`, `KR 1.2 –`, `1.`, `2)`, `O1-KR2:`
  private static int afterNumber(Sentence sentence, int from) {
    int at = from;
    boolean named = sentence.at(at).lower().startsWith("kr") || sentence.at(at).is("key");
    while (named && at < from + LONGEST && !sentence.at(at).isSign(":–—-.)")) {
      at++;
    }
    if (named && sentence.at(at).isSign(":–—-.)")) {
      return at + 1;
    }
    Token first = sentence.at(from);
    boolean short1 = first.kind() == Token.Kind.FIGURE && first.text().length() <= 3;
    boolean listed = sentence.at(from + 1).isSign(".):") && sentence.at(from + 1).glued();
    return short1 && listed && from + 2 < sentence.size() ? from + 2 : from;
  }

  /// A name or two, then a colon.
  private static int afterName(Sentence sentence, int from) {
    if (!sentence.at(from).isWord() && sentence.at(from).kind() != Token.Kind.CODE) {
      return from;
    }
    boolean act = sentence.at(from).is(Sense.BASE) && !sentence.at(from).is(Sense.RATHER_NOUN);
    for (int i = from + 1; i <= from + LONGEST; i++) {
      Token token = sentence.at(i);
      boolean dash = token.isSign("–—") && !token.glued();
      if ((token.isSign(":") || dash) && i + 1 < sentence.size()) {
        return act || sentence.find(from, i, Sense.AUXILIARY) >= 0 ? from : i + 1;
      }
      if (token.kind() == Token.Kind.FIGURE || token.isSign(".,;(")) {
        return from;
      }
    }
    return from;
  }

  private static int afterAdverbs(Sentence sentence, int from) {
    int at = from;
    while (at < sentence.size() - 1
        && (sentence.at(at).is(Sense.STARTING)
            || (sentence.at(at).lower().length() > 4
                && sentence.at(at).lower().endsWith("ly")
                && sentence.at(at + 1).isVerb()))) {
      at++;
    }
    return at;
  }
}
