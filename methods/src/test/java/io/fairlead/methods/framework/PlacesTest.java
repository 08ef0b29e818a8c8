package io.fairlead.methods.framework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
  private static Places of(String yaml) {
    return ((Parsed.Read) FrameworkDocument.parse("organisation: {name: A}\n" + yaml))
        .document()
        .framework()
        .places();
  }

  @Test
  void everythingIsOnWithoutAWord() {
    assertThat(of("")).isEqualTo(new Places(true, true));
  }

  @Test
  void withoutGoalsThereIsNothingToTalkAbout() {
    assertThat(of("places: {goals: false, talk: true}")).isEqualTo(new Places(false, false));
    assertThat(of("places: {talk: false}")).isEqualTo(new Places(true, false));
  }
}
