package io.fairlead.methods.scorecard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a card lacks. Nothing of it forbids a card.
///
/// @param measures how many different ones stand on it
/// @param leading how many of them run ahead; the others follow
/// @param weightSum of the perspectives; should be 1
/// @param emptyPerspectives that have no objective
/// @param unmeasured objectives that have no measure
/// @param heavyPerspectives of more than half of the card (ours)
/// @param lightPerspectives with objectives, of less than a tenth (ours)
/// @param heavyMeasures that make more than a third of the card by themselves (ours); they count
///   together wherever they stand
public record CardReport(
    int measures,
    int leading,
    double weightSum,
    List<String> emptyPerspectives,
    List<String> unmeasured,
    List<String> heavyPerspectives,
    List<String> lightPerspectives,
    List<String> heavyMeasures) {
  private static final double HEAVY_PERSPECTIVE = 0.5;
  private static final double LIGHT_PERSPECTIVE = 0.1;
  private static final double HEAVY_MEASURE = 1 / 3.0;
  private static final double HAIR = 1e-9;

  public CardReport {
    emptyPerspectives = List.copyOf(emptyPerspectives);
    unmeasured = List.copyOf(unmeasured);
    heavyPerspectives = List.copyOf(heavyPerspectives);
    lightPerspectives = List.copyOf(lightPerspectives);
    heavyMeasures = List.copyOf(heavyMeasures);
  }

  public static CardReport of(Card card) {
    List<String> empty = new ArrayList<>();
    List<String> unmeasured = new ArrayList<>();
    List<String> heavy = new ArrayList<>();
    List<String> light = new ArrayList<>();
    Map<String, Boolean> leads = new LinkedHashMap<>();
    Map<String, Double> shares = new LinkedHashMap<>();
    double sum = card.perspectives().stream().mapToDouble(Card.Perspective::weight).sum();
    for (Card.Perspective perspective : card.perspectives()) {
      double share = sum > 0 ? perspective.weight() / sum : 0;
      if (perspective.objectives().isEmpty()) {
        empty.add(perspective.id());
      } else if (share < LIGHT_PERSPECTIVE - HAIR) {
        light.add(perspective.id());
      }
      if (share > HEAVY_PERSPECTIVE + HAIR && card.perspectives().size() > 1) {
        heavy.add(perspective.id());
      }
      double objectives =
          perspective.objectives().stream().mapToDouble(Card.Objective::weight).sum();
      for (Card.Objective objective : perspective.objectives()) {
        if (objective.measures().isEmpty()) {
          unmeasured.add(objective.id());
        }
        double own = objectives > 0 ? share * objective.weight() / objectives : 0;
        double all = objective.measures().stream().mapToDouble(Card.Measure::weight).sum();
        for (Card.Measure measure : objective.measures()) {
          leads.merge(measure.id(), measure.leading(), Boolean::logicalOr);
          shares.merge(measure.id(), all > 0 ? own * measure.weight() / all : 0, Double::sum);
        }
      }
    }
    List<String> heavyMeasures =
        shares.entrySet().stream()
            .filter(each -> each.getValue() > HEAVY_MEASURE + HAIR)
            .map(Map.Entry::getKey)
            .toList();
    int leading = (int) leads.values().stream().filter(each -> each).count();
    return new CardReport(
        leads.size(), leading, sum, empty, unmeasured, heavy, light, heavyMeasures);
  }

  /// Whether the weights of the perspectives make a whole.
  public boolean sumsToOne() {
    return Math.abs(weightSum - 1) <= HAIR;
  }
}
