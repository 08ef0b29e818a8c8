package io.fairlead.methods.disclosure.attack;

import io.fairlead.methods.disclosure.Ledger;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.RoundRelease;
import io.fairlead.methods.disclosure.Singling;
import io.fairlead.methods.disclosure.SubjectAnswers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;

/// All attackers over rounds at random, over rules that leave something out, and over what is
/// correlated. The same seed gives the same figures.
public final class AttackSuite {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 31);
  private static final int REPEATS = 3;

  private AttackSuite() {}

  /// The figures.
  ///
  /// @param rounds tried, each published up to three times with changing raters
  /// @param published rounds that were, repeats included
  /// @param values published and attacked
  /// @param violations of the promise; a rule that keeps it has none
  /// @param mutants and whether each was caught
  /// @param skipped what somebody could tell who also knew who left out how many items
  public record Figures(
      int rounds,
      int published,
      int values,
      List<Violation> violations,
      List<Caught> mutants,
      Skipped skipped,
      Optional<CorrelatedAttack.Gain> gain) {

    /// Whether nothing was found, and every mutant caught.
    public boolean isKept() {
      return violations.isEmpty() && mutants.stream().allMatch(Caught::isCaught);
    }
  }

  /// What skipped items give away to somebody who knows whose they are; no reader does.
  ///
  /// @param values that narrow a score below w or make something more likely than .9
  /// @param narrowest to how many points; infinite if nobody's score was
  /// @param likeliest the highest probability of an answer or a score
  public record Skipped(int values, double narrowest, double likeliest) {
    static final Skipped NONE = new Skipped(0, Double.POSITIVE_INFINITY, 0);

    Skipped and(RoundAttack attack) {
      return new Skipped(
          values + attack.told(),
          Math.min(narrowest, attack.narrowest()),
          Math.max(likeliest, attack.likeliest()));
    }
  }

  /// Whether the attackers find something in a mutant, and nothing in the rule.
  public record Caught(Mutant mutant, boolean isCaught, int violations) {}

  /// @param isWhole whether mutants and correlations are tried as well
  public static Figures run(int rounds, long seed, boolean isWhole) {
    SplittableRandom seeds = new SplittableRandom(seed);
    List<Violation> violations = new ArrayList<>();
    int published = 0;
    int values = 0;
    Skipped skipped = Skipped.NONE;
    for (int at = 0; at < rounds; at++) {
      SplittableRandom random = seeds.split();
      RandomRound round = new RandomRound(random);
      RoundAttack attack = new RoundAttack(round.policy(), random);
      published += publish(round, attack, random, violations);
      violations.addAll(attack.violations());
      values += attack.values();
      skipped = skipped.and(attack);
    }
    return new Figures(
        rounds,
        published,
        values,
        violations,
        isWhole ? mutants() : List.of(),
        skipped,
        isWhole ? Optional.of(CorrelatedAttack.gain(seed)) : Optional.empty());
  }

  /// Repeats of a round half a year apart, and what their ledgers give away together.
  private static int publish(
      RandomRound round, RoundAttack attack, SplittableRandom random, List<Violation> violations) {
    int repeats = 1 + random.nextInt(REPEATS);
    Map<String, String> raters = round.raters();
    Ledger ledger = Ledger.empty();
    for (int repeat = 0; repeat < repeats; repeat++) {
      RoundRelease release =
          new RoundRelease(
              round.policy(),
              ledger,
              "round " + repeat,
              FIRST.plusMonths(6L * repeat),
              new Random(random.nextLong()));
      SubjectAnswers answers = round.answers(raters);
      Published published = release.published(answers);
      attack.attack(answers, published);
      ledger = release.ledger();
      raters = round.changed(raters);
    }
    boolean isSingled =
        new Singling(ledger.entries().stream().map(Ledger.Entry::raters).distinct().toList())
            .isPossible(round.policy().numeric());
    if (isSingled) {
      violations.add(
          new Violation(
              Violation.Kind.SINGLED_OUT, repeats + " rounds", "fewer than the threshold"));
    }
    return repeats;
  }

  private static List<Caught> mutants() {
    List<Caught> caught = new ArrayList<>();
    for (Mutant mutant : Mutant.values()) {
      int found = mutant.found(true).size();
      caught.add(new Caught(mutant, found > 0 && mutant.found(false).isEmpty(), found));
    }
    return caught;
  }
}
