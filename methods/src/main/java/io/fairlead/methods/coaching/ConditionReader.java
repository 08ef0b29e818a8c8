package io.fairlead.methods.coaching;

import io.fairlead.methods.coaching.Condition.Selection;
import io.fairlead.methods.coaching.Condition.Test;
import io.fairlead.methods.coaching.Fact.Counted;
import io.fairlead.methods.disclosure.Gap;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.instruments.About;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a condition; `docs/methods/coaching.md` has the grammar. A word that does not fit is
/// refused with what would have.
final class ConditionReader {
  private static final Pattern WORD = Pattern.compile(">=|<=|[:,%]|[^\\s:,%<>=]+|[<>=]+");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,3}(\\.[0-9])?");
  private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final Set<String> GROUPS =
      Set.copyOf(
          Stream.concat(
                  Stream.of(ReleasePolicy.SELF, ReleasePolicy.MANAGER),
                  ReleasePolicy.USUAL_GROUPS.stream())
              .toList());
  private static final String QUANTITIES =
      "others, %s, one of these - another, groups apart, below the rest, above the rest, gap is or may be strength"
          .formatted(String.join(", ", GROUPS.stream().sorted().toList()));

  private final String text;
  private final List<String> words;
  private int at;

  private ConditionReader(String text) {
    this.text = text;
    words = WORD.matcher(text).results().map(found -> found.group()).toList();
  }

  /// @throws IllegalArgumentException with the word that does not fit, and what would
  static Condition read(String text) {
    ConditionReader reader = new ConditionReader(text);
    Condition condition = reader.condition();
    if (reader.at < reader.words.size()) {
      throw reader.expected("the end");
    }
    return condition;
  }

  private Condition condition() {
    String first = at < words.size() ? words.get(at++) : "";
    return switch (first) {
      case "any", "every" -> competencies(first.equals("every"));
      case "what", "how" -> whatAndHow(first);
      case "shown" -> new Condition.Counts(Counted.SHOWN, limit(0, 100));
      case "comments" -> new Condition.Counts(Counted.COMMENTS, limit(0, 100));
      case "withheld" -> {
        Limit limit = limit(0, 100);
        expect("%");
        yield new Condition.Counts(Counted.WITHHELD, limit);
      }
      case "nothing" -> {
        expect("else");
        yield new Condition.NothingElse();
      }
      default -> {
        at = 0;
        throw expected("any, every, what, how, shown, withheld, comments or nothing else");
      }
    };
  }

  private Condition competencies(boolean isEvery) {
    Selection selection = selection();
    expect(":");
    List<Test> tests = new ArrayList<>(List.of(test()));
    while (isNext("and")) {
      tests.add(test());
    }
    return new Condition.Competencies(isEvery, selection, tests);
  }

  private Selection selection() {
    if (isNext("competency")) {
      return new Selection.All();
    }
    for (About about : About.values()) {
      if (isNext(about.code())) {
        return new Selection.ThoseAbout(about);
      }
    }
    List<String> ids = new ArrayList<>();
    do {
      ids.add(id());
    } while (isNext(","));
    return new Selection.Named(ids);
  }

  private String id() {
    if (at < words.size() && words.get(at).matches(ID)) {
      return words.get(at++);
    }
    throw expected("competency, what, how, or ids of competencies separated by commas");
  }

  private Test test() {
    if (isNext("gap")) {
      expect("is");
      return new Test.Reads(reading());
    }
    if (isNext("may")) {
      expect("be");
      expect("strength");
      return new Test.Strength();
    }
    if (isNext("groups")) {
      expect("apart");
      return distance(new Quantity.Apart());
    }
    if (isNext("below")) {
      return fromTheRest(true);
    }
    if (isNext("above")) {
      return fromTheRest(false);
    }
    Quantity.Level level = level();
    if (isNext("-")) {
      return distance(new Quantity.Difference(level, level()));
    }
    return new Test.Limited(level, limit(1, 5));
  }

  private Test fromTheRest(boolean isBelow) {
    expect("the");
    expect("rest");
    return distance(new Quantity.FromTheRest(isBelow));
  }

  private Test distance(Quantity quantity) {
    return new Test.Limited(quantity, limit(-4, 4));
  }

  private Gap.Reading reading() {
    if (isNext("blind")) {
      expect("spot");
      return Gap.Reading.BLIND_SPOT;
    }
    if (isNext("hidden")) {
      expect("strength");
      return Gap.Reading.HIDDEN_STRENGTH;
    }
    throw expected("blind spot or hidden strength");
  }

  private Quantity.Level level() {
    if (isNext("others")) {
      return new Quantity.Others();
    }
    if (at < words.size() && GROUPS.contains(words.get(at))) {
      return new Quantity.Group(words.get(at++));
    }
    throw expected(QUANTITIES);
  }

  private Condition whatAndHow(String first) {
    About above = first.equals(About.WHAT.code()) ? About.WHAT : About.HOW;
    expect("-");
    expect(above == About.WHAT ? About.HOW.code() : About.WHAT.code());
    return new Condition.WhatAndHow(above, limit(-4, 4));
  }

  private Limit limit(int least, int most) {
    boolean isLeast = isNext(">=");
    if (!isLeast && !isNext("<=")) {
      throw expected(">= or <=");
    }
    if (at < words.size() && NUMBER.matcher(words.get(at)).matches()) {
      BigDecimal value = new BigDecimal(words.get(at));
      if (value.compareTo(BigDecimal.valueOf(least)) >= 0
          && value.compareTo(BigDecimal.valueOf(most)) <= 0) {
        at++;
        return new Limit(isLeast, value);
      }
    }
    throw expected("a number from %d to %d with one decimal at most".formatted(least, most));
  }

  private boolean isNext(String word) {
    boolean isNext = at < words.size() && words.get(at).equals(word);
    at += isNext ? 1 : 0;
    return isNext;
  }

  private void expect(String word) {
    if (!isNext(word)) {
      throw expected("'" + word + "'");
    }
  }

  private IllegalArgumentException expected(String what) {
    String found = at < words.size() ? "'" + words.get(at) + "'" : "the end";
    return new IllegalArgumentException(
        "'%s': where %s stands, it is %s".formatted(text, found, what));
  }
}
