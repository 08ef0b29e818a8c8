package io.fairlead.methods.raters;

import io.fairlead.methods.agreement.Rating;
import io.fairlead.methods.agreement.Reliability;
import io.fairlead.methods.raters.RaterAnalysis.Model;
import io.fairlead.methods.raters.RaterAnalysis.Named;
import io.fairlead.methods.raters.RaterAnalysis.Ratee;
import io.fairlead.methods.raters.RaterAnalysis.Rater;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Answers by the crossed mixed model. Only parts of the network with at least two raters and two
/// ratees enter it, each with a mean of its own: no rating says how two parts compare. Whoever is
/// in another part is left as they were rated.
public final class MixedAnalysis {
  /// What one rater's rating is worth where no second one tells (Viswesvaran, Ones and Schmidt
  /// 1996).
  public static final double ASSUMED_RELIABILITY = 0.52;

  private static final Predicate<String> NO_VALUE =
      Pattern.compile("[+-]?(nan|inf|infinity|∞)|=.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
          .asMatchPredicate();

  private static final double Z = 1.959963984540054;

  private final RaterQuestion question;
  private final List<Rating> ratings;
  private final CrossedRatings all;
  private final RaterNetwork network;
  private final List<String> notes = new ArrayList<>();

  private MixedAnalysis(RaterQuestion question) {
    this.question = question;
    this.ratings = question.complete();
    this.all =
        new CrossedRatings(
            question.file().raters().size(),
            question.file().ratees().size(),
            ratings.stream().mapToInt(Rating::rater).toArray(),
            ratings.stream().mapToInt(Rating::ratee).toArray(),
            ratings.stream().mapToDouble(Rating::value).toArray());
    this.network = RaterNetwork.of(all);
  }

  /// Refused where fixed effects cannot be told apart, or are as many as the ratings.
  public static RaterAnswer<RaterAnalysis> of(RaterQuestion question) {
    return new MixedAnalysis(question).answer();
  }

  private RaterAnswer<RaterAnalysis> answer() {
    int left = question.file().ratings().size() - ratings.size();
    if (left > 0) {
      notes.add(
          "%,d ratings without a cell in %s are left out."
              .formatted(left, String.join(", ", question.fixed())));
    }
    int[] crossed =
        IntStream.range(0, ratings.size())
            .filter(at -> network.isCrossed(network.ofRater(all.rater(at))))
            .toArray();
    FixedEffects fixed = new FixedEffects(crossed.length);
    Optional<String> refusal = addColumns(fixed, crossed);
    if (refusal.isPresent()) {
      return new RaterAnswer.Refused<>(refusal.get());
    }
    addNetworks(fixed, crossed);
    return new RaterAnswer.Analysed<>(analysed(fixed, crossed));
  }

  private RaterAnalysis analysed(FixedEffects fixed, int[] crossed) {
    Part part = new Part(crossed);
    CrossedFit fit =
        crossed.length == 0
            ? CrossedFit.without(RaterStatus.NOT_IDENTIFIED)
            : CrossedModel.fit(part.ratings(), fixed, question.seed());
    boolean isFitted = fit.status() == RaterStatus.OK;
    explain(fit.status(), crossed.length > 0);
    return new RaterAnalysis(
        Model.MIXED,
        isFitted && network.size() > 1 ? RaterStatus.NOT_IDENTIFIED : fit.status(),
        known(isFitted, fit.criterion()),
        known(isFitted, fit.ofRaters()),
        known(isFitted, fit.ofRatees()),
        known(isFitted, fit.residual()),
        isFitted
            ? IntStream.range(0, fixed.size())
                .mapToObj(at -> new Named(fixed.names().get(at), fit.fixed().get(at)))
                .toList()
            : List.of(),
        raters(fit, part),
        ratees(fit, part, levels(fit, fixed, crossed)),
        network.size(),
        notes);
  }

  private static OptionalDouble known(boolean isKnown, double value) {
    return isKnown ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private void explain(RaterStatus status, boolean isCrossed) {
    if (network.isNested()) {
      notes.add(
          "Every ratee has one rater, so where a rater's ratings are low or high, this team differs;"
              + " it may be real. Nothing is adjusted.");
    } else if (!isCrossed) {
      notes.add("No two raters share ratees with others, so nothing is adjusted.");
    } else if (network.size() > 1) {
      notes.add(
          "The ratings fall into %,d networks without a common rater or ratee. Compare within a network only."
              .formatted(network.size()));
    }
    if (status == RaterStatus.ZERO_VARIANCE) {
      notes.add("Nothing is left to chance in these ratings, so no model can be fitted.");
    }
  }

  /// @return why they cannot be had
  private Optional<String> addColumns(FixedEffects fixed, int[] rows) {
    int items = question.file().items().size();
    if (!FixedEffects.hasRoom(items, rows.length)) {
      return Optional.of("there are %,d items, more than can be told apart".formatted(items));
    }
    if (rows.length > 0 && items > 1) {
      fixed.addCategories(
          "item",
          Arrays.stream(rows)
              .mapToObj(at -> question.file().items().get(ratings.get(at).item()))
              .toList());
    }
    for (int which = 0; which < question.fixed().size() && rows.length > 0; which++) {
      int column = which;
      String name = question.fixed().get(which);
      List<String> cells =
          Arrays.stream(rows).mapToObj(at -> ratings.get(at).others().get(column)).toList();
      Optional<String> broken = cells.stream().filter(NO_VALUE).findFirst();
      if (broken.isPresent()) {
        return broken.map(it -> "%s has “%s”, which is no value".formatted(name, it));
      }
      boolean isSlope = !question.categories().contains(name) && FixedEffects.isNumeric(cells);
      long wanted = isSlope ? 1 : cells.stream().distinct().count() - 1;
      if (fixed.size() + wanted >= rows.length) {
        return Optional.of(
            "there are as many fixed effects as ratings: %s has %,d values"
                .formatted(name, wanted + 1));
      }
      if (!FixedEffects.hasRoom(fixed.size() + wanted, rows.length)) {
        return Optional.of(
            "%s has %,d values, more than can be told apart".formatted(name, wanted + 1));
      }
      List<String> added = isSlope ? fixed.add(name, cells) : fixed.addCategories(name, cells);
      if (added.size() < wanted || wanted == 0) {
        return Optional.of(
            name + " says nothing that the intercept and the columns before it do not say already");
      }
    }
    return Optional.empty();
  }

  /// A mean of its own for each network but the first.
  private void addNetworks(FixedEffects fixed, int[] rows) {
    int[] parts = Arrays.stream(rows).map(at -> network.ofRater(all.rater(at))).toArray();
    int[] later = Arrays.stream(parts).distinct().sorted().skip(1).toArray();
    if (!FixedEffects.hasRoom(fixed.size() + later.length, rows.length)) {
      notes.add("There are too many networks for each to have a mean of its own: all share one.");
      return;
    }
    for (int part : later) {
      fixed.addNumbers(
          "component:" + (part + 1),
          Arrays.stream(parts).mapToDouble(each -> each == part ? 1 : 0).toArray());
    }
  }

  /// The ratings that enter the model, raters and ratees numbered anew.
  private final class Part {
    private final Map<Integer, Integer> raters = new HashMap<>();
    private final Map<Integer, Integer> ratees = new HashMap<>();
    private final int[] rows;

    Part(int[] rows) {
      this.rows = rows;
      for (int at : rows) {
        raters.putIfAbsent(all.rater(at), raters.size());
        ratees.putIfAbsent(all.ratee(at), ratees.size());
      }
    }

    CrossedRatings ratings() {
      return new CrossedRatings(
          raters.size(),
          ratees.size(),
          Arrays.stream(rows).map(at -> raters.getOrDefault(all.rater(at), 0)).toArray(),
          Arrays.stream(rows).map(at -> ratees.getOrDefault(all.ratee(at), 0)).toArray(),
          Arrays.stream(rows).mapToDouble(all::rating).toArray());
    }

    Optional<Effect> rater(CrossedFit fit, int rater) {
      return effect(raters, fit.raters(), rater);
    }

    Optional<Effect> ratee(CrossedFit fit, int ratee) {
      return effect(ratees, fit.ratees(), ratee);
    }

    private Optional<Effect> effect(Map<Integer, Integer> places, List<Effect> effects, int which) {
      return effects.isEmpty()
          ? Optional.empty()
          : Optional.ofNullable(places.get(which)).map(effects::get);
    }
  }

  private List<Rater> raters(CrossedFit fit, Part part) {
    int[] counts = new int[all.raters()];
    ratings.forEach(rating -> counts[rating.rater()]++);
    return IntStream.range(0, counts.length)
        .filter(rater -> counts[rater] > 0)
        .mapToObj(rater ->
            new Rater(
                question.file().raters().get(rater),
                counts[rater],
                network.ofRater(rater) + 1,
                part.rater(fit, rater)))
        .toList();
  }

  /// By part of the network, what is expected of its ratings by their fixed effects.
  private double[] levels(CrossedFit fit, FixedEffects fixed, int[] rows) {
    double[] sums = new double[network.size()];
    int[] counts = new int[network.size()];
    double[][] columns = fixed.columns();
    for (int at = 0; at < rows.length && !fit.fixed().isEmpty(); at++) {
      int part = network.ofRater(all.rater(rows[at]));
      counts[part]++;
      for (int column = 0; column < columns.length; column++) {
        sums[part] += fit.fixed().get(column).value() * columns[column][at];
      }
    }
    return IntStream.range(0, sums.length)
        .mapToDouble(part -> sums[part] / Math.max(1, counts[part]))
        .toArray();
  }

  private List<Ratee> ratees(CrossedFit fit, Part part, double[] levels) {
    Map<Integer, List<Rating>> byRatee = new TreeMap<>();
    ratings.forEach(
        rating -> byRatee.computeIfAbsent(rating.ratee(), _ -> new ArrayList<>()).add(rating));
    double[] means = byRatee.values().stream().mapToDouble(MixedAnalysis::mean).toArray();
    double middle = Arrays.stream(means).average().orElse(0);
    double spread =
        Math.sqrt(
            Arrays.stream(means).map(it -> (it - middle) * (it - middle)).sum()
                / Math.max(1, means.length - 1));
    boolean isAssumed =
        byRatee.keySet().stream().anyMatch(ratee -> part.ratee(fit, ratee).isEmpty())
            && means.length > 1;
    if (isAssumed && spread > 0) {
      notes.add(
          "Intervals of those who are not adjusted assume that one rater's rating has a reliability"
              + " of %s (Viswesvaran, Ones and Schmidt 1996).".formatted(ASSUMED_RELIABILITY));
    }
    return byRatee.entrySet().stream()
        .map(entry ->
            ratee(
                entry.getKey(), entry.getValue(), part.ratee(fit, entry.getKey()), levels, spread))
        .toList();
  }

  private Ratee ratee(
      int ratee, List<Rating> own, Optional<Effect> effect, double[] levels, double spread) {
    double raw = mean(own);
    long raters = own.stream().map(Rating::rater).distinct().count();
    double half =
        Z
            * effect
                .map(Effect::deviation)
                .orElse(
                    spread
                        * Math.sqrt(1 - Reliability.ofMean(ASSUMED_RELIABILITY, (double) raters)));
    int component = network.ofRatee(ratee);
    double centre = effect.map(it -> levels[component] + it.value()).orElse(raw);
    boolean isKnown = effect.isPresent() || spread > 0;
    return new Ratee(
        question.file().ratees().get(ratee),
        own.size(),
        component + 1,
        raw,
        centre,
        known(isKnown, centre - half),
        known(isKnown, centre + half));
  }

  private static double mean(List<Rating> ratings) {
    return ratings.stream().mapToDouble(Rating::value).average().orElse(0);
  }
}
