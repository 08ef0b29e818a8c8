package io.fairlead.methods.wording;

import io.fairlead.methods.wording.Predicate.Kind;
import io.fairlead.methods.wording.Quantity.Role;

/// Asks whether a key result says what will be done, rather than what changes by it.
final class TaskReading extends KeyResultWords {
  private final boolean wayGiven;

  /// @param wayGiven whether baseline and target are given beside the words
  TaskReading(KeyResultWords words, boolean wayGiven) {
    super(words);
    this.wayGiven = wayGiven;
  }

  boolean isTask() {
    boolean asked = has(Role.TARGET);
    boolean stopped = !asked && predicate.subject() && isDenied();
    if (wayGiven || has(Role.BASELINE) || stopped || saysOutcome()) {
      return false;
    }
    return switch (predicate.kind()) {
      case TASK -> !asked || !carriesFigure();
      case DONE -> asked ? countsWork() : !isSaidOfPeople();
      case CAPABILITY -> !asked && !sentence.at(start).is(Sense.PRONOUN);
      case THING -> asked ? countsWork() : !isAimWithoutVerb();
      case IMPROVE -> improvesThing() && (!asked || countsWork());
      case REACH -> !asked && isMilestone();
      case STATE ->
          asked ? countsWork() : !predicate.subject() && !isAimWithoutVerb() && !isDenied();
      case WIN -> !asked && !winsSomebody();
      case CHANGE, KEEP -> false;
    };
  }

  /// `…, to cut churn by 5 %`, `a 20 % reduction in`: behind the act stands what it changes.
  boolean saysOutcome() {
    for (int i = start + 1; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      Token before = sentence.at(i - 1);
      boolean clause = before.is(Sense.CLAUSE) || before.isSign(",") || before.is(Sense.JOINING);
      boolean moves = token.is(Sense.CHANGE) && !token.is(Sense.TASK) && token.isVerb();
      boolean improves =
          token.is(Sense.IMPROVE) || (token.is(Sense.REACH) && !token.is(Sense.THIRD));
      if (clause && (moves || improves) && askedAfter(i)) {
        return true;
      }
      if ((moves && (token.is(Sense.THIRD) || token.is(Sense.GERUND)) && askedAfter(i))) {
        return true;
      }
      if (token.is(Sense.CHANGE_NOUN) && isBesideFigure(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBesideFigure(int at) {
    return figures.stream()
        .anyMatch(it ->
            it.role() == Role.TARGET
                && ((at - it.last() >= 1 && at - it.last() <= 2)
                    || (it.first() - at >= 1
                        && it.first() - at <= 4
                        && sentence.at(it.first() - 1).is("of"))));
  }

  /// A verb of doing whose figure is one of the business: `scale revenue to $ 5m`, `get 70 % of
  /// trials to convert`.
  private boolean carriesFigure() {
    Token act = sentence.at(predicate.at());
    if (act.is(Sense.CAUSING)) {
      return asks(Quantity.Kind.PERCENT) || figures.stream().anyMatch(it -> !isWork(it));
    }
    if (!act.is(Sense.CARRYING)) {
      return false;
    }
    boolean money = asks(Quantity.Kind.MONEY);
    int object = objectHead(predicate.at() + 1);
    boolean metric =
        (sentence.at(object).is(Sense.METRIC) || sentence.at(object).is(Sense.QUALITY))
            && !sentence.at(object).is(Sense.OUTPUT);
    return money || metric || figures.stream().anyMatch(this::countsFigureOfTheBusiness);
  }

  private boolean countsFigureOfTheBusiness(Figure figure) {
    int head = counted(figure);
    return sentence.at(head).is(Sense.METRIC) && !sentence.at(head).is(Sense.OUTPUT);
  }

  /// Whether the figures count what is made, done or hired.
  boolean countsWork() {
    return figures.stream().filter(it -> it.role() == Role.TARGET).allMatch(this::isWork);
  }

  private boolean isWork(Figure figure) {
    if (figure.kind() != Quantity.Kind.COUNT) {
      return false;
    }
    Token head = sentence.at(counted(figure));
    boolean hired = sentence.find(start, sentence.size(), Sense.ROLE) >= 0 && isHiring();
    return (head.is(Sense.OUTPUT) && !head.is(Sense.METRIC) && !isSaidOfOthers())
        || isMade(figure)
        || isOfThing(figure)
        || (head.is(Sense.ROLE) && hired)
        || (isSigned(figure) && head.is(Sense.ROLE));
  }

  /// `event with 10 guests`, `test bed (50 nodes)`
  private boolean isOfThing(Figure figure) {
    int head = objectHead(start);
    boolean finished =
        predicate.is(Kind.DONE) && !sentence.at(predicate.at() - 1).is(Sense.AUXILIARY);
    head = finished ? Math.min(head, predicate.at() - 1) : head;
    return (predicate.is(Kind.THING) || finished)
        && figure.first() > head
        && sentence.at(head).is(Sense.OUTPUT)
        && !sentence.at(head).is(Sense.METRIC);
  }

  /// `two payment methods launched`
  private boolean isMade(Figure figure) {
    Token head = sentence.at(counted(figure));
    int at = predicate.at();
    return predicate.is(Kind.DONE)
        && figure.last() < at
        && !head.is(Sense.METRIC)
        && !head.is(Sense.PEOPLE)
        && !sentence.at(at + 1).is("by")
        && sentence.at(at).is(Sense.TASK)
        && !sentence.at(at - 1).is(Sense.AUXILIARY)
        && at - counted(figure) <= 2;
  }

  /// Others do it: `3 posts reach the front page` says what happens to the posts.
  private boolean isSaidOfOthers() {
    return predicate.is(Kind.REACH)
        || predicate.is(Kind.CHANGE)
        || (predicate.is(Kind.STATE) && predicate.subject());
  }

  private boolean isHiring() {
    for (int i = start; i < sentence.size(); i++) {
      String word = sentence.at(i).lower();
      if (word.startsWith("hire")
          || word.startsWith("recruit")
          || word.startsWith("onboard")
          || word.startsWith("ramped")
          || word.startsWith("hiring")
          || word.startsWith("appoint")
          || word.startsWith("staff")) {
        return true;
      }
    }
    return false;
  }

  private boolean isSigned(Figure figure) {
    return sentence.at(figure.first()).isSign("+")
        && sentence.at(figure.last() + 1).isCapitalised();
  }

  /// People as the subject of something done: `customers have adopted it`.
  private boolean isSaidOfPeople() {
    Token act = sentence.at(predicate.at());
    boolean used = act.is("adopted") || act.is("used") || act.is("engaged");
    return used
        || (predicate.subject()
            && !sentence.at(start).is(Sense.PRONOUN)
            && !act.is(Sense.STATE)
            && sentence.at(predicate.at() - 1).is(Sense.POSSESSING));
  }

  private boolean isDenied() {
    for (int i = Math.max(start, predicate.at() - 3); i <= predicate.at() + 1; i++) {
      if (sentence.at(i).is(Sense.NEGATION)) {
        return true;
      }
    }
    return false;
  }

  /// Improving a thing is work on it; improving a quality or a figure is an aim.
  private boolean improvesThing() {
    int head = objectHead(predicate.at() + 1);
    for (int i = predicate.at() + 1; i <= head; i++) {
      if (sentence.at(i).is(Sense.QUALITY) || sentence.at(i).is(Sense.METRIC)) {
        return false;
      }
    }
    return sentence.at(head).is(Sense.OUTPUT) || sentence.at(head).is(Sense.ACT);
  }

  private boolean winsSomebody() {
    return sentence.find(
            predicate.at() + 1, predicate.at() + 8, Sense.PEOPLE, Sense.METRIC, Sense.QUALITY)
        >= 0;
  }

  private boolean isMilestone() {
    return sentence.find(predicate.at() + 1, sentence.size(), Sense.MILESTONE) >= 0;
  }
}
