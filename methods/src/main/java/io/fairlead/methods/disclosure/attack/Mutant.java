package io.fairlead.methods.disclosure.attack;

import io.fairlead.methods.disclosure.BlockRule;
import io.fairlead.methods.disclosure.BlockRule.Told;
import io.fairlead.methods.disclosure.Bound;
import io.fairlead.methods.disclosure.Ledger;
import io.fairlead.methods.disclosure.PublishedComments;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.ReleaseRule;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.disclosure.Singling;
import io.fairlead.methods.disclosure.SubjectAnswers;
import io.fairlead.methods.disclosure.SubjectAnswers.Comment;
import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A way of publishing that leaves one part of the rule out. The attackers must find something in
/// each, and nothing in the rule under the same attack: otherwise they would prove nothing.
public enum Mutant {
  RAW_MEAN("the mean as it is") {
    @Override
    public List<Violation> found(boolean isMutated) {
      return ratings(4, 0, isMutated, counts -> Mechanism.sum(counts));
    }
  },
  UNCLIPPED("a mean of one decimal, also near the ends of the scale") {
    @Override
    public List<Violation> found(boolean isMutated) {
      return ratings(4, 0, isMutated, Mutant::rounded);
    }
  },
  BOUNDS_ROUNDED_HALF_UP("bounds rounded half up") {
    @Override
    public List<Violation> found(boolean isMutated) {
      return untrue(policy(8, 1), 8, isMutated);
    }
  },
  SIGN_AT_EQUAL_BOUNDS("a sign where both bounds are one") {
    @Override
    public List<Violation> found(boolean isMutated) {
      return ratings(
          3, 1, isMutated, counts -> Mechanism.sum(counts) >= 9 ? Bound.AT_LEAST : Bound.AT_MOST);
    }
  },
  ITEM_AND_COMPETENCY("items and their competency together") {
    @Override
    public List<Violation> found(boolean isMutated) {
      BlockRule rule = new BlockRule(policy(3, 0));
      return WorldAttack.onPairs(POINTS, WIDTH, 3)
          .attack(world -> pairs(rule, world[0], isMutated), 0)
          .violations();
    }
  },
  DEVIATION("a standard deviation beside the mean") {
    @Override
    public List<Violation> found(boolean isMutated) {
      return beside(4, isMutated, counts -> tenths(Mechanism.deviation(counts)));
    }
  },
  AGREEMENT("a word for high agreement beside the mean") {
    @Override
    public List<Violation> found(boolean isMutated) {
      return beside(3, isMutated, counts -> within(counts) >= HIGH_AGREEMENT);
    }
  },
  INTERVAL_FROM_OWN_DEVIATION("an interval from the block's own deviation") {
    @Override
    public List<Violation> found(boolean isMutated) {
      return beside(4, isMutated, counts -> tenths(Z * Mechanism.deviation(counts) / Math.sqrt(4)));
    }
  },
  SUPPRESSED_BY_VALUE("a block is not shown where all gave the same") {
    @Override
    public List<Violation> found(boolean isMutated) {
      BlockRule rule = new BlockRule(policy(4, 1));
      return ratings(
          4, 1, isMutated, counts -> Mechanism.deviation(counts) == 0 ? "" : told(rule, counts));
    }
  },
  PULSE_TO_ALL_BUT_ONE("a second publication without one of the raters") {
    @Override
    public List<Violation> found(boolean isMutated) {
      Set<String> all = Set.of("a", "b", "c", "d", "e");
      Set<String> butOne = Set.of("a", "b", "c", "d");
      boolean isPublished = isMutated || Ledger.admits(List.of(all), List.of(butOne), 4);
      List<Set<String>> published = isPublished ? List.of(all, butOne) : List.of(all);
      return new Singling(published).isPossible(4)
          ? List.of(
              new Violation(
                  Violation.Kind.SINGLED_OUT, "two rounds", "e is the difference of both"))
          : List.of();
    }
  },
  BLOCKS_AGAIN_ONE_BY_ONE("each block again that the earlier sets alone would admit") {
    @Override
    public List<Violation> found(boolean isMutated) {
      Set<String> earlier = Set.of("a", "b", "c", "d", "e", "f", "g", "h", "i");
      Map<String, List<String>> later =
          Map.of("peer", List.of("a", "b", "c", "d"), "report", List.of("e", "f", "g", "h"));
      List<Set<String>> published = new ArrayList<>(List.of(earlier));
      if (isMutated) {
        later.values().stream()
            .map(Set::copyOf)
            .filter(block -> Ledger.admits(List.of(earlier), List.of(block), 4))
            .forEach(published::add);
      } else {
        List<Responder> responders =
            later.entrySet().stream()
                .flatMap(group ->
                    group.getValue().stream()
                        .map(rater -> new Responder(rater, group.getKey(), Map.of(), List.of())))
                .toList();
        new ReleaseRule(policy(4, 0))
            .release(
                new SubjectAnswers("subject", Map.of(), responders),
                List.of(earlier),
                new Random(0))
            .blocks()
            .forEach(block -> published.add(block.raters()));
      }
      return new Singling(published).isPossible(4)
          ? List.of(
              new Violation(
                  Violation.Kind.SINGLED_OUT, "two rounds", "i is the earlier set less both later"))
          : List.of();
    }
  },
  COMMENTS_OF_A_SMALL_GROUP("comments labelled with a group below their threshold") {
    @Override
    public List<Violation> found(boolean isMutated) {
      SubjectAnswers answers = written(3, "peer", "report");
      ReleasePolicy policy = policy(4, 0);
      List<PublishedComments> published =
          isMutated
              ? List.of(
                  new PublishedComments(
                      Optional.of("keep"), List.of("peer"), List.of("one", "two", "three")))
              : new ReleaseRule(policy).published(answers, new Random(0)).comments();
      return Authors.few(published, Map.of("peer", 3, "report", 3), policy);
    }
  },
  COMMENTS_OF_A_GROUP_THAT_TELLS("comments of a group of c + 1 or c + 2") {
    @Override
    public List<Violation> found(boolean isMutated) {
      List<Violation> found = new ArrayList<>();
      for (int colluders = 1; colluders <= 2; colluders++) {
        ReleasePolicy policy = policy(6, ReleasePolicy.LEAST, colluders);
        for (int writers = ReleasePolicy.LEAST; writers <= colluders + 2; writers++) {
          SubjectAnswers answers = written(writers, "peer");
          List<PublishedComments> published =
              isMutated
                  ? List.of(new PublishedComments(Optional.of("keep"), List.of("peer"), List.of()))
                  : new ReleaseRule(policy).published(answers, new Random(0)).comments();
          found.addAll(Authors.few(published, Map.of("peer", writers), policy));
        }
      }
      return found;
    }
  },
  OTHERS_AS_A_NUMBER("the mean of all others as a number beside the blocks") {
    @Override
    public List<Violation> found(boolean isMutated) {
      BlockRule rule = new BlockRule(policy(3, 0));
      return WorldAttack.onRatings(POINTS, WIDTH, 3, 3)
          .attack(
              world -> {
                int[] all =
                    IntStream.range(0, POINTS).map(at -> world[0][at] + world[1][at]).toArray();
                return List.of(
                    told(rule, world[0]), told(rule, world[1]), isMutated ? rounded(all) : "");
              },
              0)
          .violations();
    }
  };

  private static final int POINTS = 5;
  private static final int WIDTH = 2;
  private static final double HIGH_AGREEMENT = 0.7;
  private static final double Z = 1.96;

  private final String description;

  Mutant(String description) {
    this.description = description;
  }

  public String description() {
    return description;
  }

  /// What the attackers find.
  ///
  /// @param isMutated false for the rule itself under the same attack
  public abstract List<Violation> found(boolean isMutated);

  private static ReleasePolicy policy(int threshold, int colluders) {
    return policy(threshold, 5, colluders);
  }

  private static ReleasePolicy policy(int threshold, int comments, int colluders) {
    return new ReleasePolicy(
        new Scale(1, POINTS),
        threshold,
        comments,
        WIDTH,
        colluders,
        ReleaseUnit.COMPETENCY,
        ReleasePolicy.USUAL_GROUPS);
  }

  private static Object told(BlockRule rule, int[] counts) {
    return rule.told(Mechanism.sum(counts), 1, Mechanism.members(counts));
  }

  private static BigDecimal rounded(int[] counts) {
    return BigDecimal.valueOf(Mechanism.sum(counts))
        .divide(BigDecimal.valueOf(Mechanism.members(counts)), 1, RoundingMode.HALF_UP);
  }

  private static long tenths(double figure) {
    return Math.round(figure * 10);
  }

  private static double within(int[] counts) {
    double deviation = Mechanism.deviation(counts);
    return 1 - deviation * deviation / 2;
  }

  private static List<Violation> ratings(
      int members, int colluders, boolean isMutated, Function<int[], Object> mutated) {
    BlockRule rule = new BlockRule(policy(members, colluders));
    return WorldAttack.onRatings(POINTS, WIDTH, members)
        .attack(world -> isMutated ? mutated.apply(world[0]) : told(rule, world[0]), colluders)
        .violations();
  }

  private static List<Violation> beside(
      int members, boolean isMutated, Function<int[], Object> beside) {
    BlockRule rule = new BlockRule(policy(members, 0));
    return WorldAttack.onRatings(POINTS, WIDTH, members)
        .attack(world -> List.of(told(rule, world[0]), isMutated ? beside.apply(world[0]) : ""), 0)
        .violations();
  }

  /// A reader takes what is written as it is written.
  private static List<Violation> untrue(ReleasePolicy policy, int members, boolean isMutated) {
    BlockRule rule = new BlockRule(policy);
    List<Violation> found = new ArrayList<>();
    double margin = (WIDTH + (POINTS - 1.0) * policy.colluders()) / members;
    for (int sum = members; sum <= POINTS * members; sum++) {
      Told told = rule.told(sum, 1, members).orElseThrow();
      BigDecimal bound =
          isMutated && told.bound() == Bound.AT_LEAST
              ? BigDecimal.valueOf(POINTS - margin).setScale(1, RoundingMode.HALF_UP)
              : told.mean();
      if (told.bound() == Bound.AT_LEAST
          && bound.multiply(BigDecimal.valueOf(members)).compareTo(BigDecimal.valueOf(sum)) > 0) {
        found.add(
            new Violation(
                Violation.Kind.UNTRUE, "a sum of " + sum, "the mean is not " + bound + " or more"));
      }
    }
    return found;
  }

  private static Object pairs(BlockRule rule, int[] counts, boolean isMutated) {
    int[] first = new int[POINTS];
    int[] second = new int[POINTS];
    for (int value = 0; value < counts.length; value++) {
      first[value / POINTS] += counts[value];
      second[value % POINTS] += counts[value];
    }
    int both = Mechanism.sum(first) + Mechanism.sum(second);
    return Arrays.asList(
        told(rule, first),
        told(rule, second),
        isMutated ? rule.told(both, 2, Mechanism.members(first)) : "");
  }

  private static SubjectAnswers written(int writers, String... groups) {
    List<Responder> responders = new ArrayList<>();
    for (String group : groups) {
      for (int writer = 0; writer < writers; writer++) {
        responders.add(
            new Responder(
                group + writer,
                group,
                Map.of(),
                List.of(new Comment("keep", Objects.toString(writer)))));
      }
    }
    return new SubjectAnswers("subject", Map.of(), responders);
  }
}
