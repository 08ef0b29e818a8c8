package io.fairlead.app.growth;

import java.util.List;

/// What somebody writes to prepare a conversation, and what came of it.
///
/// @param observations two, of which either may be empty
/// @param opening to begin with
/// @param questions three
/// @param place where, or over what
/// @param agreed what was agreed, once it was held
public record Preparation(
    List<Observation> observations,
    String opening,
    List<String> questions,
    String place,
    String agreed) {
  static final int OBSERVATIONS = 2;
  static final int QUESTIONS = 3;

  public Preparation {
    observations = List.copyOf(observations);
    questions = List.copyOf(questions);
  }

  Preparation agreeing(String what) {
    return new Preparation(observations, opening, questions, place, what);
  }

  /// How many of the observations say when, what and what came of it.
  public long whole() {
    return observations.stream().filter(Observation::saysAll).count();
  }

  public record Observation(String situation, String behaviour, String effect) {
    static final Observation EMPTY = new Observation("", "", "");

    public boolean saysAll() {
      return !situation.isEmpty() && !behaviour.isEmpty() && !effect.isEmpty();
    }

    public boolean saysNothing() {
      return situation.isEmpty() && behaviour.isEmpty() && effect.isEmpty();
    }
  }
}
