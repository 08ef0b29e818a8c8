package io.fairlead.cli;

import io.fairlead.methods.agreement.Krippendorff;
import io.fairlead.methods.agreement.Rating;
import io.fairlead.methods.agreement.RatingAgreement;
import io.fairlead.methods.agreement.RatingColumns;
import io.fairlead.methods.agreement.RatingFile;
import io.fairlead.methods.table.TableText;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `fairlead analyse agreement`
@Command(
    name = "agreement",
    description = "Say how far those who rated the same agree.",
    footer = {
      "",
      "Long, with a row a rating: ratee, rater, rating and perhaps item, in columns",
      "of the usual names or named here. Or wide, with a row a ratee and a column a",
      "rater or item; a first column that names or counts the rows is none, which is",
      "said. With --ratee another one is.",
      "An empty cell or NA is a rating that was not given.",
      "Exit code 0, or 2 if the file cannot be understood."
    })
final class AnalyseAgreement implements Callable<Integer> {
  private static final Pattern SCALE = Pattern.compile("(-?\\d{1,6})(?:-|\\.\\.)(-?\\d{1,6})");
  private static final int MOST_POINTS = 1_000_000;

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

  @Option(names = "--item", paramLabel = "COL", defaultValue = "", description = "On which item.")
  private String item = "";

  @Option(
      names = "--scale",
      paramLabel = "LOW-HIGH",
      defaultValue = "",
      description = "The ends of the scale, for r_wg; else the lowest and highest rating.")
  private String scale = "";

  @Option(
      names = "--metric",
      defaultValue = "ordinal",
      description = "For Krippendorff's alpha: nominal, ordinal, interval, ratio.")
  private Krippendorff.Metric metric = Krippendorff.Metric.ORDINAL;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  AnalyseAgreement(Terminal terminal) {
    this.terminal = terminal;
  }

  /// The ends of a scale.
  ///
  /// @param isAssumed whether they are those of the ratings, since nobody named them
  record Scale(double low, double high, boolean isAssumed) {
    int points() {
      return (int) Math.max(2, Math.ceil(high - low) + 1);
    }
  }

  @Override
  public Integer call() {
    Path path = Objects.requireNonNull(file);
    RatingFile ratings =
        RatingFile.parse(
            TableText.decoded(TextFile.bytes(path)),
            new RatingColumns(rater, ratee, rating, item, List.of()));
    Problems.print(terminal, path, ratings.problems());
    if (ratings.hasErrors()) {
      return ExitCode.BAD_INPUT;
    }
    RatingAgreement.twice(ratings)
        .ifPresent(twice -> {
          throw new BadInput(
              "rows %d and %d of %s are ratings by the same rater of the same ratee%s"
                  .formatted(
                      twice.earlier(),
                      twice.row(),
                      path.getFileName(),
                      ratings.hasItems()
                          ? " on the same item"
                          : "; if they are on different items, name their column with --item"));
        });
    Scale ends = scale(ratings);
    RatingAgreement found = RatingAgreement.of(ratings, ends.points());
    if (metric == Krippendorff.Metric.RATIO && !found.krippendorff().containsKey(metric)) {
      throw new BadInput("a ratio scale has no ratings below 0");
    }
    if (json) {
      Json.write(
          terminal.out(),
          document -> AgreementJson.write(document, found, metric, ends, notes(ratings)));
    } else {
      AgreementTable.print(terminal.out(), found, metric, ends);
    }
    return ExitCode.FINE;
  }

  private static List<String> notes(RatingFile ratings) {
    return ratings.problems().stream()
        .map(note -> (note.column().isEmpty() ? "" : note.column() + ": ") + note.message())
        .toList();
  }

  private Scale scale(RatingFile ratings) {
    double lowest = ratings.ratings().stream().mapToDouble(Rating::value).min().orElse(0);
    double highest = ratings.ratings().stream().mapToDouble(Rating::value).max().orElse(0);
    if (scale.isEmpty()) {
      if (highest - lowest > MOST_POINTS) {
        throw new BadInput("ratings from %s to %s need a --scale".formatted(lowest, highest));
      }
      return new Scale(lowest, highest, true);
    }
    Matcher ends = SCALE.matcher(scale);
    Optional<Scale> given =
        ends.matches()
            ? Optional.of(
                new Scale(Integer.parseInt(ends.group(1)), Integer.parseInt(ends.group(2)), false))
            : Optional.empty();
    Scale asked =
        given
            .filter(it -> it.low < it.high)
            .orElseThrow(() -> new BadInput("--scale " + scale + " is not LOW-HIGH, such as 1-5"));
    ratings.ratings().stream()
        .filter(it -> it.value() < asked.low || it.value() > asked.high)
        .findFirst()
        .ifPresent(outside -> {
          throw new BadInput(
              "row %d has the rating %s, which is outside the scale %s"
                  .formatted(outside.row(), outside.value(), scale));
        });
    return asked;
  }
}
