package io.fairlead.methods.wording;

import io.fairlead.methods.wording.Predicate.Kind;
import io.fairlead.methods.wording.Quantity.Role;

/// Asks whether a key result keeps a running figure where it is: a KPI in disguise.
final class RunningReading extends KeyResultWords {
  private final TaskReading task;

  RunningReading(KeyResultWords words, TaskReading task) {
    super(words);
    this.task = task;
  }

  boolean keepsRunningFigure() {
    if (has(Role.BASELINE) && !predicate.is(Kind.KEEP) && !saysItStays()) {
      return false;
    }
    if (predicate.is(Kind.KEEP)) {
      return (has(Role.TARGET) && !isContinuedWork()) || namesMeasure();
    }
    if (saysItStays()) {
      return has(Role.TARGET);
    }
    boolean moves =
        predicate.is(Kind.CHANGE)
            || predicate.is(Kind.IMPROVE)
            || predicate.is(Kind.REACH)
            || predicate.is(Kind.WIN)
            || task.saysOutcome();
    return !moves && (isStandard() || isAlwaysOn() || isNoHarm() || isRoutine());
  }

  private boolean isContinuedWork() {
    Token next = sentence.at(predicate.at() + 1);
    boolean to = next.is("to") && sentence.at(predicate.at() + 2).is(Sense.TASK);
    return to && task.countsWork();
  }

  /// `does not fall below`, `never exceeds`, `stays above`, `no more than`.
  private boolean saysItStays() {
    for (int i = start + 1; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      boolean stays =
          token.is(Sense.KEEP)
              && (token.is(Sense.THIRD)
                  || sentence.at(i - 1).lower().endsWith("s")
                  || sentence.at(i - 1).is(Sense.BE)
                  || sentence.at(i - 1).is(Sense.MODAL))
              && !token.is(Sense.WIN)
              && !token.is(Sense.TASK);
      boolean denied =
          sentence.at(start).is(Sense.NONE)
              || sentence.at(i - 1).is(Sense.NEGATION)
              || sentence.at(i - 2).is(Sense.NEGATION);
      boolean moves =
          (token.is(Sense.CHANGE)
                  && (sentence.at(i + 1).is(Sense.COMPARISON)
                      || token.is("exceed")
                      || token.is("exceeds")))
              || token.is("go")
              || token.is("goes");
      if ((stays && askedAfter(i) && isBound(i)) || (denied && moves && askedAfter(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isBound(int at) {
    for (int i = at + 1; i < at + 4; i++) {
      if (sentence.at(i).is(Sense.COMPARISON)
          || sentence.at(i).is("at")
          || sentence.at(i).is("within")) {
        return true;
      }
    }
    return false;
  }

  /// A share, or all, of something that recurs, in time: `95 % of tickets answered within a day`.
  private boolean isStandard() {
    boolean all =
        asks(Quantity.Kind.PERCENT)
            || sentence.find(start, start + 2, Sense.EVERY) >= 0
            || sentence.at(start).is(Sense.NONE)
            || (sentence.at(predicate.at()).is(Sense.SERVICE)
                && sentence.find(predicate.at(), predicate.at() + 3, Sense.EVERY) >= 0);
    if (!all) {
      return false;
    }
    if (sentence.has(Sense.ON_TIME)) {
      return true;
    }
    boolean service = sentence.at(predicate.at()).is(Sense.SERVICE);
    boolean work = predicate.is(Kind.TASK) && !service;
    boolean theirs =
        predicate.is(Kind.STATE)
            && predicate.subject()
            && !service
            && !sentence.at(start).is(Sense.NONE);
    return !work && !theirs && figures.stream().anyMatch(this::isTimeLimit);
  }

  /// What is to happen every time, said of many: `alarms are checked within a day`, `parcels leave
  /// on time`, `at least 90 % of the time`.
  private boolean isRoutine() {
    boolean share = asks(Quantity.Kind.PERCENT) && sentence.has(Sense.OF_THE_TIME);
    int at = predicate.at();
    boolean limited =
        sentence.find(start + 1, at, Sense.MANY_ARE) >= 0
            && figures.stream().anyMatch(this::isTimeLimit);
    boolean acts =
        at > start
            && sentence.at(at).is(Sense.BASE)
            && sentence.at(at - 1).lower().endsWith("s")
            && sentence.has(Sense.ON_TIME);
    return share || limited || acts;
  }

  private boolean isTimeLimit(Figure figure) {
    if (figure.kind() != Quantity.Kind.TIME || figure.role() != Role.TARGET) {
      return false;
    }
    Token before = sentence.at(figure.first() - 1);
    boolean than =
        before.is("than")
            && (!sentence.at(figure.first() - 2).is("more")
                || sentence.at(figure.first() - 3).is(Sense.NEGATION)
                || sentence.at(figure.first() - 3).is(Sense.NONE)
                || sentence.at(start).is(Sense.NONE));
    boolean first =
        before.is("first") && sentence.find(figure.first() - 3, figure.first(), Sense.WITHIN) >= 0;
    return before.is(Sense.WITHIN) || first || than;
  }

  /// `99.9 % uptime` as such.
  private boolean isAlwaysOn() {
    boolean state =
        predicate.is(Kind.THING)
            || (predicate.is(Kind.STATE) && !predicate.subject())
            || predicate.is(Kind.DONE);
    return state
        && (asks(Quantity.Kind.PERCENT) || asks(Quantity.Kind.TIME) || asks(Quantity.Kind.NONE))
        && sentence.has(Sense.ALWAYS);
  }

  /// `zero incidents`, `no accidents`.
  private boolean isNoHarm() {
    boolean standing = predicate.is(Kind.THING) || predicate.is(Kind.STATE);
    return standing
        && figures.stream()
            .anyMatch(it ->
                it.kind() == Quantity.Kind.NONE
                    && sentence.find(it.last() + 1, it.last() + 5, Sense.HARM) >= 0);
  }
}
