package io.fairlead.methods.raters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.agreement.Rating;
import io.fairlead.methods.agreement.RatingColumns;
import io.fairlead.methods.agreement.RatingFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HaloTest {
  /// R 4: residuals of lm(rating ~ rater + ratee) in each dimension of `02_rater_effects.csv`, and
  /// the formula, over 24 raters; one of them has the planted halo, and the highest h.
  private static final double IN_R = 0.0324594339;

  private static RaterSheet sheet(int rater, int ratee, double... scores) {
    return new RaterSheet(rater, ratee, List.of(3), Arrays.stream(scores).boxed().toList());
  }

  @Test
  void itIsItsFormula() {
    assertThat(
            Halo.share(
                List.of(
                    sheet(0, 0, 5, 4), sheet(0, 1, 3, 3), sheet(1, 0, 3, 4), sheet(1, 1, 3, 4))))
        .isCloseTo(0.8, within(1e-12));
  }

  @Test
  void itIsWhatRMakesOfTheReferenceRatings() throws IOException {
    assertThat(Halo.share(reference())).isCloseTo(IN_R, within(1e-9));
  }

  private static List<RaterSheet> reference() throws IOException {
    try (InputStream csv =
        Halo.class.getResourceAsStream("/io/fairlead/methods/reference/02_rater_effects.csv")) {
      RatingFile file =
          RatingFile.parseLong(
              new String(Objects.requireNonNull(csv).readAllBytes(), StandardCharsets.UTF_8),
              new RatingColumns("rater", "ratee", "rating", "dim", List.of()));
      record Who(int rater, int ratee) {}
      Map<Who, TreeMap<Integer, Double>> scores = new LinkedHashMap<>();
      for (Rating each : file.ratings()) {
        scores
            .computeIfAbsent(new Who(each.rater(), each.ratee()), _ -> new TreeMap<>())
            .put(each.item(), each.value());
      }
      List<RaterSheet> sheets = new ArrayList<>();
      scores.forEach((who, own) ->
          sheets.add(
              new RaterSheet(who.rater(), who.ratee(), List.of(), List.copyOf(own.values()))));
      return sheets;
    }
  }

  /// σ² of impressions is impression², of single competencies 1.
  private static List<RaterSheet> scores(long seed, int each, double impression, double apart) {
    Random random = new Random(seed);
    int people = 200;
    List<RaterSheet> sheets = new ArrayList<>();
    double[] severity = random.doubles(people).map(_ -> apart * random.nextGaussian()).toArray();
    double[] worth = random.doubles(people).map(_ -> apart * random.nextGaussian()).toArray();
    for (int at = 0; at < people * each; at++) {
      int rater = at / each;
      int ratee = (rater + 1 + at % each) % people;
      double whole = severity[rater] + worth[ratee] + impression * random.nextGaussian();
      double[] given = new double[5];
      for (int competency = 0; competency < given.length; competency++) {
        double profile = apart * Math.sin(ratee * 7.0 + competency) + apart * competency;
        given[competency] = whole + profile + random.nextGaussian();
      }
      sheets.add(sheet(rater, ratee, given));
    }
    return sheets;
  }

  /// h is impression² / (impression² + 1), however many each rates; nothing that is true of people,
  /// nor how severe raters are, moves it.
  @ParameterizedTest
  @CsvSource({"3, 0", "3, 1", "3, 2", "6, 0.5", "6, 1", "6, 2", "12, 1"})
  void itFindsWhatWasPlanted(int each, double impression) {
    double sum = 0;
    int seeds = 10;
    for (int seed = 0; seed < seeds; seed++) {
      double share = Halo.share(scores(seed, each, impression, 1));
      assertThat(Halo.share(scores(seed, each, impression, 30))).isCloseTo(share, within(1e-6));
      sum += share;
    }
    double planted = impression * impression / (impression * impression + 1);
    assertThat(sum / seeds).isCloseTo(planted, within(0.04));
  }

  @Test
  void itsBandsTellPlantedHaloFromNone() {
    for (long seed = 0; seed < 20; seed++) {
      MadeUpRound round = MadeUpRound.usual(40);
      assertThat(Halo.of(round.withImpression(0.1, 0.6).sheets(seed))).contains(Halo.SLIGHT);
      assertThat(Halo.of(round.sheets(seed))).contains(Halo.PARTIAL);
      assertThat(Halo.of(round.withImpression(0.8, 0.2).sheets(seed))).contains(Halo.STRONG);
    }
  }

  @Test
  void residualsAreThoseOfLeastSquaresInAnyNetwork() {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      int size = 5 + random.nextInt(60);
      CrossedRatings ratings =
          new CrossedRatings(
              12,
              15,
              random.ints(size, 0, 12).toArray(),
              random.ints(size, 0, 15).toArray(),
              random.doubles(size).toArray());
      double[] expected = dense(ratings);
      double[] found = TwoWayResiduals.of(ratings);
      for (int at = 0; at < size; at++) {
        assertThat(found[at]).as("seed " + seed).isCloseTo(expected[at], within(1e-8));
      }
    }
  }

  /// By alternating means until nothing moves.
  private static double[] dense(CrossedRatings ratings) {
    double[] left = ratings.ratings();
    for (int step = 0; step < 20_000; step++) {
      sweep(left, ratings.raterOfEach(), ratings.raters());
      sweep(left, ratings.rateeOfEach(), ratings.ratees());
    }
    return left;
  }

  private static void sweep(double[] left, int[] level, int levels) {
    double[] sums = new double[levels];
    int[] counts = new int[levels];
    for (int at = 0; at < left.length; at++) {
      sums[level[at]] += left[at];
      counts[level[at]]++;
    }
    for (int at = 0; at < left.length; at++) {
      left[at] -= sums[level[at]] / counts[level[at]];
    }
  }

  @Test
  void itTakesThirtyOfBothAndSeveralCompetencies() {
    assertThat(Halo.of(MadeUpRound.usual(29).sheets(1))).isEmpty();
    assertThat(Halo.of(MadeUpRound.usual(30).sheets(1))).isPresent();
    assertThat(Halo.of(List.of())).isEmpty();
    List<RaterSheet> one =
        MadeUpRound.usual(40).sheets(1).stream()
            .map(each ->
                new RaterSheet(
                    each.rater(), each.ratee(), each.ratings(), each.scores().subList(0, 1)))
            .toList();
    assertThat(Halo.of(one)).isEmpty();
    // Sixty sheets of thirty by two each leave one degree of freedom.
    assertThat(Halo.of(new MadeUpRound(30, 2, 0.5, 0.5, 3, 1).sheets(1))).isEmpty();
    List<RaterSheet> once =
        MadeUpRound.usual(40).sheets(1).stream()
            .filter(each -> each.rater() < 29 || each.ratee() == (each.rater() + 1) % 40)
            .toList();
    assertThat(Halo.of(once)).as("eleven rate one person").isEmpty();
  }

  @Test
  void sheetsThatDoNotSayEnoughAreLeftOut() {
    List<RaterSheet> sheets = new ArrayList<>(MadeUpRound.usual(40).sheets(1));
    Optional<Halo> before = Halo.of(sheets);
    sheets.add(new RaterSheet(3, 30, List.of(1, 5), List.of()));
    assertThat(Halo.of(sheets)).isEqualTo(before).isPresent();
    sheets.add(sheet(3, 31, 1, 2, 3));
    assertThatThrownBy(() -> Halo.of(sheets)).isInstanceOf(IllegalArgumentException.class);
  }

  /// A refusal that hung on answers would tell of them.
  @Test
  void whetherItIsSaidHangsOnNoAnswer() {
    for (int same = 1; same <= 5; same++) {
      int given = same;
      List<RaterSheet> sheets =
          MadeUpRound.usual(40).sheets(1).stream()
              .map(each -> MadeUpRound.sheet(each.rater(), each.ratee(), _ -> given))
              .toList();
      assertThat(Halo.of(sheets)).contains(Halo.SLIGHT);
    }
  }
}
