package io.fairlead.methods.scorecard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a card scores: an objective from its measures, a perspective from its objectives, the card
/// from its perspectives, each a weighted mean of what has data.
///
/// @param perspectives by id, in the card's order
/// @param objectives by id, in the card's order
public record CardScore(
    Score card, Map<String, Score> perspectives, Map<String, Score> objectives) {

  /// @throws IllegalArgumentException where two perspectives or two objectives have one id
  public static CardScore of(Card card) {
    Map<String, Score> objectives = new LinkedHashMap<>();
    Map<String, Score> perspectives = new LinkedHashMap<>();
    for (Card.Perspective perspective : card.perspectives()) {
      for (Card.Objective objective : perspective.objectives()) {
        put(objectives, objective.id(), ofObjective(objective));
      }
      put(perspectives, perspective.id(), ofPerspective(perspective));
    }
    Score whole =
        Score.mean(card.perspectives(), Card.Perspective::weight, CardScore::ofPerspective);
    return new CardScore(whole, perspectives, objectives);
  }

  private static void put(Map<String, Score> scores, String id, Score score) {
    if (scores.put(id, score) != null) {
      throw new IllegalArgumentException("twice on the card: " + id);
    }
  }

  private static Score ofPerspective(Card.Perspective perspective) {
    List<Card.Objective> objectives = perspective.objectives();
    return Score.mean(objectives, Card.Objective::weight, CardScore::ofObjective);
  }

  private static Score ofObjective(Card.Objective objective) {
    return Score.mean(
        objective.measures(), Card.Measure::weight, measure -> Score.of(measure.score()));
  }
}
