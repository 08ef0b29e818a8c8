package io.fairlead.cli;

import io.fairlead.methods.agreement.RatingColumns;
import io.fairlead.methods.agreement.RatingFile;
import io.fairlead.methods.raters.MixedAnalysis;
import io.fairlead.methods.raters.RaschAnalysis;
import io.fairlead.methods.raters.RaterAnalysis;
import io.fairlead.methods.raters.RaterAnalysis.Model;
import io.fairlead.methods.raters.RaterAnswer;
import io.fairlead.methods.raters.RaterEffects;
import io.fairlead.methods.raters.RaterEffectsAnalysis;
import io.fairlead.methods.raters.RaterEffectsAnalysis.Places;
import io.fairlead.methods.raters.RaterQuestion;
import io.fairlead.methods.table.Table;
import io.fairlead.methods.table.TableText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `fairlead analyse raters`
@Command(
    name = "raters",
    description = "Say how severe raters are, and what ratings would be without that.",
    footer = {
      "",
      "A row is a rating. Severity is in points with --model mixed (below 0 is severe)",
      "and in logits with --model rasch (above 0 is severe). Where raters share no",
      "ratees with others, nothing is adjusted.",
      "Exit code 0, or 2 if the file or its columns cannot be used."
    })
final class AnalyseRaters implements Callable<Integer> {
  /// Of the probes that very large models need: the same file gives the same figures.
  private static final long SEED = 20_260_301;

  private final Terminal terminal;

  @Parameters(paramLabel = "RATINGS.csv", description = "The file of ratings.")
  private @Nullable Path file;

  @Option(names = "--rater", paramLabel = "COL", defaultValue = "", description = "Who rated.")
  private String rater = "";

  @Option(
      names = "--ratee",
      paramLabel = "COL",
      defaultValue = "",
      description = "Who or what was rated.")
  private String ratee = "";

  @Option(names = "--rating", paramLabel = "COL", defaultValue = "", description = "The rating.")
  private String rating = "";

  @Option(
      names = "--item",
      paramLabel = "COL",
      defaultValue = "",
      description = "On which item. It is a category that the rating depends on, or a facet.")
  private String item = "";

  @Option(
      names = "--fixed",
      paramLabel = "COL",
      split = ",",
      description = "What a rating may depend on besides; numbers are slopes, words categories.")
  private List<String> fixed = List.of();

  @Option(
      names = "--category",
      paramLabel = "COL",
      split = ",",
      description = "The same, as a category even where it is written in numbers.")
  private List<String> categories = List.of();

  @Option(names = "--model", defaultValue = "mixed", description = "mixed (the default) or rasch.")
  private Model model = Model.MIXED;

  @Option(
      names = "--effects",
      description = "Also how each rater uses the scale, with what stands out.")
  private boolean effects;

  @Option(
      names = "--match",
      paramLabel = "COL",
      defaultValue = "",
      description = "1 where rater and ratee are alike, else 0: also whether that matters.")
  private String match = "";

  @Option(
      names = "--recent",
      paramLabel = "COL",
      defaultValue = "",
      description = "The ratee's events of the last quarter, as a number (with --earlier).")
  private String recent = "";

  @Option(
      names = "--earlier",
      paramLabel = "COL",
      defaultValue = "",
      description = "Those of the quarters before.")
  private String earlier = "";

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  AnalyseRaters(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path path = Objects.requireNonNull(file);
    if (model == Model.RASCH && !depends().isEmpty()) {
      throw new BadInput(
          "--fixed and --category go with --model mixed; the Rasch model has facets only");
    }
    if (recent.isEmpty() != earlier.isEmpty()) {
      throw new BadInput("--recent and --earlier go together");
    }
    RatingFile ratings =
        RatingFile.parseLong(
            TableText.decoded(TextFile.bytes(path)),
            new RatingColumns(rater, ratee, rating, item, others()));
    Problems.print(terminal, path, ratings.problems());
    if (ratings.hasErrors()) {
      return ExitCode.BAD_INPUT;
    }
    RaterAnalysis found = analysed(new RaterQuestion(ratings, depends(), inCategories(), SEED));
    Optional<RaterEffects> use =
        effects || !extra().isEmpty() ? Optional.of(use(ratings)) : Optional.empty();
    if (json) {
      Json.write(terminal.out(), document -> RatersJson.write(document, found, use));
    } else {
      RatersTable.print(terminal.out(), found);
      use.ifPresent(it -> RaterEffectsTable.print(terminal.out(), it));
    }
    return ExitCode.FINE;
  }

  private List<String> extra() {
    return Stream.of(match, recent, earlier).filter(name -> !name.isEmpty()).toList();
  }

  /// Each column once, however often and in whatever spelling it is named. The items are in the
  /// model by themselves.
  private List<String> depends() {
    Map<String, String> named = new LinkedHashMap<>();
    Stream.concat(fixed.stream(), categories.stream())
        .forEach(name -> named.putIfAbsent(Table.columnName(name), name));
    named.remove(Table.columnName(item));
    return List.copyOf(named.values());
  }

  private Set<String> inCategories() {
    Set<String> columns = categories.stream().map(Table::columnName).collect(Collectors.toSet());
    return depends().stream()
        .filter(name -> columns.contains(Table.columnName(name)))
        .collect(Collectors.toSet());
  }

  private List<String> others() {
    return Stream.concat(depends().stream(), extra().stream()).toList();
  }

  private RaterEffects use(RatingFile ratings) {
    int first = depends().size();
    int afterMatch = match.isEmpty() ? first : first + 1;
    Places places =
        new Places(
            match.isEmpty() ? Optional.empty() : Optional.of(first),
            recent.isEmpty()
                ? Optional.empty()
                : Optional.of(new Places.Events(afterMatch, afterMatch + 1)));
    return given(RaterEffectsAnalysis.of(ratings, places));
  }

  private RaterAnalysis analysed(RaterQuestion question) {
    return given(
        switch (model) {
          case MIXED -> MixedAnalysis.of(question);
          case RASCH -> RaschAnalysis.of(question);
        });
  }

  private static <T> T given(RaterAnswer<T> answer) {
    return switch (answer) {
      case RaterAnswer.Analysed<T>(T analysis) -> analysis;
      case RaterAnswer.Refused<T>(String reason) -> throw new BadInput(reason);
    };
  }
}
