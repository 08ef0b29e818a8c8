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

class AnalyseRatersTest {
  private static final String CROSSED =
      """
      judge,person,points,level
      Bo,Ada,5,senior
      Bo,Ed,3,junior
      Bo,Flo,4,senior
      Bo,Gus,2,junior
      Cy,Ada,3,senior
      Cy,Ed,2,junior
      Cy,Flo,1,senior
      Cy,Gus,3,junior
      Di,Ada,3,senior
      Di,Ed,4,junior
      Di,Flo,2,senior
      Di,Gus,4,junior
      """;

  @TempDir Path folder;

  private static JsonNode json(Shell shell) {
    assertThat(shell.err()).isEmpty();
    assertThat(shell.code()).isZero();
    return JsonMapper.shared().readTree(shell.out());
  }

  private Shell analysed(String text, String... options) throws IOException {
    Object[] words = new Object[3 + options.length];
    words[0] = "analyse";
    words[1] = "raters";
    words[2] = file(text);
    System.arraycopy(options, 0, words, 3, options.length);
    return Shell.run(words);
  }

  @Test
  void theModelIsOneJsonDocument() throws IOException {
    JsonNode json =
        json(
            analysed(
                CROSSED,
                "--rater",
                "judge",
                "--ratee",
                "person",
                "--rating",
                "points",
                "--fixed",
                "level",
                "--model",
                "mixed",
                "--json"));
    assertThat(json.propertyNames())
        .containsExactly(
            "model",
            "criterion",
            "variance",
            "fixed",
            "raters",
            "ratees",
            "components",
            "status",
            "notes");
    assertThat(json.path("model").stringValue()).isEqualTo("mixed");
    assertThat(json.path("variance").propertyNames()).containsExactly("rater", "ratee", "residual");
    assertThat(json.path("fixed").propertyNames()).containsExactly("intercept", "level:senior");
    assertThat(json.path("fixed").path("intercept").path("se").doubleValue()).isPositive();
    assertThat(json.path("raters").path(1).path("id").stringValue()).isEqualTo("Cy");
    assertThat(json.path("raters").path(1).path("severity").doubleValue()).isNegative();
    JsonNode ada = json.path("ratees").path(0);
    assertThat(ada.path("n").intValue()).isEqualTo(3);
    assertThat(ada.path("raw").doubleValue()).isCloseTo(11 / 3.0, within(1e-12));
    assertThat(ada.path("lower").doubleValue()).isLessThan(ada.path("adjusted").doubleValue());
    assertThat(json.path("components").intValue()).isEqualTo(1);
    assertThat(json.path("status").stringValue()).isEqualTo("OK");
  }

  @Test
  void theRaschModelTellsTheSevereByAPositiveMeasure() throws IOException {
    JsonNode json = json(analysed(CROSSED, "--rating", "points", "--model", "rasch", "--json"));
    assertThat(json.path("model").stringValue()).isEqualTo("rasch");
    assertThat(json.path("variance").path("residual").isNull()).isTrue();
    double bo = json.path("raters").path(0).path("severity").doubleValue();
    assertThat(json.path("raters").path(1).path("severity").doubleValue()).isGreaterThan(bo);
  }

  @Test
  void codesAreCategoriesWhereOneSaysSo() throws IOException {
    String coded = CROSSED.replace("senior", "2").replace("junior", "1");
    JsonNode slope = json(analysed(coded, "--rating", "points", "--fixed", "level", "--json"));
    assertThat(slope.path("fixed").propertyNames()).containsExactly("intercept", "level");
    JsonNode code = json(analysed(coded, "--rating", "points", "--category", "level", "--json"));
    assertThat(code.path("fixed").propertyNames()).containsExactly("intercept", "level:2");
  }

  @Test
  void aColumnThatIsNamedTwiceCountsOnce() throws IOException {
    String once = analysed(panel(), "--item", "item", "--fixed", "late", "--json").out();
    assertThat(once).contains("item:I1", "late");
    for (String names : new String[] {"item,late", "late,Item,LATE", "late,late"}) {
      Shell again = analysed(panel(), "--item", "item", "--fixed", names, "--json");
      assertThat(again.err()).isEmpty();
      assertThat(again.out()).isEqualTo(once);
    }
    assertThat(
            analysed(panel(), "--item", "item", "--fixed", "late", "--category", "Late", "--json")
                .out())
        .isEqualTo(analysed(panel(), "--item", "item", "--category", "late", "--json").out());
    assertThat(analysed(panel(), "--item", "item", "--fixed", "item", "--model", "rasch").code())
        .isZero();
  }

  @Test
  void oneRaterARateeIsNotIdentified() throws IOException {
    String text = "rater,ratee,rating\nBo,Ada,5\nBo,Ed,4\nCy,Flo,2\nCy,Gus,1\n";
    JsonNode json = json(analysed(text, "--json"));
    assertThat(json.path("status").stringValue()).isEqualTo("NOT_IDENTIFIED");
    assertThat(json.path("criterion").isNull()).isTrue();
    assertThat(json.path("components").intValue()).isEqualTo(2);
    assertThat(json.path("raters").path(0).path("severity").isNull()).isTrue();
    assertThat(json.path("ratees").path(0).path("adjusted").doubleValue()).isEqualTo(5);
    assertThat(json.path("notes").path(0).stringValue())
        .contains("this team differs; it may be real");
    Shell people = analysed(text);
    assertThat(people.code()).isZero();
    assertThat(people.out()).contains("this team differs; it may be real", "not-identified");
  }

  @Test
  void theSameForPeople() throws IOException {
    Shell shell = analysed(CROSSED, "--rating", "points");
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .contains("who is below 0 rates lower than others")
        .containsPattern("Cy +1 +4 +-0\\.\\d+")
        .containsPattern("Ada +1 +3 +3\\.667");
  }

  /// Ten judges of the same twenty people: the first is severe, the last likes those who are alike.
  private static String panel() {
    Random random = new Random(6);
    var text = new StringBuilder("rater,ratee,item,rating,alike,late,early\n");
    for (int ratee = 0; ratee < 20; ratee++) {
      double merit = random.nextGaussian();
      for (int rater = 0; rater < 10; rater++) {
        for (int item = 0; item < 3; item++) {
          double level = 3.5 + merit + (rater == 0 ? -1.2 : 0) + 0.5 * random.nextGaussian();
          text.append(
              "R%d,E%d,I%d,%d,%d,%d,%d%n"
                  .formatted(
                      rater,
                      ratee,
                      item,
                      Math.max(1, Math.min(5, Math.round(level))),
                      (ratee + rater) % 2,
                      ratee % 7,
                      ratee % 5));
        }
      }
    }
    return text.toString();
  }

  @Test
  void howRatersUseTheScaleIsSaidOnRequest() throws IOException {
    assertThat(json(analysed(panel(), "--item", "item", "--json")).has("effects")).isFalse();
    JsonNode effects =
        json(analysed(
                panel(),
                "--item",
                "item",
                "--fixed",
                "late",
                "--match",
                "alike",
                "--recent",
                "late",
                "--earlier",
                "early",
                "--json"))
            .path("effects");
    assertThat(effects.propertyNames()).containsExactly("raters", "similarity", "recency");
    JsonNode severe = effects.path("raters").path(0);
    assertThat(severe.path("flags").path(0).stringValue()).isEqualTo("severe");
    assertThat(severe.path("severity").doubleValue()).isLessThan(-0.5);
    assertThat(severe.path("shared_ratees").intValue()).isEqualTo(20);
    assertThat(severe.path("infit").doubleValue()).isPositive();
    assertThat(effects.path("similarity").path("n").intValue()).isEqualTo(300);
    assertThat(effects.path("similarity").path("stands").booleanValue()).isFalse();
    assertThat(effects.path("recency").path("z").isNumber()).isTrue();
    Shell people = analysed(panel(), "--item", "item", "--effects", "--match", "alike");
    assertThat(people.out())
        .containsPattern("R0 +20 +-[\\d.]+ .*severe")
        .contains("a reason to look, not a verdict", "Being alike: ");
    Shell half = analysed(panel(), "--recent", "late");
    assertThat(half.code()).isEqualTo(2);
    assertThat(half.err()).contains("--recent and --earlier go together");
    Shell words = analysed(panel(), "--match", "item");
    assertThat(words.code()).isEqualTo(2);
    assertThat(words.err()).contains("row 2 has “I0”");
  }

  @Test
  void anOldWindowsFileReads() throws IOException {
    Path file = folder.resolve("old.csv");
    Files.writeString(
        file,
        CROSSED.replace(',', ';').replace("Bo", "Zoë").replace(";5", ";4,5"),
        Charset.forName("windows-1252"));
    JsonNode json = json(Shell.run("analyse", "raters", file, "--rating", "points", "--json"));
    assertThat(json.path("raters").path(0).path("id").stringValue()).isEqualTo("Zoë");
    assertThat(json.path("ratees").path(0).path("raw").doubleValue()).isEqualTo(3.5);
  }

  @Test
  void whatCannotBeUsedIsBadInput() throws IOException {
    Shell unknown = analysed(CROSSED, "--json");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.out()).isEmpty();
    assertThat(unknown.err()).contains("the rating; name it. There are: judge, person, points");
    assertThat(analysed(CROSSED, "--rating", "marks").err()).contains("no column “marks”");
    Shell cell = analysed("rater,ratee,rating\nBo,Ada,Infinity\n");
    assertThat(cell.code()).isEqualTo(2);
    assertThat(cell.err()).contains("row 2, rating: “Infinity” is not a number");
    String alike = CROSSED.replace("level", "level,rank").replace("ior\n", "ior,ior\n");
    Shell same = analysed(alike, "--rating", "points", "--fixed", "rank");
    assertThat(same.code()).isEqualTo(2);
    assertThat(same.err()).contains("rank says nothing");
    Shell many =
        analysed(CROSSED.replace("senior", "x"), "--rating", "points", "--fixed", "nothing");
    assertThat(many.code()).isEqualTo(2);
    Shell rasch = analysed(CROSSED, "--rating", "points", "--model", "rasch", "--fixed", "level");
    assertThat(rasch.code()).isEqualTo(2);
    assertThat(rasch.err()).contains("facets only");
    assertThat(analysed(CROSSED, "--model", "guess").code()).isEqualTo(2);
    assertThat(analysed("rater,ratee,rating\nBo,Ada,\n").err()).contains("No row has a rating");
  }

  @Test
  void aHundredThousandRowsAreNoTrouble() throws IOException {
    Random random = new Random(4);
    var text = new StringBuilder("ratee,rater,rating\n");
    for (int row = 0; row < 100_000; row++) {
      int rater = random.nextInt(600);
      int level = 3 + rater % 3 - 1;
      text.append(
          "P%d,R%d,%d%n".formatted(random.nextInt(9_000), rater, level + random.nextInt(2)));
    }
    JsonNode json = json(analysed(text.toString(), "--json"));
    assertThat(json.path("status").stringValue()).isEqualTo("OK");
    assertThat(json.path("variance").path("rater").doubleValue()).isCloseTo(2 / 3.0, within(0.02));
    assertThat(json.path("variance").path("residual").doubleValue()).isCloseTo(0.25, within(0.01));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("ratings.csv"), text);
  }
}
