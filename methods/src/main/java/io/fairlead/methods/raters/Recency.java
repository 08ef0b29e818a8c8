package io.fairlead.methods.raters;

import io.fairlead.methods.agreement.Rating;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// Whether ratings go with what happened lately more than with what happened before: the
/// correlation with the last quarter's events against that with the three earlier quarters'.
/// Against the whole year, of which the last quarter is a part, it would find true recency only
/// half the time.
final class Recency {
  private static final int FEWEST = 10;
  private static final double STANDS = 1.96;

  private Recency() {}

  static boolean stands(DependentCorrelations found) {
    return found.z() > STANDS;
  }

  /// A ratee's mean rating, and their events.
  private record Event(double rating, double recent, double earlier) {}

  /// Of one rater.
  static Optional<DependentCorrelations> of(List<Rating> own, int recent, int earlier) {
    List<Event> events = events(own, recent, earlier);
    return compared(events, events.size());
  }

  /// Of all raters, the mean of each aside.
  static Optional<DependentCorrelations> ofAll(
      Collection<List<Rating>> raters, int recent, int earlier) {
    List<Event> centred = new ArrayList<>();
    int counted = 0;
    for (List<Rating> own : raters) {
      List<Event> events = events(own, recent, earlier);
      if (events.size() > 1) {
        counted += events.size() - 1;
        centred.addAll(centred(events));
      }
    }
    return compared(centred, counted + 1);
  }

  private static List<Event> events(List<Rating> own, int recent, int earlier) {
    Map<Integer, List<Rating>> byRatee = new TreeMap<>();
    own.stream()
        .filter(rating ->
            !rating.others().get(recent).isEmpty() && !rating.others().get(earlier).isEmpty())
        .forEach(
            rating -> byRatee.computeIfAbsent(rating.ratee(), _ -> new ArrayList<>()).add(rating));
    return byRatee.values().stream()
        .map(ratings ->
            new Event(
                Arrays.stream(ScaleUse.values(ratings)).average().orElseThrow(),
                FixedEffects.number(ratings.getFirst().others().get(recent)),
                FixedEffects.number(ratings.getFirst().others().get(earlier))))
        .toList();
  }

  private static List<Event> centred(List<Event> events) {
    double rating = events.stream().mapToDouble(Event::rating).average().orElseThrow();
    double recent = events.stream().mapToDouble(Event::recent).average().orElseThrow();
    double earlier = events.stream().mapToDouble(Event::earlier).average().orElseThrow();
    return events.stream()
        .map(it -> new Event(it.rating - rating, it.recent - recent, it.earlier - earlier))
        .toList();
  }

  private static Optional<DependentCorrelations> compared(List<Event> events, int counted) {
    if (counted < FEWEST) {
      return Optional.empty();
    }
    double[] ratings = events.stream().mapToDouble(Event::rating).toArray();
    double[] recent = events.stream().mapToDouble(Event::recent).toArray();
    double[] earlier = events.stream().mapToDouble(Event::earlier).toArray();
    OptionalDouble withRecent = ScaleUse.correlation(ratings, recent);
    OptionalDouble withEarlier = ScaleUse.correlation(ratings, earlier);
    OptionalDouble between = ScaleUse.correlation(recent, earlier);
    boolean isPlain = isPlain(withRecent) && isPlain(withEarlier) && isPlain(between);
    return isPlain
        ? Optional.of(
            DependentCorrelations.of(
                withRecent.orElseThrow(),
                withEarlier.orElseThrow(),
                between.orElseThrow(),
                counted))
        : Optional.empty();
  }

  private static boolean isPlain(OptionalDouble correlation) {
    return correlation.isPresent() && Math.abs(correlation.getAsDouble()) < 1 - 1e-9;
  }
}
