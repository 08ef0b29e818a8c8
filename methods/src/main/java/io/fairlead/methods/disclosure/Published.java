package io.fairlead.methods.disclosure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that is ever published of one reviewee's round. It holds no answer and nothing that was
/// computed from one except what [BlockRule] lets through; pages, papers and guides are made of it
/// alone.
///
/// @param scores in the instrument's order
public record Published(
    String subject, Scale scale, List<PublishedScore> scores, List<PublishedComments> comments) {
  public Published {
    scores = List.copyOf(scores);
    comments = List.copyOf(comments);
  }

  /// The same without the figures of one group.
  public Published without(String group) {
    return new Published(
        subject, scale, scores.stream().map(score -> score.without(group)).toList(), comments);
  }

  /// Those with figures of others, the highest first; equals stay in the instrument's order. Two
  /// intervals are compared by the sum of their ends.
  public List<PublishedScore> strengthsFirst() {
    return scores.stream()
        .filter(score -> !score.isWithheld())
        .sorted(Comparator.comparing(this::middle).reversed())
        .toList();
  }

  /// What may be called a strength, the highest first: of the upper half of all those with figures
  /// of others, each that [PublishedScore#mayBeStrength] says can be. In a report where each is
  /// below the middle of the scale, or seen higher by the reviewee, there is none.
  ///
  /// @param precision of the round by competency; one that is missing is not known
  public List<PublishedScore> strengths(Map<String, RoundPrecision> precision) {
    List<PublishedScore> ordered = strengthsFirst();
    return ordered.subList(0, (ordered.size() + 1) / 2).stream()
        .filter(score ->
            score.mayBeStrength(scale, Optional.ofNullable(precision.get(score.competency()))))
        .toList();
  }

  private Ratio middle(PublishedScore score) {
    Optional<Others> others = score.others(scale);
    return others
        .map(found -> Ratio.of(found.low()).plus(Ratio.of(found.high())))
        .orElse(Ratio.ZERO);
  }
}
