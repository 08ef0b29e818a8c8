package io.fairlead.methods.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkshopTest {
  private static final String SOUND = ShippedLessons.text("workshop");

  @Test
  void itTakesAnHourAndEveryHandoutIsGivenOut() {
    Workshop workshop = ShippedLessons.workshop();
    assertThat(workshop.lint()).isEmpty();
    assertThat(workshop.steps()).hasSize(6);
    assertThat(workshop.steps().getLast().to()).isEqualTo(60);
    assertThat(workshop.handouts()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          it ends at minute 65 of 60|## 52–60|## 52–65
          'What a camera saw' does not begin at minute 5|## 5–15|## 6–15
          no step hands out 'Seven slips'|## Handout: Six slips|## Handout: Seven slips
          'feedback is a gift' says less than it sounds|End on time.|Feedback is a gift.
          """)
  void theLintSaysWhatIsUnwise(String said, String sound, String unwise) {
    assertThat(SOUND).contains(sound);
    assertThat(Workshop.read(SOUND.replace(sound, unwise)).lint()).contains(said);
  }

  @Test
  void aHeadingThatIsNeitherIsSaid() {
    assertThatThrownBy(() -> Workshop.read(SOUND.replace("## 0–5 Arrive", "## Arrive")))
        .hasMessageContaining("'Arrive' is neither a step nor a handout");
  }
}
