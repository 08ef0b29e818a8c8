package io.fairlead.methods.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.methods.measures.LeadLag.Verdict;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadLagTest {
  private static final int MOST = LeadLag.USUAL_LAGS;

  private static double[] walk(Random random, int length) {
    double[] values = new double[length];
    for (int i = 1; i < length; i++) {
      values[i] = values[i - 1] + random.nextGaussian();
    }
    return values;
  }

  /// What moves as the first did so many values ago, and by itself as well.
  private static double[] following(Random random, double[] lead, int lag) {
    double[] values = new double[lead.length];
    for (int i = 1; i < lead.length; i++) {
      double moved = i - lag >= 1 ? lead[i - lag] - lead[i - lag - 1] : 0;
      values[i] = values[i - 1] + moved + 0.7 * random.nextGaussian();
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 10})
  void aLeadIsFoundAtItsLag(int lag) {
    Random random = new Random(lag);
    double[] lead = walk(random, 120);
    LeadLag found = LeadLag.of(lead, following(random, lead, lag), MOST);
    assertThat(found.verdict()).isEqualTo(Verdict.LEADS);
    assertThat(found.bestLag()).isEqualTo(lag);
    assertThat(found.correlation()).isGreaterThan(0.5);
  }

  @Test
  void whatFollowsDoesNotLeadAndWhatGoesAtOnceDoesNotEither() {
    Random random = new Random(7);
    double[] lead = walk(random, 120);
    double[] follows = following(random, lead, 3);
    assertThat(LeadLag.of(follows, lead, MOST).verdict()).isEqualTo(Verdict.DOES_NOT_LEAD);
    assertThat(LeadLag.of(lead, following(random, lead, 0), MOST).verdict())
        .isEqualTo(Verdict.DOES_NOT_LEAD);
  }

  @Test
  void anOppositeLeadIsALead() {
    Random random = new Random(11);
    double[] lead = walk(random, 120);
    double[] opposite = following(random, lead, 4);
    for (int i = 0; i < opposite.length; i++) {
      opposite[i] = -opposite[i];
    }
    LeadLag found = LeadLag.of(lead, opposite, MOST);
    assertThat(found.verdict()).isEqualTo(Verdict.LEADS);
    assertThat(found.correlation()).isLessThan(-0.5);
  }

  /// Walks that have nothing to do with each other correlate highly as they are; of four hundred
  /// pairs hardly one in thirty may pass for a lead, as two of its three guards alone would have
  /// it.
  @Test
  void walksThatOnlyGrowTogetherDoNotLead() {
    Random random = new Random(20260301);
    int leads = 0;
    for (int pair = 0; pair < 400; pair++) {
      LeadLag found = LeadLag.of(walk(random, 80), walk(random, 80), MOST);
      leads += found.verdict() == Verdict.LEADS ? 1 : 0;
    }
    assertThat(leads).isLessThan(20);
  }

  @Test
  void withLittleDataOrWithoutAMoveNothingIsSaid() {
    Random random = new Random(3);
    double[] lead = walk(random, 30);
    assertThat(LeadLag.of(lead, following(random, lead, 1), 5).verdict())
        .isEqualTo(Verdict.TOO_LITTLE_DATA);
    double[] constant = new double[100];
    assertThat(LeadLag.of(constant, walk(random, 100), MOST).verdict())
        .isEqualTo(Verdict.TOO_LITTLE_DATA);
    assertThat(LeadLag.of(walk(random, 100), constant, MOST).verdict())
        .isEqualTo(Verdict.TOO_LITTLE_DATA);
    assertThat(LeadLag.of(new double[0], new double[0], MOST).verdict())
        .isEqualTo(Verdict.TOO_LITTLE_DATA);
  }

  @Test
  void seriesThatDoNotBelongTogetherAreRefused() {
    assertThatThrownBy(() -> LeadLag.of(new double[40], new double[41], MOST))
        .hasMessageContaining("same times");
    double[] bad = new double[40];
    bad[7] = Double.NaN;
    assertThatThrownBy(() -> LeadLag.of(bad, new double[40], MOST)).hasMessageContaining("finite");
  }
}
