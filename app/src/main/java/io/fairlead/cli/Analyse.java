package io.fairlead.cli;

import io.fairlead.methods.measures.Analysis;
import io.fairlead.methods.measures.LeadLag;
import io.fairlead.methods.measures.MeasureFile;
import io.fairlead.methods.table.TableText;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `fairlead analyse …`
@Command(name = "analyse", description = "Tell signals from noise in a file, without a server.")
final class Analyse {
  private final Terminal terminal;

  Analyse(Terminal terminal) {
    this.terminal = terminal;
  }

  /// A pair of measures by name, and what their histories say.
  record Led(String lead, String lag, LeadLag found) {}

  /// A measure by name, and what its history says.
  record Analysed(String name, Analysis analysis) {}

  @Command(
      name = "measures",
      description = "Say which measures moved, which have a season, and whether one leads another.",
      footer = {
        "",
        "Long, with a row a value: measure, date, value and perhaps target, org. Or wide,",
        "with a row a day: the date and a column a measure. All values of a measure are the",
        "baseline of its limits.",
        "Exit code 0, or 2 if the file or a pair cannot be understood."
      })
  int measures(
      @Parameters(paramLabel = "SERIES.csv", description = "The file of values.") Path file,
      @Option(
              names = "--pairs",
              paramLabel = "LEAD:LAG[,LEAD:LAG]",
              defaultValue = "",
              description = "Which measure may lead which.")
          String pairs,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    MeasureFile series = MeasureFile.parse(TableText.decoded(TextFile.bytes(file)));
    if (series.hasErrors()) {
      Problems.print(terminal, file, series.problems());
      return ExitCode.BAD_INPUT;
    }
    List<Led> led = led(series, pairs);
    List<Analysed> analysed =
        series.series().stream()
            .map(measure -> new Analysed(measure.name(), Analysis.of(measure.history())))
            .toList();
    if (json) {
      Json.write(terminal.out(), document -> AnalysisJson.write(document, analysed, led));
      return ExitCode.FINE;
    }
    AnalysisTable.print(terminal.out(), analysed, led);
    Problems.print(terminal, file, series.problems());
    return ExitCode.FINE;
  }

  private static List<Led> led(MeasureFile file, String pairs) {
    return file
        .pairs(pairs)
        .orElseThrow(() ->
            new BadInput(
                "--pairs "
                    + pairs
                    + " is not LEAD:LAG[,LEAD:LAG] of these measures: "
                    + String.join(", ", file.series().stream().map(it -> it.name()).toList())))
        .stream()
        .map(pair ->
            new Led(
                pair.lead().name(),
                pair.lagging().name(),
                LeadLag.of(pair.lead().history(), pair.lagging().history())))
        .toList();
  }
}
