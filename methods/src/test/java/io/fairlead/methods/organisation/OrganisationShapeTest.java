package io.fairlead.methods.organisation;

import static io.fairlead.methods.organisation.OrganisationShape.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.methods.organisation.OrganisationShape.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OrganisationShapeTest {
  private static OrganisationShape lines(int... managers) {
    int[] nowhere = new int[managers.length];
    Arrays.fill(nowhere, NONE);
    return OrganisationShape.of(managers, nowhere, new int[0]);
  }

  @Test
  void layersAreCountedFromTheTop() {
    OrganisationShape shape = lines(NONE, 0, 0, 1, 1, 3);
    assertThat(shape.layers()).containsExactly(1, 2, 2, 1);
    assertThat(shape.tops()).containsExactly(0);
    assertThat(shape.leaders()).isEqualTo(3);
    assertThat(shape.medianSpan()).isEqualTo(2);
    assertThat(shape.spansOfOne()).containsExactly(3);
    assertThat(shape.alone()).isEmpty();
  }

  @Test
  void sixteenReportsAreManyAndFifteenAreNot() {
    int[] managers = new int[33];
    Arrays.fill(managers, 1, 17, 0);
    managers[0] = NONE;
    managers[17] = 1;
    Arrays.fill(managers, 18, 33, 17);
    OrganisationShape shape = lines(managers);
    assertThat(shape.wideSpans()).containsExactly(new Span(0, 16));
    assertThat(shape.spansOfOne()).containsExactly(1);
  }

  @Test
  void whoHasNobodyAboveAndIsNotTheTopIsNamed() {
    OrganisationShape shape = lines(NONE, NONE, 1, 2, 4);
    assertThat(shape.tops()).containsExactly(1);
    assertThat(shape.alone()).containsExactly(0, 4);
  }

  @Test
  void circlesAreFoundOnceAndWhoIsBelowOneStandsOnNoLayer() {
    OrganisationShape shape = lines(1, 2, 0, 0, NONE, 4);
    assertThat(shape.circles()).containsExactly(List.of(0, 1, 2));
    assertThat(shape.layers()).containsExactly(1, 1);
    assertThat(lines(1, 0).tops()).isEmpty();
  }

  @Test
  void aUnitOfOneIsOneWithoutPeopledUnitsBelow() {
    int[] nobody = {NONE, NONE, NONE, NONE};
    // 0 holds 1 and 2; one person works in 0, one in 1, two in 2.
    OrganisationShape shape =
        OrganisationShape.of(nobody, new int[] {0, 1, 2, 2}, new int[] {NONE, 0, 0});
    assertThat(shape.unitsOfOne()).containsExactly(1);
  }

  @Test
  void anEmptyOrganisationHasNoShape() {
    OrganisationShape shape = lines();
    assertThat(shape.layers()).isEmpty();
    assertThat(shape.medianSpan()).isZero();
    assertThatThrownBy(() -> lines(3)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void everybodyIsOnALayerWhereThereIsNoCircle(
      @ForAll @IntRange(min = 1, max = 200) int size, @ForAll long seed) {
    Random random = new Random(seed);
    int[] managers =
        IntStream.range(0, size)
            .map(person -> person == 0 ? NONE : random.nextInt(person))
            .toArray();
    OrganisationShape shape = lines(managers);
    assertThat(shape.layers().stream().mapToInt(Integer::intValue).sum()).isEqualTo(size);
    assertThat(shape.circles()).isEmpty();
    assertThat(shape.tops()).containsExactly(0);
  }

  @Property
  void aLineTurnedBackOnItselfIsAlwaysFound(
      @ForAll @IntRange(min = 2, max = 100) int size, @ForAll long seed) {
    Random random = new Random(seed);
    int[] managers =
        IntStream.range(0, size)
            .map(person -> person == 0 ? NONE : random.nextInt(person))
            .toArray();
    managers[0] = size - 1;
    OrganisationShape shape = lines(managers);
    assertThat(shape.circles()).hasSize(1);
    assertThat(shape.circles().getFirst()).contains(0, size - 1);
    assertThat(shape.layers()).isEmpty();
  }
}
