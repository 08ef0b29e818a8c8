package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
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

/// The sentence above an objective (`goals.seen.…`) says exactly whom the policy table lets read
/// it. Here each reader has a part of their own: JONAS owns it, YUKI is the delegate, RUBEN owns a
/// key result, TOMASZ owns what it was put to, DEV and AIKO share the unit, MARA, HENRIK and INES
/// are the line above, ELIF is people operations, LIAM is named as a reader. NOOR, SOFIA and
/// PRISCILLA have no part in it.
@AppTest
class SeenByTest {
  private static final Set<Person> WORKING = EnumSet.of(Person.JONAS, Person.YUKI);
  private static final Set<Person> ASKED = EnumSet.of(Person.TOMASZ);
  private static final Set<Person> HELPING = EnumSet.of(Person.RUBEN);
  private static final Set<Person> TEAM = EnumSet.of(Person.DEV, Person.AIKO, Person.MARA);
  private static final Set<Person> LINE = EnumSet.of(Person.MARA, Person.HENRIK, Person.INES);
  private static final Set<Person> PEOPLE_OPERATIONS = EnumSet.of(Person.ELIF);
  private static final Set<Person> NAMED = EnumSet.of(Person.LIAM);

  @Autowired Company company;
  @Autowired Goals goals;
  @Autowired Policy policy;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @ParameterizedTest
  @CsvSource({
    // visibility, state, who the sentence names
    "public, active, everyone",
    "team, active, team working asked helping line people-operations",
    "named, active, named working asked helping line people-operations",
    "public, draft, working asked",
    "team, draft, working asked",
    "public, proposed, team working asked helping line people-operations",
    "team, proposed, team working asked helping line people-operations",
  })
  void theSentenceNamesWhomTheTableLetsRead(String visibility, String state, String named) {
    UUID id = goals.objective(Person.JONAS, "Shorter queues", "Q2 2026", state, visibility);
    database
        .sql("update objective set delegate = ? where id = ?")
        .params(Person.YUKI.id(), id)
        .update();
    UUID part = goals.keyResult(id, "Minutes", 9, 4);
    database
        .sql("update key_result set owner = ? where id = ?")
        .params(Person.RUBEN.id(), part)
        .update();
    goals.align(id, goals.objective(Person.TOMASZ, "Customers stay"), 1, true);
    if (visibility.equals("named")) {
      database
          .sql("insert into objective_reader (objective, person) values (?, ?)")
          .params(id, Person.LIAM.id())
          .update();
    }
    assertThat(readers(id)).isEqualTo(people(named));
  }

  private static Set<Person> people(String named) {
    return Arrays.stream(named.split(" "))
        .flatMap(each ->
            switch (each) {
              case "everyone" -> Arrays.stream(Person.values());
              case "working" -> WORKING.stream();
              case "asked" -> ASKED.stream();
              case "helping" -> HELPING.stream();
              case "team" -> TEAM.stream();
              case "line" -> LINE.stream();
              case "named" -> NAMED.stream();
              case "people-operations" -> PEOPLE_OPERATIONS.stream();
              default -> throw new IllegalArgumentException(each);
            })
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Person.class)));
  }

  private Set<Person> readers(UUID objective) {
    String may = policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "o");
    return Arrays.stream(Person.values())
        .filter(person ->
            database
                .sql("select " + may + " from objective o where o.id = :id")
                .params(viewer(person).parameters())
                .param("id", objective)
                .query(Boolean.class)
                .single())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Person.class)));
  }

  private static Viewer viewer(Person person) {
    Set<Role> roles = person == Person.ELIF ? Set.of(Role.PEOPLE_OPS) : Set.of();
    return new Viewer(person.id(), person.fullName(), roles, Set.of(), Set.of(), TestClock.TODAY);
  }
}
