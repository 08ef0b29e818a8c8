package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.people.PeopleRelations;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Relation;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The relations that the access matrix takes for granted, against the company as one reads it: for
/// every pair of people, what the SQL says is what the chart says.
@AppTest
class RelationsTest {
  private static final Map<Relation, BiPredicate<Person, Person>> MEANINGS =
      Map.of(
          Relation.EVERYONE, (viewer, subject) -> true,
          Relation.SELF, (viewer, subject) -> viewer == subject,
          PeopleRelations.MANAGER,
              (viewer, subject) -> subject.manager().equals(Optional.of(viewer)),
          PeopleRelations.LINE, (viewer, subject) -> isAbove(viewer, subject),
          PeopleRelations.HR_PARTNER,
              (viewer, subject) ->
                  viewer == Person.NOOR
                      && Set.of("Product and Engineering", "Activation").contains(subject.unit()),
          Relation.PEOPLE_OPS, (viewer, subject) -> viewer == Person.ELIF,
          Relation.EXECUTIVE, (viewer, subject) -> viewer == Person.INES,
          Relation.FINANCE, (viewer, subject) -> viewer == Person.YUKI,
          Relation.AUDITOR, (viewer, subject) -> viewer == Person.SOFIA,
          Relation.IT_ADMINISTRATOR, (viewer, subject) -> viewer == Person.LIAM);

  @Autowired JdbcClient database;
  @Autowired Sessions sessions;
  @Autowired Visitors visitors;

  private static boolean isAbove(Person viewer, Person subject) {
    Optional<Person> manager = subject.manager();
    while (manager.isPresent()) {
      if (manager.get() == viewer) {
        return true;
      }
      manager = manager.get().manager();
    }
    return false;
  }

  @Test
  void everyRelationMeansWhatItsNameSays() {
    List<String> wrong = new ArrayList<>();
    for (Person person : Person.values()) {
      Viewer viewer = sessions.viewer(visitors.cookie(person)).orElseThrow();
      MEANINGS.forEach((relation, meaning) -> {
        for (Person subject : Person.values()) {
          if (holds(relation, viewer, subject) != meaning.test(person, subject)) {
            wrong.add(person + " " + relation.code() + " " + subject);
          }
        }
      });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aRelationOfARoleIsNamedAfterIt() {
    for (Role role : Role.values()) {
      assertThat(MEANINGS.keySet()).extracting(Relation::code).contains(role.code());
    }
  }

  private boolean holds(Relation relation, Viewer viewer, Person subject) {
    return database
        .sql(
            "select "
                + relation.condition().replace("{subject}", "x.subject")
                + " from (select cast(:subject as uuid) as subject) x")
        .params(viewer.parameters())
        .param("subject", subject.id())
        .query(Boolean.class)
        .single();
  }
}
