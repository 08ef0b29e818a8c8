package io.fairlead.methods.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.scorecard.Cascade.Checked;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CascadeTest {

  @Test
  void whatSupportsByTwoWaysIsCountedOnce() {
    Cascade<String> cascade =
        ((Checked.Sound<String>)
                Cascade.check(
                    Map.of(
                        "team", List.of("sales", "service"),
                        "sales", List.of("company"),
                        "service", List.of("company"))))
            .cascade();
    assertThat(cascade.directly("company")).containsExactly("sales", "service");
    assertThat(cascade.below("company")).containsExactly("sales", "service", "team");
    assertThat(cascade.below("team")).isEmpty();
  }

  @Test
  void cardsThatSupportEachOtherAreRefusedWithThePath() {
    assertThat(
            Cascade.check(
                Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("a"), "d", List.of("a"))))
        .isEqualTo(new Checked.Circular<>(List.of("a", "b", "c", "a")));
  }
}
