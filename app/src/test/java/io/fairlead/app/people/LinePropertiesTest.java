package io.fairlead.app.people;

import static io.fairlead.app.people.LinesTest.PEOPLE_OPS;
import static io.fairlead.app.people.LinesTest.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Random moves, dated back, now and ahead, against a model so simple that it must be right: for
/// each person the day-by-day map of managers.
@AppTest
class LinePropertiesTest {
  private static final int MOVES = 60;

  @Autowired Lines lines;
  @Autowired People people;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theClosureEqualsRecomputationAfterAnyMoves(long seed) {
    company.reset();
    lines.bringToToday();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Map<UUID, NavigableMap<LocalDate, Optional<UUID>>> model = beginning();
    Person[] all = Person.values();
    for (int move = 0; move < MOVES; move++) {
      Person person = all[random.nextInt(all.length)];
      Person manager = all[random.nextInt(all.length)];
      LocalDate from = people.today().plusDays(random.nextInt(60) - 30);
      boolean accepted = move(person, manager, from);
      boolean allowed = person != manager && !closesCircle(model, person, manager, from);
      assertThat(accepted).as("seed %d, move %d", seed, move).isEqualTo(allowed);
      if (accepted) {
        NavigableMap<LocalDate, Optional<UUID>> line = line(model, person.id());
        line.tailMap(from, true).clear();
        line.put(from, Optional.of(manager.id()));
      }
      if (random.nextInt(5) == 0) {
        clock.set(people.today().plusDays(1 + random.nextInt(3)));
        lines.bringToToday();
      }
      new ClosureCheck(database, people).equalsRecomputation();
    }
    for (Person person : all) {
      for (LocalDate day = TODAY.minusDays(31);
          day.isBefore(TODAY.plusDays(120));
          day = day.plusDays(7)) {
        assertThat(lines.managerOn(person.id(), day).map(PersonName::id))
            .as("seed %d, %s on %s", seed, person, day)
            .isEqualTo(managerOn(model, person.id(), day));
      }
    }
  }

  private boolean move(Person person, Person manager, LocalDate from) {
    long version = people.find(PEOPLE_OPS, person.id()).orElseThrow().version();
    return lines
        .assign(PEOPLE_OPS, new LineChange(person.id(), version, manager.id(), from, null))
        .isDone();
  }

  private static Map<UUID, NavigableMap<LocalDate, Optional<UUID>>> beginning() {
    Map<UUID, NavigableMap<LocalDate, Optional<UUID>>> model = new HashMap<>();
    for (Person person : Person.values()) {
      NavigableMap<LocalDate, Optional<UUID>> line = new TreeMap<>();
      line.put(LocalDate.of(2023, 3, 1), person.manager().map(Person::id));
      model.put(person.id(), line);
    }
    return model;
  }

  private static NavigableMap<LocalDate, Optional<UUID>> line(
      Map<UUID, NavigableMap<LocalDate, Optional<UUID>>> model, UUID person) {
    return Optional.ofNullable(model.get(person)).orElseThrow();
  }

  private static Optional<UUID> managerOn(
      Map<UUID, NavigableMap<LocalDate, Optional<UUID>>> model, UUID person, LocalDate day) {
    return Optional.ofNullable(line(model, person).floorEntry(day)).flatMap(Map.Entry::getValue);
  }

  /// Walks up on every day from the move to long after the last one.
  private boolean closesCircle(
      Map<UUID, NavigableMap<LocalDate, Optional<UUID>>> model,
      Person person,
      Person manager,
      LocalDate from) {
    LocalDate end = people.today().plusDays(61);
    for (LocalDate day = from; day.isBefore(end); day = day.plusDays(1)) {
      Optional<UUID> above = Optional.of(manager.id());
      while (above.isPresent()) {
        if (above.get().equals(person.id())) {
          return true;
        }
        above = managerOn(model, above.get(), day);
      }
    }
    return false;
  }
}
