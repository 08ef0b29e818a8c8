package io.fairlead.methods.wording;

import io.fairlead.methods.wording.Quantity.Role;
import org.jspecify.annotations.Nullable;

/// Asks whether a key result joins two results in one.
final class JointReading extends KeyResultWords {
  JointReading(KeyResultWords words) {
    super(words);
  }

  /// The word between two results: two acts, or two targets each of its own measure.
  @Nullable Span joint() {
    for (int i = start + 2; i < sentence.size() - 1; i++) {
      Token token = sentence.at(i);
      boolean joins = token.is(Sense.JOINING) || token.isSign(";");
      if (!joins) {
        continue;
      }
      int next = i + 1;
      while (sentence.at(next).lower().endsWith("ly") && next < i + 3) {
        next++;
      }
      boolean act =
          sentence.at(next).is(Sense.BASE)
              && !sentence.at(next).is(Sense.RATHER_NOUN)
              && isObject(next + 1)
              && predicate.at() < i
              && sentence.at(predicate.at()).is(Sense.BASE)
              && i - predicate.at() > 1;
      act |= isSecondAct(next) && i - predicate.at() > 1 && predicate.at() < i;
      if (act || isBetweenTargets(i)) {
        return Span.of(token);
      }
    }
    return null;
  }

  /// `sends replies and resolves questions`, `we have deployed one and established another`.
  private boolean isSecondAct(int at) {
    Token first = sentence.at(predicate.at());
    Token second = sentence.at(at);
    boolean noun = isNoun(second) || second.is(Sense.CHANGE_NOUN) || second.is(Sense.METRIC_HEAD);
    boolean does = first.is(Sense.THIRD) && second.is(Sense.THIRD);
    boolean did =
        first.is(Sense.PARTICIPLE)
            && second.is(Sense.PARTICIPLE)
            && sentence.at(predicate.at() - 1).is(Sense.POSSESSING);
    return !noun && (does || did) && isObject(at + 1);
  }

  private boolean isObject(int at) {
    Token token = sentence.at(at);
    return (token.isWord() && !token.is(Sense.BE))
        || token.kind() == Token.Kind.FIGURE
        || token.kind() == Token.Kind.CODE
        || token.is(Sense.COMPARISON)
        || token.isSign("$€£");
  }

  private boolean isBetweenTargets(int at) {
    boolean before = false;
    boolean after = false;
    for (Figure figure : figures) {
      if (figure.role() != Role.TARGET || figure.kind() == Quantity.Kind.TIME) {
        continue;
      }
      before |= figure.last() < at && at - figure.last() > 1;
      after |= figure.first() > at;
    }
    return before && after && sentence.at(at - 1).isWord();
  }
}
