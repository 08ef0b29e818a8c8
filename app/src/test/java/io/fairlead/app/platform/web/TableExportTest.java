package io.fairlead.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableExportTest {
  private static final List<String> HEADS = List.of("name", "share", "due");
  private static final TableExport.Rows ROWS =
      row -> {
        row.accept(
            List.of("Lindqvist, \"Mara\"", new BigDecimal("0.70"), LocalDate.of(2026, 6, 30)));
        row.accept(Arrays.asList("=HYPERLINK(\"x\")", -3, null));
      };

  @Test
  void csvQuotesWhatNeedsItAndRunsNoFormula() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableExport.csv(out, false, HEADS, ROWS);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "name,share,due\r\n"
                + "\"Lindqvist, \"\"Mara\"\"\",0.70,2026-06-30\r\n"
                + "\"'=HYPERLINK(\"\"x\"\")\",-3,\r\n");
  }

  @Test
  void aByteOrderMarkLeadsWhenAskedFor() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableExport.csv(out, true, HEADS, ROWS);
    assertThat(out.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
  }

  @Test
  void xlsxHoldsNumbersDatesAndHarmlessText() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableExport.xlsx(out, "goals", HEADS, ROWS);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      Sheet sheet = book.getSheet("goals");
      assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(0.7);
      assertThat(sheet.getRow(1).getCell(2).getLocalDateTimeCellValue())
          .isEqualTo(LocalDate.of(2026, 6, 30).atStartOfDay());
      assertThat(sheet.getRow(2).getCell(0).getCellType()).isEqualTo(CellType.STRING);
      assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("=HYPERLINK(\"x\")");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "=1+1, '''=1+1'",
    "+49 30 1, '''+49 30 1'",
    "-5, -5",
    "'-2,5', '-2,5'",
    "-cmd, '''-cmd'",
    "@SUM(A1), '''@SUM(A1)'",
    "a=b, a=b"
  })
  void aTextThatLooksLikeAFormulaIsMadeHarmless(String text, String expected) {
    assertThat(TableExport.harmless(text)).isEqualTo(expected);
  }
}
