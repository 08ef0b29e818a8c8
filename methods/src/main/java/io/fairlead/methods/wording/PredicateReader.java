package io.fairlead.methods.wording;

import io.fairlead.methods.wording.Predicate.Kind;

/// Finds what a sentence says of what: an imperative, a finite verb behind its subject, a
/// participle, or nothing but a thing.
final class PredicateReader {
  private static final int FAR = 24;

  private final Sentence sentence;
  private final int start;

  private PredicateReader(Sentence sentence, int start) {
    this.sentence = sentence;
    this.start = start;
  }

  static Predicate read(Sentence sentence, int start) {
    return new PredicateReader(sentence, start).read();
  }

  private Predicate read() {
    Token first = sentence.at(start);
    if (first.is(Sense.PRONOUN)) {
      return afterSubject(start + 1, true);
    }
    if (first.is("be") || (first.isWord() && opensWithVerb())) {
      return new Predicate(kind(start), start, first.is("be"));
    }
    return statement();
  }

  // --- Imperatives

  private boolean opensWithVerb() {
    Token first = sentence.at(start);
    if (!first.isVerb() || (first.is(Sense.THIRD) && !first.is(Sense.BASE))) {
      return false;
    }
    if (isFigureThatMoves()) {
      return false;
    }
    if (first.is(Sense.BASE)) {
      return (!first.is(Sense.RATHER_NOUN) && !isSubjectOfSentence()) || isFollowedByObject();
    }
    if (first.is(Sense.GERUND)) {
      return !isSubjectOfSentence() && !modifiesNoun();
    }
    return !isSubjectOfSentence() && !isStatedLater();
  }

  /// `Updated guidelines are used by all teams`
  private boolean isStatedLater() {
    for (int i = start + 1; i < start + 12 && i < sentence.size(); i++) {
      if (sentence.at(i).is("are") || sentence.at(i).is("is")) {
        return true;
      }
      if (sentence.at(i).isSign(",;.(")
          || sentence.at(i).is("that")
          || sentence.at(i).is("which")) {
        return false;
      }
    }
    return false;
  }

  /// `Design reviews are held`, `Hiring managers report …`: the first words are a subject.
  private boolean isSubjectOfSentence() {
    for (int i = start + 1; i < start + 4; i++) {
      Token token = sentence.at(i);
      if (!token.isWord() || token.is(Sense.ARTICLE) || token.is(Sense.PREPOSITION)) {
        return false;
      }
      if (token.is(Sense.BE) || token.is(Sense.MODAL) || isActOfPlural(i)) {
        return true;
      }
      if (token.is(Sense.JOINING) || token.is("how")) {
        return false;
      }
    }
    return false;
  }

  /// `Code reviews reach …`, `Merged changes land …`
  private boolean isActOfPlural(int at) {
    Token token = sentence.at(at);
    boolean act = token.is(Sense.WIN) || token.is(Sense.REACH) || token.is(Sense.CHANGE);
    boolean finite = token.is(Sense.THIRD) || token.is(Sense.BASE);
    boolean noun =
        token.is(Sense.METRIC)
            || token.is(Sense.OUTPUT)
            || token.is(Sense.CHANGE_NOUN)
            || token.is(Sense.RATHER_NOUN);
    return act && finite && !noun && sentence.at(at - 1).lower().endsWith("s") && at - 1 > start;
  }

  private boolean isFollowedByObject() {
    Token first = sentence.at(start);
    Token next = sentence.at(start + 1);
    if (!first.is(Sense.RATHER_NOUN)) {
      return !isSubjectOfSentence();
    }
    if (isSubjectOfSentence() || next.is(Sense.PREPOSITION) || next.is(Sense.BE)) {
      return false;
    }
    if (next.kind() == Token.Kind.SIGN) {
      return next.isSign("&/#+“\"`$€");
    }
    boolean joined = next.is(Sense.JOINING) && sentence.at(start + 2).is(Sense.BASE);
    boolean noun = next.is(Sense.METRIC) || next.is(Sense.METRIC_HEAD) || next.is(Sense.OUTPUT);
    return joined || next.is(Sense.ARTICLE) || (!noun && next.isWord());
  }

  /// `Deploy times down by a third`
  private boolean isFigureThatMoves() {
    Token behind = sentence.at(start + 2);
    return sentence.at(start).is(Sense.TASK)
        && sentence.at(start + 1).is(Sense.METRIC_HEAD)
        && (behind.is("up")
            || behind.is("down")
            || behind.is("from")
            || behind.is(Sense.COMPARISON));
  }

  private boolean modifiesNoun() {
    Token next = sentence.at(start + 1);
    return next.is(Sense.METRIC)
        || next.is(Sense.PEOPLE)
        || next.is(Sense.ROLE)
        || next.is(Sense.METRIC_HEAD)
        || sentence.at(start + 2).is(Sense.METRIC_HEAD);
  }

  // --- Statements

  /// Looks for the verb behind a subject.
  private Predicate statement() {
    boolean preposition = false;
    boolean people = false;
    int participle = -1;
    int end = Math.min(sentence.size(), start + FAR);
    for (int i = start; i < end; i++) {
      Token token = sentence.at(i);
      boolean clauseEnds = token.isSign(";") || (token.isSign(".") && !token.glued());
      if (clauseEnds) {
        break;
      }
      people |= !preposition && token.is(Sense.PEOPLE);
      preposition |= token.is(Sense.PREPOSITION);
      if (i == start) {
        continue;
      }
      if (token.is(Sense.AUXILIARY) && token.isWord()) {
        Predicate said = afterSubject(i, people);
        return said.is(Kind.TASK) ? new Predicate(Kind.STATE, said.at(), people) : said;
      }
      boolean behindTo = sentence.at(i - 1).is("to");
      if (isFinite(i, people) && !behindTo) {
        Kind kind = kind(i);
        boolean persons =
            people || (!isThing(i - 1) && token.is(Sense.BASE) && !token.is(Sense.OF_THINGS));
        return new Predicate(kind == Kind.TASK ? Kind.STATE : kind, i, persons);
      }
      if (participle < 0 && isReduced(i)) {
        participle = i;
      }
    }
    if (participle >= 0) {
      Kind kind = kind(participle);
      return new Predicate(kind == Kind.TASK ? Kind.DONE : kind, participle, people);
    }
    return state(people);
  }

  private Predicate state(boolean people) {
    int state = sentence.find(start + 1, start + FAR, Sense.STATE);
    boolean said = state > 0 && !sentence.at(state + 1).isWord();
    return new Predicate(said ? Kind.DONE : Kind.THING, said ? state : start, people);
  }

  /// A verb in a form that fits its subject, and no noun that looks like one.
  private boolean isFinite(int at, boolean people) {
    Token token = sentence.at(at);
    if (!token.isVerb() || isNounHere(at)) {
      return false;
    }
    if (token.is(Sense.THIRD)) {
      return !isPlural(at - 1) || people;
    }
    boolean said = !token.is(Sense.RATHER_NOUN) || sentence.at(at - 1).is(Sense.PEOPLE);
    return token.is(Sense.BASE) && said && isPlural(at - 1);
  }

  private boolean isThing(int at) {
    Token token = sentence.at(at);
    return token.is(Sense.OUTPUT) || token.is(Sense.METRIC) || token.is(Sense.ACT);
  }

  private boolean isPlural(int at) {
    Token token = sentence.at(at);
    return token.isWord() && (token.lower().endsWith("s") || token.is(Sense.PEOPLE));
  }

  private boolean isNounHere(int at) {
    Token token = sentence.at(at);
    Token before = sentence.at(at - 1);
    if (before.is(Sense.PEOPLE) && before.lower().endsWith("s")) {
      return false;
    }
    if (token.is(Sense.CHANGE) && token.is(Sense.THIRD) && before.is(Sense.METRIC)) {
      return false;
    }
    boolean counted =
        token.is(Sense.METRIC) || token.is(Sense.OUTPUT) || token.is(Sense.CHANGE_NOUN);
    if (before.is(Sense.PEOPLE) && token.is(Sense.THIRD) && !counted) {
      return false;
    }
    boolean noun =
        token.is(Sense.METRIC)
            || token.is(Sense.OUTPUT)
            || token.is(Sense.METRIC_HEAD)
            || token.is(Sense.RATHER_NOUN)
            || token.is(Sense.CHANGE_NOUN)
            || token.is(Sense.ROLE);
    Token next = sentence.at(at + 1);
    boolean object = next.is(Sense.ARTICLE) || next.kind() == Token.Kind.FIGURE;
    return (noun && !object)
        || sentence.at(at - 1).kind() == Token.Kind.FIGURE
        || sentence.at(at - 1).is(Sense.ARTICLE)
        || sentence.at(at - 1).is(Sense.PREPOSITION);
  }

  /// `RFC published`, `6 recruiters hired and onboarded`; not `fixed costs` or `people trained in
  /// …`.
  private boolean isReduced(int at) {
    Token token = sentence.at(at);
    if (!token.is(Sense.PARTICIPLE) && !token.is(Sense.PAST)) {
      return false;
    }
    if (isNounHere(at) && !token.is(Sense.PARTICIPLE)) {
      return false;
    }
    Token next = sentence.at(at + 1);
    boolean before =
        (sentence.at(at - 1).isWord()
                && !sentence.at(at - 1).is(Sense.ARTICLE)
                && !sentence.at(at - 1).is(Sense.PREPOSITION))
            || sentence.at(at - 1).isSign(")")
            || sentence.at(at - 1).kind() == Token.Kind.CODE;
    boolean ends =
        !next.isWord()
            || next.is(Sense.PREPOSITION)
            || next.is(Sense.JOINING)
            || next.lower().endsWith("ly");
    return before && ends;
  }

  // --- Behind a subject

  /// From the auxiliary on: `has increased`, `is not kept`, `can easily see`.
  private Predicate afterSubject(int from, boolean people) {
    boolean be = false;
    boolean possessing = false;
    boolean modal = false;
    int at = from;
    while (at < sentence.size() && at < from + 6) {
      Token token = sentence.at(at);
      boolean helping = token.is(Sense.AUXILIARY);
      be |= token.is(Sense.BE);
      possessing |= token.is(Sense.POSSESSING);
      modal |= token.is(Sense.MODAL);
      boolean adverb =
          token.lower().endsWith("ly")
              || token.is("not")
              || token.is("also")
              || token.is("all")
              || token.is("no");
      if (!helping && !adverb && !token.isSign("'’")) {
        break;
      }
      at++;
    }
    if (modal) {
      return new Predicate(Kind.CAPABILITY, Math.min(at, sentence.size() - 1), people);
    }
    Token verb = sentence.at(at);
    Kind kind = verb.isVerb() ? kind(at) : Kind.STATE;
    if (be) {
      boolean doing = verb.is(Sense.GERUND) && !verb.is(Sense.PARTICIPLE);
      return new Predicate(passive(at, kind), at(at), people || doing);
    }
    if (possessing) {
      boolean perfect = verb.is(Sense.PARTICIPLE) && !verb.is(Sense.ARTICLE);
      return new Predicate(perfect ? done(kind) : Kind.STATE, at(at), people);
    }
    return new Predicate(kind, at(at), people);
  }

  private int at(int index) {
    return Math.min(index, sentence.size() - 1);
  }

  private Kind passive(int at, Kind kind) {
    Token verb = sentence.at(at);
    if (verb.is(Sense.STATE)) {
      return Kind.DONE;
    }
    if (verb.is(Sense.PARTICIPLE)) {
      return kind == Kind.TASK ? Kind.DONE : kind;
    }
    boolean going = verb.is(Sense.GERUND) && kind != Kind.TASK;
    return going ? kind : Kind.STATE;
  }

  private static Kind done(Kind kind) {
    return kind == Kind.TASK ? Kind.DONE : kind;
  }

  /// Of the verbs that a word may be, the one it is here.
  private Kind kind(int at) {
    Token token = sentence.at(at);
    if (token.is(Sense.KEEP) && !(token.is(Sense.TASK) && !hasFigureOfTheBusiness(at))) {
      return token.is(Sense.WIN) ? Kind.WIN : Kind.KEEP;
    }
    if (token.is(Sense.TASK) && token.is(Sense.CHANGE)) {
      return Kind.CHANGE;
    }
    if (token.is(Sense.WIN)) {
      return Kind.WIN;
    }
    if (token.is(Sense.CHANGE)) {
      return Kind.CHANGE;
    }
    if (token.is(Sense.IMPROVE)) {
      return Kind.IMPROVE;
    }
    if (token.is(Sense.REACH)) {
      return Kind.REACH;
    }
    if (token.is(Sense.STATE_VERB) && !token.is(Sense.BASE)) {
      boolean doing = token.is(Sense.PARTICIPLE) || at == start;
      return token.is(Sense.TASK) && doing ? Kind.TASK : Kind.STATE;
    }
    return token.is(Sense.TASK) ? Kind.TASK : Kind.STATE;
  }

  private boolean hasFigureOfTheBusiness(int at) {
    int figure = sentence.find(at + 1, at + 6, Sense.METRIC, Sense.METRIC_HEAD);
    return figure >= 0 && !sentence.at(figure).is(Sense.OUTPUT);
  }
}
