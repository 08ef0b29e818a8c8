package io.fairlead.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/// The few rules of the house that a machine can keep (`docs/decisions` says why each is one).
class HouseRulesTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.fairlead.app", "io.fairlead.methods", "io.fairlead.cli");

  @Test
  void theMethodsKnowNoFrameworkDatabaseOrFile() {
    noClasses()
        .that()
        .resideInAPackage("io.fairlead.methods..")
        .and()
        // Reads its own schema and reference cases.
        .resideOutsideOfPackages(
            "io.fairlead.methods.reference..", "io.fairlead.methods.framework..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "java.sql..", "javax.sql..", "java.net..", "io.fairlead.app..")
        .check(OURS);
    noClasses()
        .that()
        .resideInAPackage("io.fairlead.methods..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..", "io.fairlead.app..")
        .check(OURS);
  }

  @Test
  void timeComesFromTheClock() {
    noClasses()
        .that()
        .resideInAnyPackage("io.fairlead.app..", "io.fairlead.methods..")
        .should(readTheTimeItself())
        .check(OURS);
  }

  private static ArchCondition<JavaClass> readTheTimeItself() {
    return new ArchCondition<>("read the time without a Clock") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (JavaMethodCall call : item.getMethodCallsFromSelf()) {
          boolean now =
              call.getTargetOwner().getPackageName().startsWith("java.time")
                  && call.getName().equals("now")
                  && call.getTarget().getRawParameterTypes().stream()
                      .noneMatch(type -> type.getName().equals("java.time.Clock"));
          boolean millis =
              call.getTargetOwner().getName().equals("java.lang.System")
                  && call.getName().equals("currentTimeMillis");
          boolean date =
              call.getTargetOwner().getName().equals("java.util.Date")
                  && call.getName().equals("<init>");
          if (now || millis || date) {
            events.add(SimpleConditionEvent.satisfied(item, call.getDescription()));
          }
        }
      }
    };
  }

  @Test
  void moneyIsNotADouble() {
    fields()
        .that()
        .haveNameMatching("(?i).*(money|salary|amount|price|budget|payout|bonus|merit).*")
        .should()
        .notHaveRawType(double.class)
        .andShould()
        .notHaveRawType(float.class)
        .andShould()
        .notHaveRawType(Double.class)
        .allowEmptyShould(true)
        .check(OURS);
    methods()
        .that()
        .haveNameMatching("(?i).*(money|salary|price|payout|bonus).*")
        .should()
        .notHaveRawReturnType(double.class)
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Dto")
        .check(OURS);
  }

  @Test
  void aStoreIsItsModulesOwn() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Store")
        .and()
        .arePublic()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(JdbcClient.class)
        .check(OURS);
  }

  @Test
  void whatAnswersRequestsAsksACapabilityAndNotTheDatabase() {
    noClasses()
        .that()
        .areAnnotatedWith(Controller.class)
        .or()
        .areAnnotatedWith(RestController.class)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(JdbcClient.class)
        .orShould()
        .dependOnClassesThat()
        .haveSimpleNameEndingWith("Store")
        .check(OURS);
  }

  /// Modules that decide about people (`docs/decisions/0058`).
  private static final String[] DECIDING = {
    "io.fairlead.app.reviews..", "io.fairlead.app.calibration..", "io.fairlead.app.pay.."
  };

  @Test
  void whoDecidesAboutPeopleReachesTheDatabaseAsTheirRoleAlone() {
    reachTheDatabaseAsTheirRole(DECIDING).allowEmptyShould(true).check(OURS);
    JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
    assertThat(
            reachTheDatabaseAsTheirRole(PLANTED).evaluate(planted).getFailureReport().getDetails())
        .as("the rule finds what it is for, and not more")
        .anyMatch(each -> each.contains("keeps"))
        .anyMatch(each -> each.contains("is given"))
        .anyMatch(each -> each.contains("javax.sql.DataSource"))
        .anyMatch(each -> each.contains("Transactional"))
        .noneMatch(each -> each.contains("AsTheRole"));
  }

  private static final String PLANTED = "io.fairlead.app.testing.deciding";

  /// Connections and transactions that are not those of `DecisionDatabase`.
  private static final Set<String> BESIDE_THE_ROLE =
      Set.of(
          "java.sql.DriverManager",
          "javax.sql.DataSource",
          "org.springframework.jdbc.core.JdbcOperations",
          "org.springframework.jdbc.core.JdbcTemplate",
          "org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations",
          "org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate",
          "org.springframework.transaction.PlatformTransactionManager",
          "org.springframework.transaction.annotation.Transactional",
          "org.springframework.transaction.support.TransactionTemplate");

  private static ArchRule reachTheDatabaseAsTheirRole(String... packages) {
    return classes()
        .that()
        .resideInAnyPackage(packages)
        .should(
            new ArchCondition<JavaClass>("reach the database through DecisionDatabase alone") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                item.getFields().stream()
                    .filter(field -> field.getRawType().isEquivalentTo(JdbcClient.class))
                    .forEach(field -> violated(events, item, "keeps " + field.getFullName()));
                item.getConstructors().stream()
                    .filter(each ->
                        each.getRawParameterTypes().stream()
                            .anyMatch(type -> type.isEquivalentTo(JdbcClient.class)))
                    .forEach(each ->
                        violated(events, item, each.getFullName() + " is given a JdbcClient"));
                item.getDirectDependenciesFromSelf().stream()
                    .filter(used -> BESIDE_THE_ROLE.contains(used.getTargetClass().getName()))
                    .forEach(used -> violated(events, item, used.getDescription()));
              }
            });
  }

  private static void violated(ConditionEvents events, JavaClass item, String how) {
    events.add(SimpleConditionEvent.violated(item, how));
  }

  @Test
  void everyPackageSaysWhatItOwnsAndIsNullMarked() throws IOException {
    Set<String> silent = new TreeSet<>();
    for (Path sources : List.of(Path.of("src/main/java"), Path.of("../methods/src/main/java"))) {
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path folder : files.filter(Files::isDirectory).toList()) {
          if (hasSources(folder) && !isDeclared(folder.resolve("package-info.java"))) {
            silent.add(folder.toString());
          }
        }
      }
    }
    assertThat(silent).isEmpty();
  }

  private static boolean hasSources(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    }
  }

  private static boolean isDeclared(Path declaration) throws IOException {
    if (!Files.exists(declaration)) {
      return false;
    }
    String text = Files.readString(declaration);
    return text.contains("@NullMarked") && text.startsWith("///");
  }
}
