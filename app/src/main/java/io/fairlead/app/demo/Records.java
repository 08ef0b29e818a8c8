package io.fairlead.app.demo;

import io.fairlead.app.demo.DemoCompany.Alignment;
import io.fairlead.app.demo.DemoCompany.CheckIn;
import io.fairlead.app.demo.DemoCompany.Comment;
import io.fairlead.app.demo.DemoCompany.Figure;
import io.fairlead.app.demo.DemoCompany.Follower;
import io.fairlead.app.demo.DemoCompany.Grade;
import io.fairlead.app.demo.DemoCompany.Happened;
import io.fairlead.app.demo.DemoCompany.Measured;
import io.fairlead.app.demo.DemoCompany.Move;
import io.fairlead.app.demo.DemoCompany.Opening;
import io.fairlead.app.demo.DemoCompany.Part;
import io.fairlead.app.demo.DemoCompany.Reaction;
import io.fairlead.app.demo.DemoCompany.Retrospective;
import io.fairlead.app.demo.DemoCompany.State;
import io.fairlead.app.demo.DemoCompany.StatusSaid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/// What is said and done about objectives and measured, as it piles up.
final class Records {
  final List<CheckIn> checkIns = new ArrayList<>();
  final List<Alignment> alignments = new ArrayList<>();
  final List<Move> moves = new ArrayList<>();
  final List<State> states = new ArrayList<>();
  final List<Grade> grades = new ArrayList<>();
  final List<Retrospective> retrospectives = new ArrayList<>();
  final List<StatusSaid> statuses = new ArrayList<>();
  final List<Opening> openings = new ArrayList<>();
  final List<Comment> comments = new ArrayList<>();
  final List<Reaction> reactions = new ArrayList<>();
  final List<Follower> followers = new ArrayList<>();
  final List<Measured> measured = new ArrayList<>();
  final List<Part> parts = new ArrayList<>();
  final List<Figure> figures = new ArrayList<>();
  final List<Happened> happened = new ArrayList<>();

  /// A moment of that day in working hours.
  static Instant at(LocalDate day, Dice dice) {
    return day.atTime(LocalTime.of(dice.between(8, 17), dice.between(0, 59), dice.between(0, 59)))
        .atZone(Rulebook.ZONE)
        .toInstant();
  }
}
