package io.fairlead.methods.disclosure.attack;

import io.fairlead.methods.disclosure.BlockRule;
import io.fairlead.methods.disclosure.BlockRule.Told;
import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.PublishedScore;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.SubjectAnswers;
import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Attacks what was published of one round, with as many colluders as the policy assumes, and
/// counts what is found. The answers are looked at for one thing: what the colluders gave.
final class RoundAttack {
  private static final String ONE_ITEM = ", one item";

  private final ReleasePolicy policy;
  private final RandomGenerator random;
  private final List<Violation> violations = new ArrayList<>();
  private int values;
  private int told;
  private double narrowest = Double.POSITIVE_INFINITY;
  private double likeliest;

  RoundAttack(ReleasePolicy policy, RandomGenerator random) {
    this.policy = policy;
    this.random = random;
  }

  List<Violation> violations() {
    return violations;
  }

  /// Published values that were attacked.
  int values() {
    return values;
  }

  /// Values that tell more to somebody who also knows who left out how many items.
  int told() {
    return told;
  }

  /// The least width, in points, to which they could narrow somebody's score.
  double narrowest() {
    return narrowest;
  }

  /// The highest probability that they could give to an answer or a score.
  double likeliest() {
    return likeliest;
  }

  void attack(SubjectAnswers answers, Published published) {
    for (PublishedScore score : published.scores()) {
      for (BlockValue block : score.blocks()) {
        if (!block.isNamed()) {
          attack(answers, score, block);
        }
      }
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    answers.responders().forEach(each -> counts.merge(each.group(), 1, Integer::sum));
    violations.addAll(Authors.few(published.comments(), counts, policy));
  }

  private void attack(SubjectAnswers answers, PublishedScore score, BlockValue block) {
    values++;
    int items =
        score.item().isPresent()
            ? 1
            : answers.items().getOrDefault(score.competency(), Set.of()).size();
    List<Collection<Integer>> counted = new ArrayList<>();
    for (Responder responder : answers.responders()) {
      Collection<Integer> given = given(responder, score);
      if (block.groups().contains(responder.group())
          && !given.isEmpty()
          && 2 * given.size() >= items) {
        counted.add(given);
      }
    }
    Collections.shuffle(counted, random);
    SkippedAttack attack = new SkippedAttack(policy.scale(), new BlockRule(policy), items);
    int known = 0;
    for (Collection<Integer> colluder : counted.subList(0, policy.colluders())) {
      int sum = colluder.stream().mapToInt(rating -> rating - policy.scale().low()).sum();
      known += sum * attack.parts() / colluder.size();
    }
    List<Integer> answered =
        counted.stream().skip(policy.colluders()).map(Collection::size).toList();
    String where =
        "%s, %s %s %s"
            .formatted(
                score.competency(),
                String.join("+", block.groups()),
                block.bound().sign(),
                block.mean().toPlainString());
    boolean isComplete = counted.stream().allMatch(given -> given.size() == items);
    int before = violations.size();
    attack
        .scores(new Told(block.bound(), block.mean()), answered, known, counted.size())
        .forEach((size, scores) -> {
          Feasible one = attack.answers(scores, size);
          one.ofRatings(where + ONE_ITEM, policy.width()).ifPresent(violations::add);
          Optional<Violation> found =
              items == 1
                  ? scores.ofRatings(where, policy.width())
                  : scores.ofScores(where, policy.width() * attack.parts());
          found.ifPresent(violations::add);
          if (!isComplete && found.isPresent()) {
            narrowest = Math.min(narrowest, scores.width() / (double) attack.parts());
          }
          if (!isComplete) {
            likeliest = Math.max(likeliest, Math.max(one.highest(), scores.highest()));
          }
        });
    if (!isComplete) {
      setAside(before);
    }
  }

  /// The promise is about what readers know, and they do not know who left out how many items: that
  /// a score is narrow or an answer likely is counted apart there. That an answer is certain, or
  /// that fewer than w + 1 are possible, is a violation all the same.
  private void setAside(int before) {
    List<Violation> since = violations.subList(before, violations.size());
    boolean isMore =
        since.removeIf(it ->
            it.kind() == Violation.Kind.LIKELY
                || (it.kind() == Violation.Kind.NARROW && !it.where().endsWith(ONE_ITEM)));
    told += isMore ? 1 : 0;
  }

  private static Collection<Integer> given(Responder responder, PublishedScore score) {
    Map<String, Integer> ratings = responder.ratings().getOrDefault(score.competency(), Map.of());
    if (score.item().isEmpty()) {
      return ratings.values();
    }
    Integer rating = ratings.get(score.item().get());
    return rating == null ? List.of() : List.of(rating);
  }
}
