package io.fairlead.methods.disclosure.attack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Ways in which others publish a group's ratings, and the kernel of ours, to be attacked. A name
/// with `+` is two of them side by side.
///
/// @param seen what a reader sees; how many members gave each point, from the scale's low end on
public record Mechanism(String name, Function<int[], Object> seen) {
  private static final Pattern CLIP = Pattern.compile("clip_w(\\d+)");
  private static final int LOW = 1;

  /// Empty for a name that is not known.
  public static Optional<Mechanism> named(String name) {
    List<Function<int[], Object>> parts = new ArrayList<>();
    for (String part : name.split("\\+", -1)) {
      Optional<Function<int[], Object>> known = part(part);
      if (known.isEmpty()) {
        return Optional.empty();
      }
      parts.add(known.get());
    }
    return Optional.of(
        new Mechanism(name, counts -> parts.stream().map(part -> part.apply(counts)).toList()));
  }

  private static Optional<Function<int[], Object>> part(String name) {
    Matcher clip = CLIP.matcher(name);
    if (clip.matches()) {
      int width = Integer.parseInt(clip.group(1));
      return Optional.of(counts -> clipped(counts, width));
    }
    return switch (name) {
      case "raw_mean_1dp", "raw_mean" -> Optional.of(counts -> rounded(sum(counts), counts, 10));
      case "raw_mean_half" -> Optional.of(counts -> rounded(sum(counts), counts, 2));
      case "clip_w2_1dp" -> Optional.of(counts -> rounded(clipped(counts, 2), counts, 10));
      case "band3" -> Optional.of(Mechanism::band);
      case "topbox_raw" -> Optional.of(Mechanism::favourable);
      case "topbox_clip1" ->
          Optional.of(counts -> Math.clamp(favourable(counts), 1, members(counts) - 1));
      case "sd" -> Optional.of(Mechanism::deviation);
      case "minmax" -> Optional.of(Mechanism::ends);
      case "histogram" -> Optional.of(counts -> Arrays.stream(counts).boxed().toList());
      case "histogram3band" ->
          Optional.of(counts -> List.of(counts[0] + counts[1], counts[2], favourable(counts)));
      default -> Optional.empty();
    };
  }

  static int members(int[] counts) {
    return Arrays.stream(counts).sum();
  }

  static int sum(int[] counts) {
    return IntStream.range(0, counts.length).map(at -> counts[at] * (LOW + at)).sum();
  }

  /// w away from both ends.
  private static int clipped(int[] counts, int width) {
    int members = members(counts);
    return Math.clamp(
        sum(counts), LOW * members + width, (LOW + counts.length - 1) * members - width);
  }

  private static BigDecimal rounded(int sum, int[] counts, int parts) {
    return BigDecimal.valueOf((long) sum * parts)
        .divide(BigDecimal.valueOf(members(counts)), 0, RoundingMode.HALF_UP);
  }

  /// Below 2.5, between, 3.5 and more.
  private static int band(int[] counts) {
    int twice = 2 * sum(counts);
    int members = members(counts);
    return twice < 5 * members ? 0 : twice < 7 * members ? 1 : 2;
  }

  private static int favourable(int[] counts) {
    return counts[counts.length - 1] + counts[counts.length - 2];
  }

  /// Unrounded as programs print it: where two deviations are equal, the last bit may still tell
  /// them apart, and an attacker reads it.
  static double deviation(int[] counts) {
    double squares = 0;
    for (int at = 0; at < counts.length; at++) {
      squares += counts[at] * (double) ((LOW + at) * (LOW + at));
    }
    double sum = sum(counts);
    int members = members(counts);
    return Math.sqrt((squares - sum * sum / members) / (members - 1));
  }

  private static Object ends(int[] counts) {
    int[] given = IntStream.range(0, counts.length).filter(at -> counts[at] > 0).toArray();
    return List.of(given[0], given[given.length - 1]);
  }
}
