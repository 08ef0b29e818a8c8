package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.Bound;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.PublishedScore;
import io.fairlead.methods.disclosure.Scale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TeamSpreadTest {
  private static Published team(String mean) {
    return new Published(
        "team",
        new Scale(1, 5),
        List.of(
            new PublishedScore(
                "speaking-up",
                Optional.empty(),
                mean.isEmpty()
                    ? List.of()
                    : List.of(
                        new BlockValue(List.of("member"), 6, Bound.EXACT, new BigDecimal(mean))))),
        List.of());
  }

  private static List<Published> teams(String... means) {
    return Stream.of(means).map(TeamSpreadTest::team).toList();
  }

  @Test
  void fourTeamsWithFiguresAreTooFewHoweverManyAreAsked() {
    assertThat(TeamSpread.of(teams("3.1", "3.3", "3.5", "3.9", "", "")).rows()).isEmpty();
  }

  @Test
  void fromFiveOnTheMiddleHalfIsShownAndNeitherEnd() {
    assertThat(TeamSpread.of(teams("2.1", "3.9", "3.5", "3.3", "4.4", "")).rows())
        .containsExactly(
            java.util.Map.entry(
                "speaking-up", new ReportSpan(new BigDecimal("3.3"), new BigDecimal("3.9"))));
  }
}
