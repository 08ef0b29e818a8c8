package io.fairlead.app.scorecard;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.scorecard.Scorecard.Objective;
import io.fairlead.methods.scorecard.Cascade;
import io.fairlead.methods.scorecard.Score;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// How the objectives of cards support each other. What supports by two ways is counted once, and
/// so is a measure that stands on several cards.
@Component
class Cascades {
  private final Scorecards scorecards;
  private final CardScores scores;

  Cascades(Scorecards scorecards, CardScores scores) {
    this.scorecards = scorecards;
    this.scores = scores;
  }

  /// An objective of some card, with its score.
  record Placed(Scorecard card, Objective objective, Score score) {}

  /// One objective of the card.
  ///
  /// @param above what it supports
  /// @param below what supports it directly
  /// @param allBelow how many different objectives support it, also through others
  /// @param measures how many different measures stand under it and all of them
  record Row(
      Objective objective,
      Score score,
      List<Placed> above,
      List<Placed> below,
      int allBelow,
      int measures) {}

  List<Row> of(Viewer viewer, Scorecard card, LocalDate day) {
    Map<UUID, Placed> placed = new HashMap<>();
    Map<UUID, List<UUID>> supports = new HashMap<>();
    for (ScoredCard scored : scores.all(viewer, scorecards.all(viewer), day)) {
      scored
          .card()
          .objectives()
          .forEach(each -> {
            placed.put(each.id(), new Placed(scored.card(), each, scored.of(each)));
            supports.put(each.id(), each.supports());
          });
    }
    // Saving keeps circles out, so one is a bug.
    if (!(Cascade.check(supports) instanceof Cascade.Checked.Sound<UUID>(Cascade<UUID> cascade))) {
      throw new IllegalStateException("scorecards support each other in a circle");
    }
    return card.objectives()
        .filter(each -> placed.containsKey(each.id()))
        .map(each -> row(each, placed, cascade))
        .toList();
  }

  private static Row row(Objective objective, Map<UUID, Placed> placed, Cascade<UUID> cascade) {
    Set<UUID> all = new HashSet<>(cascade.below(objective.id()));
    Set<UUID> measures =
        all.stream()
            .map(each -> Objects.requireNonNull(placed.get(each)).objective())
            .flatMap(each -> each.measures().stream())
            .map(Scorecard.Weighed::measure)
            .collect(Collectors.toSet());
    objective.measures().forEach(each -> measures.add(each.measure()));
    return new Row(
        objective,
        Objects.requireNonNull(placed.get(objective.id())).score(),
        placed(objective.supports(), placed),
        placed(cascade.directly(objective.id()), placed),
        all.size(),
        measures.size());
  }

  private static List<Placed> placed(Collection<UUID> objectives, Map<UUID, Placed> placed) {
    return objectives.stream().map(placed::get).filter(Objects::nonNull).toList();
  }
}
