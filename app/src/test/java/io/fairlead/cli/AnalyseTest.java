package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalyseTest {
  private static final int MONTHS = 72;

  @TempDir Path folder;

  /// Enquiries go ahead of orders by two months, deliveries swing with the year, and one measure
  /// has just begun.
  private static String year() {
    Random random = new Random(20260301);
    var text = new StringBuilder("measure,date,value,target\n");
    double[] enquiries = new double[MONTHS];
    double orders = 0;
    for (int i = 0; i < MONTHS; i++) {
      LocalDate day = LocalDate.of(2020, 1, 1).plusMonths(i);
      enquiries[i] = (i == 0 ? 100 : enquiries[i - 1]) + random.nextGaussian();
      orders += i < 3 ? 0 : enquiries[i - 2] - enquiries[i - 3] + 0.2 * random.nextGaussian();
      double deliveries = 50 + 9 * Math.sin(Math.PI * i / 6) + random.nextGaussian();
      text.append("Enquiries,%s,%s,\n".formatted(day, enquiries[i]));
      text.append("Orders,%s,%s,40\n".formatted(day, orders));
      text.append("Deliveries,%s,%s,\n".formatted(day, deliveries + (i == 60 ? 30 : 0)));
      text.append("Berths,%s,7,\n".formatted(day));
      if (i >= MONTHS - 5) {
        text.append("Crew,%s,%d,\n".formatted(day, i));
      }
    }
    return text.toString();
  }

  private static JsonNode json(Shell shell) {
    assertThat(shell.code()).isZero();
    return JsonMapper.shared().readTree(shell.out());
  }

  @Test
  void eachMeasureIsJudgedInOneJsonDocument() throws IOException {
    JsonNode json = json(Shell.run("analyse", "measures", file(year()), "--json"));
    assertThat(json.propertyNames()).containsExactly("measures", "pairs");
    JsonNode deliveries = json.path("measures").path(2);
    assertThat(deliveries.propertyNames())
        .containsExactly(
            "measure",
            "n",
            "status",
            "centre",
            "lower",
            "upper",
            "signals",
            "seasonal",
            "autocorrelation",
            "trend");
    assertThat(deliveries.path("trend").propertyNames())
        .containsExactly("per_day", "lower", "upper");
    assertThat(deliveries.path("measure").stringValue()).isEqualTo("Deliveries");
    assertThat(deliveries.path("n").intValue()).isEqualTo(MONTHS);
    assertThat(deliveries.path("status").stringValue()).isEqualTo("OK");
    assertThat(deliveries.path("seasonal").booleanValue()).isTrue();
    assertThat(deliveries.path("centre").doubleValue()).isBetween(49.0, 52.0);
    assertThat(deliveries.path("upper").doubleValue()).isBetween(52.0, 60.0);
    assertThat(
            deliveries
                .path("signals")
                .valueStream()
                .map(it -> it.path("index").intValue() + " " + it.path("rule").stringValue()))
        .contains("60 beyond-limit", "60 leap", "61 leap")
        .hasSizeLessThan(6);
    assertThat(deliveries.path("autocorrelation").doubleValue()).isBetween(-0.5, 0.5);
  }

  @Test
  void whatCannotBeSaidIsNull() throws IOException {
    JsonNode measures =
        json(Shell.run("analyse", "measures", file(year()), "--json")).path("measures");
    JsonNode berths = measures.path(3);
    assertThat(berths.path("status").stringValue()).isEqualTo("ZERO_VARIANCE");
    assertThat(berths.path("centre").doubleValue()).isEqualTo(7);
    assertThat(berths.path("upper").isNull()).isTrue();
    assertThat(berths.path("signals").size()).isZero();
    JsonNode crew = measures.path(4);
    assertThat(crew.path("status").stringValue()).isEqualTo("TOO_FEW");
    assertThat(crew.path("n").intValue()).isEqualTo(5);
    assertThat(crew.path("centre").isNull()).isTrue();
    assertThat(crew.path("lower").isNull()).isTrue();
    assertThat(crew.path("autocorrelation").isNull()).isTrue();
    assertThat(crew.path("seasonal").booleanValue()).isFalse();
  }

  @Test
  void pairsAreJudgedWithTheirLag() throws IOException {
    JsonNode pairs =
        json(Shell.run(
                "analyse",
                "measures",
                file(year()),
                "--json",
                "--pairs",
                "enquiries:orders,orders:enquiries,crew:orders"))
            .path("pairs");
    JsonNode first = pairs.path(0);
    assertThat(first.propertyNames())
        .containsExactly("lead", "lag", "best_lag", "r", "band", "verdict");
    assertThat(first.path("lead").stringValue()).isEqualTo("Enquiries");
    assertThat(first.path("verdict").stringValue()).isEqualTo("leads");
    assertThat(first.path("best_lag").intValue()).isEqualTo(2);
    assertThat(first.path("r").doubleValue()).isGreaterThan(first.path("band").doubleValue());
    assertThat(pairs.path(1).path("verdict").stringValue()).isEqualTo("does not lead");
    assertThat(pairs.path(2).path("verdict").stringValue()).isEqualTo("too little data");
    assertThat(pairs.path(2).path("r").isNull()).isTrue();
  }

  @Test
  void theSameForPeople() throws IOException {
    Shell shell =
        Shell.run("analyse", "measures", file(year()), "--pairs", "Enquiries:Orders,Crew:Orders");
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .contains("without season", "it never moves", "fewer than 12 values")
        .containsPattern("Enquiries leads Orders by 2: r 0\\.\\d+.* That is no cause\\.")
        .contains("Whether Crew leads Orders cannot be said: 4 moves can be compared");
  }

  @Test
  void anOldWideWindowsFileReads() throws IOException {
    Path file = folder.resolve("old.csv");
    Files.writeString(
        file, "Datum;Büro\n01.01.2026;1,5\n01.02.2026;2,5\n", Charset.forName("windows-1252"));
    JsonNode measure =
        json(Shell.run("analyse", "measures", file, "--json")).path("measures").path(0);
    assertThat(measure.path("measure").stringValue()).isEqualTo("Büro");
    assertThat(measure.path("n").intValue()).isEqualTo(2);
  }

  @Test
  void whatCannotBeUnderstoodIsBadInputAndNamesItsRows() throws IOException {
    Path file = file("measure,date,value\nDelay,2026-01-01,NaN\nDelay,2026-01-02,=cmd\n");
    Shell shell = Shell.run("analyse", "measures", file, "--json");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err())
        .contains("series.csv, row 2, value: “NaN” is not a number")
        .contains("series.csv, row 3, value: “=cmd” is a formula");
    Shell pair = Shell.run("analyse", "measures", file(year()), "--pairs", "Orders:Nothing");
    assertThat(pair.code()).isEqualTo(2);
    assertThat(pair.err()).contains("Orders:Nothing is not LEAD:LAG", "Enquiries, Orders");
    assertThat(Shell.run("analyse", "measures", folder.resolve("missing.csv")).code()).isEqualTo(2);
    assertThat(Shell.run("analyse").code()).isEqualTo(2);
  }

  @Test
  void manyProblemsAreCounted() throws IOException {
    String rows = "Delay,2026-01-01,x\n".repeat(50);
    Shell shell = Shell.run("analyse", "measures", file("measure,date,value\n" + rows));
    assertThat(shell.err()).contains("and 30 more");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("series.csv"), text);
  }
}
