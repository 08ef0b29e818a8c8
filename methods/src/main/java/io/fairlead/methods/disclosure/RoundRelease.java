package io.fairlead.methods.disclosure;

import io.fairlead.methods.disclosure.Ledger.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Publishes a round, one reviewee after the other, each once, and keeps the ledger.
public final class RoundRelease {
  private final ReleaseRule rule;
  private final Ledger before;
  private final Map<String, List<Entry>> counting;
  private final String round;
  private final LocalDate closed;
  private final RandomGenerator key;
  private final List<Entry> published = new ArrayList<>();

  /// @param before what was published earlier
  /// @param round its name in the ledger
  /// @param closed the day on which it was
  /// @param key fresh, for the order of comments
  public RoundRelease(
      ReleasePolicy policy, Ledger before, String round, LocalDate closed, RandomGenerator key) {
    rule = new ReleaseRule(policy);
    this.before = before;
    this.round = round;
    this.closed = closed;
    this.key = key;
    counting = before.counting(closed);
  }

  /// Whether the round was published before: it is published once.
  public boolean isOut() {
    return before.entries().stream().anyMatch(entry -> entry.round().equals(round));
  }

  /// What is published of one reviewee; their sets go into the ledger.
  public Published published(SubjectAnswers answers) {
    List<Set<String>> earlier =
        counting.getOrDefault(answers.subject(), List.of()).stream().map(Entry::raters).toList();
    ReleaseRule.Release release = rule.release(answers, earlier, key);
    release
        .blocks()
        .forEach(
            block -> published.add(new Entry(answers.subject(), round, closed, block.raters())));
    return release.published();
  }

  /// With what has been published so far.
  public Ledger ledger() {
    return before.plus(published, closed);
  }
}
