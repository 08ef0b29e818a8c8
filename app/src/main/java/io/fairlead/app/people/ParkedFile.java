package io.fairlead.app.people;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.fairlead.app.people.intake.Heading;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The parked rows as a file like the one they came in, with one more column that says why. Sent
/// again, corrected, it changes only the people in it.
@Component
class ParkedFile {
  private final PeopleImport imports;

  ParkedFile(PeopleImport imports) {
    this.imports = imports;
  }

  /// @param sentence what to say of a problem
  void write(ImportRun run, Writer target, Function<ImportProblem, String> sentence)
      throws IOException {
    try (CsvWriter csv =
        CsvWriter.builder().fieldSeparator(run.separator().charAt(0)).build(target)) {
      csv.writeRecord(with(run.header(), Heading.REASON));
      imports.forEachParked(
          run,
          row -> {
            List<String> reasons =
                row.problems().stream()
                    .map(sentence)
                    .collect(Collectors.toCollection(ArrayList::new));
            if (row.lineWaits()) {
              reasons.add(
                  sentence.apply(
                      new ImportProblem(row.number(), 0, "", "manager-waits", List.of())));
            }
            List<String> cells = row.cells();
            List<String> asHeader = cells.subList(0, Math.min(cells.size(), run.header().size()));
            csv.writeRecord(
                with(padded(asHeader, run.header().size()), String.join("; ", reasons)));
          });
    }
  }

  private static List<String> padded(List<String> cells, int size) {
    List<String> padded = new ArrayList<>(cells);
    while (padded.size() < size) {
      padded.add("");
    }
    return padded;
  }

  private static List<String> with(List<String> cells, String last) {
    List<String> all = new ArrayList<>(cells);
    all.add(last);
    return all;
  }
}
