package io.fairlead.methods.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
  private static final Set<String> KNOWN = Set.of("id", "name", "parts");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,name,parts\n1,Ann,a;b\n",
        "id;name;parts\r\n1;Ann;\"a;b\"\r\n",
        "id\tname\tparts\r1\tAnn\ta;b\r",
        "\uFEFF\"id\",\"name\",\"parts\"\n1,Ann,a;b",
        "\n\nID, Name ,PARTS,\n\n1,Ann,a;b,\n",
      })
  void theSameTableIsReadHoweverItIsSeparated(String text) {
    Table table = parse(text);
    assertThat(table.problems()).isEmpty();
    assertThat(table.header()).startsWith("id", "name", "parts");
    assertThat(table.rows()).hasSize(1);
    assertThat(table.rows().getFirst().cells()).startsWith("1", "Ann", "a;b");
  }

  @Test
  void aHeaderFullOfAnotherSeparatorInQuotesDoesNotMislead() {
    Table table = parse("id,name,\"a;b;c;d;e\"\n1,Ann,x\n");
    assertThat(table.separator()).isEqualTo(',');
    assertThat(table.header()).containsExactly("id", "name", "a;b;c;d;e");
  }

  @Test
  void rowsAreNumberedAsInASpreadsheet() {
    Table table = parse("id,name\n1,\"two\nlines\"\n\n3,Bo\n");
    assertThat(table.rows()).extracting(Table.Row::number).containsExactly(2, 4);
  }

  @Test
  void missingCellsAreEmptyAndExtraOnesAreNamed() {
    Table table = parse("id,name\n1\n2,Bo,?\n3,Cy,\n");
    assertThat(table.rows().getFirst().cells()).containsExactly("1", "");
    assertThat(table.problems())
        .extracting(TableProblem::row, TableProblem::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(3, "extra-cells"));
  }

  @Test
  void aCellOfAMegabyteIsRefusedAndTheOthersAreRead() {
    Table table = parse("id,name\n1," + "x".repeat(1_000_000) + "\n2,Bo\n");
    assertThat(table.rows()).extracting(Table.Row::number).containsExactly(3);
    assertThat(table.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.row()).isEqualTo(2);
          assertThat(problem.column()).isEqualTo("name");
          assertThat(problem.code()).isEqualTo("cell-too-long");
          assertThat(problem.message()).contains("1,000,000", "32,767");
        });
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "''| empty-file",
        "' \n '| empty-file",
        "'id,name\n1,\"Ann\n2,Bo'| open-quote",
        "'id,name\n1,\"Ann\"x\n'| not-csv",
        "'id,id\n1,2\n'| duplicate-column",
      })
  void whatIsNoTableIsRefusedWithItsReason(String text, String code) {
    Table table = parse(text);
    assertThat(table.isUnreadable()).isTrue();
    assertThat(table.rows()).isEmpty();
    assertThat(table.problems()).extracting(TableProblem::code).containsExactly(code);
  }

  @Test
  void aPictureIsNoTable() {
    assertThat(parse("PNG\0\0IHDR").problems())
        .extracting(TableProblem::code)
        .containsExactly("not-text");
  }

  @Test
  void oldWindowsFilesAndUnicodeOnesReadAlike() {
    assertThat(TableText.decoded("Zoë – 5 €".getBytes(Charset.forName("windows-1252"))))
        .isEqualTo("Zoë – 5 €");
    assertThat(TableText.decoded("Zoë – 5 €".getBytes(UTF_8))).isEqualTo("Zoë – 5 €");
    byte[] utf16 = "\uFEFFZoë".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
    assertThat(TableText.decoded(utf16)).isEqualTo("Zoë");
  }

  @ParameterizedTest(name = "{0} is exported as {1}")
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "=1+1, '=1+1",
        "+1+1, '+1+1",
        "-1+1, '-1+1",
        "@SUM(A1), '@SUM(A1)",
        "\"\t=1\", \"'\t=1\"",
        "'=1, ''=1",
        "-5, -5",
        "+5.5e3, +5.5e3",
        "\"-4,5\", \"-4,5\"",
        "-, '-",
        "it's, it's",
        "'quoted', 'quoted'",
      })
  void cellsThatASpreadsheetWouldRunAreNeutralised(String cell, String exported) {
    assertThat(Formulas.neutralised(cell)).isEqualTo(exported);
    assertThat(Formulas.restored(exported)).isEqualTo(cell);
  }

  @Property
  void everyTextSurvivesExportAndImport(
      @ForAll @Size(min = 1, max = 4) List<
                  @Chars({'=', '+', '-', '@', '\'', '"', ',', ';', '\t', '\r', '\n', ' ', '5'})
                  @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String>
              texts) {
    var table =
        new Table(
            ',',
            List.of("id", "name"),
            texts.stream().map(text -> new Table.Row(0, List.of("x", text))).toList(),
            List.of());
    Table back = parse(table.toCsv());
    assertThat(back.problems()).isEmpty();
    assertThat(back.rows()).extracting(row -> row.cells().get(1)).isEqualTo(texts);
  }

  private static Table parse(String text) {
    return Table.parse(text, KNOWN::contains);
  }
}
