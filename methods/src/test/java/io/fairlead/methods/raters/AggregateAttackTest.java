package io.fairlead.methods.raters;

import static io.fairlead.methods.raters.MadeUpRound.HIGH;
import static io.fairlead.methods.raters.MadeUpRound.LOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/// Somebody who knows what every rater of a round gave but one, looks at how the round used the
/// scale, and asks what the one gave.
class AggregateAttackTest {
  private static final int PEOPLE = 40;
  private static final int EACH = 6;
  private static final int ONE = 20;
  private static final int ITEMS = MadeUpRound.COMPETENCIES * MadeUpRound.ITEMS;

  /// Of the one's sheet and item: as far as it goes in every direction.
  private static List<IntBinaryOperator> extremes(long seed) {
    Random random = new Random(seed);
    return List.of(
        (_, _) -> 1,
        (_, _) -> 3,
        (_, _) -> 5,
        (sheet, _) -> sheet % 2 == 0 ? 1 : 5,
        (sheet, item) -> (sheet + item / MadeUpRound.ITEMS) % 2 == 0 ? 1 : 5,
        (_, item) -> item / MadeUpRound.ITEMS % 2 == 0 ? 1 : 5,
        (_, _) -> 1 + random.nextInt(5));
  }

  private static List<RaterSheet> with(
      List<RaterSheet> sheets, int rater, IntBinaryOperator given) {
    List<RaterSheet> changed = new ArrayList<>();
    int own = 0;
    for (RaterSheet sheet : sheets) {
      if (sheet.rater() == rater) {
        int which = own++;
        changed.add(MadeUpRound.sheet(rater, sheet.ratee(), item -> given.applyAsInt(which, item)));
      } else {
        changed.add(sheet);
      }
    }
    return changed;
  }

  private record Told(Optional<ScaleRange> range, Optional<Halo> halo) {
    static Told of(List<RaterSheet> sheets) {
      return new Told(ScaleRange.of(sheets, LOW, HIGH), Halo.of(sheets));
    }
  }

  @Test
  void withinABandNothingThatOneGivesChangesWhatIsTold() {
    List<MadeUpRound> rounds =
        List.of(
            MadeUpRound.usual(PEOPLE).withImpression(0.1, 0.6),
            MadeUpRound.usual(PEOPLE).withImpression(0.8, 0.2));
    Set<Told> different = new HashSet<>();
    for (MadeUpRound round : rounds) {
      List<RaterSheet> sheets = round.sheets(11);
      Told told = Told.of(sheets);
      different.add(told);
      for (int rater = 0; rater < PEOPLE; rater++) {
        for (IntBinaryOperator each : extremes(rater)) {
          assertThat(Told.of(with(sheets, rater, each))).as("rater " + rater).isEqualTo(told);
        }
      }
    }
    assertThat(different).as("and what is told is not always the same").hasSize(2);
  }

  /// Rounds on the edge: half of the raters are flat, half are not.
  @Test
  void theRangeNeverTellsMoreThanTheBandOfTheOnesOwnRange() {
    Random random = new Random(5);
    int edges = 0;
    for (int round = 0; round < 40; round++) {
      int flat = 18 + random.nextInt(4);
      int at = 2 + random.nextInt(3);
      List<RaterSheet> sheets = new ArrayList<>();
      for (RaterSheet sheet : MadeUpRound.usual(PEOPLE).sheets(round)) {
        sheets.add(
            sheet.rater() < flat
                ? MadeUpRound.sheet(
                    sheet.rater(), sheet.ratee(), item -> at + (item == 0 && flat % 2 == 0 ? 1 : 0))
                : sheet);
      }
      Map<String, Set<Optional<ScaleRange>>> byOwnBand = new HashMap<>();
      Set<Optional<ScaleRange>> all = new HashSet<>();
      for (int tried = 0; tried < 60; tried++) {
        int low = 1 + random.nextInt(5);
        int high = low + random.nextInt(6 - low);
        List<RaterSheet> changed =
            with(sheets, ONE, (_, _) -> low + random.nextInt(high - low + 1));
        Optional<ScaleRange> told = ScaleRange.of(changed, LOW, HIGH);
        all.add(told);
        byOwnBand.computeIfAbsent(ownBand(changed, ONE), _ -> new HashSet<>()).add(told);
      }
      assertThat(byOwnBand.values()).allSatisfy(told -> assertThat(told).hasSize(1));
      edges += all.size() > 1 ? 1 : 0;
    }
    assertThat(edges).as("rounds in which the one decides").isGreaterThan(3);
  }

  /// By the bounds of the documentation, on five points.
  private static String ownBand(List<RaterSheet> sheets, int rater) {
    List<Integer> own =
        sheets.stream()
            .filter(sheet -> sheet.rater() == rater)
            .flatMap(sheet -> sheet.ratings().stream())
            .toList();
    double mean = own.stream().mapToInt(Integer::intValue).average().orElseThrow();
    double variance =
        own.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum() / (own.size() - 1);
    String width = variance < 0.44 ? "narrow" : variance < 1.34 ? "moderate" : "wide";
    return width + (mean < 1 + 4 / 3.0 ? " low" : mean > 5 - 4 / 3.0 ? " high" : " middle");
  }

  /// Where the one decides, what is told is one of two words about all their sheets at once; under
  /// either each single rating can still be any point.
  @Test
  void whereTheOneDecidesNoSingleRatingIsTold() {
    int edges = 0;
    for (int seed = 0; seed < 6; seed++) {
      List<RaterSheet> sheets = MadeUpRound.usual(PEOPLE).withImpression(0.35, 0.5).sheets(seed);
      Map<Told, List<int[][]>> possible = possible(sheets, seed);
      edges += possible.size() > 1 ? 1 : 0;
      for (Map.Entry<Told, List<int[][]>> each : possible.entrySet()) {
        for (int at = 0; at < EACH * ITEMS * HIGH; at++) {
          assertThat(canBe(sheets, each.getKey(), each.getValue(), at))
              .as("seed %d, %s, rating and point %d", seed, each.getKey(), at)
              .isTrue();
        }
      }
    }
    assertThat(edges).as("rounds in which the one decides").isGreaterThan(1);
  }

  /// What the one may have given, by what is told then.
  private static Map<Told, List<int[][]>> possible(List<RaterSheet> sheets, long seed) {
    Random random = new Random(seed);
    Map<Told, List<int[][]>> possible = new HashMap<>();
    for (int tried = 0; tried < 80; tried++) {
      int[][] given = new int[EACH][ITEMS];
      boolean isOneImpression = random.nextBoolean();
      for (int[] sheet : given) {
        int whole = 1 + random.nextInt(HIGH);
        for (int item = 0; item < ITEMS; item++) {
          sheet[item] = isOneImpression ? whole : 1 + random.nextInt(HIGH);
        }
      }
      possible.computeIfAbsent(told(sheets, given), _ -> new ArrayList<>()).add(given);
    }
    return possible;
  }

  /// Whether one rating can be one point under what is told: as in something that was found, or in
  /// that with this rating changed.
  private static boolean canBe(
      List<RaterSheet> sheets, Told told, List<int[][]> found, int ratingAndPoint) {
    int point = 1 + ratingAndPoint % HIGH;
    int sheet = ratingAndPoint / HIGH / ITEMS;
    int item = ratingAndPoint / HIGH % ITEMS;
    return found.stream().anyMatch(each -> each[sheet][item] == point)
        || found.stream()
            .anyMatch(each -> {
              int[][] changed = Arrays.stream(each).map(int[]::clone).toArray(int[][]::new);
              changed[sheet][item] = point;
              return told(sheets, changed).equals(told);
            });
  }

  private static Told told(List<RaterSheet> sheets, int[][] given) {
    return Told.of(with(sheets, ONE, (sheet, item) -> given[sheet][item]));
  }
}
