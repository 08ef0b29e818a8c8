package io.fairlead.app.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The sentence above a measure (`measures.seen.…`) says exactly whom the policy table lets read
/// it. JONAS owns it, NOOR enters values, LIAM is named as a reader, MARA, HENRIK and INES are the
/// line above, RUBEN is the management; its unit is that of DEV and AIKO. ELIF is people
/// operations, which has no part in it.
@AppTest
class MeasureSeenByTest {
  private static final Set<Person> WORKING = EnumSet.of(Person.JONAS, Person.NOOR);
  private static final Set<Person> LINE = EnumSet.of(Person.MARA, Person.HENRIK, Person.INES);
  private static final Set<Person> MANAGEMENT = EnumSet.of(Person.RUBEN);
  private static final Set<Person> NAMED = EnumSet.of(Person.LIAM);

  @Autowired Company company;
  @Autowired Policy policy;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @ParameterizedTest
  @CsvSource({
    // visibility, who the sentence names
    "public, everyone",
    "unit, unit working line management",
    "named, named working line management",
  })
  void theSentenceNamesWhomTheTableLetsRead(String visibility, String named) {
    UUID unit =
        database
            .sql("select unit from employment where person = ? and during @> ?")
            .params(Person.DEV.id(), TestClock.TODAY)
            .query(UUID.class)
            .single();
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into measure (id, code, name, owner, of_unit, direction, frequency, source, visibility, created_by, created_at)
            values (?, 'calls', 'Calls', ?, ?, 'lower', 'weekly', 'manual', ?, ?, now())
            """)
        .params(id, Person.JONAS.id(), unit, visibility, Person.JONAS.id())
        .update();
    enters(id, Person.NOOR, true);
    if (visibility.equals("named")) {
      enters(id, Person.LIAM, false);
    }
    assertThat(readers(id)).isEqualTo(people(named, unit));
  }

  private void enters(UUID measure, Person person, boolean enters) {
    database
        .sql("insert into measure_person (measure, person, enters) values (?, ?, ?)")
        .params(measure, person.id(), enters)
        .update();
  }

  private Set<Person> people(String named, UUID unit) {
    return Arrays.stream(named.split(" "))
        .flatMap(each ->
            switch (each) {
              case "everyone" -> Arrays.stream(Person.values());
              case "unit" -> Arrays.stream(Person.values()).filter(person -> isIn(unit, person));
              case "working" -> WORKING.stream();
              case "line" -> LINE.stream();
              case "management" -> MANAGEMENT.stream();
              case "named" -> NAMED.stream();
              default -> throw new IllegalArgumentException(each);
            })
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Person.class)));
  }

  private boolean isIn(UUID unit, Person person) {
    return database
        .sql(
            """
            select exists (select from employment e join unit_line l on l.below = e.unit
              where e.person = ? and e.during @> ? and l.above = ?)
            """)
        .params(person.id(), TestClock.TODAY, unit)
        .query(Boolean.class)
        .single();
  }

  private Set<Person> readers(UUID measure) {
    String may =
        policy.condition(MeasureRules.RECORD, MeasureRules.READ, MeasureRules.FIGURES, "m");
    return Arrays.stream(Person.values())
        .filter(person ->
            database
                .sql("select " + may + " from measure m where m.id = :id")
                .params(viewer(person).parameters())
                .param("id", measure)
                .query(Boolean.class)
                .single())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Person.class)));
  }

  private static Viewer viewer(Person person) {
    Set<Role> roles =
        switch (person) {
          case ELIF -> Set.of(Role.PEOPLE_OPS);
          case RUBEN -> Set.of(Role.EXECUTIVE);
          default -> Set.of();
        };
    return new Viewer(person.id(), person.fullName(), roles, Set.of(), Set.of(), TestClock.TODAY);
  }
}
