package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.words.Bundles;
import io.fairlead.app.testing.AppTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What a composed role may be made of, derived from the policy table. That a row says how far it
/// reaches at all is seen to by its constructor.
@AppTest
class ReachTest {
  private static final Set<String> ROLES =
      Arrays.stream(Role.values()).map(Role::code).collect(Collectors.toSet());

  @Autowired Policy policy;
  @Autowired Bundles bundles;

  @Test
  void allRowsOfAPermissionReachEquallyFar() {
    assertThat(policy.rows().stream().collect(Collectors.groupingBy(PolicyRow::permission)))
        .allSatisfy((permission, rows) ->
            assertThat(rows.stream().map(PolicyRow::reach).distinct()).as(permission).hasSize(1));
  }

  @Test
  void nothingIsComposableThatNoBuiltInRoleHasByItself() {
    assertThat(policy.composable()).isNotEmpty();
    assertThat(policy.composable())
        .allSatisfy(row -> {
          assertThat(row.relation().condition())
              .as(row.permission())
              .doesNotContain(":viewer ")
              .doesNotContain(":viewer)")
              .doesNotContain(":viewer_units")
              .containsPattern(
                  "'(%s)' = any\\(:viewer_roles\\)".formatted(String.join("|", ROLES)));
          assertThat(policy.matching(row.recordType(), row.act(), row.fields())).contains(row);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "role.grant.content",
        "role.grant.technical",
        "role.grant.custom",
        "role.change.custom",
        "role.read.custom",
        "personal-data.read.all",
        "personal-data.erase.all",
        "retention.change.all",
        "legal-hold.read.all",
        "legal-hold.change.all",
        "service.read.all",
        "service.change.all",
        "audit-entry.read.all",
        "people-file.change.all",
        "person.change.place",
        "unit.change.all",
        "team.change.all",
        "objective.reassign.goal",
        "webhook.change.all",
        "mail.send.all",
        "mail.send.mail",
        "setup.change.steps",
        // Nobody has these by a role alone.
        "person.change.contact",
        "objective.change.goal",
        "objective.grade.goal",
        "key-result.check-in.value",
        "comment.change.text",
        "account.change.sessions",
        "notice.read.all",
      })
  void itStaysWhereItIs(String permission) {
    assertThat(composable()).doesNotContain(permission);
  }

  private Set<String> composable() {
    return policy.composable().stream().map(PolicyRow::permission).collect(Collectors.toSet());
  }

  @Test
  void whatIsAskedOfAPersonIsNotAskedOfNobody() {
    assertThatThrownBy(() -> policy.condition("person", "read", "contact"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(policy.condition("running", "read", "counts")).contains("people-ops");
  }

  /// Asked with whoever looks as its subject, a permission for a unit would open the whole
  /// organisation to those who work in it.
  @Test
  void noPermissionIsAskedOfWhoeverLooks() throws IOException {
    Pattern ofViewer =
        Pattern.compile(
            "\\b(allows|may)\\([^;{]*?,\\s*viewer\\.person\\(\\)\\s*\\)", Pattern.DOTALL);
    List<String> wrong;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      wrong =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> ofViewer.matcher(text(file)).find())
              .map(Path::toString)
              .toList();
    }
    assertThat(wrong).isEmpty();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRoleForAUnitIsAskedOnlyWhereThereIsAPerson() {
    assertThat(policy.composable())
        .allSatisfy(row ->
            assertThat(row.composedCondition().contains("works_within("))
                .as(row.permission())
                .isEqualTo(row.reach() == Reach.PERSON));
  }

  @Test
  void anActOtherThanReadingSparesWhoHoldsARole() {
    assertThat(policy.composable())
        .filteredOn(row -> row.reach() == Reach.PERSON && !row.act().equals("read"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.composedCondition()).contains("not holds_role("));
  }

  @Test
  void whatOnePermissionNeedsIsThereAndSaid() {
    assertThat(policy.needs()).isNotEmpty();
    assertThat(policy.needs())
        .allSatisfy((permission, needed) -> {
          assertThat(composable()).contains(permission).containsAll(needed);
          assertThat(bundles.has("refused.needs." + permission)).as(permission).isTrue();
        });
  }
}
