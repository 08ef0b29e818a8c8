package io.fairlead.methods.disclosure;

import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The release rule: from the answers about one reviewee to the one thing that is ever published of
/// them. Blocks come from counts ([Partition]) and from what was published before ([Ledger]), never
/// from answers; a block's value comes from [BlockRule]; comments from [CommentRule].
public final class ReleaseRule {
  private final ReleasePolicy policy;
  private final BlockRule rule;

  /// @throws IllegalArgumentException if the policy has problems
  public ReleaseRule(ReleasePolicy policy) {
    if (!policy.problems().isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", policy.problems()));
    }
    this.policy = policy;
    rule = new BlockRule(policy);
  }

  /// @param blocks whose figures were published, for the ledger
  public record Release(Published published, List<ReleasedBlock> blocks) {
    public Release {
      blocks = List.copyOf(blocks);
    }
  }

  /// Raters who were counted together.
  public record ReleasedBlock(List<String> groups, Set<String> raters) {
    public ReleasedBlock {
      groups = List.copyOf(groups);
      raters = Set.copyOf(raters);
    }
  }

  /// Which groups' ratings would be shown together for these counts of responders.
  public List<List<String>> numericBlocks(Map<String, Integer> responders) {
    return Partition.of(responders, policy.groups(), policy.numeric());
  }

  /// Which groups' comments would be.
  public List<List<String>> commentBlocks(Map<String, Integer> responders) {
    return Partition.of(responders, policy.groups(), policy.commentsFrom());
  }

  /// As if nothing had been published of the reviewee before.
  public Published published(SubjectAnswers answers, RandomGenerator key) {
    return release(answers, List.of(), key).published();
  }

  /// @param earlier sets of raters whose figures about this reviewee were published within the
  ///   ledger's time
  /// @param key fresh for every release, so that the order of comments tells nothing
  public Release release(SubjectAnswers answers, List<Set<String>> earlier, RandomGenerator key) {
    List<Block> blocks = admitted(answers, earlier);
    List<PublishedScore> scores = new ArrayList<>();
    answers
        .items()
        .forEach((competency, items) -> {
          switch (policy.unit()) {
            case COMPETENCY -> scores.add(competency(answers, blocks, competency, items));
            case ITEM -> items.forEach(item -> scores.add(item(answers, blocks, competency, item)));
          }
        });
    Published published =
        new Published(
            answers.subject(),
            policy.scale(),
            scores,
            new CommentRule(policy).published(answers.responders(), key));
    return new Release(
        published,
        blocks.stream().map(each -> new ReleasedBlock(each.groups(), each.raters())).toList());
  }

  private record Block(List<String> groups, List<Responder> members) {
    Set<String> raters() {
      Set<String> raters = new LinkedHashSet<>();
      members.forEach(member -> raters.add(member.rater()));
      return raters;
    }
  }

  /// The partition's blocks if the ledger admits them all; otherwise all of them as one, if it
  /// admits that; otherwise those whose raters are, to a person, those of a set that was published
  /// before: such a set makes no sum or difference that there was not already. Which of these it
  /// was is not said.
  private List<Block> admitted(SubjectAnswers answers, List<Set<String>> earlier) {
    List<Block> blocks = blocks(answers.responders());
    if (Ledger.admits(earlier, sets(blocks), policy.numeric())) {
      return blocks;
    }
    List<Block> pooled =
        List.of(
            new Block(
                blocks.stream().flatMap(block -> block.groups().stream()).toList(),
                blocks.stream().flatMap(block -> block.members().stream()).toList()));
    if (Ledger.admits(earlier, sets(pooled), policy.numeric())) {
      return pooled;
    }
    List<Block> again = blocks.stream().filter(block -> earlier.contains(block.raters())).toList();
    return Ledger.admits(earlier, sets(again), policy.numeric()) ? again : List.of();
  }

  private static List<Set<String>> sets(List<Block> blocks) {
    return blocks.stream().map(Block::raters).toList();
  }

  private List<Block> blocks(List<Responder> responders) {
    return Partition.of(counts(responders), policy.groups(), policy.numeric()).stream()
        .map(groups -> new Block(groups, in(groups, responders)))
        .toList();
  }

  static Map<String, Integer> counts(List<Responder> responders) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    responders.forEach(responder -> counts.merge(responder.group(), 1, Integer::sum));
    return counts;
  }

  static List<Responder> in(List<String> groups, List<Responder> responders) {
    Set<String> wanted = new HashSet<>(groups);
    return responders.stream().filter(it -> wanted.contains(it.group())).toList();
  }

  private PublishedScore competency(
      SubjectAnswers answers, List<Block> blocks, String competency, Set<String> items) {
    List<BlockValue> values =
        named(
            answers, responder -> BlockRule.score(responder.of(competency).values(), items.size()));
    if (items.size() >= ReleaseUnit.LEAST_ITEMS) {
      for (Block block : blocks) {
        values(block, responder -> BlockRule.score(responder.of(competency).values(), items.size()))
            .ifPresent(values::add);
      }
    }
    return new PublishedScore(competency, Optional.empty(), values);
  }

  private PublishedScore item(
      SubjectAnswers answers, List<Block> blocks, String competency, String item) {
    Scorer scorer = responder -> BlockRule.score(one(responder.of(competency), item), 1);
    List<BlockValue> values = named(answers, scorer);
    for (Block block : blocks) {
      if (block.members().size() >= ReleaseUnit.LEAST_RATERS) {
        values(block, scorer).ifPresent(values::add);
      }
    }
    return new PublishedScore(competency, Optional.of(item), values);
  }

  private static Collection<Integer> one(Map<String, Integer> ratings, String item) {
    return Optional.ofNullable(ratings.get(item)).map(List::of).orElse(List.of());
  }

  private interface Scorer {
    Optional<Ratio> score(Responder responder);
  }

  private static List<BlockValue> named(SubjectAnswers answers, Scorer scorer) {
    List<BlockValue> values = new ArrayList<>();
    for (String group : List.of(ReleasePolicy.SELF, ReleasePolicy.MANAGER)) {
      for (Responder responder : in(List.of(group), answers.responders())) {
        scorer
            .score(responder)
            .map(BlockRule::named)
            .ifPresent(told -> values.add(value(List.of(group), 1, told)));
      }
    }
    return values;
  }

  private Optional<BlockValue> values(Block block, Scorer scorer) {
    List<Ratio> scores =
        block.members().stream().map(scorer::score).flatMap(Optional::stream).toList();
    return rule.told(scores).map(told -> value(block.groups(), block.members().size(), told));
  }

  private static BlockValue value(List<String> groups, int n, BlockRule.Told told) {
    return new BlockValue(groups, n, told.bound(), told.mean());
  }
}
