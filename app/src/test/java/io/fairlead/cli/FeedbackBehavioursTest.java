package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedbackBehavioursTest {
  private static JsonNode json(Object... arguments) {
    Shell shell = Shell.run(arguments);
    assertThat(shell.err()).isEmpty();
    return JsonMapper.shared().readTree(shell.out());
  }

  @Test
  void competenciesAndLevelsAreListed() {
    assertThat(Shell.run("feedback", "behaviours").out())
        .contains("listening      People can finish", "level 5  Shaping the organisation");
    JsonNode json = json("feedback", "behaviours", "--json");
    assertThat(json.path("competencies")).hasSize(14);
    assertThat(json.path("levels")).hasSize(5);
  }

  @Test
  void theBehavioursOfALevelComeWithTheirMeasures() {
    Shell shell = Shell.run("feedback", "behaviours", "listening", "--level", "2");
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .contains("Level 2, Working alone", "Leaves three seconds of silence")
        .contains("It shows: Others add something in the silence", "[listening.silence]")
        .doesNotContain("Level 3");
    JsonNode json = json("feedback", "behaviours", "listening", "--level", "2", "--json");
    assertThat(json.path("behaviours")).hasSize(6);
    assertThat(json.path("behaviours").path(0).propertyNames())
        .containsExactly("id", "level", "does", "shows");
    assertThat(json("feedback", "behaviours", "craft", "--json").path("behaviours")).hasSize(30);
  }

  @Test
  void whatIsUnknownIsSaidWithWhatIsKnown() {
    Shell shell = Shell.run("feedback", "behaviours", "hearing");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("there is no competency hearing: it is one of direction, ");
    Shell level = Shell.run("feedback", "behaviours", "listening", "--level", "6");
    assertThat(level.code()).isEqualTo(2);
    assertThat(level.err()).contains("there is no level 6: they go from 1 to 5");
    assertThat(Shell.run("feedback", "behaviours", "listening", "--level", "x").code())
        .isEqualTo(2);
  }
}
