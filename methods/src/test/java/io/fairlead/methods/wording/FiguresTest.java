package io.fairlead.methods.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
  private final GoalReader reader = new GoalReader(Language.ENGLISH);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Grow in 2026",
        "Ship the portal by Q3",
        "Launch v2.0 of the app",
        "Write good OKR2 documents",
        "Move files to S3",
        "Log in with OAuth2",
        "Get certified for ISO 27001",
        "Offer help 24/7",
        "Win B2B partners",
        "Explore Web3",
        "Hold a 3-day retreat",
        "Upgrade to Java 21",
        "Adopt GPT-4",
        "Finish by 31 March",
        "Finish by March 31, 2027",
        "Finish on 2027-03-31",
        "Close ticket #4260",
        "Begin stage 4 of the trial",
        "Serve tier-1 hospitals",
        "Meet at 10:30",
        "Review the last 90 days",
        "Track the p95",
        "Zero-trust network",
        "From zero to one",
        "Double down on quality",
        "Convert to 5G",
        "Reach every parent in H1 of FY27"
      })
  void whatIsNoQuantityIsNotTakenForOne(String text) {
    assertThat(reader.objective(text).numbers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Reach 60 % of schools             | 60 %       | PERCENT
          Save $1.2M a year                 | $1.2M      | MONEY
          Raise € 2 million                 | € 2 million| MONEY
          Raise 5m EUR                      | 5m EUR     | MONEY
          Grow 3x                           | 3x         | MULTIPLE
          Double the number of members      | Double     | MULTIPLE
          Win 10,000 members                | 10,000     | COUNT
          Win 10 000 members                | 10 000     | COUNT
          Win 2000 members                  | 2000       | COUNT
          Open two new branches             | two        | COUNT
          Answer in under 200 ms            | 200 ms     | TIME
          Be the #1 of the coast            | #1         | RANK
          Land in the top 5                 | top 5      | RANK
          Win N12 clinics                   | N12        | COUNT
          Win X% of the market              | X%         | PERCENT
          Reach $N in revenue               | $N         | MONEY
          Halve the waiting time            | Halve      | MULTIPLE
          Cut waste by a third              | third      | PERCENT
          """)
  void aQuantityIsWhatItIs(String text, String figure, Quantity.Kind kind) {
    assertThat(reader.objective(text).numbers())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.text()).isEqualTo(figure);
          assertThat(found.kind()).isEqualTo(kind);
          assertThat(text.substring(found.from(), found.to())).isEqualTo(figure);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Churn from 9 to 4 %                           | 9      | 4 %
          Raise satisfaction from 4.1 to 4.5            | 4.1    | 4.5
          Waiting time: 40→60 days                      | 40     | 60 days
          Waiting time 40 days -> 60 days               | 40 days| 60 days
          Members to 60 (currently 40)                  | 40     | 60
          Members up from 40 to 60                      | 40     | 60
          Members at 60, up from 40                     | 40     | 60
          200k views a month (current is 125k)          | 125k   | 200k
          Score does not fall below 4.1 (4.6 at start)  | 4.6    | 4.1
          """)
  void whereItStartsIsToldFromWhereItGoes(String text, String baseline, String target) {
    List<Quantity> found = reader.keyResult(text).quantities();
    assertThat(found)
        .filteredOn(Quantity::isBaseline)
        .extracting(Quantity::text)
        .containsExactly(baseline);
    assertThat(found)
        .filteredOn(Quantity::isTarget)
        .extracting(Quantity::text)
        .containsExactly(target);
  }

  @ParameterizedTest
  @CsvSource({
    "'1,250.5',1250.5",
    "'1.250,5',1250.5",
    "'2,5',2.5",
    "2.5,2.5",
    "10k,10000",
    "$1.2M,1200000",
    "'10,000',10000"
  })
  void figuresHaveTheirValue(String written, double value) {
    var quantity = new Quantity(written, 0, 0, Quantity.Kind.COUNT, Quantity.Role.TARGET);
    assertThat(quantity.value()).hasValue(value);
  }

  @Test
  void aNumberInTheNextColumnThatRepeatsAVersionIsNotBelieved() {
    ReadKeyResult read =
        reader.keyResult("Release 2.0 is shipped", new GivenFigures("", "2", "count"));
    assertThat(read.target()).isFalse();
    assertThat(reader.keyResult("Members", new GivenFigures("10", "20", "")).target()).isTrue();
  }
}
