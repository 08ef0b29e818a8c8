package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedbackLessonsTest {
  private static JsonNode json(String... arguments) {
    Shell shell = Shell.run((Object[]) arguments);
    assertThat(shell.err()).isEmpty();
    return JsonMapper.shared().readTree(shell.out());
  }

  @Test
  void theTwelveAreListed() {
    assertThat(Shell.run("feedback", "lessons").out())
        .contains("giving", "Saying what you saw", "attribution", "lessons workshop");
    JsonNode list = json("feedback", "lessons", "--json").path("lessons");
    assertThat(list).hasSize(12);
    assertThat(list.path(0).path("minutes").doubleValue()).isBetween(6.0, 8.0);
  }

  @Test
  void oneIsRead() {
    Shell shell = Shell.run("feedback", "lessons", "recency");
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("## A case", "## Check");
    JsonNode answer =
        json("feedback", "lessons", "recency", "--json")
            .path("check")
            .path(0)
            .path("answers")
            .path(2);
    assertThat(answer.path("right").booleanValue()).isTrue();
    assertThat(answer.path("why").stringValue()).startsWith("It puts forgotten events");
  }

  @Test
  void theWorkshopIsPrinted() {
    assertThat(Shell.run("feedback", "lessons", "workshop").out()).contains("## 52–60 One thing");
    Shell json = Shell.run("feedback", "lessons", "workshop", "--json");
    assertThat(json.code()).isEqualTo(2);
    assertThat(json.err()).contains("leave --json out");
  }

  @Test
  void whatIsUnknownIsSaidWithWhatIsKnown() {
    Shell shell = Shell.run("feedback", "lessons", "bias");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains("there is no lesson bias: it is one of giving, receiving");
  }
}
