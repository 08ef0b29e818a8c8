package io.fairlead.methods.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/// A header and rows of cells. Read from text separated by comma, semicolon or tab, with or without
/// a byte-order mark, with quoted cells that may span lines; blank rows are passed over but
/// counted, so that row numbers are those of a spreadsheet.
///
/// @param header column names, lower-case with underscores
/// @param rows each as wide as the header
/// @param problems empty rows and columns make none; one that is fatal leaves no rows
public record Table(
    char separator, List<String> header, List<Row> rows, List<TableProblem> problems) {

  /// What a spreadsheet holds in one cell.
  public static final int LONGEST_CELL = 32_767;

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  /// @param number as a spreadsheet counts, the header being 1
  public record Row(int number, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  public Table {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /// Whether there is nothing to work with.
  public boolean isUnreadable() {
    return problems.stream().anyMatch(it -> it.severity() == TableProblem.Severity.FATAL);
  }

  /// Reads a table.
  ///
  /// @param known tells the columns that are expected; the separator is the one that finds most of
  ///   them
  public static Table parse(String text, Predicate<String> known) {
    List<Row> rows = new ArrayList<>();
    Table read = scan(text, known, (_, row) -> rows.add(row));
    return new Table(
        read.separator, read.header, read.isUnreadable() ? List.of() : rows, read.problems);
  }

  /// Reads a table whose rows are too many to be held at once: each is handed on with the header as
  /// it comes. A table that turns out unreadable may have handed on some before.
  ///
  /// @return the table without its rows
  public static Table scan(
      String text, Predicate<String> known, BiConsumer<List<String>, Row> rows) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (plain.isBlank()) {
      return unreadable("empty-file", "The file is empty.");
    }
    if (plain.indexOf('\0') >= 0) {
      return unreadable("not-text", "This is not a text file; export the sheet as CSV.");
    }
    char separator = separator(plain, known);
    int open = Quotes.openAtLine(plain, separator);
    if (open > 0) {
      return unreadable(
          "open-quote", "The quote that begins on line " + open + " is never closed.");
    }
    try {
      return new Reader(separator, rows).read(reader(plain, separator).iterator());
    } catch (CsvParseException malformed) {
      Throwable cause = malformed.getCause();
      String why = cause == null ? "" : " (" + cause.getMessage() + ")";
      return unreadable("not-csv", malformed.getMessage() + why + ".");
    }
  }

  /// The column name behind a header cell: `Objective ID` → `objective_id`.
  public static String columnName(String cell) {
    return cell.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }

  /// The header cells of a text as they are written, where a column's name is what a person reads.
  ///
  /// @param separator that [#parse] found
  public static List<String> titles(String text, char separator) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    for (CsvRecord line : reader(plain, separator)) {
      List<String> cells =
          line.getFields().stream().map(Formulas::restored).map(String::strip).toList();
      if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        return cells;
      }
    }
    return List.of();
  }

  /// As text with commas, formulas neutralised, lines ended as RFC 4180 says. [#parse] gives it
  /// back.
  public String toCsv() {
    var text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      writer.writeRecord(header.stream().map(Formulas::neutralised).toList());
      for (Row row : rows) {
        writer.writeRecord(row.cells.stream().map(Formulas::neutralised).toList());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static Table unreadable(String code, String message) {
    return new Table(',', List.of(), List.of(), List.of(TableProblem.fatal(code, message)));
  }

  private static CsvReader<CsvRecord> reader(String text, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .ofCsvRecord(text);
  }

  private static char separator(String text, Predicate<String> known) {
    char best = ',';
    long most = -1;
    for (char separator : SEPARATORS) {
      long found = score(text, separator, known);
      if (found > most) {
        most = found;
        best = separator;
      }
    }
    return best;
  }

  /// Known columns count first, then any columns.
  private static long score(String text, char separator, Predicate<String> known) {
    try {
      for (CsvRecord line : reader(text, separator)) {
        List<String> names = line.getFields().stream().map(Table::columnName).toList();
        if (names.stream().anyMatch(name -> !name.isEmpty())) {
          return names.stream().filter(known).distinct().count() * 1_000_000 + names.size();
        }
      }
      return 0;
    } catch (CsvParseException _) {
      return -1;
    }
  }

  private static final class Reader {
    private final char separator;
    private final BiConsumer<List<String>, Row> rows;
    private final List<TableProblem> problems = new ArrayList<>();
    private int number;

    Reader(char separator, BiConsumer<List<String>, Row> rows) {
      this.separator = separator;
      this.rows = rows;
    }

    Table read(Iterator<CsvRecord> records) {
      List<String> header = header(records);
      var seen = new HashSet<String>();
      for (String name : header) {
        if (!seen.add(name)) {
          return unreadable("duplicate-column", "There are two columns named " + name + ".");
        }
      }
      while (records.hasNext()) {
        number++;
        row(header, records.next().getFields());
      }
      return new Table(separator, header, List.of(), problems);
    }

    private List<String> header(Iterator<CsvRecord> records) {
      List<String> cells = List.of("");
      while (records.hasNext() && cells.stream().allMatch(String::isBlank)) {
        number++;
        cells = records.next().getFields();
      }
      var header = new ArrayList<String>();
      for (String cell : cells) {
        String name = columnName(Formulas.restored(cell));
        header.add(name.isEmpty() ? "column_" + (header.size() + 1) : name);
      }
      return header;
    }

    private void row(List<String> header, List<String> found) {
      var cells = new ArrayList<String>(header.size());
      for (int column = 0; column < header.size(); column++) {
        String cell = column < found.size() ? Formulas.restored(found.get(column)) : "";
        if (cell.length() > LONGEST_CELL) {
          problems.add(
              TableProblem.error(
                  number,
                  header.get(column),
                  "cell-too-long",
                  "This cell has %,d characters; at most %,d fit. The row is left out."
                      .formatted(cell.length(), LONGEST_CELL)));
          return;
        }
        cells.add(cell);
      }
      for (int column = header.size(); column < found.size(); column++) {
        if (!found.get(column).isBlank()) {
          problems.add(
              TableProblem.error(
                  number,
                  "",
                  "extra-cells",
                  "This row has more cells than the header has columns."));
          break;
        }
      }
      var row = new Row(number, cells);
      if (!row.isBlank()) {
        rows.accept(header, row);
      }
    }
  }
}
