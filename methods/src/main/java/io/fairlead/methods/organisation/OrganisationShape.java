package io.fairlead.methods.organisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The shape of an organisation: how many layers it has, how many people each leader leads, and
/// what looks like a mistake in the data or an oddity worth a question. Findings, not verdicts: a
/// span of twenty may be right where the work is alike, and wrong where it is not.
///
/// People and units go by numbers from 0.
///
/// @param people how many there are
/// @param layers how many people stand on each layer, the top first; who stands on or below a
///   circle is on none
/// @param tops who has nobody above them and leads the most people, directly and through others; of
///   several equal the first. Empty when everybody is on or below a circle
/// @param leaders how many lead somebody directly
/// @param medianSpan how many people a leader in the middle leads directly; of an even number of
///   leaders the lower one; 0 without leaders
/// @param wideSpans leaders of more than `WIDE`, the widest first
/// @param spansOfOne leaders of exactly one person
/// @param alone who has nobody above them and is not the top
/// @param circles circles of reporting lines, each from its first person on
/// @param unitsOfOne units in which exactly one person works directly, and none in a unit below it
public record OrganisationShape(
    int people,
    List<Integer> layers,
    List<Integer> tops,
    int leaders,
    int medianSpan,
    List<Span> wideSpans,
    List<Integer> spansOfOne,
    List<Integer> alone,
    List<List<Integer>> circles,
    List<Integer> unitsOfOne) {
  /// Nobody is above them, or they work in no unit.
  public static final int NONE = -1;

  /// More direct reports than this are named.
  public static final int WIDE = 15;

  public OrganisationShape {
    layers = List.copyOf(layers);
    tops = List.copyOf(tops);
    wideSpans = List.copyOf(wideSpans);
    spansOfOne = List.copyOf(spansOfOne);
    alone = List.copyOf(alone);
    circles = circles.stream().map(List::copyOf).toList();
    unitsOfOne = List.copyOf(unitsOfOne);
  }

  /// A leader and how many people report to them directly.
  public record Span(int leader, int reports) {}

  /// @param managers of each person the number of their manager, or `NONE`; who manages themself
  ///   has nobody above
  /// @param unitOf of each person the unit they work in, or `NONE`
  /// @param above of each unit the one it belongs to, or `NONE`; the units are a forest
  /// @throws IllegalArgumentException for a number that is no person's or no unit's, and when there
  ///   are not as many units as people
  public static OrganisationShape of(int[] managers, int[] unitOf, int[] above) {
    if (managers.length != unitOf.length) {
      throw new IllegalArgumentException("each person has a manager and a unit, or none");
    }
    within(managers, managers.length);
    within(unitOf, above.length);
    within(above, above.length);
    int[] up = managers.clone();
    for (int person = 0; person < up.length; person++) {
      up[person] = up[person] == person ? NONE : up[person];
    }
    int[] reports = count(up, up.length);
    int[] depth = new int[up.length];
    List<List<Integer>> circles = new ArrayList<>();
    walk(up, depth, circles);
    int[] led = led(up, depth);
    List<Integer> heads = where(up.length, person -> up[person] == NONE);
    List<Integer> tops =
        heads.stream()
            .max((a, b) -> led[a] == led[b] ? b - a : led[a] - led[b])
            .map(List::of)
            .orElse(List.of());
    int[] spans = Arrays.stream(reports).filter(each -> each > 0).sorted().toArray();
    return new OrganisationShape(
        up.length,
        layers(depth),
        tops,
        spans.length,
        spans.length == 0 ? 0 : spans[(spans.length - 1) / 2],
        where(up.length, person -> reports[person] > WIDE).stream()
            .map(person -> new Span(person, reports[person]))
            .sorted((a, b) -> b.reports() - a.reports())
            .toList(),
        where(up.length, person -> reports[person] == 1),
        heads.stream().filter(person -> !tops.contains(person)).toList(),
        circles,
        unitsOfOne(unitOf, above));
  }

  private static void within(int[] numbers, int size) {
    for (int number : numbers) {
      if (number < NONE || number >= size) {
        throw new IllegalArgumentException("there is no number " + number);
      }
    }
  }

  private static int[] count(int[] numbers, int size) {
    int[] count = new int[size];
    for (int number : numbers) {
      if (number != NONE) {
        count[number]++;
      }
    }
    return count;
  }

  private static List<Integer> where(int size, java.util.function.IntPredicate holds) {
    return IntStream.range(0, size).filter(holds).boxed().toList();
  }

  /// Gives each person their layer, 1 for the top and 0 for who is on or below a circle, and finds
  /// the circles; each line is walked once.
  private static void walk(int[] up, int[] depth, List<List<Integer>> circles) {
    int[] seenBy = new int[up.length];
    Arrays.fill(seenBy, NONE);
    boolean[] done = new boolean[up.length];
    for (int start = 0; start < up.length; start++) {
      List<Integer> path = new ArrayList<>();
      int at = start;
      while (at != NONE && !done[at] && seenBy[at] != start) {
        seenBy[at] = start;
        path.add(at);
        at = up[at];
      }
      boolean closes = at != NONE && !done[at];
      if (closes) {
        circles.add(path.subList(path.indexOf(at), path.size()));
      }
      boolean lost = closes || (at != NONE && depth[at] == 0);
      int layer = lost || at == NONE ? 0 : depth[at];
      for (int person : path.reversed()) {
        layer++;
        depth[person] = lost ? 0 : layer;
        done[person] = true;
      }
    }
  }

  /// How many people each leads directly and through others, counted from the deepest layer up.
  private static int[] led(int[] up, int[] depth) {
    int[] led = new int[up.length];
    IntStream.range(0, up.length)
        .filter(person -> depth[person] > 1)
        .boxed()
        .sorted((a, b) -> depth[b] - depth[a])
        .forEach(person -> led[up[person]] += led[person] + 1);
    return led;
  }

  private static List<Integer> layers(int[] depth) {
    int[] layers = new int[Arrays.stream(depth).max().orElse(0)];
    for (int layer : depth) {
      if (layer > 0) {
        layers[layer - 1]++;
      }
    }
    return Arrays.stream(layers).boxed().toList();
  }

  private static List<Integer> unitsOfOne(int[] unitOf, int[] above) {
    int[] direct = count(unitOf, above.length);
    boolean[] peopledBelow = new boolean[above.length];
    for (int unit = 0; unit < above.length; unit++) {
      if (direct[unit] > 0) {
        int at = above[unit];
        for (int step = 0; at != NONE && step < above.length; step++) {
          peopledBelow[at] = true;
          at = above[at];
        }
      }
    }
    return where(above.length, unit -> direct[unit] == 1 && !peopledBelow[unit]);
  }
}
