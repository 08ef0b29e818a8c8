package io.fairlead.methods.wording;

import io.fairlead.methods.wording.Predicate.Kind;
import io.fairlead.methods.wording.Quantity.Role;
import org.jspecify.annotations.Nullable;

/// Reads one key result: asks each question about it. The words they ask for are the language's.
final class KeyResultReader extends KeyResultWords {
  private final GivenReading beside;
  private final GivenFigures given;

  private KeyResultReader(Sentence sentence, GivenFigures given) {
    super(sentence);
    this.beside = new GivenReading(this);
    this.given = given;
  }

  static ReadKeyResult read(Sentence sentence, GivenFigures given) {
    return new KeyResultReader(sentence, given).read();
  }

  private ReadKeyResult read() {
    boolean targetGiven = beside.isGiven(given.target());
    boolean baselineGiven = beside.isGiven(given.baseline());
    var work = new TaskReading(this, baselineGiven && targetGiven);
    boolean baseline = has(Role.BASELINE) || baselineGiven;
    boolean target = has(Role.TARGET) || targetGiven;
    boolean kpi = new RunningReading(this, work).keepsRunningFigure();
    boolean task = !kpi && work.isTask();
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
        new JointReading(this).joint(),
        sentence.has(Sense.BASELINE_COMING));
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

  private int way() {
    Token act = sentence.at(predicate.at());
    return act.is(Sense.UP) ? 1 : act.is(Sense.DOWN) ? -1 : 0;
  }

  private @Nullable Span vague() {
    int at = sentence.find(start, sentence.size(), Sense.VAGUE);
    return at < 0 ? null : Span.of(sentence.at(at));
  }
}
