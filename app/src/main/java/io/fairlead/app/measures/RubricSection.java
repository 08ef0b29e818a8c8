package io.fairlead.app.measures;

import io.fairlead.app.measures.RubricResults.Report;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a measure's page says of its rubric and its scores.
@Component
public class RubricSection {
  private final RubricResults results;
  private final Samples samples;
  private final Scores scores;

  RubricSection(RubricResults results, Samples samples, Scores scores) {
    this.results = results;
    this.samples = samples;
    this.scores = scores;
  }

  /// @param counted how many samples of the period count; null while nobody said how they are
  ///   scored
  /// @param mean what they come to; null without scores
  /// @param all the same of all that were scored by the same items; empty where that is the period
  /// @param later that another wording begins on a later day; null without one
  /// @param next address of the sample that waits for the viewer's score; null without one
  /// @param exports whether the viewer may read single scores
  public record Section(
      @Nullable String counted,
      @Nullable String mean,
      List<String> agreement,
      @Nullable String allSaid,
      List<String> all,
      String plan,
      List<String> buys,
      List<Item> items,
      @Nullable String later,
      @Nullable String next,
      boolean exports) {}

  /// @param points those that are described
  public record Item(String name, String question, List<Point> points) {
    static Item of(RubricItem item) {
      return new Item(
          item.name(),
          item.question(),
          IntStream.range(0, item.anchors().size())
              .filter(point -> !item.anchors().get(point).isEmpty())
              .mapToObj(point -> new Point(point + 1, item.anchors().get(point)))
              .toList());
    }
  }

  public record Point(int number, String anchor) {}

  /// Null for a measure whose values come from elsewhere.
  @Nullable Section of(Words words, Viewer viewer, Measure measure) {
    if (measure.plan().source() != Source.RUBRIC) {
      return null;
    }
    Optional<Report> found = results.of(viewer, measure.id(), null);
    if (found.isEmpty()) {
      return new Section(
          null, null, List.of(), null, List.of(), "", List.of(), List.of(), null, null, false);
    }
    Report report = found.get();
    boolean more = report.all().samples() > report.period().samples();
    RubricVersion newest = report.rubric().newest();
    UUID id = measure.id();
    return new Section(
        RubricWords.counted(words, report),
        RubricWords.mean(words, report.period()),
        report.added() == 0 ? List.of() : RubricWords.agreement(words, report.period()),
        more ? words.text("rubric.all", report.all().samples()) : null,
        more ? RubricWords.agreement(words, report.all()) : List.of(),
        RubricWords.plan(words, measure.plan(), report.rubric()),
        RubricWords.buys(words, report),
        report.version().items().stream().map(Item::of).toList(),
        newest.from().isAfter(report.to())
            ? words.text("rubric.later", words.date(newest.from()))
            : null,
        samples.next(viewer, id).map(next -> "/measures/" + id + "/samples/" + next).orElse(null),
        scores.readsAny(viewer, id));
  }
}
