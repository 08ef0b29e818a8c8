package io.fairlead.methods.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CourseTest {
  private static final Course COURSE = Course.straight(20, 50, 90);

  @Test
  void paceSaysWhereOneStandsAndWhatIsLeftToDo() {
    Pace pace = Pace.of(COURSE, 42, 33);
    assertThat(pace.expected()).isCloseTo(0.466666666667, within(1e-9));
    assertThat(pace.actual()).isCloseTo(0.433333333333, within(1e-9));
    assertThat(pace.ratio()).isCloseTo(0.928571428571, within(1e-9));
    assertThat(pace.daysAhead()).isCloseTo(-3, within(1e-9));
    assertThat(pace.requiredPerDay()).isCloseTo(0.354166666667, within(1e-9));
    assertThat(pace.forecast()).isCloseTo(47.857142857143, within(1e-9));
  }

  @Test
  void onTheFirstDayNothingIsExpectedAndThereIsNoRatio() {
    Pace pace = Pace.of(COURSE, 0, 20);
    assertThat(pace.ratio()).isNull();
    assertThat(pace.forecast()).isNull();
    assertThat(pace.daysAhead()).isZero();
    assertThat(pace.requiredPerDay()).isCloseTo(1.0 / 3, within(1e-12));
  }

  @Test
  void afterTheEndNoRateReachesTheTargetUnlessItIsReached() {
    assertThat(Pace.of(COURSE, 90, 40).requiredPerDay()).isNull();
    assertThat(Pace.of(COURSE, 95, 50).requiredPerDay()).isZero();
  }

  @Test
  void aSeasonExpectsLittleFirst() {
    var course = new Course(0, 100, 360, Curve.seasonal(List.of(10.0, 20.0, 20.0, 50.0)));
    assertThat(course.expectedValue(180)).isCloseTo(30, within(1e-9));
    assertThat(course.expectedValue(315)).isCloseTo(75, within(1e-9));
    assertThat(Pace.of(course, 180, 50).daysAhead()).isCloseTo(90, within(1e-9));
  }

  @Test
  void onAFlatStretchNobodyIsBehind() {
    var course = new Course(0, 100, 300, Curve.seasonal(List.of(1.0, 0.0, 1.0)));
    assertThat(Pace.of(course, 150, 50).daysAhead()).isZero();
    assertThat(Pace.of(course, 250, 50).daysAhead()).isCloseTo(-50, within(1e-9));
    assertThat(Pace.of(course, 50, 50).daysAhead()).isCloseTo(50, within(1e-9));
  }

  @Property
  void whoIsOnTheCourseIsNeitherAheadNorBehind(@ForAll @DoubleRange(min = 0, max = 90) double day) {
    Pace pace = Pace.of(COURSE, day, COURSE.expectedValue(day));
    assertThat(pace.daysAhead()).isCloseTo(0, within(1e-6));
    assertThat(pace.actual()).isCloseTo(pace.expected(), within(1e-9));
  }
}
