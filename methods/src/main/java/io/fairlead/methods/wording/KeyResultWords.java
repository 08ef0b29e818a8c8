package io.fairlead.methods.wording;

import io.fairlead.methods.wording.Predicate.Kind;
import io.fairlead.methods.wording.Quantity.Role;
import java.util.List;

/// A key result with what every question about it begins from: its figures and its predicate.
abstract class KeyResultWords {
  private static final int NOUN_GROUP = 6;

  final Sentence sentence;
  final int start;
  final List<Figure> figures;
  final Predicate predicate;

  KeyResultWords(Sentence sentence) {
    this.sentence = sentence;
    this.start = Labels.end(sentence);
    this.figures = FigureReader.read(sentence, start);
    this.predicate = PredicateReader.read(sentence, start);
  }

  KeyResultWords(KeyResultWords words) {
    this.sentence = words.sentence;
    this.start = words.start;
    this.figures = words.figures;
    this.predicate = words.predicate;
  }

  boolean has(Role role) {
    return figures.stream().anyMatch(figure -> figure.role() == role);
  }

  boolean asks(Quantity.Kind kind) {
    return figures.stream()
        .anyMatch(figure -> figure.kind() == kind && figure.role() != Role.DETAIL);
  }

  boolean askedAfter(int at) {
    return figures.stream().anyMatch(it -> it.first() > at && it.role() == Role.TARGET);
  }

  /// The last word of the noun group that begins at a place.
  int objectHead(int from) {
    int head = from;
    for (int i = from; i < from + NOUN_GROUP; i++) {
      Token token = sentence.at(i);
      boolean ends =
          (token.kind() == Token.Kind.SIGN && !token.isSign("-/"))
              || token.is(Sense.PREPOSITION)
              || token.is(Sense.AUXILIARY)
              || token.is(Sense.JOINING)
              || token.is("that")
              || token.is("who")
              || token.is("which");
      if (ends || i >= sentence.size()) {
        break;
      }
      head = i;
    }
    return head;
  }

  /// What a figure counts: the head of the nouns behind it.
  int counted(Figure figure) {
    int from = figure.last() + 1;
    if (sentence.at(from).is("of") || sentence.at(from).is("in")) {
      from++;
    }
    int head = from;
    for (int i = from; i < from + NOUN_GROUP && i < sentence.size(); i++) {
      Token token = sentence.at(i);
      boolean sign = token.kind() == Token.Kind.SIGN && !token.isSign("-/+&");
      boolean verb =
          i > from && (token.is(Sense.PARTICIPLE) || (token.is(Sense.BASE) && !isNoun(token)));
      if (sign
          || token.is(Sense.PREPOSITION)
          || token.is(Sense.AUXILIARY)
          || verb
          || (token.is(Sense.STATE) && i > from)
          || token.is("that")
          || token.is("who")) {
        break;
      }
      if (token.is(Sense.JOINING)) {
        break;
      }
      head = i;
    }
    return head;
  }

  static boolean isNoun(Token token) {
    return token.is(Sense.OUTPUT)
        || token.is(Sense.METRIC)
        || token.is(Sense.ROLE)
        || token.is(Sense.PEOPLE)
        || token.is(Sense.RATHER_NOUN);
  }

  /// `Better observability`, `customer retention`: an aim or a figure as a heading.
  boolean isAimWithoutVerb() {
    Token first = sentence.at(start);
    boolean aim =
        first.is(Sense.IMPROVE)
            || first.is("more")
            || first.is("less")
            || first.is("fewer")
            || first.is("faster")
            || first.is("higher")
            || first.is("lower");
    Token head = sentence.at(objectHead(start));
    boolean metric = predicate.is(Kind.THING) && head.is(Sense.METRIC) && !head.is(Sense.OUTPUT);
    return aim || metric;
  }

  /// A figure of the business that moves, is kept or is attained, without a number.
  boolean namesMeasure() {
    int from = predicate.is(Kind.THING) ? start : predicate.at() + 1;
    return switch (predicate.kind()) {
      case CHANGE, IMPROVE, REACH, KEEP, WIN ->
          hasMetric(from, from + 8)
              || (predicate.at() > start && hasMetric(start, predicate.at()))
              || sentence.at(objectHead(from)).isCapitals();
      case THING -> isAimWithoutVerb() && hasMetric(start, objectHead(start) + 1);
      case TASK, DONE, CAPABILITY, STATE -> false;
    };
  }

  boolean hasMetric(int from, int to) {
    for (int i = Math.max(start, from); i < Math.min(to, sentence.size()); i++) {
      Token token = sentence.at(i);
      boolean metric =
          token.is(Sense.METRIC) && !(token.is(Sense.QUALITY) && !token.is(Sense.RUNNING));
      boolean compound = token.is(Sense.METRIC_HEAD) && sentence.at(i - 1).isWord();
      if (metric || compound) {
        return true;
      }
    }
    return false;
  }
}
