package io.fairlead.methods.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShrinkageTest {

  @Test
  void groupsThatDifferNoMoreThanTheirRatingsAreAllTheSame() {
    var found = Shrinkage.of(List.of(new double[] {1, 5}, new double[] {2, 4}, new double[] {3}));
    assertThat(found.variance()).isZero();
    assertThat(found.groups())
        .allSatisfy(group -> {
          assertThat(group.shrunken()).isCloseTo(3, within(1e-12));
          assertThat(group.reliability()).isZero();
        });
  }

  @Test
  void ratingsThatAgreeWithinGroupsAreLeftAlone() {
    var found = Shrinkage.of(List.of(new double[] {1, 1}, new double[] {5, 5}));
    assertThat(found.groups().getFirst().shrunken()).isEqualTo(1);
    assertThat(found.groups().getFirst().deviation()).isZero();
  }

  @Test
  void whatCannotBeSaidHasNoGroups() {
    assertThat(Shrinkage.of(List.of()).status()).isEqualTo(AgreementStatus.TOO_FEW);
    assertThat(Shrinkage.of(List.of(new double[] {1}, new double[] {2})).status())
        .isEqualTo(AgreementStatus.TOO_FEW);
    var same = Shrinkage.of(List.of(new double[] {3, 3}, new double[] {3}));
    assertThat(same.status()).isEqualTo(AgreementStatus.ZERO_VARIANCE);
    assertThat(same.groups()).isEmpty();
    assertThatThrownBy(() -> Shrinkage.of(List.of(new double[] {1}, new double[] {})))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void shrunkenMeansLieBetweenTheirOwnAndThatOfAllAndFollowTheUnit(@ForAll long seed) {
    Random random = new Random(seed);
    List<double[]> groups =
        Stream.generate(
                () -> {
                  double level = 2 * random.nextGaussian();
                  return random.doubles(1 + random.nextInt(5)).map(it -> level + it).toArray();
                })
            .limit(2L + random.nextInt(6))
            .toList();
    groups = Stream.concat(groups.stream(), Stream.of(new double[] {0, 1})).toList();
    Shrinkage found = Shrinkage.of(groups);
    Shrinkage scaled =
        Shrinkage.of(
            groups.stream()
                .map(group -> Arrays.stream(group).map(it -> 10 - 4 * it).toArray())
                .toList());
    for (int at = 0; at < groups.size(); at++) {
      Shrinkage.Group group = found.groups().get(at);
      assertThat(group.shrunken())
          .isBetween(
              Math.min(group.mean(), found.mean()) - 1e-12,
              Math.max(group.mean(), found.mean()) + 1e-12);
      assertThat(scaled.groups().get(at).shrunken())
          .isCloseTo(10 - 4 * group.shrunken(), within(1e-8));
      assertThat(scaled.groups().get(at).reliability())
          .isCloseTo(group.reliability(), within(1e-8));
    }
  }
}
