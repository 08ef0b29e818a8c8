package io.fairlead.methods.wording;

import io.fairlead.methods.wording.Predicate.Kind;
import io.fairlead.methods.wording.Quantity.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one key result. Each question it answers is a method; the words they ask for are the
/// language's.
final class KeyResultReader {
  private static final int NOUN_GROUP = 6;

  private final Sentence sentence;
  private final int start;
  private final List<Figure> figures;
  private final Predicate predicate;
  private final GivenFigures given;

  private KeyResultReader(Sentence sentence, GivenFigures given) {
    this.sentence = sentence;
    this.start = Labels.end(sentence);
    this.figures = FigureReader.read(sentence, start);
    this.predicate = PredicateReader.read(sentence, start);
    this.given = given;
  }

  static ReadKeyResult read(Sentence sentence, GivenFigures given) {
    return new KeyResultReader(sentence, given).read();
  }

  private ReadKeyResult read() {
    boolean targetGiven = isGiven(given.target());
    boolean baseline = has(Role.BASELINE) || isGiven(given.baseline());
    boolean target = has(Role.TARGET) || targetGiven;
    boolean kpi = keepsRunningFigure();
    boolean task = !kpi && isTask();
    boolean measure = baseline || target || (!task && namesMeasure());
    return new ReadKeyResult(
        task,
        task && measure,
        saysHowThingsAre(),
        measure,
        baseline,
        target,
        kpi,
        task || (predicate.is(Kind.WIN) && !asks(Quantity.Kind.PERCENT)),
        way(),
        figures.stream().map(figure -> figure.in(sentence)).toList(),
        sentence.size() == 0 ? null : Span.of(sentence.at(predicate.at())),
        target ? null : vague(),
        joint(),
        sentence.has(Sense.BASELINE_COMING));
  }

  // --- Figures

  private boolean has(Role role) {
    return figures.stream().anyMatch(figure -> figure.role() == role);
  }

  private boolean asks(Quantity.Kind kind) {
    return figures.stream()
        .anyMatch(figure -> figure.kind() == kind && figure.role() != Role.DETAIL);
  }

  /// Whether a figure is given beside the words. One that repeats a number of the words which
  /// counts nothing, a version or a year, was taken from there by mistake.
  private boolean isGiven(String value) {
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

  /// No imperative: a state, a name, or `reported faults`.
  private boolean saysHowThingsAre() {
    return predicate.is(Kind.STATE)
        || predicate.is(Kind.THING)
        || predicate.is(Kind.DONE)
        || predicate.is(Kind.CAPABILITY)
        || (sentence.at(predicate.at()).is(Sense.PARTICIPLE)
            && !sentence.at(predicate.at()).is(Sense.BASE));
  }

  // --- Task or outcome

  private boolean isTask() {
    boolean asked = has(Role.TARGET);
    boolean stopped = !asked && predicate.subject() && isDenied();
    boolean way = isGiven(given.baseline()) && isGiven(given.target());
    if (way || has(Role.BASELINE) || stopped || saysOutcome()) {
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
  private boolean saysOutcome() {
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

  private boolean askedAfter(int at) {
    return figures.stream().anyMatch(it -> it.first() > at && it.role() == Role.TARGET);
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

  /// The last word of the noun group that begins at a place.
  private int objectHead(int from) {
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
  private int counted(Figure figure) {
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

  private static boolean isNoun(Token token) {
    return token.is(Sense.OUTPUT)
        || token.is(Sense.METRIC)
        || token.is(Sense.ROLE)
        || token.is(Sense.PEOPLE)
        || token.is(Sense.RATHER_NOUN);
  }

  /// Whether the figures count what is made, done or hired.
  private boolean countsWork() {
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

  /// `Better observability`, `customer retention`: an aim or a figure as a heading.
  private boolean isAimWithoutVerb() {
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

  // --- Measure

  /// A figure of the business that moves, is kept or is attained, without a number.
  private boolean namesMeasure() {
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

  private boolean hasMetric(int from, int to) {
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

  private int way() {
    Token act = sentence.at(predicate.at());
    return act.is(Sense.UP) ? 1 : act.is(Sense.DOWN) ? -1 : 0;
  }

  // --- KPI in disguise

  private boolean keepsRunningFigure() {
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
            || saysOutcome();
    return !moves && (isStandard() || isAlwaysOn() || isNoHarm() || isRoutine());
  }

  private boolean isContinuedWork() {
    Token next = sentence.at(predicate.at() + 1);
    boolean to = next.is("to") && sentence.at(predicate.at() + 2).is(Sense.TASK);
    return to && countsWork();
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

  // --- Words

  private @Nullable Span vague() {
    int at = sentence.find(start, sentence.size(), Sense.VAGUE);
    return at < 0 ? null : Span.of(sentence.at(at));
  }

  /// The word between two results: two acts, or two targets each of its own measure.
  private @Nullable Span joint() {
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
