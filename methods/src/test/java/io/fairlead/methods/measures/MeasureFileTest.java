package io.fairlead.methods.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.table.TableProblem;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureFileTest {
  private static MeasureSeries only(String text) {
    MeasureFile file = MeasureFile.parse(text);
    assertThat(file.problems()).isEmpty();
    assertThat(file.series()).hasSize(1);
    return file.series().getFirst();
  }

  private static List<String> codes(String text) {
    MeasureFile file = MeasureFile.parse(text);
    assertThat(file.series()).isEmpty();
    assertThat(file.hasErrors()).isTrue();
    return file.problems().stream().map(it -> it.row() + " " + it.code()).toList();
  }

  @Test
  void aLongFileIsSortedByTheDaysOfEachMeasure() {
    MeasureFile file =
        MeasureFile.parse(
            """
            Measure,Date,Value,Target
            Berths,2026-03-01,7,9
            Delay,2026-01-01,40,
            Berths,2026-01-01,5,8
            Berths,2026-02-01,,8
            """);
    assertThat(file.problems()).isEmpty();
    MeasureSeries berths = file.find("Berths").orElseThrow();
    assertThat(berths.history().days())
        .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 1));
    assertThat(berths.history().values()).containsExactly(5, 7);
    assertThat(berths.target()).isEqualTo(9);
    assertThat(file.find("delay").orElseThrow().target()).isNull();
  }

  @Test
  void aWideFileHasAMeasureAColumnUnderItsOwnName() {
    MeasureFile file =
        MeasureFile.parse("Month;Sign-ups (Web);NPS\n2026-01;1.200;7,5\n2026-02;1.350;\n");
    assertThat(file.problems()).isEmpty();
    assertThat(file.series())
        .extracting(MeasureSeries::name)
        .containsExactly("Sign-ups (Web)", "NPS");
    assertThat(file.series().getFirst().history().values()).containsExactly(1200, 1350);
    assertThat(file.series().getLast().history().values()).containsExactly(7.5);
  }

  @Test
  void oneMeasureMayHaveATargetBesideIt() {
    MeasureSeries one = only("date,value,target\n2026-01-01,4,6\n2026-02-01,5,6\n");
    assertThat(one.name()).isEqualTo("value");
    assertThat(one.target()).isEqualTo(6);
  }

  @Test
  void whereNamesRepeatTheGroupIsPartOfThem() {
    String rows = "org,kpi,date,value\nNorth,Delay,2026-01-01,1\n%s,%s,2026-01-01,2\n";
    assertThat(MeasureFile.parse(rows.formatted("South", "Delay")).series())
        .extracting(MeasureSeries::name)
        .containsExactly("North · Delay", "South · Delay");
    assertThat(MeasureFile.parse(rows.formatted("South", "Berths")).series())
        .extracting(MeasureSeries::name)
        .containsExactly("Delay", "Berths");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-31|2026-03-31",
        "2026/3/31|2026-03-31",
        "20260331|2026-03-31",
        "2026-03-31 23:59|2026-03-31",
        "2026-03-31T23:59:59.5+02:00|2026-03-31",
        "31.03.2026|2026-03-31",
        "31/03/2026|2026-03-31",
        "03/31/2026|2026-03-31",
        "2026-03|2026-03-01",
        "Mar 2026|2026-03-01",
        "march 2026|2026-03-01",
        "2026-W14|2026-03-30",
        "2026-Q2|2026-04-01",
        "Q2 2026|2026-04-01",
        "2026|2026-01-01"
      })
  void aDayIsReadInEveryUsualNotation(String written, LocalDate day) {
    assertThat(only("date,crew\n" + written + ",1\n").history().days()).containsExactly(day);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234.5|1234.5",
        "-0.5|-0.5",
        "+3|3",
        ".5|0.5",
        "1e3|1000",
        "45 %|45",
        "1 234 567|1234567",
        "\"1,234,567.25\"|1234567.25",
        "\"12,5\"|12.5",
        "\"1.234,5\"|1234.5"
      })
  void aNumberIsReadInEveryUsualNotation(String written, double value) {
    assertThat(only("date,crew\n2026-01-01," + written + "\n").history().values())
        .containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NaN|not-a-number",
        "Infinity|not-a-number",
        "∞|not-a-number",
        "n/a|not-a-number",
        "1e308|number-out-of-range",
        "1e999|number-out-of-range",
        "1.2.3|not-a-number",
        "=2+3|formula",
        "=cmd|formula",
        "@SUM(A1)|formula",
        "12€|not-a-number"
      })
  void whatIsNoNumberIsNamedWithItsRow(String written, String code) {
    assertThat(codes("measure,date,value\nDelay,2026-01-01,1\nDelay,2026-02-01," + written + "\n"))
        .containsExactly("3 " + code);
  }

  @Test
  void aMeasureIsInPerCentOnAllRowsOrOnNone() {
    String file =
        "measure,date,value\nWins,2026-01-01,45 %\nWins,2026-02-01,0.45\nCost,2026-01-01,3\n";
    assertThat(codes(file)).containsExactly("3 mixed-units");
    assertThat(MeasureFile.parse(file).series()).isEmpty();
    assertThat(MeasureFile.parse(file).values())
        .extracting(MeasureFileValue::row)
        .containsExactly(2, 4);
  }

  @Test
  void datesThatCannotBeUnderstoodAreNamedWithTheirRows() {
    String head = "measure,date,value\n";
    assertThat(codes(head + "Delay,2026-01-01,1\nDelay,1.2.2026,2\nDelay,2026-03-01,2\n"))
        .containsExactly("3 not-a-date");
    assertThat(codes(head + "Delay,2026-02-30,1\nDelay,2026-03-01,2\n"))
        .containsExactly("2 not-a-date");
    assertThat(codes(head + "Delay,,1\n")).contains("2 not-a-date");
    assertThat(codes(head + "Delay,01/02/2026,1\nDelay,01/03/2026,2\n"))
        .contains("0 ambiguous-dates");
    assertThat(codes(head + "Delay,2026-01-01T10:00Z,1\nDelay,2026-01-02T10:00+05:00,2\n"))
        .contains("0 mixed-time-zones");
  }

  @Test
  void aDayWithTwoValuesIsRefusedAndNamesBothRows() {
    MeasureFile file =
        MeasureFile.parse(
            "measure,date,value\nDelay,2026-01-01,1\nDelay,2026-02-01,2\nDelay,2026-01-01,3\n");
    assertThat(file.series()).isEmpty();
    TableProblem problem = file.problems().getFirst();
    assertThat(problem.row()).isEqualTo(4);
    assertThat(problem.message()).contains("on row 2 already");
  }

  @Test
  void whatIsNoFileOfValuesIsRefused() {
    assertThat(codes("")).containsExactly("0 empty-file");
    assertThat(codes("measure,date,value\n")).containsExactly("0 no-values");
    assertThat(codes("measure,value\nDelay,1\n")).containsExactly("0 no-values");
    assertThat(codes("measure,date,value\n,2026-01-01,1\n")).containsExactly("2 no-measure");
    assertThat(codes("measure,date,value\n=cmd(),2026-01-01,1\n")).containsExactly("2 formula");
    assertThat(codes("crew\n5\n")).contains("0 no-measures");
    assertThat(codes("date,crew\n2026-01-01,12,5\n")).contains("2 extra-cells");
  }

  @Test
  void anUnknownColumnOfALongFileIsNoted() {
    MeasureFile file = MeasureFile.parse("measure,date,value,remark\nDelay,2026-01-01,1,storm\n");
    assertThat(file.hasErrors()).isFalse();
    assertThat(file.problems()).extracting(TableProblem::code).containsExactly("unknown-column");
  }

  @Test
  void pairsAreFoundWhateverTheirNames() {
    MeasureFile file = MeasureFile.parse("t,a,b,\"a:b\",\"c, d\"\n1,1,1,1,1\n2,2,2,2,2\n");
    assertThat(file.series().getFirst().history().hasCalendar()).isFalse();
    assertThat(file.pairs("a:b").orElseThrow()).hasSize(1);
    assertThat(file.pairs("A:b, b:a").orElseThrow()).hasSize(2);
    assertThat(file.pairs("a:b:c, d").orElseThrow())
        .extracting(pair -> pair.lead().name() + " leads " + pair.lagging().name())
        .containsExactly("a:b leads c, d");
    assertThat(file.pairs("")).contains(List.of());
    assertThat(file.pairs("a:x")).isEmpty();
    assertThat(file.pairs("a")).isEmpty();
  }

  @Test
  void whatCanBeReadIsReadBesideWhatCannot() {
    MeasureFile file =
        MeasureFile.parse(
            """
            measure,date,value,dimension,slice,target
            Calls,2026-03-01,5,,,4
            Calls,2026-03-01,1,region,North,
            Calls,2026-03-08,a few,,,
            Calls,2026-03-15,6,,,soon
            Calls,2026-03-22,7,,,
            Calls,2026-03-22,8,,,
            Calls,2026-03-29,9,,,
            """);
    assertThat(file.series()).isEmpty();
    assertThat(file.problems())
        .extracting(it -> it.row() + " " + it.code())
        .containsExactly("4 not-a-number", "5 not-a-number", "7 duplicate-value");
    assertThat(file.values())
        .extracting(it -> it.row() + " " + it.slice() + " " + it.value())
        .containsExactly("2  5.0", "3 North 1.0", "8  9.0");
    assertThat(file.values().getFirst().target()).isEqualTo(4);
  }

  @Test
  void aPartIsASeriesOfItsOwn() {
    MeasureFile file =
        MeasureFile.parse(
            """
            measure,date,value,dimension,slice
            Calls,2026-03-01,5,,
            Calls,2026-03-01,1,region,North
            """);
    assertThat(file.problems()).isEmpty();
    assertThat(file.series())
        .extracting(MeasureSeries::name)
        .containsExactly("Calls", "Calls · region: North");
  }

  @Test
  void aHundredThousandRowsAreReadInAMoment() {
    String rows =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "m%d,%s,%d".formatted(i % 100, Made.FIRST.plusDays(i / 100), i))
            .collect(Collectors.joining("\n"));
    long begun = System.nanoTime();
    MeasureFile file = MeasureFile.parse("measure,date,value\n" + rows);
    assertThat(file.series()).hasSize(100);
    assertThat(file.series().getLast().history().size()).isEqualTo(1000);
    assertThat((System.nanoTime() - begun) / 1e9).isLessThan(5);
  }
}
