package io.fairlead.app.feedback;

import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.Bound;
import io.fairlead.methods.disclosure.Gap;
import io.fairlead.methods.disclosure.PublishedComments;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.CommentKind;
import io.fairlead.methods.instruments.LocalText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A report in sentences, on the screen and on paper alike. The reviewee is spoken to; to anybody
/// else they are spoken of by their first name.
public record ReportView(Words words, ReportHead head, Report report) {
  private static final int WORDS_A_MINUTE = 150;
  private static final int ROWS_A_MINUTE = 2;
  private static final Set<CommentKind> PRAISE = EnumSet.of(CommentKind.CONTINUE);
  private static final Set<CommentKind> WISHES = EnumSet.of(CommentKind.START, CommentKind.STOP);

  public String title() {
    return title(words, head);
  }

  static String title(Words words, ReportHead head) {
    return say(words, head, "title", head.name() == null ? somebody(words) : head.name());
  }

  /// The reviewee's first name, or the team's whole.
  static String firstName(Words words, ReportHead head) {
    return head.name() == null
        ? somebody(words)
        : head.isOfTeam() ? head.name() : head.name().strip().split("\\s+", 2)[0];
  }

  public String name() {
    return firstName(words, head);
  }

  private static String somebody(Words words) {
    return words.text("feedback-report.somebody");
  }

  private String say(String key, Object... more) {
    return say(words, head, key, more);
  }

  /// A sentence to or of the reviewee, whose first name is its first parameter.
  private static String say(Words words, ReportHead head, String key, Object... more) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(firstName(words, head));
    parameters.addAll(List.of(more));
    return words.text(
        (head.isOfTeam()
                ? "feedback-report.team."
                : head.isOwn() ? "feedback-report.own." : "feedback-report.of.")
            + key,
        parameters.toArray());
  }

  public String text(LocalText text) {
    return text.in(words.locale().toLanguageTag());
  }

  /// The heading of what stands first.
  public String strengths() {
    return words.text(
        head.isOfTeam() ? "feedback-report.team.strengths" : "feedback-report.strengths",
        report.strengths().size());
  }

  /// That no figure can be called a strength; null where one can, where nothing is shown, or where
  /// the round does not say.
  public @Nullable String noStrengths() {
    boolean isSaid =
        report.strengths().isEmpty()
            && !report.showsNothing()
            && !head.without().contains(FeedbackIndicator.STRENGTHS);
    if (!isSaid) {
      return null;
    }
    return words.text(
        head.isOfTeam() ? "feedback-report.team.no-strengths" : "feedback-report.no-strengths");
  }

  /// How long reading takes.
  public int minutes() {
    long read =
        report.answers().stream()
            .flatMap(answers -> answers.places().stream())
            .flatMap(place -> place.texts().stream())
            .mapToLong(said -> said.split("\\s+").length)
            .sum();
    return Math.toIntExact(2 + read / WORDS_A_MINUTE + report.rows().size() / ROWS_A_MINUTE);
  }

  public String howToRead() {
    String dots = say(isPrecise() ? "how-precise" : "how");
    return report.strengths().isEmpty() ? dots : words.text("feedback-report.first") + " " + dots;
  }

  /// Whether the round was large enough to say how sure a figure is.
  public boolean isPrecise() {
    return report.rows().stream().anyMatch(row -> row.likely() != null);
  }

  /// How sure figures are, or why that is not said.
  public String precision() {
    if (head.without().contains(FeedbackIndicator.PRECISION)) {
      return words.text("feedback-report.precision-left-out");
    }
    return words.text(isPrecise() ? "feedback-report.precise" : "feedback-report.not-precise");
  }

  /// Whether the reviewee's own view is held against that of others.
  public boolean compares() {
    return !head.isOfTeam() && report.compares();
  }

  public String figure(BigDecimal value) {
    return words.decimals(value.doubleValue(), 1);
  }

  /// `4.1`, `4.3 or more`, `1.7 or less`, `3.2 to 3.8`.
  public String figure(ReportSpan span) {
    if (span.isOneValue()) {
      return figure(span.low());
    }
    if (span.high().compareTo(BigDecimal.valueOf(report.scale().high())) == 0) {
      return words.text("feedback-report.or-more", figure(span.low()));
    }
    return span.low().compareTo(BigDecimal.valueOf(report.scale().low())) == 0
        ? words.text("feedback-report.or-less", figure(span.high()))
        : words.text("feedback-report.between", figure(span.low()), figure(span.high()));
  }

  private String figure(BlockValue block) {
    return switch (block.bound()) {
      case Bound.EXACT -> figure(block.mean());
      case Bound.AT_LEAST -> words.text("feedback-report.or-more", figure(block.mean()));
      case Bound.AT_MOST -> words.text("feedback-report.or-less", figure(block.mean()));
    };
  }

  /// All figures of a row, one after the other.
  public String figures(ReportRow row) {
    return (gave(row) + " " + manager(row).orElse("")).strip();
  }

  /// Figures of a row without the manager's.
  private String gave(ReportRow row) {
    List<String> figures = new ArrayList<>();
    if (row.others() != null) {
      figures.add(othersGave(row.others()));
    }
    if (row.likely() != null) {
      figures.add(words.text("feedback-report.likely", figure(row.likely())));
    }
    if (row.self() != null) {
      figures.add(say("self-gave", figure(row.self())));
    }
    return String.join(" ", figures);
  }

  private String othersGave(ReportSpan others) {
    return words.text(
        head.isOfTeam() ? "feedback-report.team.gave" : "feedback-report.others-gave",
        figure(others));
  }

  /// Figures of one of the two sides.
  public String figures(Report.Side side) {
    String others = othersGave(side.others());
    return side.self() == null ? others : others + " " + say("self-gave", figure(side.self()));
  }

  /// What the manager gave, who is named.
  public Optional<String> manager(ReportRow row) {
    return Optional.ofNullable(row.manager())
        .map(gave -> words.text("feedback-report.manager-gave", managerName(), figure(gave)));
  }

  private String managerName() {
    return head.managerName() == null ? somebody(words) : head.managerName();
  }

  /// What a row says in one sentence.
  public String said(ReportRow row) {
    if (row.isWithheld()) {
      return words.text("feedback-report.not-shown");
    }
    BigDecimal self = row.self();
    if (!compares()) {
      return gave(row);
    }
    if (self == null) {
      return say("no-self");
    }
    return switch (row.reading()) {
      case Gap.Reading.BLIND_SPOT -> say("blind-spot");
      case Gap.Reading.HIDDEN_STRENGTH -> say("hidden-strength");
      case Gap.Reading.NONE -> say(Objects.requireNonNull(row.shown()).has(self) ? "same" : "near");
    };
  }

  /// Each group's figure, for the table.
  public String groups(ReportRow row) {
    return row.isWithheld()
        ? words.text("feedback-report.not-shown")
        : String.join(
            "; ",
            row.groups().stream()
                .map(block ->
                    words.text("feedback-report.group-gave", people(block.groups()), figure(block)))
                .toList());
  }

  public boolean isTheme(ReportRow row) {
    return report.themes().contains(row);
  }

  /// What the two sides say beside each other.
  public String sidesSaid() {
    ReportSpan what = report.sides().getFirst().others();
    ReportSpan how = report.sides().getLast().others();
    return say(what.isAbove(how) ? "what-above" : how.isAbove(what) ? "how-above" : "sides-alike");
  }

  /// What beside the strengths was said of going on.
  public Optional<Report.Quote> praise() {
    return report.quote(PRAISE);
  }

  /// What beside the themes was said of beginning and ending.
  public Optional<Report.Quote> wish() {
    return report.quote(WISHES);
  }

  private String people(List<String> groups) {
    return people(words, groups);
  }

  /// `peers and people of other teams`.
  static String people(Words words, List<String> groups) {
    List<String> names =
        groups.stream().map(group -> words.text("feedback-report.group." + group)).toList();
    return names.size() == 1
        ? names.getFirst()
        : words.text(
            "list.and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
  }

  public String from(List<String> groups) {
    return words.text("feedback-report.from", people(groups));
  }

  /// Who wrote what stands there.
  public String from(PublishedComments place) {
    String first = place.groups().getFirst();
    if (first.equals(ReleasePolicy.SELF)) {
      return say("self-wrote");
    }
    return first.equals(ReleasePolicy.MANAGER)
        ? say("manager-wrote", managerName())
        : words.text("feedback-report.from-shuffled", people(place.groups()));
  }

  public String question(Report.Answers answers) {
    return answers.question() == null
        ? words.text("feedback-report.together")
        : text(answers.question().text());
  }

  /// Where threats and misconduct go.
  public String concerns() {
    return RoundWords.concerns(words, head.concerns(), head.ownerName());
  }

  /// How many comments were withheld; null where none was.
  public @Nullable String withheld() {
    int many = report.withheldComments();
    return many == 0 ? null : words.text("feedback-report.withheld", many);
  }

  public ReportPicture picture(
      @Nullable BigDecimal self, @Nullable ReportSpan others, @Nullable ReportSpan likely) {
    return new ReportPicture(report.scale(), self, others, likely);
  }

  public ReportPicture picture(ReportRow row) {
    return picture(row.self(), row.others(), row.likely());
  }
}
