package io.fairlead.methods.coaching;

import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.Gap;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.PublishedScore;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.RoundPrecision;
import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.instruments.About;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a guide is made of: what was published, what the instrument says its competencies are
/// about, and how sure the round as a whole is. It has no place for an answer.
///
/// @param about by id of a competency or of an item; one that is missing is about neither
/// @param precision by competency; one that is missing is not known
public record Report(
    Published published, Map<String, About> about, Map<String, RoundPrecision> precision) {
  public Report {
    about = Map.copyOf(about);
    precision = Map.copyOf(precision);
  }

  Scale scale() {
    return published.scale();
  }

  /// Those with figures of others, in the instrument's order.
  List<PublishedScore> shown() {
    return published.scores().stream().filter(score -> !score.isWithheld()).toList();
  }

  int withheld() {
    return published.scores().size() - shown().size();
  }

  /// Comments of those who are not named.
  int comments() {
    return published.comments().stream()
        .filter(comments -> comments.groups().stream().noneMatch(ReleasePolicy::isNamed))
        .mapToInt(comments -> comments.texts().size())
        .sum();
  }

  boolean isAbout(PublishedScore score, About wanted) {
    About found = score.item().map(about::get).orElse(about.get(score.competency()));
    return found == wanted;
  }

  /// What all who are not named gave together.
  Optional<Measured> others(PublishedScore score) {
    return score
        .others(scale())
        .map(Range::of)
        .map(range -> new Measured(range, List.of(figure(score, List.of(), raters(score), range))));
  }

  /// What is certain of the distance between the reviewee and the others.
  Gap.Reading reading(PublishedScore score) {
    return score.reading(scale(), Optional.ofNullable(precision.get(score.competency())));
  }

  /// Whether the report can call it a strength.
  boolean mayBeStrength(PublishedScore score) {
    return score.mayBeStrength(scale(), Optional.ofNullable(precision.get(score.competency())));
  }

  /// How many are not named.
  int raters(PublishedScore score) {
    return score.raters();
  }

  /// What the group alone gave; empty where it is shown together with another.
  Optional<Measured> group(PublishedScore score, String group) {
    List<BlockValue> blocks =
        score.blocks().stream().filter(block -> block.groups().equals(List.of(group))).toList();
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Measured(
            Range.around(blocks.stream().map(block -> Range.of(block, scale())).toList()),
            blocks.stream().map(block -> figure(score, block)).toList()));
  }

  Fact figure(PublishedScore score, BlockValue block) {
    return figure(score, block.groups(), block.n(), Range.of(block, scale()));
  }

  private Fact figure(PublishedScore score, List<String> groups, int raters, Range value) {
    Optional<BigDecimal> chance =
        raters == 1
            ? Optional.empty()
            : Optional.ofNullable(precision.get(score.competency()))
                .map(round -> tenths(round.halfWidth(raters)));
    return new Fact.Figure(score.competency(), score.item(), groups, raters, value, chance);
  }

  private static BigDecimal tenths(double points) {
    return BigDecimal.valueOf(points).setScale(1, RoundingMode.CEILING);
  }

  /// What something comes to, with the published figures that it was made of.
  record Measured(Range range, List<Fact> facts) {
    Measured {
      facts = List.copyOf(facts);
    }
  }
}
