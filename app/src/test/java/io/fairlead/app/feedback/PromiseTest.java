package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.disclosure.CustodianKey;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.framework.FeedbackDefaults.Opening;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.Instrument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// The text that a round's hash is of, word for word. **Whoever wants it to say something else must
/// not change these files**: rounds with an escrow that run would not close, and what raters wrote
/// down would prove nothing. Let [Promise] write a second version beside this one, keep the version
/// with the round from its launch on, and make the hash of each round by its own; then add files
/// for the second version here. The questions are as the database keeps those of a launched round.
class PromiseTest {
  private static final UUID ROUND = new UUID(0x1f2e3d4c5b6a4978L, 0x8a9b0c1d2e3f4051L);
  private static final UUID OWNER = new UUID(0x4000L, 0x8000000000000001L);
  private static final UUID STEWARD = new UUID(0x4000L, 0x8000000000000002L);
  private static final UUID FIRST = new UUID(0x4000L, 0x8000000000000003L);
  private static final UUID SECOND = new UUID(0x4000L, 0x8000000000000004L);
  private static final UUID FOLLOWED = new UUID(0x4000L, 0x8000000000000005L);
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private static final RoundTerms USUAL =
      new RoundTerms(
          RoundKind.FULL_CIRCLE,
          "Spring round",
          Purpose.DEVELOPMENT,
          OWNER,
          "",
          "follow-up-pulse",
          4,
          5,
          2,
          0,
          ReleaseUnit.COMPETENCY,
          Audience.REVIEWEE,
          null,
          "",
          null,
          true,
          true,
          5,
          5,
          0,
          90,
          DAY,
          DAY.plusDays(1),
          DAY.plusDays(20),
          null,
          Opening.USUAL,
          Set.of(),
          Set.of(),
          null);

  private static final RoundTerms EVERYTHING =
      new RoundTerms(
          RoundKind.FOLLOW_UP,
          "Autumn round",
          Purpose.EVALUATION,
          OWNER,
          "Held to results of two years",
          "follow-up-pulse",
          7,
          8,
          1,
          2,
          ReleaseUnit.ITEM,
          Audience.REVIEWEE_AND_MANAGER,
          STEWARD,
          "",
          "receiving",
          false,
          false,
          4,
          3,
          2,
          45,
          DAY.plusDays(100),
          DAY.plusDays(101),
          DAY.plusDays(120),
          FOLLOWED,
          new Opening(true, 9),
          Set.of(
              FeedbackIndicator.ASSIGNMENT,
              FeedbackIndicator.PARTICIPATION,
              FeedbackIndicator.MINUTES,
              FeedbackIndicator.PACE,
              FeedbackIndicator.STRENGTHS,
              FeedbackIndicator.GAPS,
              FeedbackIndicator.PRECISION,
              FeedbackIndicator.HINTS,
              FeedbackIndicator.SPREAD,
              FeedbackIndicator.PATTERNS),
          Set.of(),
          new RoundEscrow(
              new RoundEscrow.Custodian(
                  FIRST,
                  new CustodianKey("MCowBQYDK2VuAyEAR2J6dmNt3+gFvRF0Ls+4gzP1PrHC1BDOiASXxnAKDQc=")),
              new RoundEscrow.Custodian(
                  SECOND,
                  new CustodianKey("MCowBQYDK2VuAyEAvwBePOmbJVyIhk3YAexOTp61tQKkm+DDnB4d84fXfj8=")),
              61));

  @ParameterizedTest
  @CsvSource({
    "usual, 5e076781521351474c0a319140079f0ef72998099e1790d2fa7e5e270df8f6e0",
    "everything, f52a158b1eb845a21f73174bea4bd588a4e223540e6e4051dfd62fff88f8ef1b"
  })
  void theTextOfAPromiseAndItsHashStayAsTheyWere(String which, String hash) {
    RoundTerms terms = which.equals("usual") ? USUAL : EVERYTHING;
    Instrument questions =
        JsonMapper.shared().readValue(resource("questions.json"), Instrument.class);
    assertThat(Promise.text(ROUND, terms, questions)).isEqualTo(resource(which + ".txt"));
    assertThat(Promise.hash(ROUND, terms, questions)).isEqualTo(hash);
  }

  private static String resource(String name) {
    try (InputStream file = PromiseTest.class.getResourceAsStream("promise/" + name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
