package io.fairlead.methods.instruments;

import static io.fairlead.methods.instruments.InstrumentRule.ABSOLUTE;
import static io.fairlead.methods.instruments.InstrumentRule.DOUBLE_BARRELLED;
import static io.fairlead.methods.instruments.InstrumentRule.LEADING;
import static io.fairlead.methods.instruments.InstrumentRule.NEGATED;
import static io.fairlead.methods.instruments.InstrumentRule.UNMEASURED;
import static io.fairlead.methods.instruments.InstrumentRule.UNOBSERVABLE;

import java.util.List;

/// Sentences by what they are for, with what each may not be. An anchor describes what is there, so
/// that it may say two things and what is missing.
enum SentenceKind {
  ITEM(18),
  ANCHOR(25),
  QUESTION(30),
  BEHAVIOUR(30),
  /// The sign that a behaviour has become one.
  MEASURE(30);

  private final int words;

  SentenceKind(int words) {
    this.words = words;
  }

  /// The most it may have.
  int words() {
    return words;
  }

  /// Those that look for words.
  List<InstrumentRule> rules() {
    return switch (this) {
      case ITEM -> List.of(DOUBLE_BARRELLED, LEADING, ABSOLUTE, UNOBSERVABLE, NEGATED);
      case ANCHOR, BEHAVIOUR -> List.of(LEADING, ABSOLUTE, UNOBSERVABLE);
      case QUESTION -> List.of(LEADING, ABSOLUTE);
      case MEASURE -> List.of(LEADING, UNOBSERVABLE, UNMEASURED);
    };
  }
}
