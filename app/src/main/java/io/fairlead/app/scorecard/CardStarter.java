package io.fairlead.app.scorecard;

import io.fairlead.methods.scorecard.Sign;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// A scorecard to begin from.
///
/// @param about for whom it is, and what it holds against what
public record CardStarter(
    String id,
    int edition,
    String name,
    String about,
    List<Perspective> perspectives,
    List<StarterArrow> arrows) {

  /// @param weight a share
  public record Perspective(String name, BigDecimal weight, List<Objective> objectives) {}

  /// @param key by which arrows name it
  /// @param measures ids of the measure catalogue
  public record Objective(String key, String title, BigDecimal weight, List<String> measures) {}

  /// A hypothesis between two objectives.
  public record StarterArrow(String from, String to, Sign sign, int lagMonths) {}

  public Stream<Objective> objectives() {
    return perspectives.stream().flatMap(each -> each.objectives().stream());
  }

  /// Ids of the measure catalogue, each once, in the order of the card.
  public List<String> measures() {
    return objectives().flatMap(each -> each.measures().stream()).distinct().toList();
  }
}
