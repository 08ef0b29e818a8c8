package io.fairlead.app.people.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// A people file on disk, recognised and ready to be read row by row in constant memory.
public record PeopleFile(Path path, TextShape shape, Heading heading) {
  /// More rows than this are refused; the largest organisations fit.
  public static final int MOST_ROWS = 500_000;

  private static final int LARGEST_ROW = 4 * 1024 * 1024;

  /// A file that can be read, or why it cannot.
  public sealed interface Opened {
    record Good(PeopleFile file) implements Opened {}

    /// @param code message key `refused.<code>`
    record Bad(String code, List<String> parameters) implements Opened {}
  }

  public static Opened open(Path path) throws IOException {
    return open(path, Heading::of);
  }

  /// The cells of the first row, whatever they say; none when the file is no text.
  public static List<String> header(Path path) throws IOException {
    List<String> header = new ArrayList<>();
    Opened opened =
        open(
            path,
            cells -> {
              header.addAll(cells);
              return Heading.of(cells);
            });
    return opened instanceof Opened.Bad(String code, List<String> _) && code.equals("broken-csv")
        ? List.of()
        : List.copyOf(header);
  }

  /// @param understood what the cells of the first row say
  public static Opened open(Path path, Function<List<String>, Heading.Understood> understood)
      throws IOException {
    return switch (TextShape.of(path)) {
      case TextShape.Found.Other(String what) -> new Opened.Bad("not-csv-" + what, List.of());
      case TextShape.Found.Text(TextShape shape) -> open(path, shape, understood);
    };
  }

  private static Opened open(
      Path path, TextShape shape, Function<List<String>, Heading.Understood> understood)
      throws IOException {
    Optional<List<String>> first;
    try (CsvReader<CsvRecord> csv = csv(path, shape);
        CloseableIterator<CsvRecord> records = csv.iterator()) {
      first = header(records);
    } catch (CsvParseException e) {
      return new Opened.Bad("broken-csv", List.of("1"));
    }
    if (first.isEmpty()) {
      return new Opened.Bad("not-csv-empty", List.of());
    }
    return switch (understood.apply(first.get())) {
      case Heading.Understood.Bad(String code, String detail) ->
          new Opened.Bad(code, List.of(detail));
      case Heading.Understood.Good(Heading heading) ->
          new Opened.Good(new PeopleFile(path, shape, heading));
    };
  }

  /// The first row; some spreadsheets put a line `sep=;` before it.
  private static Optional<List<String>> header(CloseableIterator<CsvRecord> records) {
    if (!records.hasNext()) {
      return Optional.empty();
    }
    List<String> first = records.next().getFields();
    if (!first.getFirst().startsWith("sep=")) {
      return Optional.of(first);
    }
    return records.hasNext() ? Optional.of(records.next().getFields()) : Optional.empty();
  }

  private static CsvReader<CsvRecord> csv(Path path, TextShape shape) throws IOException {
    return CsvReader.builder()
        .fieldSeparator(shape.separator())
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .maxBufferSize(LARGEST_ROW)
        .ofCsvRecord(shape.open(path));
  }

  /// Hands every row to the reader, in order.
  ///
  /// @throws Broken when the text stops being CSV half-way, or has too many rows
  public void forEachRow(Consumer<PersonRow> reader) throws IOException {
    RowReader rows = new RowReader(heading);
    int number = 1;
    long line = 1;
    try (CsvReader<CsvRecord> csv = csv(path, shape);
        CloseableIterator<CsvRecord> records = csv.iterator()) {
      header(records);
      while (records.hasNext()) {
        CsvRecord row = records.next();
        line = row.getStartingLineNumber();
        List<String> cells = row.getFields();
        if (cells.stream().allMatch(String::isBlank)) {
          continue;
        }
        number++;
        if (number > MOST_ROWS + 1) {
          throw new Broken("too-many-rows", Integer.toString(MOST_ROWS));
        }
        reader.accept(rows.read(number, line, cells));
      }
    } catch (CsvParseException e) {
      throw new Broken("broken-csv", Long.toString(line + 1));
    }
  }

  /// The file cannot be read to its end.
  public static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;
    private final String detail;

    Broken(String code, String detail) {
      super(code + " " + detail);
      this.code = code;
      this.detail = detail;
    }

    public String code() {
      return code;
    }

    public String detail() {
      return detail;
    }
  }
}
