package io.fairlead.app.demo;

import io.fairlead.app.demo.DemoCompany.Grade;
import io.fairlead.app.demo.DemoCompany.KeyResult;
import io.fairlead.app.demo.DemoCompany.Retrospective;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Grades what a cycle leaves, and looks back: suggested scores, now and then another one with its
/// reason, the owner's own view, what was learned, and what comes next.
final class Closing {
  private static final double ANOTHER_SCORE = 0.06;
  private static final double STILL_OPEN = 0.3;

  private final Dice dice;
  private final Staff staff;
  private final Phrases phrases;
  private final Records records;

  Closing(Dice dice, Staff staff, Phrases phrases, Records records) {
    this.dice = dice;
    this.staff = staff;
    this.phrases = phrases;
    this.records = records;
  }

  /// @param latest whether no ordinary cycle ended after it, so that some are not closed yet
  void close(List<Goal> goals, boolean latest) {
    List<Goal> kept = goals.stream().filter(goal -> goal.state.equals("active")).toList();
    Set<Goal> open = latest ? dice.some(kept, STILL_OPEN) : Set.of();
    for (Goal goal : kept) {
      grade(goal);
      goal.state = open.contains(goal) ? "graded" : "closed";
    }
  }

  private void grade(Goal goal) {
    LocalDate day = dice.day(goal.cycle.ends().plusDays(1), goal.cycle.gradingUntil().minusDays(1));
    Instant at = Records.at(day, dice);
    UUID by = goal.seat.accountable();
    double sum = 0;
    double weights = 0;
    for (KeyResult each : goal.keyResults) {
      Goal.Score score = goal.scores.get(each.id());
      double reached = score == null ? 0 : score.value();
      double weight = each.weight().doubleValue();
      sum += reached * weight;
      weights += weight;
      records.grades.add(
          new Grade(dice.id(at), goal.id, each.id(), reached, reached, false, "", by, at));
    }
    double suggested = sum / weights;
    double score = goal.template.kind().equals("learning") ? answer(suggested) : suggested;
    String comment = "";
    if (score < 1 && goal.template.kind().equals("committed")) {
      comment = said("not kept", goal);
    } else if (score > 0.1 && score < 0.85 && dice.chance(ANOTHER_SCORE)) {
      score = Math.round((score + dice.of(List.of(-0.1, 0.1))) * 100) / 100.0;
      comment = said("grade reason", goal);
    }
    records.grades.add(
        new Grade(dice.id(at), goal.id, null, suggested, score, false, comment, by, at));
    lookBack(goal, score, by, at);
  }

  private static double answer(double suggested) {
    return suggested >= 0.85 ? 1 : suggested >= 0.4 ? 0.5 : 0;
  }

  private void lookBack(Goal goal, double score, UUID by, Instant at) {
    goal.nextStep = next(goal, score);
    double self = Math.clamp(Math.round((score + dice.normal(0.04, 0.07)) * 20) / 20.0, 0.0, 1.0);
    records.retrospectives.add(
        new Retrospective(
            dice.id(at),
            goal.id,
            self,
            said(score >= 0.7 ? "self good" : score >= 0.4 ? "self mid" : "self bad", goal),
            said("well", goal),
            said("way", goal),
            said("learned", goal),
            goal.nextStep,
            by,
            at));
  }

  private String next(Goal goal, double score) {
    if (score >= 0.95) {
      return "done";
    }
    if (score >= 0.35 && goal.seat.rank() < 4 && dice.chance(0.28)) {
      return "carry-over";
    }
    return goal.seat.rank() < 4 && dice.chance(0.12) ? "clone" : score < 0.4 ? "stop" : "done";
  }

  private String said(String situation, Goal goal) {
    List<UUID> near = staff.post(goal.seat.accountable()).everybody();
    return phrases.say(dice, situation, () -> staff.person(dice.of(near)).name().split(" ")[0]);
  }
}
