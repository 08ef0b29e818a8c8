package io.fairlead.app.demo;

import io.fairlead.app.demo.DemoCompany.Opening;
import io.fairlead.app.demo.DemoCompany.Person;
import io.fairlead.app.demo.DemoCompany.State;
import io.fairlead.app.demo.DemoCompany.StatusSaid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What is kept beside the figures: how each objective came to its state, who opened it, and where
/// its owner says another status than the figures do.
final class Keeping {
  private static final double SAID_OTHERWISE = 0.035;

  private final Dice dice;
  private final Staff staff;
  private final Phrases phrases;
  private final Records records;
  private final LocalDate until;

  Keeping(Dice dice, Staff staff, Phrases phrases, Records records, LocalDate until) {
    this.dice = dice;
    this.staff = staff;
    this.phrases = phrases;
    this.records = records;
    this.until = until;
  }

  void keep(List<Goal> goals) {
    goals.forEach(this::states);
    goals.stream()
        .filter(goal -> goal.state.equals("active") || goal.state.equals("closed"))
        .forEach(this::openings);
    List<Goal> running = goals.stream().filter(goal -> goal.state.equals("active")).toList();
    dice.some(running.stream().filter(goal -> goal.silentFrom == null).toList(), SAID_OTHERWISE)
        .forEach(this::sayOtherwise);
  }

  private void states(Goal goal) {
    UUID by = goal.seat.accountable();
    state(goal, "draft", goal.createdAt, by, "");
    if (goal.state.equals("draft")) {
      return;
    }
    if (goal.state.equals("proposed") || dice.chance(0.3)) {
      state(goal, "proposed", goal.createdAt.plusSeconds(3_600L * dice.between(2, 20)), by, "");
    }
    if (goal.state.equals("proposed")) {
      return;
    }
    state(goal, "active", Records.at(goal.active, dice), by, "");
    if (goal.state.equals("dropped")) {
      LocalDate dropped = goal.cycle.starts().plusDays(dice.between(25, 30));
      LocalDate day = dropped.isAfter(until) ? until : dropped;
      state(goal, "dropped", Records.at(day, dice), by, phrases.say(dice, "dropped", () -> "Mara"));
    }
    records.grades.stream()
        .filter(grade -> grade.objective().equals(goal.id) && grade.keyResult() == null)
        .forEach(grade -> {
          state(goal, "graded", grade.at(), by, "");
          if (goal.state.equals("closed")) {
            LocalDate day = LocalDate.ofInstant(grade.at(), Rulebook.ZONE);
            state(goal, "closed", Records.at(day.plusDays(dice.between(1, 6)), dice), by, "");
          }
        });
  }

  private void state(Goal goal, String state, Instant at, UUID by, String reason) {
    records.states.add(new State(dice.id(at), goal.id, state, by, at, reason));
  }

  private void openings(Goal goal) {
    List<UUID> here =
        staff.people.values().stream()
            .filter(person -> person.isHere(goal.active))
            .map(Person::id)
            .toList();
    int many = goal.visibility.equals("public") ? dice.between(0, 9 - goal.seat.rank()) : 0;
    for (UUID person : dice.shuffled(here).subList(0, many)) {
      LocalDate last = until.isBefore(goal.cycle.ends()) ? until : goal.cycle.ends();
      Instant at = Records.at(dice.day(goal.active, last), dice);
      records.openings.add(new Opening(goal.id, person, at));
    }
  }

  private void sayOtherwise(Goal goal) {
    Instant at = Records.at(until.minusDays(dice.between(1, 5)), dice);
    String status = dice.of(List.of("on-track", "at-risk", "off-track"));
    records.statuses.add(
        new StatusSaid(
            dice.id(at),
            goal.id,
            status,
            phrases.say(
                dice,
                status.equals("on-track") ? "override on-track" : "override doubt",
                () -> "Mara"),
            goal.worker(),
            at));
  }
}
