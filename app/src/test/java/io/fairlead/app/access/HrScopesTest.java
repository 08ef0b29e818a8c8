package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.access.HrScopeStore.Held;
import io.fairlead.app.access.HrScopeStore.Part;
import io.fairlead.app.access.HrScopes.Overview;
import io.fairlead.app.access.HrScopes.Partner;
import io.fairlead.app.access.HrScopes.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HrScopesTest {
  private static final UUID COMPANY = UUID.randomUUID();
  private static final UUID SALES = UUID.randomUUID();
  private static final UUID NORTH = UUID.randomUUID();
  private static final UUID LAB = UUID.randomUUID();
  private static final UUID ADA = UUID.randomUUID();
  private static final UUID BO = UUID.randomUUID();

  private static final List<Part> UNITS =
      List.of(
          new Part(COMPANY, "Company", null, 2),
          new Part(LAB, "Lab", COMPANY, 7),
          new Part(NORTH, "North", SALES, 5),
          new Part(SALES, "Sales", COMPANY, 0));

  @Test
  void aRoleReachesItsUnitAndThoseBelowIt() {
    Overview overview =
        HrScopes.overview(
            UNITS, List.of(new Held(ADA, "Ada", SALES), new Held(BO, "Bo", NORTH)), 3);
    assertThat(overview.units())
        .extracting(scope -> scope.depth() + " " + scope.name() + " " + scope.partners())
        .containsExactly("0 Company []", "1 Lab []", "1 Sales [0]", "2 North [0, 1]");
    assertThat(overview.uncovered()).extracting(Scope::name).containsExactly("Company", "Lab");
    assertThat(overview.doubly()).extracting(Scope::name).containsExactly("North");
    assertThat(overview.partners())
        .containsExactly(new Partner(ADA, "Ada", "A", 2, 5), new Partner(BO, "Bo", "B", 1, 5));
    assertThat(overview.withoutUnit()).isEqualTo(3);
  }

  @Test
  void twoRolesOfOnePersonAreNotTwoPartners() {
    Overview overview =
        HrScopes.overview(
            UNITS, List.of(new Held(ADA, "Ada", COMPANY), new Held(ADA, "Ada", NORTH)), 0);
    assertThat(overview.doubly()).isEmpty();
    assertThat(overview.uncovered()).isEmpty();
  }

  @Test
  void theChartSaysByLetterWhatItSaysByColour() {
    Overview overview =
        HrScopes.overview(
            UNITS, List.of(new Held(ADA, "Ada", SALES), new Held(BO, "Bo", NORTH)), 0);
    assertThat(ScopeChart.of(overview).boxes())
        .extracting(
            box -> box.name() + " " + box.marks() + " " + box.colours() + " " + box.uncovered())
        .containsExactly(
            "Company  [] true", "Lab  [] true", "Sales A [0] false", "North A+B [0, 1] false");
  }

  @Test
  void ofALargeOrganisationTheUpperLevelsAreDrawn() {
    List<Part> units = new ArrayList<>(UNITS);
    for (int i = 0; i < 200; i++) {
      units.add(new Part(UUID.randomUUID(), "Group " + i, LAB, 1));
    }
    ScopeChart chart = ScopeChart.of(HrScopes.overview(units, List.of(), 0));
    assertThat(chart.boxes()).hasSize(3);
    assertThat(chart.left()).isEqualTo(201);
  }
}
