package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files as spreadsheets and other systems write them, for `fairlead feedback release` and
/// `fairlead feedback assign`.
class FeedbackFileFaultsTest {
  private static final String POLICY =
      "scale: {low: 1, high: 5}\nthresholds: {numeric: 4, comments: 5}\n";
  private static final String NOMINATIONS =
      """
      reviewee,rater,group,cost,fixed,forbidden,cap
      Zoë,Müller,peer,1,,,
      Zoë,Ola,peer,2,,,
      """;

  @TempDir Path folder;

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Shell released(byte[] answers) throws IOException {
    return Shell.run(
        "feedback",
        "release",
        file("answers.csv", answers),
        "--policy",
        file("policy.yaml", bytes(POLICY)),
        "--json");
  }

  private Shell assigned(byte[] nominations) throws IOException {
    return Shell.run(
        "feedback", "assign", file("nominations.csv", nominations), "--need", "peer=1", "--json");
  }

  private static JsonNode json(Shell shell) {
    assertThat(shell.err()).isEmpty();
    assertThat(shell.code()).isEqualTo(ExitCode.FINE);
    return JsonMapper.shared().readTree(shell.out());
  }

  private static String answers(String comment) {
    StringBuilder rows = new StringBuilder("subject,group,rater,competency,item,rating,comment\n");
    for (int peer = 0; peer < 5; peer++) {
      for (String item : new String[] {"a", "b", "c"}) {
        rows.append("Zoë,peer,p%d,Listening,%s,4,%n".formatted(peer, item));
      }
      rows.append("Zoë,peer,p%d,,keep,,\"%s\"%n".formatted(peer, comment));
    }
    return rows.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"UTF-8 | , | yes", "UTF-8 | ; | no", "windows-1252 | ; | no", "UTF-16LE | ; | yes"})
  void whateverASpreadsheetSavesIsRead(String charset, String separator, String mark)
      throws IOException {
    String begin = mark.equals("yes") ? "\uFEFF" : "";
    Charset encoding = Charset.forName(charset);
    String answers = begin + answers("für alle").replace(",", separator);
    String nominations = begin + NOMINATIONS.replace(",", separator).replace("\n", "\r\n");
    assertThat(json(released(answers.getBytes(encoding))).toString()).contains("Zoë", "für alle");
    assertThat(json(assigned(nominations.getBytes(encoding))).toString()).contains("Zoë", "Müller");
  }

  @Test
  void whatLooksLikeAFormulaIsOnlyText() throws IOException {
    String formula = "=HYPERLINK(\"\"http://elsewhere.example\"\";\"\"Click\"\")";
    assertThat(json(released(bytes(answers(formula)))).path("comments").path(0).path("texts"))
        .hasSize(5)
        .allSatisfy(text ->
            assertThat(text.stringValue())
                .isEqualTo("=HYPERLINK(\"http://elsewhere.example\";\"Click\")"));
    String nominations = NOMINATIONS.replace("Ola", "=1+1").replace(",1,", ",9,");
    assertThat(json(assigned(bytes(nominations))).at("/pairs/0/rater").stringValue())
        .isEqualTo("=1+1");
  }

  @Test
  void ofTwoAnswersOfTheSameRaterOneCountsAndItIsSaid() throws IOException {
    Shell shell = released(bytes(answers("") + "Zoë,peer,p0,Listening,a,1,\n"));
    assertThat(shell.code()).isEqualTo(ExitCode.FINE);
    assertThat(shell.err()).contains("row 22", "the later row counts");
    assertThat(JsonMapper.shared().readTree(shell.out()).at("/releases/0/blocks/0/n").intValue())
        .isEqualTo(5);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void aHundredThousandAnswersAreReleased() throws IOException {
    StringBuilder rows = new StringBuilder("subject,group,rater,competency,item,rating,comment\n");
    for (int row = 0; row < 100_000; row++) {
      rows.append(
          "s%d,peer,r%d,Listening,i%d,%d,%n"
              .formatted(row / 50, row / 10 % 5 + row / 50, row % 10, 1 + row % 5));
    }
    assertThat(json(released(bytes(rows.toString()))).path("releases")).hasSize(2_000);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void aHundredThousandNominationsAreAssigned() throws IOException {
    StringBuilder rows = new StringBuilder("reviewee,rater,group\n");
    for (int row = 0; row < 100_000; row++) {
      rows.append("s%d,r%d,peer%n".formatted(row / 10, (row / 10 + row % 10 + 1) % 10_000));
    }
    assertThat(json(assigned(bytes(rows.toString()))).path("pairs")).hasSize(10_000);
  }
}
