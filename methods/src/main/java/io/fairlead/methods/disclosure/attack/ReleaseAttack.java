package io.fairlead.methods.disclosure.attack;

import io.fairlead.methods.disclosure.BlockRule;
import io.fairlead.methods.disclosure.BlockRule.Told;
import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.Ledger;
import io.fairlead.methods.disclosure.Others;
import io.fairlead.methods.disclosure.PublishedComments;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.disclosure.Singling;
import io.fairlead.methods.disclosure.attack.ReleasedReports.Comments;
import io.fairlead.methods.disclosure.attack.ReleasedReports.Score;
import io.fairlead.methods.disclosure.attack.Violation.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Attacks reports that are out, of one round or several, by the hard attacker and by history.
/// Members of a block are taken to have answered everything, which is when most can be told of
/// them; where the value is then impossible, fewer of them are tried.
public final class ReleaseAttack {
  /// Fine enough for the fractions of up to six items.
  private static final int PARTS = 60;

  private static final int WRITERS = 3;

  private final ReleasePolicy policy;
  private final BlockRule rule;
  private final int items;
  private final List<Violation> found = new ArrayList<>();
  private final Map<Case, List<Violation>> known = new HashMap<>();
  private final Map<Shown, Integer> counted = new HashMap<>();
  private int values;

  /// @param items of a competency
  public ReleaseAttack(ReleasePolicy policy, int items) {
    this.policy = policy;
    this.items = items;
    rule = new BlockRule(policy);
  }

  private record Case(int items, int members, Told told) {}

  private record Shown(int raters, Told told) {}

  /// Published values that were attacked.
  public int values() {
    return values;
  }

  public List<Violation> found() {
    return List.copyOf(found);
  }

  /// One round by itself.
  public void attack(ReleasedReports reports) {
    Set<String> seen = new HashSet<>();
    Map<String, Set<Boolean>> units = new LinkedHashMap<>();
    for (Score score : reports.scores()) {
      if (!seen.add(score.where())) {
        found.add(new Violation(Kind.NOT_BY_THE_RULE, score.where(), "it is published twice"));
      }
      if (!score.unnamed().isEmpty()) {
        units
            .computeIfAbsent(score.subject() + ", " + score.competency(), _ -> new HashSet<>())
            .add(score.item().isPresent());
      }
      attack(score);
    }
    units.forEach((where, both) -> {
      if (both.size() > 1) {
        found.add(
            new Violation(
                Kind.NOT_BY_THE_RULE, where, "items and their competency are both published"));
      }
    });
    reports.comments().forEach(comments -> attack(comments, reports));
  }

  private void attack(Score score) {
    for (BlockValue block : score.unnamed()) {
      values++;
      int length = score.item().isPresent() ? 1 : items;
      int least =
          length == 1 ? Math.max(policy.numeric(), ReleaseUnit.LEAST_RATERS) : policy.numeric();
      String where = score.where() + ", " + String.join("+", block.groups());
      if (block.n() < least) {
        found.add(
            new Violation(
                Kind.NOT_BY_THE_RULE,
                where,
                "%d raters where %d are needed".formatted(block.n(), least)));
      }
      Told told = new Told(block.bound(), block.mean());
      int members =
          counted.computeIfAbsent(
              new Shown(block.n(), told), it -> counted(it.told(), it.raters()));
      if (members == 0) {
        found.add(
            new Violation(
                Kind.NOT_BY_THE_RULE,
                where,
                "%s %s of %d raters"
                    .formatted(block.bound().sign(), block.mean().toPlainString(), block.n())));
      }
      known
          .computeIfAbsent(
              new Case(length, members == 0 ? block.n() : members, told),
              it -> new BlockAttack(policy, it.items(), it.members()).violations(it.told()))
          .stream()
          .limit(1)
          .map(it -> new Violation(it.kind(), where, it.where() + ": " + it.detail()))
          .forEach(found::add);
    }
    derived(score);
  }

  /// The most members with whom the rule publishes this; 0 if it never does.
  private int counted(Told told, int raters) {
    for (int members = raters; members >= Math.min(raters, policy.numeric()); members--) {
      long low = (long) policy.scale().low() * PARTS * members;
      long high = (long) policy.scale().high() * PARTS * members;
      for (long sum = low; sum <= high; sum++) {
        if (rule.told(sum, PARTS, members).filter(told::equals).isPresent()) {
          return members;
        }
      }
    }
    return 0;
  }

  /// What must follow from the blocks alone.
  private void derived(Score score) {
    List<BigDecimal> expected =
        Others.of(score.blocks(), policy.scale())
            .map(others -> List.of(others.low(), others.high()))
            .orElse(List.of());
    boolean isSame = expected.size() == score.others().size();
    for (int end = 0; isSame && end < expected.size(); end++) {
      isSame = expected.get(end).compareTo(score.others().get(end)) == 0;
    }
    if (!isSame) {
      found.add(
          new Violation(
              Kind.NOT_BY_THE_RULE,
              score.where(),
              "all others are %s; the blocks make them %s".formatted(score.others(), expected)));
    }
    if (score.isWithheld() != score.unnamed().isEmpty()) {
      found.add(
          new Violation(
              Kind.NOT_BY_THE_RULE, score.where(), "withheld says other than the blocks do"));
    }
  }

  private void attack(Comments comments, ReleasedReports reports) {
    PublishedComments published = comments.published();
    if (published.groups().isEmpty() || ReleasePolicy.isNamed(published.groups().getFirst())) {
      return;
    }
    String where = comments.subject() + ", comments from " + String.join("+", published.groups());
    int authors =
        reports.scores().stream()
            .filter(score -> score.subject().equals(comments.subject()))
            .flatMap(score -> score.blocks().stream())
            .filter(block -> Set.copyOf(block.groups()).containsAll(published.groups()))
            .mapToInt(BlockValue::n)
            .min()
            .orElse(Math.max(policy.comments(), reports.commentsFrom()));
    if (authors < policy.commentsFrom() || published.texts().size() < WRITERS) {
      found.add(
          new Violation(
              Kind.FEW_AUTHORS,
              where,
              "%d comments from a group that may be of %d, of whom %d may tell"
                  .formatted(published.texts().size(), authors, policy.colluders())));
    }
  }

  /// Several rounds together, as far as they tell: the same groups with a few raters more or less.
  /// Who they are tells the ledger.
  public void history(List<ReleasedReports> rounds) {
    Map<String, Map<Integer, String>> sizes = new LinkedHashMap<>();
    for (ReleasedReports round : rounds) {
      for (Score score : round.scores()) {
        for (BlockValue block : score.unnamed()) {
          sizes
              .computeIfAbsent(
                  score.where() + ", " + String.join("+", block.groups()),
                  _ -> new LinkedHashMap<>())
              .putIfAbsent(block.n(), round.file());
        }
      }
    }
    sizes.forEach(this::close);
  }

  private void close(String where, Map<Integer, String> sizes) {
    List<Integer> sorted = sizes.keySet().stream().sorted().toList();
    for (int at = 1; at < sorted.size(); at++) {
      int difference = sorted.get(at) - sorted.get(at - 1);
      if (difference < policy.numeric()) {
        found.add(
            new Violation(
                Kind.SINGLED_OUT,
                where,
                "%d raters in %s, %d in %s: if the others are the same, %d are their difference"
                    .formatted(
                        sorted.get(at - 1),
                        sizes.get(sorted.get(at - 1)),
                        sorted.get(at),
                        sizes.get(sorted.get(at)),
                        difference)));
      }
    }
  }

  /// What whoever knows the members of every published set can single out.
  public void history(Ledger ledger) {
    Map<String, Set<Set<String>>> sets = new LinkedHashMap<>();
    ledger
        .entries()
        .forEach(entry ->
            sets.computeIfAbsent(entry.subject(), _ -> new HashSet<>()).add(entry.raters()));
    sets.forEach((subject, each) -> {
      if (new Singling(each).isPossible(policy.numeric())) {
        found.add(
            new Violation(
                Kind.SINGLED_OUT,
                subject,
                "sums and differences of %d published sets are about fewer than %d raters"
                    .formatted(each.size(), policy.numeric())));
      }
    });
  }
}
