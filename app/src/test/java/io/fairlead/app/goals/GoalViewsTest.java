package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class GoalViewsTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-05-13");
  private static final Instant NOW = Instant.parse("2026-05-13T09:00:00Z");

  @Autowired Goals goals;
  @Autowired GoalViews views;
  @Autowired GoalExport export;
  @Autowired Company company;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void whatAListShowsIsWhatOpensOneByOneForEveryPerson() {
    List<UUID> all = randomGoals(new Random(11), 60);
    for (Person person : Person.values()) {
      Viewer viewer = person.viewer();
      Set<UUID> opens = new HashSet<>();
      for (UUID id : all) {
        if (views
            .opened(viewer, id, query(GoalQuery.View.LIST, List.of()), NOW, TODAY)
            .isPresent()) {
          opens.add(id);
        }
      }
      opens.removeAll(dropped());
      assertThat(listed(viewer)).as(person.name()).isEqualTo(opens);
      assertThat(walked(viewer)).as(person.name()).isEqualTo(opens);
      assertThat(exported(viewer)).as(person.name()).isEqualTo(opens);
    }
  }

  @Test
  void theTreeIsThatOfTheAgreedPrimaryParentsAfterAnyChange() {
    Random random = new Random(5);
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ids.add(
          goals.objective(
              Person.INES, "Objective " + i, i % 7 == 0 ? "2026" : "Q2 2026", "active", "public"));
    }
    Map<UUID, UUID> parent = new HashMap<>();
    for (int change = 0; change < 300; change++) {
      int child = 1 + random.nextInt(39);
      int above = random.nextInt(child);
      if (child % 7 == 0 && above % 7 != 0) {
        continue; // a year's objective does not hang below a quarter's
      }
      UUID from = ids.get(child);
      UUID to = ids.get(above);
      switch (random.nextInt(4)) {
        case 0 -> {
          database.sql("delete from alignment where child = ?").param(from).update();
          parent.remove(from);
        }
        case 1 -> {
          database
              .sql("update alignment set state = 'proposed' where child = ? and is_primary")
              .param(from)
              .update();
          parent.remove(from);
        }
        default -> {
          database.sql("delete from alignment where child = ?").param(from).update();
          goals.align(from, to, 0.5, true);
          parent.put(from, to);
        }
      }
    }
    Map<UUID, @Nullable UUID> stored = new HashMap<>();
    database
        .sql("select id, tree_parent from objective")
        .query(row -> {
          stored.put(row.getObject("id", UUID.class), row.getObject("tree_parent", UUID.class));
        });
    for (UUID id : ids) {
      assertThat(stored.get(id)).isEqualTo(parent.get(id));
    }
    Set<UUID> quarter =
        ids.stream().filter(id -> ids.indexOf(id) % 7 != 0).collect(Collectors.toSet());
    assertThat(walked(Person.RUBEN.viewer())).isEqualTo(quarter);
  }

  @Test
  void whatHangsBelowAnObjectiveThatIsNotThereForOneHeadsTheirTree() {
    UUID above = goals.objective(Person.INES, "Above", "Q2 2026", "active", "public");
    UUID child = goals.objective(Person.MARA, "Below", "Q2 2026", "active", "public");
    goals.align(child, above, 1, true);
    for (String visibility : List.of("public", "team", "named")) {
      for (String state : List.of("draft", "proposed", "active", "graded", "dropped", "closed")) {
        database
            .sql("update objective set visibility = ?, state = ? where id = ?")
            .params(visibility, state, above)
            .update();
        for (Person person : Person.values()) {
          Viewer viewer = person.viewer();
          boolean there =
              !state.equals("dropped")
                  && views
                      .opened(viewer, above, query(GoalQuery.View.LIST, List.of()), NOW, TODAY)
                      .isPresent();
          assertThat(heads(viewer))
              .as(person + " " + visibility + " " + state)
              .isEqualTo(Set.of(there ? above : child));
        }
      }
    }
  }

  @Test
  void aTreeIsReadOnWhereManyObjectivesHangBelowOneThatFewSee() {
    UUID above = goals.objective(Person.INES, "Above", "Q2 2026", "active", "named");
    database
        .sql(
            """
            insert into objective (id, cycle, title, kind, owner_person, accountable, visibility, state, created_by, created_at)
            select gen_random_uuid(), cycle, 'Below ' || n, kind, owner_person, accountable, 'public', 'active', created_by, created_at
            from objective, generate_series(1, 2300) n where id = ?
            """)
        .param(above)
        .update();
    database
        .sql(
            """
            insert into alignment (child, parent, share, is_primary, state)
            select id, ?, 1, true, 'agreed' from objective where title like 'Below %'
            """)
        .param(above)
        .update();
    UUID last = goals.objective(Person.MARA, "Zuletzt");
    assertThat(heads(Person.INES.viewer())).isEqualTo(Set.of(above, last));
    assertThat(heads(Person.RUBEN.viewer())).hasSize(2301);
  }

  private List<UUID> randomGoals(Random random, int size) {
    Person[] people = Person.values();
    String[] states = {"draft", "proposed", "active", "graded", "closed", "dropped"};
    String[] visibilities = {"public", "team", "named"};
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      UUID id =
          goals.objective(
              people[random.nextInt(people.length)],
              "Objective " + i,
              "Q2 2026",
              states[random.nextInt(states.length)],
              visibilities[random.nextInt(visibilities.length)]);
      if (i > 0 && random.nextBoolean()) {
        goals.align(id, ids.get(random.nextInt(i)), 0.5, true);
      }
      if (random.nextInt(4) == 0) {
        database
            .sql("insert into objective_reader (objective, person) values (?, ?)")
            .params(id, people[random.nextInt(people.length)].id())
            .update();
      }
      ids.add(id);
    }
    return ids;
  }

  private Set<UUID> dropped() {
    return Set.copyOf(
        database.sql("select id from objective where state = 'dropped'").query(UUID.class).list());
  }

  private Set<UUID> listed(Viewer viewer) {
    Set<UUID> found = new HashSet<>();
    GoalQuery.Cursor after = null;
    do {
      GoalViews.Overview page =
          views.overview(viewer, query(GoalQuery.View.LIST, List.of()).from(after), TODAY);
      page.lines().forEach(line -> add(found, line));
      after = page.next();
    } while (after != null);
    return found;
  }

  private Set<UUID> heads(Viewer viewer) {
    Set<UUID> found = new LinkedHashSet<>();
    GoalQuery.Cursor after = null;
    do {
      GoalQuery query = query(GoalQuery.View.TREE, List.of()).from(after);
      GoalViews.Overview page = views.overview(viewer, query, TODAY);
      page.lines().forEach(line -> add(found, line));
      after = page.next();
    } while (after != null);
    return found;
  }

  /// Opens every node it finds, until nothing new appears.
  private Set<UUID> walked(Viewer viewer) {
    Set<UUID> found = heads(viewer);
    List<UUID> open = new ArrayList<>(found);
    while (!open.isEmpty()) {
      Set<UUID> fresh = new LinkedHashSet<>();
      views
          .below(viewer, open.removeLast(), null, 2, TODAY)
          .orElseThrow()
          .forEach(line -> add(fresh, line));
      fresh.stream().filter(found::add).forEach(open::add);
    }
    return found;
  }

  private static void add(Set<UUID> found, GoalTree.Line line) {
    if (line instanceof GoalTree.Line.OfObjective row) {
      found.add(row.objective().id());
    }
  }

  private Set<UUID> exported(Viewer viewer) {
    return export.file(viewer, query(GoalQuery.View.LIST, List.of()), false, TODAY).rows().stream()
        .map(row -> UUID.fromString(row.text(io.fairlead.methods.goals.GoalColumn.OBJECTIVE_ID)))
        .collect(Collectors.toSet());
  }

  private static GoalQuery query(GoalQuery.View view, List<UUID> open) {
    return new GoalQuery(
        Company.cycle("Q2 2026"),
        GoalQuery.Scope.ALL,
        view,
        "",
        null,
        null,
        GoalQuery.Order.LEVEL,
        open,
        null);
  }
}
