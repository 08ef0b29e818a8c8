package io.fairlead.app.demo;

import io.fairlead.app.demo.Staff.Crew;
import io.fairlead.app.demo.Staff.Post;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who sets objectives in a cycle: the organisation, a unit, a team, a person.
///
/// @param rank 0 the organisation, 1 a division, 2 and 3 units and teams, 4 a person
/// @param many how many objectives it sets
/// @param helpers who may own its key results
/// @param above whose objectives it would align to; null for the organisation
record Seat(
    String ownerKind,
    @Nullable UUID owner,
    UUID accountable,
    String topic,
    int rank,
    int many,
    List<UUID> helpers,
    @Nullable Seat above) {
  private static final double PERSONS_WITH_GOALS = 0.21;
  static final String YEAR = "company-year";

  boolean isSame(Seat other) {
    return ownerKind.equals(other.ownerKind) && Objects.equals(owner, other.owner);
  }

  boolean isBelow(Seat other) {
    return above != null && (above.isSame(other) || above.isBelow(other));
  }

  static Seat organisation(Staff staff, String topic) {
    Post top = staff.posts.getFirst();
    List<UUID> heads =
        staff.posts.stream().filter(post -> post.depth() == 1).map(Post::lead).toList();
    return new Seat("organisation", null, top.lead(), topic, 0, 3, heads, null);
  }

  /// Those of an ordinary cycle, from the top down.
  static List<Seat> of(Staff staff, Dice dice, LocalDate day) {
    List<Seat> seats = new ArrayList<>();
    seats.add(organisation(staff, "company"));
    staff.posts.stream()
        .filter(post -> post.depth() > 0)
        .sorted(Comparator.comparingInt(Post::depth))
        .forEach(post -> seats.add(unit(post, seats, staff, dice, day)));
    List<Seat> divisions = seats.stream().filter(seat -> seat.rank == 1).toList();
    for (Crew crew : staff.crews) {
      List<UUID> here =
          crew.members().stream().filter(person -> staff.person(person).isHere(day)).toList();
      Seat above = dice.chance(0.5) ? seats.getFirst() : dice.of(divisions);
      seats.add(
          new Seat(
              "team", crew.team().id(), crew.team().lead(), crew.team().name(), 3, 1, here, above));
    }
    persons(staff, dice, day, seats);
    return seats;
  }

  private static Seat unit(Post post, List<Seat> seats, Staff staff, Dice dice, LocalDate day) {
    Post parent = Objects.requireNonNull(post.above());
    Seat above =
        seats.stream()
            .filter(seat -> parent.unit().id().equals(seat.owner()))
            .findFirst()
            .orElse(seats.getFirst());
    int many = post.depth() < 3 ? 2 : dice.between(1, 2);
    List<UUID> helpers =
        post.members().stream().filter(person -> staff.person(person).isHere(day)).toList();
    return new Seat(
        "unit", post.unit().id(), post.lead(), post.topic(), post.depth(), many, helpers, above);
  }

  private static void persons(Staff staff, Dice dice, LocalDate day, List<Seat> seats) {
    List<Seat> units = List.copyOf(seats);
    List<UUID> here =
        staff.posts.stream()
            .flatMap(post -> post.members().stream())
            .filter(person -> staff.person(person).isHere(day.minusMonths(2)))
            .toList();
    List<UUID> wanted = new ArrayList<>(dice.shuffled(here));
    staff.people.values().stream()
        .filter(person -> person.name().equals("Jonas Beck") || isLeavingSoon(person, day))
        .map(DemoCompany.Person::id)
        .forEach(person -> wanted.addFirst(person));
    wanted.stream()
        .distinct()
        .limit(Math.round(here.size() * PERSONS_WITH_GOALS))
        .forEach(person -> {
          Post post = staff.post(person);
          Seat above =
              units.stream()
                  .filter(seat -> post.unit().id().equals(seat.owner()))
                  .findFirst()
                  .orElse(units.getFirst());
          seats.add(
              new Seat(
                  "person", person, person, personTopic(post.topic()), 4, 1, List.of(), above));
        });
  }

  /// Somebody who leaves before the cycle is over.
  private static boolean isLeavingSoon(DemoCompany.Person person, LocalDate day) {
    return person.isHere(day) && person.left() != null && person.left().isBefore(day.plusDays(80));
  }

  private static String personTopic(String topic) {
    return switch (topic) {
      case "engineering", "apps", "sensing", "cloud", "product", "quality" -> "person engineering";
      case "sales", "partners" -> "person sales";
      case "success", "support", "field" -> "person success";
      case "operations", "manufacturing", "supply", "safety" -> "person operations";
      default -> "person office";
    };
  }
}
