package io.fairlead.app.platform.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Writes a table as a file, row by row as the rows come, in bounded memory: CSV in UTF-8, or XLSX.
///
/// A cell is a text, a number, a date, a boolean or null. In CSV, a text that a spreadsheet would
/// run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line break) gets a leading
/// apostrophe; in XLSX texts are texts.
public final class TableExport {
  /// Where rows come from: calls the consumer once for each.
  @FunctionalInterface
  public interface Rows {
    void forEach(Consumer<List<@Nullable Object>> row) throws IOException;
  }

  public enum Format {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }
  }

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int XLSX_TEXT = 32_767;
  private static final int FLUSH_EVERY = 1_000;

  private TableExport() {}

  /// Answers a request with the table as a file to keep; CSV carries a byte order mark, by which
  /// spreadsheets know that it is UTF-8.
  public static void send(
      HttpServletResponse response, String name, Format format, List<String> heads, Rows rows)
      throws IOException {
    String file = name + (format == Format.CSV ? ".csv" : ".xlsx");
    response.setContentType(format.mediaType);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
    response.setHeader("Cache-Control", "no-store");
    switch (format) {
      case CSV -> csv(response.getOutputStream(), true, heads, rows);
      case XLSX -> xlsx(response.getOutputStream(), name, heads, rows);
    }
  }

  /// Writes CSV (RFC 4180, comma, CRLF).
  public static void csv(OutputStream out, boolean mark, List<String> heads, Rows rows)
      throws IOException {
    OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    if (mark) {
      text.write(BYTE_ORDER_MARK);
    }
    CsvWriter csv = CsvWriter.builder().build(text);
    csv.writeRecord(heads);
    rows.forEach(row -> csv.writeRecord(row.stream().map(TableExport::csvCell).toList()));
    csv.flush();
  }

  /// Writes one sheet with its head row frozen.
  public static void xlsx(OutputStream out, String name, List<String> heads, Rows rows)
      throws IOException {
    Workbook book = new Workbook(out, "Fairlead", "1.0");
    Worksheet sheet = book.newWorksheet(name);
    sheet.freezePane(0, 1);
    for (int column = 0; column < heads.size(); column++) {
      sheet.value(0, column, heads.get(column));
    }
    int[] written = {0};
    rows.forEach(row -> {
      written[0]++;
      for (int column = 0; column < row.size(); column++) {
        xlsxCell(sheet, written[0], column, row.get(column));
      }
      if (written[0] % FLUSH_EVERY == 0) {
        flush(sheet);
      }
    });
    book.finish();
  }

  private static void flush(Worksheet sheet) {
    try {
      sheet.flush();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String csvCell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> harmless(text);
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }

  /// The text as no spreadsheet takes it for a formula. A plain number keeps its sign.
  static String harmless(String text) {
    if (text.isEmpty() || text.matches("[+-]?\\d+([.,]\\d+)?")) {
      return text;
    }
    return "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static void xlsxCell(Worksheet sheet, int row, int column, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Number number -> sheet.value(row, column, number);
      case Boolean flag -> sheet.value(row, column, flag);
      case LocalDate date -> {
        sheet.value(row, column, date);
        sheet.style(row, column).format("yyyy-mm-dd").set();
      }
      default -> {
        String text = value.toString();
        sheet.value(row, column, text.length() > XLSX_TEXT ? text.substring(0, XLSX_TEXT) : text);
      }
    }
  }
}
