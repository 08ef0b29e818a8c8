package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.goals.Negotiation.Kind;
import io.fairlead.app.goals.Negotiation.Move;
import io.fairlead.app.goals.Negotiation.Side;
import io.fairlead.app.goals.Negotiation.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # moves: who, what, share                       | agreed | offered | by
          below proposed 0.3                              |        | 0.3     | BELOW
          below proposed 0.3, above discussed             |        | 0.3     | BELOW
          below proposed 0.3, above agreed                | 0.3    |         |
          below proposed 0.3, above declined              |        |         |
          below proposed 0.3, below withdrawn             |        |         |
          below proposed 0.3, above countered 0.2         |        | 0.2     | ABOVE
          below proposed 0.3, above countered 0.2, below agreed | 0.2 |      |
          below proposed 0.3, above countered 0.2, above withdrawn | | 0.3   | BELOW
          below proposed 0.3, above countered 0.2, below countered 0.25, above agreed | 0.25 | |
          below proposed 0.3, above countered 0.2, below declined | |        |
          below proposed 0.3, above agreed, below countered 0.5 | 0.3 | 0.5  | BELOW
          below proposed 0.3, above agreed, below countered 0.5, above agreed | 0.5 | |
          below proposed 0.3, above agreed, below countered 0.5, above declined | 0.3 | |
          below proposed 0.3, above agreed, above ended   |        |         |
          below proposed 0.3, above agreed, above ended, below proposed 0.1 | | 0.1 | BELOW
          """)
  void movesComeToTheirEnd(
      String moves, @Nullable String agreed, @Nullable String offered, @Nullable Side by) {
    Negotiation negotiation =
        Negotiation.of(Stream.of(moves.split(", ")).map(NegotiationTest::move).toList());
    assertThat(negotiation.agreed()).isEqualTo(terms(agreed));
    assertThat(negotiation.offered()).isEqualTo(terms(offered));
    assertThat(negotiation.from()).isEqualTo(by);
  }

  private static Move move(String said) {
    List<String> words = List.of(said.split(" "));
    return new Move(
        UUID.randomUUID(),
        Kind.find(words.get(1)).orElseThrow(),
        Side.valueOf(words.getFirst().toUpperCase(java.util.Locale.ROOT)),
        words.size() > 2 ? terms(words.get(2)) : null,
        "",
        UUID.randomUUID(),
        "",
        Instant.EPOCH);
  }

  private static @Nullable Terms terms(@Nullable String share) {
    return share == null ? null : new Terms(new BigDecimal(share), false);
  }
}
