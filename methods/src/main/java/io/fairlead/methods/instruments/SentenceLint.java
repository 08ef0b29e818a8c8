package io.fairlead.methods.instruments;

import java.util.ArrayList;
import java.util.List;

/// One sentence against the rules of its kind. It looks for words of a list, and so is strict and
/// simple: what it objects to wrongly is accepted with a reason.
final class SentenceLint {
  private SentenceLint() {}

  /// @param what in a sentence, with the words that it objects to
  record Flaw(InstrumentRule rule, String what) {}

  static List<Flaw> lint(String sentence, SentenceKind kind, LintWords words) {
    List<Flaw> flaws = new ArrayList<>();
    for (InstrumentRule rule : kind.rules()) {
      if (rule == InstrumentRule.UNMEASURED) {
        if (!words.counts(sentence)) {
          flaws.add(new Flaw(rule, what(rule, sentence)));
        }
      } else {
        words.find(rule, sentence).ifPresent(found -> flaws.add(new Flaw(rule, what(rule, found))));
      }
    }
    int length = words(sentence);
    if (length > kind.words()) {
      flaws.add(
          new Flaw(
              InstrumentRule.TOO_LONG,
              "%d words, where %d are the most".formatted(length, kind.words())));
    }
    return flaws;
  }

  static int words(String sentence) {
    return sentence.strip().split("\\s+", -1).length;
  }

  private static String what(InstrumentRule rule, String found) {
    String says =
        switch (rule) {
          case DOUBLE_BARRELLED -> "'%s' joins two things";
          case LEADING -> "'%s' judges";
          case ABSOLUTE -> "'%s' leaves no exception";
          case UNOBSERVABLE -> "'%s' cannot be seen";
          case NEGATED -> "'%s' turns the scale round";
          case UNMEASURED -> "no figure in '%s'";
          case TOO_LONG,
              SELF_WORDING,
              UNBALANCED_ANCHORS,
              UNBALANCED_CONTENT,
              ANCHORS,
              FEW_ITEMS,
              TWICE,
              MINUTES,
              SITTING,
              COMMENTS,
              LANGUAGE,
              NOT_LINTED ->
              throw new IllegalArgumentException(rule + " looks for no words");
        };
    return says.formatted(found);
  }
}
