package io.fairlead.methods.coaching;

import io.fairlead.methods.coaching.Report.Measured;
import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.PublishedScore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Something about one competency of a report that is told as a range. It is empty where a figure
/// that it needs is not published.
sealed interface Quantity {
  Optional<Measured> of(Report report, PublishedScore score);

  /// As conditions write it.
  String text();

  /// A point of the scale, and no distance between two.
  sealed interface Level extends Quantity {}

  /// All who are not named.
  record Others() implements Level {
    @Override
    public Optional<Measured> of(Report report, PublishedScore score) {
      return report.others(score);
    }

    @Override
    public String text() {
      return "others";
    }
  }

  /// One group that is shown alone; several named managers together.
  record Group(String name) implements Level {
    @Override
    public Optional<Measured> of(Report report, PublishedScore score) {
      return report.group(score, name);
    }

    @Override
    public String text() {
      return name;
    }
  }

  /// How far the one lies above the other.
  record Difference(Level above, Level below) implements Quantity {
    @Override
    public Optional<Measured> of(Report report, PublishedScore score) {
      return above
          .of(report, score)
          .flatMap(one ->
              below
                  .of(report, score)
                  .map(two ->
                      new Measured(
                          one.range().minus(two.range()),
                          Stream.concat(one.facts().stream(), two.facts().stream()).toList())));
    }

    @Override
    public String text() {
      return above.text() + " - " + below.text();
    }
  }

  /// How far those two groups lie from each other that do most, the named left out.
  record Apart() implements Quantity {
    @Override
    public Optional<Measured> of(Report report, PublishedScore score) {
      List<BlockValue> blocks = score.blocks().stream().filter(block -> !block.isNamed()).toList();
      List<Measured> pairs = new ArrayList<>();
      for (BlockValue one : blocks) {
        for (BlockValue other : blocks) {
          if (!one.equals(other)) {
            pairs.add(
                new Measured(
                    Range.of(one, report.scale()).minus(Range.of(other, report.scale())),
                    List.of(report.figure(score, one), report.figure(score, other))));
          }
        }
      }
      return furthest(pairs);
    }

    /// The first of equals, so that order follows that of groups.
    private static Optional<Measured> furthest(List<Measured> pairs) {
      return pairs.stream()
          .reduce((one, two) -> two.range().low().compareTo(one.range().low()) > 0 ? two : one)
          .map(widest -> {
            List<Range> all = pairs.stream().map(Measured::range).toList();
            return new Measured(
                new Range(widest.range().low(), Range.most(all, Range::high)), widest.facts());
          });
    }

    @Override
    public String text() {
      return "groups apart";
    }
  }

  /// How far a competency lies from each of at least two others that are shown.
  ///
  /// @param isBelow whether below them, or else above
  record FromTheRest(boolean isBelow) implements Quantity {
    private static final int LEAST = 2;

    @Override
    public Optional<Measured> of(Report report, PublishedScore score) {
      Optional<Measured> own = report.others(score);
      List<Measured> rest =
          report.shown().stream()
              .filter(other -> !other.equals(score))
              .flatMap(other -> report.others(other).stream())
              .toList();
      if (own.isEmpty() || rest.size() < LEAST) {
        return Optional.empty();
      }
      return Optional.of(
          rest.stream()
              .map(other ->
                  new Measured(
                      distance(own.get().range(), other.range()),
                      Stream.concat(own.get().facts().stream(), other.facts().stream()).toList()))
              .reduce(FromTheRest::nearer)
              .orElseThrow());
    }

    private Range distance(Range own, Range other) {
      return isBelow ? other.minus(own) : own.minus(other);
    }

    /// The nearest of them, at both ends.
    private static Measured nearer(Measured one, Measured two) {
      BigDecimal low = one.range().low().min(two.range().low());
      BigDecimal high = one.range().high().min(two.range().high());
      boolean isTwo = two.range().low().compareTo(one.range().low()) < 0;
      return new Measured(new Range(low, high), isTwo ? two.facts() : one.facts());
    }

    @Override
    public String text() {
      return isBelow ? "below the rest" : "above the rest";
    }
  }
}
