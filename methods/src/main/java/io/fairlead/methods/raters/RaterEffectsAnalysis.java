package io.fairlead.methods.raters;

import io.fairlead.methods.agreement.Rating;
import io.fairlead.methods.agreement.RatingFile;
import io.fairlead.methods.raters.Contrasts.Contrast;
import io.fairlead.methods.raters.RaterEffects.Flag;
import io.fairlead.methods.raters.RaterEffects.Line;
import io.fairlead.methods.raters.RaterEffects.Similarity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/// Works out [RaterEffects] of a file. Severity is a contrast by least squares and not a shrunken
/// effect over its deviation, which is no test statistic.
public final class RaterEffectsAnalysis {
  /// Where there are more raters they are described without severity and similarity.
  public static final int MOST_RATERS = 2_500;

  private static final int MOST_ITEMS = 500;
  private static final int FEWEST_SHARED = 8;
  private static final double NARROW = 0.6;
  private static final double RARE = 0.01;
  private static final double LOWEST = 0.05;
  private static final double NOISY = 1.5;
  private static final double MUTED = 0.5;
  private static final int FEWEST_FOR_INFIT = 20;

  private final RatingFile file;
  private final Places places;
  private final Map<Integer, List<Rating>> byRater = new TreeMap<>();
  private final Set<Integer> shared = new HashSet<>();
  private final double lowest;
  private final double highest;
  private final double usual;

  private RaterEffectsAnalysis(RatingFile file, Places places) {
    this.file = file;
    this.places = places;
    Map<Integer, Integer> first = new HashMap<>();
    for (Rating rating : file.ratings()) {
      byRater.computeIfAbsent(rating.rater(), _ -> new ArrayList<>()).add(rating);
      Integer before = first.putIfAbsent(rating.ratee(), rating.rater());
      if (before != null && before != rating.rater()) {
        shared.add(rating.ratee());
      }
    }
    this.lowest = file.ratings().stream().mapToDouble(Rating::value).min().orElse(0);
    this.highest = file.ratings().stream().mapToDouble(Rating::value).max().orElse(0);
    this.usual =
        byRater.values().stream()
            .map(own -> ScaleUse.variance(ScaleUse.values(own)))
            .flatMapToDouble(OptionalDouble::stream)
            .average()
            .orElse(0);
  }

  /// Where further columns stand among the others of a [Rating], if they were asked for.
  ///
  /// @param match 1 where rater and ratee are alike, 0 where not
  /// @param events the number of the ratee's last quarter, and that of the quarters before
  public record Places(Optional<Integer> match, Optional<Events> events) {
    /// Two columns.
    public record Events(int recent, int earlier) {}

    Stream<Integer> all() {
      return Stream.concat(
          match.stream(), events.stream().flatMap(it -> Stream.of(it.recent, it.earlier)));
    }
  }

  /// Refused where a further column has cells that are no numbers.
  public static RaterAnswer<RaterEffects> of(RatingFile file, Places places) {
    for (int place : places.all().toList()) {
      Optional<Rating> words =
          file.ratings().stream()
              .filter(rating -> !rating.others().get(place).isEmpty())
              .filter(rating -> !FixedEffects.isNumeric(List.of(rating.others().get(place))))
              .findFirst();
      if (words.isPresent()) {
        return new RaterAnswer.Refused<>(
            "columns of alikeness and events hold numbers; row %d has “%s”"
                .formatted(words.get().row(), words.get().others().get(place)));
      }
    }
    return new RaterAnswer.Analysed<>(new RaterEffectsAnalysis(file, places).effects());
  }

  private RaterEffects effects() {
    Contrasts contrasts = contrasts();
    Map<Integer, Double> infits = infits();
    Map<Integer, Double> within = new HashMap<>();
    if (file.items().size() > 1) {
      byRater.forEach(
          (rater, own) -> ScaleUse.withinRatees(own).ifPresent(value -> within.put(rater, value)));
    }
    double halo = haloBelow(within);
    List<Line> lines = new ArrayList<>();
    byRater.forEach((rater, own) ->
        lines.add(
            line(
                own,
                Optional.ofNullable(contrasts.byRater().get(rater)),
                optional(contrasts.left().get(rater)),
                optional(within.get(rater)),
                optional(infits.get(rater)),
                halo)));
    return new RaterEffects(
        lines,
        places.match().flatMap(this::similarity),
        places.events().flatMap(it -> Recency.ofAll(byRater.values(), it.recent(), it.earlier())));
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private Line line(
      List<Rating> own,
      Optional<Contrast> contrast,
      OptionalDouble left,
      OptionalDouble within,
      OptionalDouble infit,
      double halo) {
    double[] values = ScaleUse.values(own);
    OptionalDouble variance = ScaleUse.variance(values);
    boolean hasSpread = variance.isPresent() && usual > 0;
    OptionalDouble spread =
        hasSpread
            ? OptionalDouble.of(Math.sqrt(variance.getAsDouble() / usual))
            : OptionalDouble.empty();
    OptionalDouble chance =
        hasSpread
            ? OptionalDouble.of(
                new ChiSquaredDistribution(values.length - 1.0)
                    .cumulativeProbability((values.length - 1) * variance.getAsDouble() / usual))
            : OptionalDouble.empty();
    int sharedRatees =
        (int) own.stream().map(Rating::ratee).distinct().filter(shared::contains).count();
    Optional<DependentCorrelations> recency =
        places.events().flatMap(it -> Recency.of(own, it.recent(), it.earlier()));
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    contrast
        .filter(it -> it.stands() && sharedRatees >= FEWEST_SHARED)
        .ifPresent(it -> flags.add(it.effect().value() < 0 ? Flag.SEVERE : Flag.LENIENT));
    raise(flags, Flag.RESTRICTED, spread.orElse(1) < NARROW && chance.orElse(1) < RARE);
    raise(flags, Flag.HALO, within.isPresent() && within.getAsDouble() <= halo);
    raise(flags, Flag.RECENT, recency.filter(Recency::stands).isPresent());
    raise(flags, Flag.NOISY, values.length >= FEWEST_FOR_INFIT && infit.orElse(1) > NOISY);
    raise(flags, Flag.MUTED, values.length >= FEWEST_FOR_INFIT && infit.orElse(1) < MUTED);
    return new Line(
        file.raters().get(own.getFirst().rater()),
        values.length,
        sharedRatees,
        Arrays.stream(values).average().orElseThrow(),
        variance.isPresent() ? OptionalDouble.of(Math.sqrt(variance.getAsDouble())) : variance,
        contrast.map(Contrast::effect),
        contrast.map(it -> OptionalDouble.of(it.adjusted())).orElse(OptionalDouble.empty()),
        spread,
        chance,
        Arrays.stream(values).filter(it -> it == lowest || it == highest).count()
            / (double) values.length,
        within,
        ScaleUse.betweenItems(own),
        left,
        infit,
        recency,
        flags);
  }

  private static void raise(Set<Flag> flags, Flag flag, boolean isRaised) {
    if (isRaised) {
      flags.add(flag);
    }
  }

  /// So little do items differ within a person for the lowest of twenty raters, if that is less
  /// than half of what is usual; else below 0.
  private static double haloBelow(Map<Integer, Double> within) {
    double[] sorted = within.values().stream().mapToDouble(it -> it).sorted().toArray();
    if (sorted.length < 2) {
      return -1;
    }
    double median = (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    double lowest = sorted[Math.max(1, (int) (LOWEST * sorted.length)) - 1];
    return Math.min(lowest, Math.nextDown(median / 2));
  }

  private Contrasts contrasts() {
    CrossedRatings all = RaschAnalysis.ratings(file);
    RaterNetwork network = RaterNetwork.of(all);
    return additive(all, file.ratings())
        .map(fit -> Contrasts.of(fit, all, network))
        .orElse(Contrasts.none());
  }

  private Optional<AdditiveFit> additive(CrossedRatings some, List<Rating> ratings) {
    if (byRater.size() > MOST_RATERS
        || !FixedEffects.hasRoom(file.items().size(), ratings.size())
        || file.items().size() > MOST_ITEMS) {
      return Optional.empty();
    }
    FixedEffects columns = new FixedEffects(ratings.size());
    if (file.items().size() > 1) {
      columns.addCategories(
          "item", ratings.stream().map(rating -> file.items().get(rating.item())).toList());
    }
    double[][] items = Arrays.stream(columns.columns()).skip(1).toArray(double[][]::new);
    return AdditiveFit.of(some, RaterNetwork.of(some), items);
  }

  /// Among the ratings of which it is known whether they are of someone alike.
  private Optional<Similarity> similarity(int place) {
    List<Rating> known =
        file.ratings().stream().filter(it -> !it.others().get(place).isEmpty()).toList();
    CrossedRatings some =
        new CrossedRatings(
            file.raters().size(),
            file.ratees().size(),
            known.stream().mapToInt(Rating::rater).toArray(),
            known.stream().mapToInt(Rating::ratee).toArray(),
            ScaleUse.values(known));
    double[] match =
        known.stream().mapToDouble(it -> FixedEffects.number(it.others().get(place))).toArray();
    return additive(some, known).flatMap(fit -> LikeRatings.of(fit, some, match));
  }

  /// By rater, where the many-facet Rasch model can be fitted.
  private Map<Integer, Double> infits() {
    Map<Integer, Double> found = new HashMap<>();
    RaterNetwork network = RaterNetwork.of(RaschAnalysis.ratings(file));
    boolean isCrossed = IntStream.range(0, network.size()).anyMatch(network::isCrossed);
    if (!isCrossed || RaschAnalysis.refusal(file.ratings()).isPresent()) {
      return found;
    }
    RaschFit fit =
        ManyFacetRasch.fit(
            RaschAnalysis.facets(file), RaschAnalysis.of(file, rating -> (int) rating.value()));
    for (int rater = 0; rater < file.raters().size() && !fit.facets().isEmpty(); rater++) {
      int each = rater;
      fit.facets()
          .get(RaschAnalysis.RATERS)
          .elements()
          .get(rater)
          .infit()
          .ifPresent(infit -> found.put(each, infit));
    }
    return found;
  }
}
