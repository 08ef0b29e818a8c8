package io.fairlead.methods.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AnsweringTimeTest {
  @Test
  void thirtyItemsWithTwoCommentsForSixPeopleAreTooMuchForASitting() {
    double each = AnsweringTime.minutes(30, 2, 0);
    assertThat(each).isEqualTo(5.75);
    assertThat(6 * each).isEqualTo(34.5);
    assertThat(AnsweringTime.peopleInOneSitting(each)).isEqualTo(3);
  }

  @Test
  void aCommentThatHasToBeWrittenTakesLonger() {
    assertThat(AnsweringTime.minutes(10, 0, 2)).isEqualTo((30 + 75 + 150) / 60.0);
    assertThat(AnsweringTime.minutes(0, 0, 0)).isEqualTo(0.5);
  }

  @Test
  void nobodyAnswersLessThanNothing() {
    assertThatThrownBy(() -> AnsweringTime.minutes(-1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
