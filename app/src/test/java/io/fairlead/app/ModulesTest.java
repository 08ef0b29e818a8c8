package io.fairlead.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
  private static final ApplicationModules MODULES = ApplicationModules.of(Fairlead.class);

  /// Where what colleagues said, and what somebody works on because of it, may be read by program:
  /// a name is added here only with a reason that a rater would accept. Reviews, calibration and
  /// pay have none.
  private static final TreeMap<String, Set<String>> DEVELOPMENTAL =
      new TreeMap<>(
          java.util.Map.of(
              // Makes up a company.
              "feedback", Set.of("demo"),
              // A round may ask for a lesson.
              "growth", Set.of("feedback"),
              // Sealed answers.
              "disclosure", Set.of("feedback")));

  @Test
  void everyModuleUsesOnlyThoseBeforeIt() {
    MODULES.verify();
  }

  @Test
  void whatIsForDevelopmentIsReachedByNobodyElse() {
    DEVELOPMENTAL.forEach((developmental, allowed) -> {
      Set<String> users = new TreeSet<>();
      MODULES.forEach(module -> {
        boolean uses =
            module.getDirectDependencies(MODULES).uniqueModules().anyMatch(used ->
                used.getIdentifier().toString().equals(developmental));
        if (uses) {
          users.add(module.getIdentifier().toString());
        }
      });
      assertThat(users).as(developmental).isSubsetOf(allowed);
    });
  }
}
