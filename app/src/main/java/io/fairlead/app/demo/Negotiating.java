package io.fairlead.app.demo;

import io.fairlead.app.demo.DemoCompany.Alignment;
import io.fairlead.app.demo.DemoCompany.Move;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Talks alignments through: proposed, discussed, countered, agreed, declined, or still waiting.
final class Negotiating {
  private static final List<BigDecimal> SHARES =
      List.of(
          new BigDecimal("0.1"),
          new BigDecimal("0.15"),
          new BigDecimal("0.2"),
          new BigDecimal("0.25"),
          new BigDecimal("0.3"),
          new BigDecimal("0.4"));
  private static final double WAITING = 0.16;
  private static final double DECLINED = 0.1;

  private final Dice dice;
  private final Staff staff;
  private final Phrases phrases;
  private final Records records;
  private final Instant until;

  Negotiating(Dice dice, Staff staff, Phrases phrases, Records records, Instant until) {
    this.dice = dice;
    this.staff = staff;
    this.phrases = phrases;
    this.records = records;
    this.until = until;
  }

  /// A goal and one that it contributes to beside its parent.
  private record Pair(Goal child, Goal parent) {}

  void talk(List<Goal> goals, boolean running) {
    List<Pair> pairs = new ArrayList<>();
    for (Goal goal : goals) {
      goal.parents.stream().skip(1).forEach(parent -> pairs.add(new Pair(goal, parent)));
    }
    Set<Pair> waiting = running ? dice.some(pairs, WAITING) : Set.of();
    List<Pair> others = pairs.stream().filter(pair -> !waiting.contains(pair)).toList();
    Set<Pair> declined = dice.some(others, DECLINED);
    for (Goal goal : goals) {
      BigDecimal left = BigDecimal.ONE;
      for (Pair pair : pairs) {
        if (pair.child() == goal) {
          BigDecimal share = dice.of(SHARES);
          Ending ending =
              declined.contains(pair)
                  ? Ending.DECLINED
                  : waiting.contains(pair) || !isPublished(goal) ? Ending.WAITING : Ending.AGREED;
          BigDecimal agreed = talk(pair, share, false, ending);
          left = left.subtract(agreed);
        }
      }
      if (!goal.parents.isEmpty()) {
        Ending ending = isPublished(goal) ? Ending.AGREED : Ending.WAITING;
        Goal parent = goal.parents.getFirst();
        talk(new Pair(goal, parent), BigDecimal.ONE, true, ending);
        records.alignments.add(
            new Alignment(goal.id, parent.id, left, true, ending == Ending.AGREED));
      }
    }
  }

  private static boolean isPublished(Goal goal) {
    return !goal.state.equals("draft") && !goal.state.equals("proposed");
  }

  private enum Ending {
    AGREED,
    WAITING,
    DECLINED
  }

  /// The share that was agreed for a contribution; 0 if none was.
  private BigDecimal talk(Pair pair, BigDecimal offered, boolean primary, Ending ending) {
    Instant at = pair.child().createdAt.plus(Duration.ofMinutes(dice.between(5, 600)));
    if (ending == Ending.WAITING && isPublished(pair.child())) {
      at = until.minus(Duration.ofHours(dice.between(60, 200)));
    }
    BigDecimal share = offered;
    boolean wordy = !primary || dice.chance(0.3);
    say(pair, "proposed", share, primary, wordy ? said("propose", pair) : "", pair.child(), at);
    boolean sameHand = pair.child().worker().equals(pair.parent().worker());
    if (!sameHand && dice.chance(primary ? 0.08 : 0.45)) {
      at = later(at);
      say(pair, "discussed", null, primary, said("discuss", pair), pair.parent(), at);
    }
    Goal answers = pair.parent();
    if (!primary && !sameHand && dice.chance(0.3)) {
      at = later(at);
      share = dice.of(SHARES);
      say(pair, "countered", share, false, said("counter", pair), pair.parent(), at);
      answers = pair.child();
    }
    switch (ending) {
      case AGREED -> {
        String note = dice.chance(primary ? 0.1 : 0.4) ? said("agree", pair) : "";
        say(pair, "agreed", null, primary, note, answers, later(at));
      }
      case DECLINED ->
          say(pair, "declined", null, false, said("decline", pair), answers, later(at));
      case WAITING -> {}
    }
    if (!primary && ending != Ending.DECLINED) {
      boolean agreed = ending == Ending.AGREED;
      records.alignments.add(
          new Alignment(pair.child().id, pair.parent().id, share, false, agreed));
    }
    return ending == Ending.AGREED ? share : BigDecimal.ZERO;
  }

  private Instant later(Instant at) {
    Instant later = at.plus(Duration.ofMinutes(dice.between(20, 1500)));
    return later.isAfter(until) ? until : later;
  }

  private void say(
      Pair pair,
      String move,
      @Nullable BigDecimal share,
      boolean primary,
      String note,
      Goal by,
      Instant at) {
    records.moves.add(
        new Move(
            dice.id(at),
            pair.child().id,
            pair.parent().id,
            move,
            share,
            primary,
            note,
            by.worker(),
            at));
  }

  private String said(String situation, Pair pair) {
    return phrases.say(
        dice,
        situation,
        () ->
            staff
                .person(dice.of(staff.post(pair.child().worker()).everybody()))
                .name()
                .split(" ")[0]);
  }
}
