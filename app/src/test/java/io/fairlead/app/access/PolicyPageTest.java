package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.words.Bundles;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class PolicyPageTest {
  @Autowired Policy policy;
  @Autowired Bundles bundles;
  @Autowired Visitors visitors;

  @Test
  void everyRowHasWords() {
    assertThat(
            policy.rows().stream()
                .flatMap(row ->
                    Stream.of(
                        "record." + row.recordType(),
                        "act." + row.act(),
                        "fields." + row.recordType() + "." + row.fields(),
                        "relation." + row.relation().code()))
                .distinct()
                .filter(key -> !bundles.has(key)))
        .as("message keys that are missing")
        .isEmpty();
  }

  @Test
  void noPermissionIsSaidTwice() {
    assertThat(
            policy.rows().stream()
                .map(row ->
                    String.join(
                        " ", row.recordType(), row.act(), row.fields(), row.relation().code())))
        .doesNotHaveDuplicates();
  }

  @Test
  void thePageShowsEveryRowWithTheAnchorThatSeenByLinesLeadTo() {
    String page = visitors.as(Person.JONAS).page("/policy").body();
    assertThat(policy.rows())
        .allSatisfy(row ->
            assertThat(page).contains("id=\"" + row.recordType() + "-" + row.fields() + "\""));
    assertThat(page).contains("people operations").doesNotContain("{0}");
  }
}
