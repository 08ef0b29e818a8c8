package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalyseAgreementTest {
  /// Shrout and Fleiss (1979), table 2.
  private static final String JUDGES =
      "J1,J2,J3,J4\n9,2,5,8\n6,1,3,2\n8,4,6,8\n7,1,2,6\n10,5,6,9\n6,2,4,7\n";

  @TempDir Path folder;

  private static JsonNode json(Shell shell) {
    assertThat(shell.err()).isEmpty();
    assertThat(shell.code()).isZero();
    return JsonMapper.shared().readTree(shell.out());
  }

  @Test
  void eachFigureHasNValueIntervalAndStatus() throws IOException {
    JsonNode json = json(Shell.run("analyse", "agreement", file(JUDGES), "--json"));
    assertThat(json.propertyNames()).containsExactly("icc", "alpha", "krippendorff", "rwg");
    for (JsonNode figure : json.values()) {
      assertThat(figure.propertyNames()).startsWith("n", "value", "interval", "status");
      assertThat(figure.path("status").stringValue()).isEqualTo("OK");
      assertThat(figure.path("n").intValue()).isEqualTo(6);
      assertThat(figure.path("interval").size()).isEqualTo(2);
    }
    assertThat(json.path("icc").path("value").doubleValue()).isCloseTo(0.1657, within(5e-5));
    assertThat(json.path("icc").path("forms").path("ICC3_k").path("value").doubleValue())
        .isCloseTo(0.9093, within(5e-5));
    assertThat(json.path("alpha").path("value").doubleValue()).isCloseTo(0.9093, within(5e-5));
    assertThat(json.path("alpha").path("without").propertyNames())
        .containsExactly("J1", "J2", "J3", "J4");
    assertThat(json.path("krippendorff").path("metric").stringValue()).isEqualTo("ordinal");
    assertThat(json.path("rwg").path("scale").path("assumed").booleanValue()).isTrue();
  }

  @Test
  void metricAndScaleCanBeNamed() throws IOException {
    JsonNode json =
        json(
            Shell.run(
                "analyse",
                "agreement",
                file(JUDGES),
                "--json",
                "--metric",
                "nominal",
                "--scale",
                "0-10"));
    assertThat(json.path("krippendorff").path("value"))
        .isEqualTo(json.path("krippendorff").path("metrics").path("nominal").path("value"));
    assertThat(json.path("rwg").path("scale").path("low").doubleValue()).isZero();
    assertThat(json.path("rwg").path("scale").path("assumed").booleanValue()).isFalse();
  }

  @Test
  void whatCannotBeSaidIsNull() throws IOException {
    JsonNode same = json(Shell.run("analyse", "agreement", file("a,b\n3,3\n3,3\n"), "--json"));
    for (String name : new String[] {"icc", "alpha", "krippendorff"}) {
      assertThat(same.path(name).path("value").isNull()).isTrue();
      assertThat(same.path(name).path("interval").isNull()).isTrue();
      assertThat(same.path(name).path("status").stringValue()).isEqualTo("ZERO_VARIANCE");
    }
    assertThat(same.path("rwg").path("status").stringValue()).isEqualTo("TOO_FEW");
    JsonNode one =
        json(
            Shell.run(
                "analyse",
                "agreement",
                file("ratee,rater,rating\nAda,Bo,-1\nEd,Bo,4\n"),
                "--json"));
    assertThat(one.path("icc").path("status").stringValue()).isEqualTo("TOO_FEW");
    assertThat(one.path("krippendorff").path("metrics").path("ratio").isNull()).isTrue();
  }

  @Test
  void theSameForPeople() throws IOException {
    Shell shell = Shell.run("analyse", "agreement", file(JUDGES));
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .containsPattern("ICC\\(2,1\\) +6 +0\\.290 +0\\.019 +0\\.761")
        .contains("ordinal, as asked", "as the ratings do; --scale names it");
  }

  @Test
  void aColumnThatCountsTheRowsIsLeftOutAndThatIsSaid() throws IOException {
    Path file =
        file("\"\",\"J1\",\"J2\"\n\"1\",9,2\n\"2\",6,1\n\"3\",8,4\n\"4\",7,1\n\"5\",10,5\n");
    Shell text = Shell.run("analyse", "agreement", file);
    assertThat(text.code()).isZero();
    assertThat(text.err()).contains("note: The first column has no heading");
    assertThat(text.out()).contains("whether 2 columns belong together");
    Shell shell = Shell.run("analyse", "agreement", file, "--json");
    JsonNode json = JsonMapper.shared().readTree(shell.out());
    assertThat(json.propertyNames()).endsWith("notes");
    assertThat(json.path("notes").get(0).stringValue()).contains("names of the rows");
    assertThat(json.path("icc").path("mean_ratings").doubleValue()).isEqualTo(2);
  }

  @Test
  void anOldWindowsFileReads() throws IOException {
    Path file = folder.resolve("old.csv");
    Files.writeString(
        file,
        "Reviewee;Reviewer;Score\nJörg;Zoë;4,5\nJörg;Bo;4\nAda;Zoë;2,5\nAda;Bo;2\n",
        Charset.forName("windows-1252"));
    JsonNode json = json(Shell.run("analyse", "agreement", file, "--json"));
    assertThat(json.path("icc").path("n").intValue()).isEqualTo(2);
    assertThat(json.path("alpha").path("without").propertyNames()).contains("Zoë");
  }

  @Test
  void whatCannotBeUnderstoodIsBadInput() throws IOException {
    Shell number = Shell.run("analyse", "agreement", file("a,b\n1,NaN\n2,3\n"), "--json");
    assertThat(number.code()).isEqualTo(2);
    assertThat(number.out()).isEmpty();
    assertThat(number.err()).contains("ratings.csv, row 2, b: “NaN” is not a number");
    Shell twice =
        Shell.run("analyse", "agreement", file("ratee,rater,rating\nAda,Bo,4\nAda,Bo,5\n"));
    assertThat(twice.code()).isEqualTo(2);
    assertThat(twice.err()).contains("rows 2 and 3", "--item");
    Shell outside = Shell.run("analyse", "agreement", file(JUDGES), "--scale", "1-5");
    assertThat(outside.code()).isEqualTo(2);
    assertThat(outside.err()).contains("row 2 has the rating 9.0", "outside the scale 1-5");
    for (String scale : new String[] {"5-1", "good", "1-1", "1-5-9"}) {
      assertThat(Shell.run("analyse", "agreement", file(JUDGES), "--scale", scale).code())
          .isEqualTo(2);
    }
    Shell ratio = Shell.run("analyse", "agreement", file("a,b\n-1,2\n3,4\n"), "--metric", "ratio");
    assertThat(ratio.code()).isEqualTo(2);
    assertThat(Shell.run("analyse", "agreement", file("")).code()).isEqualTo(2);
    assertThat(Shell.run("analyse", "agreement").code()).isEqualTo(2);
  }

  @Test
  void aHundredThousandRowsAreNoTrouble() throws IOException {
    Random random = new Random(9);
    var text = new StringBuilder("ratee,rater,rating\n");
    for (int ratee = 0; ratee < 20_000; ratee++) {
      for (int rater = 0; rater < 5; rater++) {
        text.append("P%d,R%d,%d%n".formatted(ratee, ratee / 7 + rater, 1 + random.nextInt(5)));
      }
    }
    JsonNode json = json(Shell.run("analyse", "agreement", file(text.toString()), "--json"));
    assertThat(json.path("icc").path("n").intValue()).isEqualTo(20_000);
    assertThat(json.path("krippendorff").path("value").doubleValue()).isCloseTo(0, within(0.02));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("ratings.csv"), text);
  }
}
