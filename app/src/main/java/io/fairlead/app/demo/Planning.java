package io.fairlead.app.demo;

import io.fairlead.app.demo.DemoCompany.Cycle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Writes a cycle's objectives: every seat draws from its topic, carries over what the cycle before
/// left to carry over, and aligns to the seat above; some contribute to others beside it.
final class Planning {
  private static final double CONTRIBUTES = 0.38;
  private static final double STANDS_ALONE = 0.06;
  private static final double DELEGATED = 0.08;
  private static final double FOR_TEAM = 0.1;
  private static final double FOR_NAMED = 0.05;
  private static final int DROPPED = 5;
  private static final int DRAFTS = 6;
  private static final int PROPOSED = 5;

  private final Dice dice;
  private final Staff staff;
  private final Phrases phrases;
  private final Map<String, List<Template>> templates = Template.all();
  private final Map<Template, Integer> usedIn = new HashMap<>();
  private final LocalDate until;
  private int cyclesPlanned;

  /// @param until the last day that is simulated
  Planning(Dice dice, Staff staff, Phrases phrases, LocalDate until) {
    this.dice = dice;
    this.until = until;
    this.staff = staff;
    this.phrases = phrases;
  }

  /// @param before the objectives of the cycle before
  /// @param containing the objectives of the year around it
  List<Goal> plan(Cycle cycle, List<Seat> seats, List<Goal> before, List<Goal> containing) {
    cyclesPlanned++;
    Map<String, Deque<Template>> pools = new HashMap<>();
    List<Goal> goals = new ArrayList<>();
    for (Seat seat : seats) {
      List<Goal> carried =
          before.stream()
              .filter(goal -> goal.nextStep.equals("carry-over") && goal.seat.isSame(seat))
              .limit(seat.many())
              .toList();
      carried.forEach(from -> goals.add(goal(cycle, seat, from.template, Optional.of(from))));
      Deque<Template> pool = pools.computeIfAbsent(seat.topic(), this::pool);
      for (int i = carried.size(); i < seat.many(); i++) {
        Template next = pool.poll();
        while (next != null && isThere(goals, next)) {
          next = pool.poll();
        }
        if (next != null) {
          goals.add(goal(cycle, seat, next, Optional.empty()));
        }
      }
    }
    goals.forEach(goal -> usedIn.put(goal.template, cyclesPlanned));
    align(goals, containing);
    narrow(goals);
    settle(goals, cycle);
    return goals;
  }

  private boolean isRunning(Cycle cycle) {
    return !cycle.ends().isBefore(until);
  }

  private static boolean isThere(List<Goal> goals, Template template) {
    return goals.stream().anyMatch(goal -> goal.template.title().equals(template.title()));
  }

  /// What was used longest ago comes first.
  private Deque<Template> pool(String topic) {
    List<Template> all = templates.get(topic);
    if (all == null) {
      throw new IllegalStateException("no goals about " + topic);
    }
    return new ArrayDeque<>(
        dice.shuffled(all).stream()
            .sorted(Comparator.comparing(template -> usedIn.getOrDefault(template, 0)))
            .toList());
  }

  private Goal goal(Cycle cycle, Seat seat, Template template, Optional<Goal> from) {
    LocalDate written =
        cycle.starts().minusDays(dice.between(1, 13)).plusDays(seat.rank() > 2 ? 4 : 0);
    LocalDate active = written.plusDays(dice.between(1, 7));
    Instant at = moment(written);
    Goal goal =
        new Goal(
            dice.id(at),
            cycle,
            template,
            seat,
            from.map(each -> each.around).orElseGet(() -> phrases.around(dice)),
            from.orElse(null),
            at,
            active);
    goal.keyResults.addAll(new KeyResults(dice, goal, isRunning(cycle)).written());
    return goal;
  }

  private Instant moment(LocalDate day) {
    return day.atTime(LocalTime.of(dice.between(8, 17), dice.between(0, 59)))
        .atZone(Rulebook.ZONE)
        .toInstant();
  }

  private void align(List<Goal> goals, List<Goal> containing) {
    Set<Goal> alone =
        dice.some(goals.stream().filter(goal -> goal.seat.rank() > 1).toList(), STANDS_ALONE);
    for (Goal goal : goals) {
      Seat next = goal.seat.above();
      List<Goal> above =
          next == null
              ? containing
              : goals.stream().filter(other -> other.seat.isSame(next)).toList();
      if (alone.contains(goal) || above.isEmpty()) {
        goal.standsAlone = next == null ? "" : phrases.say(dice, "alone", () -> "somebody");
        continue;
      }
      Goal parent = dice.of(above);
      goal.parents.add(parent);
      parent.hasChildren = true;
    }
    List<Goal> may =
        goals.stream().filter(goal -> goal.seat.rank() > 1 && !goal.parents.isEmpty()).toList();
    Set<Goal> contributing = dice.some(may, CONTRIBUTES);
    for (Goal goal : may) {
      if (contributing.contains(goal)) {
        contribute(goal, goals);
        if (dice.chance(0.12)) {
          contribute(goal, goals);
        }
      }
    }
  }

  /// To an objective of a team that is neither one's own nor above it. Only earlier ones, so that
  /// no circle can close, and none as deep as one's own, so that the tree keeps its levels.
  private void contribute(Goal goal, List<Goal> goals) {
    List<Goal> others =
        goals.subList(0, goals.indexOf(goal)).stream()
            .filter(other -> other.seat.rank() > 0 && other.seat.rank() < 4)
            .filter(other -> !other.seat.isSame(goal.seat) && !goal.seat.isBelow(other.seat))
            .filter(other -> !goal.isUnder(other) && other.depth() <= goal.seat.rank() + 1)
            .toList();
    if (!others.isEmpty()) {
      Goal other = dice.of(others);
      goal.parents.add(other);
      other.hasChildren = true;
    }
  }

  /// Who else works on it, and who may see it.
  private void narrow(List<Goal> goals) {
    List<Goal> shared = goals.stream().filter(goal -> !goal.seat.helpers().isEmpty()).toList();
    for (Goal goal : shared) {
      if (goal.seat.rank() > 0 && dice.chance(DELEGATED)) {
        goal.delegate = dice.of(goal.seat.helpers());
      }
    }
    List<Goal> small =
        goals.stream().filter(goal -> goal.seat.rank() > 2 && !goal.hasChildren).toList();
    dice.some(small, FOR_TEAM).forEach(goal -> goal.visibility = "team");
    dice.some(small, FOR_NAMED)
        .forEach(goal -> {
          goal.visibility = "named";
          List<UUID> near = staff.post(goal.seat.accountable()).everybody();
          dice.shuffled(near).stream()
              .filter(person -> !person.equals(goal.seat.accountable()))
              .limit(3)
              .forEach(goal.readers::add);
        });
  }

  /// Not everything that is written is published, and not everything that is published is kept.
  private void settle(List<Goal> goals, Cycle cycle) {
    List<Goal> loose =
        dice.shuffled(
            goals.stream()
                .filter(goal -> goal.seat.rank() > 2 && !goal.hasChildren && isStaying(goal))
                .toList());
    loose.stream().limit(DROPPED).forEach(goal -> goal.state = "dropped");
    if (!isRunning(cycle)) {
      return;
    }
    List<Goal> unpublished =
        loose.stream().skip(DROPPED).filter(goal -> goal.carriedFrom == null).toList();
    unpublished.stream().limit(DRAFTS).forEach(goal -> recent(goal, "draft"));
    unpublished.stream().skip(DRAFTS).limit(PROPOSED).forEach(goal -> recent(goal, "proposed"));
  }

  private boolean isStaying(Goal goal) {
    return staff.person(goal.seat.accountable()).left() == null;
  }

  private void recent(Goal goal, String state) {
    goal.state = state;
    goal.createdAt = moment(until.minusDays(dice.between(2, 11)));
  }
}
