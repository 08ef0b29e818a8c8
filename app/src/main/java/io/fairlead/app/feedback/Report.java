package io.fairlead.app.feedback;

import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.PublishedComments;
import io.fairlead.methods.disclosure.PublishedScore;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.RoundPrecision;
import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.About;
import io.fairlead.methods.instruments.CommentKind;
import io.fairlead.methods.instruments.CommentQuestion;
import io.fairlead.methods.instruments.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a report says, made of the published object, the round's own precision and the instrument
/// alone: of equal objects it is the same.
///
/// @param strengths at most three, the highest first; none that the reviewee sees higher than
///   others do, and none that others see below the middle of the scale
/// @param themes the lowest, and a second one where the figures do not tell the two apart
/// @param alike whether the figures tell none of them apart; the order is the instrument's then
/// @param rows all competencies, in the instrument's order
/// @param sides what the reviewee gets done, and how; empty where one of both is not shown
/// @param withheldComments by a steward and a second person
/// @param compares whether one's own view is held against that of others
public record Report(
    Scale scale,
    List<ReportRow> strengths,
    List<ReportRow> themes,
    boolean alike,
    List<ReportRow> rows,
    List<Side> sides,
    List<Answers> answers,
    int withheldComments,
    boolean compares) {
  private static final int STRENGTHS = 3;
  private static final int FOR_A_SECOND_THEME = 5;

  public Report {
    strengths = List.copyOf(strengths);
    themes = List.copyOf(themes);
    rows = List.copyOf(rows);
    sides = List.copyOf(sides);
    answers = List.copyOf(answers);
  }

  /// Competencies of one kind together.
  ///
  /// @param self null unless the reviewee rated all of them
  public record Side(About about, @Nullable BigDecimal self, ReportSpan others) {}

  /// What was answered to one question.
  ///
  /// @param question null where questions that few answered are put together
  /// @param places by who wrote; without others' where nothing of theirs is shown
  public record Answers(@Nullable CommentQuestion question, List<PublishedComments> places) {
    public Answers {
      places = List.copyOf(places);
    }

    /// Whether nothing of those who are not named is shown. Why is never said.
    public boolean isWithheld() {
      return places.stream().allMatch(Report::isNamed);
    }
  }

  static Report of(
      Published published,
      Instrument instrument,
      Map<String, RoundPrecision> precision,
      int withheldComments,
      Set<FeedbackIndicator> without) {
    boolean compares = !without.contains(FeedbackIndicator.GAPS);
    boolean orders = !without.contains(FeedbackIndicator.STRENGTHS);
    Map<PublishedScore, ReportRow> rows = new HashMap<>();
    for (PublishedScore score : published.scores()) {
      rows.put(
          score,
          ReportRow.of(
              score, published.scale(), instrument, precision.get(score.competency()), compares));
    }
    List<ReportRow> all = rowsOf(published.scores(), rows);
    List<ReportRow> ordered = orders ? rowsOf(published.strengthsFirst(), rows) : List.of();
    return new Report(
        published.scale(),
        orders
            ? strengths(
                compares ? published : published.without(ReleasePolicy.SELF), precision, all)
            : List.of(),
        themes(ordered),
        ordered.size() > 1 && !apart(ordered.getFirst(), ordered.getLast()),
        all,
        sides(all),
        answers(published.comments(), instrument),
        withheldComments,
        compares);
  }

  private static List<ReportRow> strengths(
      Published published, Map<String, RoundPrecision> precision, List<ReportRow> rows) {
    return published.strengths(precision).stream()
        .limit(STRENGTHS)
        .map(score -> rows.stream().filter(row -> row.isOf(score)).findFirst().orElseThrow())
        .toList();
  }

  /// Whether nothing of those who are not named is shown of anything.
  public boolean showsNothing() {
    return rows.stream().allMatch(ReportRow::isWithheld);
  }

  private static List<ReportRow> rowsOf(
      List<PublishedScore> scores, Map<PublishedScore, ReportRow> rows) {
    return scores.stream().map(score -> Objects.requireNonNull(rows.get(score))).toList();
  }

  private static List<ReportRow> themes(List<ReportRow> ordered) {
    int many = ordered.size();
    if (many < 2) {
      return List.of();
    }
    ReportRow lowest = ordered.getLast();
    ReportRow next = ordered.get(many - 2);
    return many >= FOR_A_SECOND_THEME && !apart(lowest, next)
        ? List.of(lowest, next)
        : List.of(lowest);
  }

  private static boolean apart(ReportRow one, ReportRow other) {
    return Objects.requireNonNull(one.shown()).isApartFrom(Objects.requireNonNull(other.shown()));
  }

  private static List<Side> sides(List<ReportRow> rows) {
    List<Side> sides =
        Arrays.stream(About.values()).flatMap(about -> side(about, rows).stream()).toList();
    return sides.size() == About.values().length ? sides : List.of();
  }

  private static Optional<Side> side(About about, List<ReportRow> rows) {
    List<ReportRow> shown =
        rows.stream().filter(row -> row.about() == about && !row.isWithheld()).toList();
    List<ReportSpan> spans =
        shown.stream().map(row -> Objects.requireNonNull(row.others())).toList();
    if (spans.isEmpty()) {
      return Optional.empty();
    }
    boolean isOne = spans.stream().allMatch(ReportSpan::isOneValue);
    BigDecimal low =
        mean(
            spans.stream().map(ReportSpan::low).toList(),
            isOne ? RoundingMode.HALF_UP : RoundingMode.FLOOR);
    BigDecimal high =
        isOne ? low : mean(spans.stream().map(ReportSpan::high).toList(), RoundingMode.CEILING);
    List<BigDecimal> own = new ArrayList<>();
    shown.forEach(row -> Optional.ofNullable(row.self()).ifPresent(own::add));
    return Optional.of(
        new Side(
            about,
            own.size() == shown.size() ? mean(own, RoundingMode.HALF_UP) : null,
            new ReportSpan(low, high)));
  }

  private static BigDecimal mean(List<BigDecimal> values, RoundingMode mode) {
    return values.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(values.size()), 1, mode);
  }

  private static List<Answers> answers(List<PublishedComments> comments, Instrument instrument) {
    List<Answers> answers = new ArrayList<>();
    for (CommentQuestion question : instrument.comments()) {
      answers.add(new Answers(question, places(comments, Optional.of(question.id()))));
    }
    List<PublishedComments> together = places(comments, Optional.empty());
    if (!together.isEmpty()) {
      answers.add(new Answers(null, together));
    }
    return answers;
  }

  private static List<PublishedComments> places(
      List<PublishedComments> comments, Optional<String> question) {
    return comments.stream().filter(each -> each.item().equals(question)).toList();
  }

  static boolean isNamed(PublishedComments place) {
    return ReleasePolicy.isNamed(place.groups().getFirst());
  }

  /// One comment of those who are not named, to a question of one of these kinds: the first that
  /// the published object has.
  public Optional<Quote> quote(Set<CommentKind> kinds) {
    return answers.stream()
        .filter(each -> each.question() != null && kinds.contains(each.question().kind()))
        .flatMap(each -> each.places().stream())
        .filter(place -> !isNamed(place) && !place.texts().isEmpty())
        .findFirst()
        .map(place -> new Quote(place.texts().getFirst(), place.groups()));
  }

  /// @param groups from one of whom it comes
  public record Quote(String text, List<String> groups) {}
}
